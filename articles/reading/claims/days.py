"""Days and hours that a text states: of a fixture, of the kick-off, and whether the day of the week fits the date."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from articles.reading.claims import places
from articles.reading.claims.shapes import RIGHT, UNKNOWN, WRONG, Claim, Place, because
from articles.reading.dates import MONTHS
from articles.reading.facts import TEAM, VENUE, Match
from articles.reading.fixtures import is_past
from articles.reading.scene import Mention, Scene
from articles.reading.vocabulary import any_of, words
from teams.names import fold

_IT_DAYS = words("lunedì martedì mercoledì giovedì venerdì sabato domenica")
_EN_DAYS = words("monday tuesday wednesday thursday friday saturday sunday")
WEEKDAYS = {name: number for names in (_IT_DAYS, _EN_DAYS) for number, name in enumerate(names)}
_MONTHS = {fold(name): number for language in ("it", "en") for number, name in enumerate(MONTHS[language].split(), start=1)}
WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b", re.IGNORECASE)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|º|°)? (?:of )?"
DATE = re.compile(
    rf"\b(?:(?P<weekday>{'|'.join(WEEKDAYS)}),? )?(?:{_DAY}(?P<month>{'|'.join(_MONTHS)})"
    rf"|(?P<month2>{'|'.join(_MONTHS)}) (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?)\b",
    re.IGNORECASE,
)
_WEEKDAY_AND_DAY = re.compile(rf"\b(?P<weekday>{'|'.join(_IT_DAYS)}) (?P<day>\d{{1,2}})\b(?![.:]\d|['’])", re.IGNORECASE)
_HOUR = re.compile(
    r"\b(?:alle|ore|dalle) (?:ore )?(?P<hour>\d{1,2})(?:[.:](?P<minute>\d\d))?\b"
    r"|\b(?P<clock>\d{1,2}[.:]\d\d)(?P<half2>[ap]m)?\b(?= (?:on|at|kick|GMT|BST|CET|this|tonight)|[,.;)])"
    r"|\b(?P<twelve>\d{1,2})(?:[.:](?P<past>\d\d))?(?P<half>[ap]m)\b",
    re.IGNORECASE,
)
_STARTS = any_of(
    r"""
    si_gioca fischio_d['’]inizio calcio_d['’]inizio in_campo ospit\w+ riceve\w* sfida\w* affront\w+ stasera domani_sera diretta
    big_match kick-?off hosts? face[sd]? meets? travel visit\w* at_anfield live v
    """
)
_OTHER_HOUR = any_of(
    r"conferenz\w+ allenament\w+ rifinitur\w+ partenz\w+ volo press_conference training deadline biglietti tickets"
)
_VERSUS = re.compile(r" ?[-–—] ?| (?:v|vs\.?|contro) ")
# Honest papers tell the hour of their own zone.
ZONES = (60, 120)
NEAR = timedelta(days=20)


def weekday_in(text: str) -> int | None:
    """The number of the only day of the week that the words name; Monday is 0."""
    found = {WEEKDAYS[name.lower()] for name in WEEKDAY.findall(text)}
    return found.pop() if len(found) == 1 else None


_FEASTS = {(12, 26): any_of("boxing_day santo_stefano"), (1, 1): any_of(r"new_year['’]s_day capodanno")}


def day_in(words: str, today: date) -> date | None:
    """The next day that the words name by its date or its feast."""
    found = DATE.search(words)
    told = [key for key, feast in _FEASTS.items() if feast.search(words)]
    told += [(_MONTHS[fold(found["month"] or found["month2"])], int(found["day"] or found["day2"]))] if found else []
    for month, day in told:
        for year in (today.year, today.year + 1):
            if day <= monthrange(year, month)[1] and (named := date(year, month, day)) >= today:
                return named
    return None


def claimed_day(scene: Scene, mention: Mention, match: Match) -> Iterator[Claim]:
    """The day told with the name of an opponent, against that of the fixture."""
    first, last = places.segment_of(scene, mention.start)
    dated = next(DATE.finditer(scene.text, first, last), None)
    if dated is not None:
        yield _dated(scene, dated, match)
        return
    days = list(WEEKDAY.finditer(scene.text, first, last))
    if len(days) == 1 and match.day - scene.day <= timedelta(days=8):
        told = WEEKDAYS[days[0][0].lower()]
        names = _IT_DAYS if days[0][0].lower() in _IT_DAYS else _EN_DAYS
        yield says_day(scene, *days[0].span(), days[0][0], told == match.day.weekday(), match, names[match.day.weekday()])


def _dated(scene: Scene, found: re.Match, match: Match) -> Claim:
    day, month = int(found["day"] or found["day2"]), _MONTHS[fold(found["month"] or found["month2"])]
    start, end, right = found.start("day" if found["day"] else "month2"), found.end(), written(scene, found, match.day)
    return says_day(scene, start, end, scene.text[start:end], (day, month) == (match.day.day, match.day.month), match, right)


def written(scene: Scene, found: re.Match, day: date) -> str:
    """A day as the text writes another: "3 novembre", "November 3"."""
    names = MONTHS["it" if scene.language == "it" else "en"].split()
    month_name = names[day.month - 1].capitalize() if scene.language == "en" else names[day.month - 1]
    return f"{day.day} {month_name}" if found["day"] else f"{month_name} {day.day}"


def date_of(found: re.Match, today: date) -> date | None:
    """The date told, in the year that brings it nearest to today."""
    month, day = _MONTHS[fold(found["month"] or found["month2"])], int(found["day"] or found["day2"])
    years = [year for year in (today.year - 1, today.year, today.year + 1) if 1 <= day <= monthrange(year, month)[1]]
    return min((date(year, month, day) for year in years), key=lambda one: abs(one - today), default=None)


def weekday_name(like: str, day: date) -> str:
    """The day of the week in the language of another one."""
    return (_IT_DAYS if like.lower() in _IT_DAYS else _EN_DAYS)[day.weekday()]


def says_day(scene: Scene, start: int, end: int, told: str, is_right: bool, match: Match, right: str) -> Claim:
    replacement = right.capitalize() if told[0].isupper() else right
    return Place(scene, start, end).says(
        "date",
        told,
        RIGHT if is_right else WRONG,
        correct=match.day.isoformat(),
        because=because("fixture", day=match.day, home=match.home, away=match.away),
        rests_on=match,
        replacement=None if is_right else replacement,
    )


def claimed_calendar(scene: Scene) -> Iterator[Claim]:
    """A day of the week and a date of these weeks that do not fit each other: one of them is wrong."""
    for pattern in (DATE, _WEEKDAY_AND_DAY):
        for found in pattern.finditer(scene.text):
            told = found.groupdict()
            number = told["day"] or told.get("day2")
            if not told["weekday"] or (pattern is _WEEKDAY_AND_DAY and DATE.match(scene.text, found.start())):
                continue
            month = told.get("month") or told.get("month2")
            days = [day for day in _days_around(scene.day) if day.day == int(number) and month in (None, *_names_of(day, month))]
            if days and not any(day.weekday() == WEEKDAYS[told["weekday"].lower()] for day in days):
                yield _misfit(scene, found, days[0])


def _misfit(scene: Scene, found: re.Match, day: date) -> Claim:
    names = _IT_DAYS if found["weekday"].lower() in _IT_DAYS else _EN_DAYS
    fitting = min(
        (other for other in _days_around(day) if other.weekday() == WEEKDAYS[found["weekday"].lower()]),
        key=lambda other: abs(other - day),
    )
    place = Place(scene, found.start(), found.end())
    number = found["day"] or found["day2"]
    replacement = re.sub(rf"\b{number}(?=\b|st|nd|rd|th)", str(fitting.day), place.surface, count=1)
    why = because("calendar", day=day, weekday=names[day.weekday()])
    return place.says("date", place.surface, WRONG, correct=fitting.isoformat(), because=why, replacement=replacement)


def _days_around(day: date) -> list[date]:
    return sorted((day + timedelta(days=n) for n in range(-NEAR.days, NEAR.days + 1)), key=lambda other: abs(other - day))


def _names_of(day: date, month: str | None) -> tuple[str | None, ...]:
    return (month,) if month and _MONTHS[fold(month)] == day.month else ()


def claimed_hours(scene: Scene) -> Iterator[Claim]:
    """When the match to come kicks off; an hour that is one or two off may be told in another zone."""
    main = scene.main
    for found in _HOUR.finditer(scene.text):
        pair = _pair_at(scene, found.start())
        if pair is not None and (told := _minutes(found)) is not None:
            yield _hour(scene, found, told, pair)
        if pair is not None or main is None or (is_past(scene, main) and main.day < scene.day):
            continue
        sentence = places.sentence_of(scene, found.start())
        words_of = scene.text[slice(*sentence)]
        named = {one.target for kind in (TEAM, VENUE) for one in places.within(scene, sentence, kind)}
        told = _minutes(found)
        if told is None or _OTHER_HOUR.search(words_of) or not _STARTS.search(words_of) or not named & {*main.sides, main.venue}:
            continue
        if named & {team for match in scene.told for team in match.sides} - main.sides:
            continue
        yield _hour(scene, found, told, main)


def claimed_hour(scene: Scene, mention: Mention, match: Match) -> Iterator[Claim]:
    """The hour told right behind an opponent: "ospiterà l'Udinese alle 20.45"."""
    _first, last = places.segment_of(scene, mention.start)
    found = _HOUR.search(scene.text, mention.end, min(last, mention.end + 50))
    told = _minutes(found) if found and match is not scene.main else None
    if told is not None:
        yield _hour(scene, found, told, match)


def claimed_fixtures(scene: Scene) -> Iterator[Claim]:
    """The day of the week told with two teams that are to meet: "Lazio-Como venerdì alle 20.45"."""
    for found in WEEKDAY.finditer(scene.text):
        pair = _pair_at(scene, found.start())
        if pair is not None and pair.day - scene.day <= timedelta(days=8) and not DATE.match(scene.text, found.start()):
            names = _IT_DAYS if found[0].lower() in _IT_DAYS else _EN_DAYS
            is_right = WEEKDAYS[found[0].lower()] == pair.day.weekday()
            yield says_day(scene, *found.span(), found[0], is_right, pair, names[pair.day.weekday()])


def _pair_at(scene: Scene, offset: int) -> Match | None:
    """The match to come whose two sides, and no other team, stand between the same commas with a dash, or a "v", between."""
    named = places.within(scene, places.segment_of(scene, offset), TEAM)
    if len(named) != 2 or not _VERSUS.fullmatch(scene.text, named[0].end, named[1].start):
        return None
    sides = (named[0].target, named[1].target)
    ahead = [one for one in scene.near_matches if (one.home, one.away) == sides and not is_past(scene, one)]
    return ahead[0] if len(ahead) == 1 else None


def _hour(scene: Scene, found: re.Match, told: int, match: Match) -> Claim:
    off = abs(told - (match.kickoff.hour * 60 + match.kickoff.minute))
    verdict = RIGHT if off == 0 else UNKNOWN if off in ZONES and scene.language == "en" else WRONG
    group = next(name for name in ("hour", "clock", "twelve") if found[name])
    start = found.start(group)
    sign = "." if "." in found[0] else ":"
    right = f"{match.kickoff.hour}{sign}{match.kickoff.minute:02}"
    return Place(scene, start, found.end()).says(
        "date",
        found[0],
        verdict,
        correct=f"{match.kickoff:%H:%M}",
        because=because("kick-off", time=match.kickoff, home=match.home, away=match.away),
        rests_on=match,
        replacement=right if verdict == WRONG else None,
    )


def _minutes(found: re.Match) -> int | None:
    """The hour told, in minutes from midnight."""
    if found["clock"]:
        hour, past = re.split(r"[.:]", found["clock"])
    else:
        hour, past = found["hour"] or found["twelve"], found["minute"] or found["past"] or "0"
    half = (found["half"] or found["half2"] or "").lower()
    hour = int(hour) % 12 + 12 * (half == "pm") if half else int(hour)
    return hour * 60 + int(past) if hour < 24 and int(past) < 60 else None

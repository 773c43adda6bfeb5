"""Dates and times of Football.TXT, in all their styles; a date without a year takes the one that its season gives it."""

import re
from dataclasses import dataclass
from datetime import date, time, timedelta

_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, 1)}
# French, Italian, German and Spanish names: whole words only, or a club would be one.
_FOREIGN = {
    word: number
    for number, words in enumerate(
        (
            "gen gennaio ene enero janv janvier januar", "fév févr février febbraio febrero februar", "mars marzo mär märz",
            "avr avril aprile abr abril", "mai mag maggio mayo", "juin giu giugno junio juni",
            "juil juillet lug luglio julio juli", "août aout ago agosto", "set sett settembre septembre septiembre",
            "okt oktober ott ottobre octobre octubre", "nove novembre noviembre",
            "déc décembre dic dicembre diciembre dez dezember",
        ),
        1,
    )
    for word in words.split()
}  # fmt: skip
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    rf"|nov(?:ember)?|dec(?:ember)?|{'|'.join(_FOREIGN)})\b\.?"
)
# In English, Italian, German, Spanish and French; a day whose beginning fits two of them is the first.
_WEEKDAYS = (
    "mon|lun|mo", "tue|mar|tu|di", "wed|mer|we|mié|mie|mi", "thu|gio|th|jue|jeu", "fri|ven|fr|vie", "sat|sab|sáb|sam|sa",
    "sun|dom|dim|su|so",
)  # fmt: skip
_WEEKDAY = (
    r"(?:\(?(?P<weekday>mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
    r"|mo|tu|we|th|fr|sa|su|lun|mar|mer|gio|ven|sab|dom|di|mi|do|so|mié|mie|jue|vie|sáb|jeu|sam|dim)\b[.,]{0,2}\)?\s+)?"
)
_YEAR = r"(?:,?\s+(?P<year>\d{4})\b(?!-))?"
_STYLES = [
    re.compile(rf"{_WEEKDAY}{style}", re.IGNORECASE)
    for style in (
        rf"{_MONTH}[ /](?P<day>\d{{1,2}})(?![\d:])(?!\.\d){_YEAR}",
        rf"(?P<day>\d{{1,2}})\.?\s+{_MONTH}{_YEAR}",
        r"(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})\b",
        r"(?P<day>\d{1,2})\.(?P<number>\d{1,2})\.(?P<year>\d{4}|\d{2})?(?=\s|$|\])(?:\s+\([a-z]{2,4}\.?\))?",
        r"(?P<number>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4}|\d{2})(?=\s|$|\])",
    )
]
_TIME = re.compile(
    r"(?P<hour>[01]?\d|2[0-4])[:.h](?P<minute>[0-5]\d)(?:\s?h)?(?=\s|$)(?:\s+(?P<zone>(?:UTC|GMT)(?:[+-]\d{1,2}(?::?\d{2})?)?)\b)?"
    r"(?:\s+\((?P<local>\d{1,2}[:.]\d{2})\s+(?P<localzone>UTC[+-]\d{1,2})\))?\s*",
    re.IGNORECASE,
)
_NAMED_DAY = r"(?:[a-z]{2,4}\s+)?([a-z]{3})[ /](\d{1,2})"
_RANGE = re.compile(rf"dates?:?\s+{_NAMED_DAY}(?:\s+(\d{{4}}))?\s+-\s+{_NAMED_DAY}\s+(\d{{4}})", re.IGNORECASE)
_TITLE_YEAR = re.compile(r"^\s*=\s+[^=\n#]*?\b(\d{4})\b(?![/-])", re.MULTILINE)
_LATE = timedelta(days=75)


@dataclass(frozen=True, slots=True)
class Bounds:
    """From when to when a season lasts."""

    starts: date
    ends: date


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour, with its zone where the file tells it: UTC+3."""

    hour: time
    zone: str = ""


def bounds_of(label: str) -> Bounds:
    """A season's bounds by its label: 2024-25 is from July to June, 2022 that year. ValueError for other labels."""
    found = re.fullmatch(r"(\d{4})(?:[-/](\d{4}|\d{2}))?", label)
    if not found:
        raise ValueError(f"{label}: a season is written like 2024-25, or 2022 for a summer")
    first = int(found[1])
    if found[2] is None:
        return Bounds(date(first, 1, 1), date(first, 12, 31))
    return Bounds(date(first, 7, 1), date(first + 1, 6, 30))


def titled_bounds(text: str, otherwise: Bounds) -> Bounds:
    """The year of a summer in the title of a file, if it is the one after: Euro 2020 was played as "= Euro 2021"."""
    found = _TITLE_YEAR.search(text)
    put_off = found and otherwise.starts.month == 1 and int(found[1]) == otherwise.starts.year + 1
    return bounds_of(found[1]) if put_off else otherwise


def told_bounds(comments: str, otherwise: Bounds) -> Bounds:
    """The bounds that the head of a file tells: "Date  Tue Sep/17 2024 - Sat May/31 2025"."""
    found = _RANGE.search(comments)
    if not found or found[1].lower() not in _MONTHS or found[4].lower() not in _MONTHS:
        return otherwise
    ends = date(int(found[6]), _MONTHS[found[4].lower()], int(found[5]))
    starts = date(int(found[3] or found[6]), _MONTHS[found[1].lower()], int(found[2]))
    return Bounds(starts, ends) if starts <= ends else otherwise


def read_date(text: str, bounds: Bounds, last: date | None) -> tuple[date, str] | None:
    """The date at the beginning of a text, and what follows it; None if there is none. ValueError for 30 February."""
    bare = text.removeprefix("[")
    for style in _STYLES:
        if found := style.match(bare):
            rest = bare[found.end() :]
            rest = rest.lstrip(" ").removeprefix("]") if text.startswith("[") else rest
            return _day(found, bounds, last), rest.strip(" ,")
    return None


def read_time(text: str) -> tuple[Clock, str] | None:
    """The hour at the beginning of a text, and what follows it. The hour at the ground, with its zone, is the surer one."""
    found = _TIME.match(text)
    if not found:
        return None
    rest = text[found.end() :].strip()
    if found["local"]:
        hour, minute = re.split(r"[:.]", found["local"])
        return Clock(time(int(hour) % 24, int(minute)), found["localzone"].upper()), rest
    return Clock(time(int(found["hour"]) % 24, int(found["minute"])), (found["zone"] or "").upper()), rest


def _day(found: re.Match, bounds: Bounds, last: date | None) -> date:
    told = found.groupdict()
    month = int(told["number"]) if told.get("number") else _month(told["month"].lower())
    day = int(told["day"])
    if month > 12 >= day and told.get("number"):
        month, day = day, month
    if told.get("year"):
        return date(int(told["year"]) + (2000 if len(told["year"]) == 2 else 0), month, day)
    return _within(bounds, last, month, day, _weekday(told.get("weekday")))


def _month(word: str) -> int:
    return _FOREIGN.get(word) or _MONTHS[word[:3]]


def _weekday(word: str | None) -> int | None:
    plain = (word or "").lower()
    if plain == "do":  # Donnerstag; "dom" and "dim" are Sundays
        return 3
    if plain == "dim":
        return 6
    return next((number for number, names in enumerate(_WEEKDAYS) if plain and plain.startswith(tuple(names.split("|")))), None)


def _within(bounds: Bounds, last: date | None, month: int, day: int, weekday: int | None) -> date:
    """The year that puts the day into the season; near the last date where two would do, on its weekday if that is told.

    A season that overran its summer, as in 2020, is followed only forward: the next day of play is near the last one.
    """
    days = [
        date(year, month, day)
        for year in range(bounds.starts.year, bounds.ends.year + 2)
        if (month, day) != (2, 29) or _leap(year)
    ]
    if not days:
        raise ValueError(f"{day}.{month}. is in no year of the season")
    inside = [one for one in days if bounds.starts <= one <= bounds.ends]
    if last is not None and (later := [one for one in days if timedelta(0) <= one - last <= _LATE]) and not inside:
        return later[0]
    if last is not None and inside and (last - inside[0]).days > 300 and later and later[0] - bounds.ends <= _LATE:
        return later[0]
    choice = inside or days
    fitting = [one for one in choice if weekday is not None and one.weekday() == weekday] or choice
    return min(fitting, key=lambda one: abs((one - (last or bounds.starts)).days))


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)

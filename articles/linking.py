"""Finding the facts that a story may be tied to, of all kinds by one search: "inter kai", "martinez", "67".

`search` asks the database at most ten times, however many words are typed and however much there is to find.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, When
from django.utils.timezone import make_aware

from articles.models.links import LINKS
from teams import clock
from teams.models import Alias, Competition, Match, MatchEvent, Person, Spell, Team, Venue
from teams.names import fold

MODELS = {model.TARGET: model._meta.get_field(model.TARGET).related_model for model in LINKS}
SHOWN, MOST_WORDS, LONGEST, LOOKED_AT = 6, 6, 80, 300
_DAY = re.compile(r"\b(\d{4})-(\d\d)(?:-(\d\d))?\b")
_MINUTE = re.compile(r"(?<!\S)([1-9]\d{0,2})(?:\+(\d{1,2}))?['’′]?(?!\S)")


class Typed(NamedTuple):
    """What somebody typed: words, and perhaps a minute (with what was added to it), and days between which it was."""

    words: tuple[str, ...]
    minute: tuple[int, int | None] | None = None
    days: tuple[date, date] | None = None

    @property
    def whole(self):
        return " ".join(self.words)


class Around(NamedTuple):
    """What the story has so far: the day that it is of, and the numbers of the matches and teams that it is tied to."""

    day: date
    matches: tuple[int, ...] = ()
    teams: tuple[int, ...] = ()


def search(text: str, around: Around) -> dict[str, list[models.Model]]:
    """The facts that fit, the likeliest first, by kind; the kind that is most likely meant comes first [10 queries]."""
    wanted = typed(text)
    if not any(wanted):
        return {}
    others = _other_names(wanted.words)
    teams = _rows(Team, wanted.words, others["team"])
    competitions = _rows(Competition, wanted.words, others["competition"])
    matches = _matches(wanted, around.day, _by_word(wanted, teams, others["team"]), competitions)
    found = {
        "match": matches,
        "person": _people(wanted, others["person"], around),
        "event": _events(wanted, around, matches),
        "team": _with_all(wanted, teams, others["team"]),
        "competition": _with_all(wanted, competitions, others["competition"]),
        "venue": _with_all(wanted, _rows(Venue, wanted.words, others["venue"]), others["venue"]),
    }
    return _likeliest_first({kind: rows[:SHOWN] for kind, rows in found.items() if rows}, wanted)


def events_of(match: Match) -> list[MatchEvent]:
    """What happened in a match, also what was taken back, in order: to be ticked."""
    told = match.events.exclude(status=MatchEvent.Status.SUPERSEDED)
    return list(told.select_related("person", "second_person"))


def facts_of(kind: str, numbers: Iterable[int]) -> dict[int, models.Model]:
    """The rows of a kind by number, with all that their labels say."""
    match kind:
        case "person":
            rows = Person.objects.with_club_on(clock.today())
        case "match":
            rows = Match.objects.for_card()
        case "event":
            rows = MatchEvent.objects.for_page()
        case _:
            rows = MODELS[kind].objects.all()
    return rows.in_bulk(list(numbers))


def typed(text: str) -> Typed:
    """
    >>> typed("Inter Kaì 45+2'")
    Typed(words=('inter', 'kai'), minute=(45, 2), days=None)
    """
    text, days, minute = text[:LONGEST], None, None
    if found := _DAY.search(text):
        days, text = _days(*map(int, filter(None, found.groups()))), text.replace(found[0], " ")
    if found := _MINUTE.search(text):
        minute = (int(found[1]), int(found[2]) if found[2] else None)
        text = text.replace(found[0], " ", 1)
    return Typed(tuple(dict.fromkeys(fold(text).split()))[:MOST_WORDS], minute, days)


def _days(year: int, month: int, day: int | None = None) -> tuple[date, date] | None:
    """The first day, and the one behind the last; None for a day that no calendar has."""
    try:
        first = date(year, month, day or 1)
    except ValueError:
        return None
    return first, first + timedelta(days=1) if day else (first + timedelta(days=31)).replace(day=1)


def _other_names(words: Iterable[str]) -> dict[str, dict[int, list[str]]]:
    """The folded other names that hold one of the words, by kind and row."""
    found = {kind: defaultdict(list) for kind in ("team", "person", "competition", "venue")}
    rows = Alias.objects.filter(_any(Q(folded__contains=word) for word in words)).order_by("folded")
    for folded, *numbers in rows.values_list("folded", *(f"{kind}_id" for kind in found))[:LOOKED_AT]:
        kind, number = next((kind, number) for kind, number in zip(found, numbers, strict=True) if number)
        found[kind][number].append(folded)
    return found


def _rows(model: type[models.Model], words: Iterable[str], others: dict[int, list[str]]) -> list[models.Model]:
    """The rows that fit one of the words at least; those that begin with it come first."""
    begins = _any(Q(slug__startswith=_as_slug(word)) for word in words)
    fits = _any(_named(word) for word in words) | Q(pk__in=list(others))
    return list(model.objects.filter(fits).order_by(Case(When(begins, then=0), default=1), "name")[:LOOKED_AT])


def _people(wanted: Typed, others: dict[int, list[str]], around: Around) -> list[Person]:
    """Those that fit every word: first who belongs to a team of the story on its day, then who belongs anywhere."""
    if not wanted.words:
        return []
    people = Person.objects.with_club_on(around.day)
    for word in wanted.words:
        people = people.filter(
            _named(word) | Q(pk__in=[pk for pk, names in others.items() if any(word in name for name in names)])
        )
    spells = Spell.objects.on(around.day).filter(person=OuterRef("pk"))
    sides = Match.objects.filter(pk__in=around.matches)
    ours = Q(team__in=around.teams) | Q(team__in=sides.values("home")) | Q(team__in=sides.values("away"))
    near = Case(When(Exists(spells.filter(ours)), then=0), When(Exists(spells), then=1), default=2)
    return list(people.order_by(near, "surname", "name")[:SHOWN])


def _matches(wanted: Typed, day: date, teams: dict[str, set[int]], competitions: list[Competition]) -> list[Match]:
    """Both sides named before one, near the day before far from it; what is over is told of sooner than what is to come."""
    if not (wanted.words or wanted.days):
        return []
    every = set().union(*teams.values())
    matches = Match.objects.for_card().annotate(both=Case(When(home__in=every, away__in=every, then=0), default=1))
    for word in wanted.words:
        tournaments = [each.pk for each in competitions if _holds(each, word)]
        sides = Q(home__in=teams[word]) | Q(away__in=teams[word])
        matches = matches.filter(sides | Q(stage__season__competition__in=tournaments))
    if wanted.days:
        first, end = map(_midnight, wanted.days)
        matches = matches.filter(kickoff__gte=first, kickoff__lt=end)
    night = _midnight(day + timedelta(days=1))
    before = matches.filter(kickoff__lt=night).order_by("both", "-kickoff")[:SHOWN]
    after = matches.filter(kickoff__gte=night).order_by("both", "kickoff")[:SHOWN]
    noon = night - timedelta(hours=12)
    return sorted([*before, *after], key=lambda match: (match.both, max(noon - match.kickoff, 2 * (match.kickoff - noon))))


def _events(wanted: Typed, around: Around, matches: list[Match]) -> list[MatchEvent]:
    """By minute, of the matches of the story and of those found; by who or what it was, of the matches of the story alone."""
    found = {match.pk for match in matches[:SHOWN]} if wanted.minute else set()
    events = MatchEvent.objects.for_page().filter(match__in=found.union(around.matches))
    events = events.exclude(status=MatchEvent.Status.SUPERSEDED)
    if wanted.minute:
        minute, stoppage = wanted.minute
        events = events.filter(minute=minute, **({} if stoppage is None else {"stoppage": stoppage}))
    fitting = [event for event in events if event.match_id in found or _tells_of(event, wanted)]
    return sorted(fitting, key=lambda event: (event.match_id not in around.matches, not event.is_goal))


def _tells_of(event: MatchEvent, wanted: Typed) -> bool:
    match = [event.match.home, event.match.away] if wanted.minute else []
    told = fold(" ".join(str(part) for part in (event.person, event.second_person, event.get_kind_display(), *match) if part))
    return all(word in told for word in wanted.words)


def _by_word(wanted: Typed, rows: list[Team], others: dict[int, list[str]]) -> dict[str, set[int]]:
    return {word: {row.pk for row in rows if _holds(row, word, others)} for word in wanted.words}


def _with_all(wanted: Typed, rows: list[models.Model], others: dict[int, list[str]]) -> list[models.Model]:
    """Those that every word fits, the shortest names first."""
    fitting = [row for row in rows if all(_holds(row, word, others) for word in wanted.words)]
    return sorted(fitting, key=lambda row: len(row.name))


def _holds(row: models.Model, word: str, others: dict[int, list[str]] | None = None) -> bool:
    names = [row.slug.replace("-", " "), fold(row.name), *(others or {}).get(row.pk, ())]
    return any(word in name for name in [*names, fold(getattr(row, "name_en", ""))])


def _likeliest_first(found: dict[str, list[models.Model]], wanted: Typed) -> dict[str, list[models.Model]]:
    """With a minute it is an event; else a kind of which a row is called just so comes first. The others stay in their order."""
    whole = " ".join(wanted.words)
    exact = {kind for kind, rows in found.items() if any(fold(getattr(row, "name", "")) == whole for row in rows)}
    exact |= {"event"} if wanted.minute else set()
    return dict(sorted(found.items(), key=lambda item: item[0] not in exact))


def _named(word: str) -> Q:
    return Q(slug__contains=_as_slug(word)) | Q(name__icontains=word)


def _as_slug(word: str) -> str:
    return word.replace("'", "")


def _any(conditions: Iterable[Q]) -> Q:
    """True if one of them is; of no conditions none is."""
    found = Q(pk__in=[])
    for condition in conditions:
        found |= condition
    return found


def _midnight(day: date) -> datetime:
    return make_aware(datetime.combine(day, time.min))

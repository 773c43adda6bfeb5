"""Every disagreement there is: within match sheets, between sources, between a source and what stands here now.

findings(matches)    what the guards find, but for what somebody has overruled [4 queries for 500 matches]
conflicts(matches)   fields of which two sources say different things, and those where a person has the last word [2 a kind]
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.utils import timezone

from teams.guards import Disagreement, Event, Line, Sheet, disagreements
from teams.models import Appearance, ImportedRow, Match, MatchEvent, Overruled, Spell
from teams.models.sources import plain

_CHUNK = 500
# What a source says while it knows no more; that contradicts nobody.
_NOT_YET = (("status", "scheduled"), ("kickoff_confirmed", False))
_KINDS = {"match": Match, "appearance": Appearance, "matchevent": MatchEvent}


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field of a row about which words differ: `said` by source; `stands` is what the row holds."""

    match: Match
    row: Any
    name: str
    said: dict[str, Any]
    stands: Any

    def __str__(self) -> str:
        told = ", ".join(f"{source} says {value!r}" for source, value in sorted(self.said.items()))
        return f"{self.row}: {self.name} is {self.stands!r}; {told}"

    @property
    def is_correction(self) -> bool:
        """Somebody has decided otherwise than every source."""
        return self.stands not in self.said.values()


def findings(matches: Iterable[Match]) -> Iterator[tuple[Match, Disagreement]]:
    """What disagrees within these matches, which need `for_card()`, and is not overruled."""
    matches = list(matches)
    for start in range(0, len(matches), _CHUNK):
        yield from _findings(matches[start : start + _CHUNK])


def _findings(matches: list[Match]) -> Iterator[tuple[Match, Disagreement]]:
    lines, events = _by_match(Appearance.objects.select_related("person"), matches), _events(matches)
    settled = {(one.match_id, one.guard, one.about) for one in Overruled.objects.filter(match__in=matches)}
    squads = _squads(matches)
    for match in matches:
        sheet = _sheet(match, lines[match.pk], events[match.pk], squads)
        for found in disagreements(sheet):
            if not settled & {(match.pk, found.guard, found.about[:190]), (match.pk, found.guard, "")}:
                yield match, found


def _by_match(queryset, matches: list[Match]) -> dict[int, list]:
    rows = defaultdict(list)
    for row in queryset.filter(match__in=[match.pk for match in matches]).order_by("match", "order", "pk"):
        rows[row.match_id].append(row)
    return rows


def _events(matches: list[Match]) -> dict[int, list[MatchEvent]]:
    return _by_match(MatchEvent.objects.standing().for_timeline(), matches)


def _squads(matches: list[Match]) -> dict[int, list[tuple]]:
    """Who belongs to a team, from when to when; a team of which little is known has no squad to compare with."""
    teams = {team for match in matches for team in (match.home_id, match.away_id)}
    squads = defaultdict(list)
    for team, person, start, end in Spell.objects.filter(team__in=teams, role="player").values_list(
        "team", "person", "start", "end"
    ):
        squads[team].append((person, start, end))
    return {team: spells for team, spells in squads.items() if len(spells) >= 11}


def _sheet(match: Match, lines: list[Appearance], events: list[MatchEvent], squads: dict[int, list[tuple]]) -> Sheet:
    day = timezone.localdate(match.kickoff, timezone.get_default_timezone())
    season = match.stage.season
    return Sheet(
        goals=_pair(match, "goals") if match.status == Match.Status.FINISHED else None,
        half_time=_pair(match, "half_time"),
        shootout=_pair(match, "shootout"),
        extra_time=match.went_to_extra_time or match.home_shootout is not None,
        lines=tuple(Line(line.person_id, str(line.person), line.side, line.starter, line) for line in lines),
        events=tuple(map(_event, events)),
        day=day,
        season=(season.starts, season.ends),
        squads={
            side: frozenset(
                person
                for person, start, end in squads.get(team, ())
                if (start is None or start <= day) and (end is None or end >= day)
            )
            for side, team in (("home", match.home_id), ("away", match.away_id))
        },
    )


def _event(row: MatchEvent) -> Event:
    first, second = (str(person) if person else "" for person in (row.person, row.second_person))
    when = (row.period, row.minute, row.stoppage)
    return Event(row.kind, row.side, *when, row.person_id, first, row.second_person_id, second, row)


def _pair(match: Match, name: str) -> tuple[int, int] | None:
    home, away = getattr(match, f"home_{name}"), getattr(match, f"away_{name}")
    return None if home is None or away is None else (home, away)


def conflicts(matches: Iterable[Match]) -> Iterator[Conflict]:
    """What sources and people say differently about these matches, their line-ups and events."""
    known = {match.pk: match for match in matches}
    numbers = sorted(known)
    for start in range(0, len(numbers), _CHUNK):
        chunk = numbers[start : start + _CHUNK]
        for kind, model in _KINDS.items():
            rows = model.objects.filter(**{"pk__in" if model is Match else "match__in": chunk})
            rows = rows.for_card() if model is Match else rows.select_related("person")
            yield from _conflicts(kind, {row.pk: row for row in rows}, known)


def _conflicts(kind: str, rows: dict[int, Any], matches: dict[int, Match]) -> Iterator[Conflict]:
    words = defaultdict(lambda: defaultdict(dict))
    numbers = sorted(rows)
    for start in range(0, len(numbers), _CHUNK):
        told = ImportedRow.objects.filter(kind=kind, row_id__in=numbers[start : start + _CHUNK]).order_by("row_id", "source")
        for memory in told:
            for name, value in memory.said.items():
                if (name, value) not in _NOT_YET and not (name == "kickoff" and memory.said.get("kickoff_confirmed") is False):
                    words[memory.row_id][name][memory.source] = value
    found = [
        Conflict(matches[getattr(rows[number], "match_id", number)], rows[number], name, dict(said), stands)
        for number, names in words.items()
        for name, said in names.items()
        if name != "order" and _differ(said, stands := plain(getattr(rows[number], name, None)))
    ]
    yield from _in_words(found)


def _differ(said: dict[str, Any], stands: Any) -> bool:
    values = list(said.values())
    return any(value != values[0] for value in values) or stands not in values


def _in_words(found: list[Conflict]) -> Iterator[Conflict]:
    """The same with names instead of numbers of rows: one query for each model that is named."""
    wanted = defaultdict(set)
    for one in found:
        if one.name.endswith("_id"):
            wanted[_model(one)] |= {*one.said.values(), one.stands} - {None}
    names = {model: {pk: str(row) for pk, row in model.objects.in_bulk(pks).items()} for model, pks in wanted.items()}
    for one in found:
        if one.name.endswith("_id"):
            known = names[_model(one)]
            said = {source: known.get(value, value) for source, value in one.said.items()}
            one = replace(one, name=one.name.removesuffix("_id"), said=said, stands=known.get(one.stands, one.stands))
        yield one


def _model(one: Conflict):
    return one.row._meta.get_field(one.name.removesuffix("_id")).related_model

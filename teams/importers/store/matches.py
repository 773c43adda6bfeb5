"""Keeps matches: fixtures, results and whole match sheets with their line-ups and events."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from teams.importers.records import EventRecord, MatchRecord, Refused
from teams.importers.store.keeping import Tally, Wish, keep
from teams.importers.store.register import Register, Registered
from teams.models import Appearance, Competition, ImportedRow, Match, MatchEvent, Stage, Team


@transaction.atomic
def store_matches(records: Iterable[MatchRecord], *, source: str, tally: Tally, names=None) -> None:
    """All of these matches or, where one is refused, none. `names` finds whom they mean; else only rows that are there do."""
    desk = _Desk(names or Registered())
    records = [desk.the_right_way_round(record) for record in records]
    rows = keep(Match, [desk.match(record) for record in records], source=source, tally=tally)
    pairs = [(row, record) for row, record in zip(rows, records, strict=True) if row]
    desk.look_at_events([row for row, record in pairs if record.events], source)
    told = [(record, event) for _, record in pairs for event in record.events]
    lines = [desk.appearance(row, record, line) for row, record in pairs for line in record.appearances]
    events = [desk.event(row, record, event, n) for row, record in pairs for n, event in enumerate(record.events)]
    places = {row.pk: record.place for row, record in pairs if record.appearances or record.events}
    for model, wishes in ((Appearance, list(filter(None, lines))), (MatchEvent, events)):
        kept = keep(model, wishes, source=source, tally=tally)
        _tell_what_is_gone(model, kept, places, source, tally)
    desk.note_who_waits(zip(kept, told, strict=True))


_HOW = ("status", "kickoff", "kickoff_confirmed")


class _Desk:
    """Knows everybody by name, for the length of one import."""

    def __init__(self, names):
        self.names, self.competitions = names, Register(Competition)
        self.slugs = dict(Team.objects.values_list("pk", "slug"))
        self.grounds = dict(Team.objects.values_list("pk", "home_venue_id"))
        self.stages, self.numbers = {}, {}
        self.told_by_others = defaultdict(list)
        for stage in Stage.objects.select_related("season").order_by("order", "name"):
            season = (stage.season.competition_id, stage.season.label)
            self.stages |= {(*season, name): stage.pk for name in (stage.name, stage.name_en) if name or not stage.name}

    def the_right_way_round(self, record: MatchRecord) -> MatchRecord:
        """On neutral ground one source's home side is another's away side: two teams do not meet twice on one day."""
        place = record.place
        home, away = self.names.team(record.home, place), self.names.team(record.away, place)
        stage, day = self._stage(record), record.kickoff.astimezone(UTC).date()
        days = {home: self._there(stage, home, away).values(), away: self._there(stage, away, home).values()}
        told = {side: any(abs((when.date() - day).days) <= 1 for _, when, _ in kept) for side, kept in days.items()}
        return record.turned() if told[away] and not told[home] else record

    def match(self, record: MatchRecord) -> Wish:
        place = record.place
        home, away = self.names.team(record.home, place), self.names.team(record.away, place)
        day = timezone.localdate(record.kickoff, timezone.get_default_timezone())
        stage = self._stage(record)
        matchday, cup_round = self._number(stage, home, away, record)
        identity = {"stage_id": stage, "home_id": home, "away_id": away, "matchday": matchday, "round": cup_round}
        at_birth = {"slug": f"{self.slugs[home]}-{self.slugs[away]}-{day}"}
        if record.venue is None:
            at_birth["venue_id"] = self.grounds[home]
        there = self._there(stage, home, away).get((matchday, cup_round))
        return Wish(place, identity, _without_less(self._said_of_match(record), record, there), at_birth)

    def look_at_events(self, matches: Sequence[Match], source: str) -> None:
        """What other sources tell of these matches: one goal is not two because its scorer is spelt in two ways."""
        told = ImportedRow.objects.filter(kind="matchevent")
        mine, others = (rows.values("row_id") for rows in (told.filter(source=source), told.exclude(source=source)))
        names = ("match_id", "kind", "side", "minute", "stoppage")
        events = MatchEvent.objects.filter(match__in=[row.pk for row in matches], minute__isnull=False).exclude(person=None)
        for *moment, person in events.filter(Q(pk__in=others) | ~Q(pk__in=mine)).order_by("pk").values_list(*names, "person_id"):
            self.told_by_others[tuple(moment)].append(person)

    def appearance(self, match: Match, record: MatchRecord, line) -> Wish | None:
        """Nothing while it is not known who it is: a line of a sheet is somebody's."""
        person = self.names.person(line.person, line.place, getattr(record, line.side))
        if person is None:
            return None
        identity = {"match_id": match.pk, "person_id": person}
        said = {name: getattr(line, name) for name in ("side", "shirt", "starter", "captain", "order")}
        return Wish(line.place, identity, said | _unless_none(position=line.position))

    def event(self, match: Match, record: MatchRecord, event, order: int) -> Wish:
        team = getattr(record, event.side_of_people)
        person = self.names.person(event.person, event.place, team)
        second = self.names.person(event.second_person, event.place, team)
        moment = (match.pk, event.kind, event.side, event.minute, event.stoppage)
        if event.minute is not None and (told := self.told_by_others.get(moment)) and person not in told:
            person = told.pop(0) if len(told) == 1 else person
        identity = {"match_id": match.pk, "kind": event.kind, "side": event.side, "person_id": person}
        said = {name: getattr(event, name) for name in ("period", "minute", "stoppage", "decision")}
        return Wish(event.place, identity, said | {"order": order, "second_person_id": second})

    def note_who_waits(self, kept: Iterable[tuple[MatchEvent | None, tuple[MatchRecord, EventRecord]]]) -> None:
        """Beside each open question the events that stand without their person until it is answered."""
        for row, (record, event) in kept:
            for name in ("person", "second_person"):
                asked = self.names.question(getattr(event, name), getattr(record, event.side_of_people))
                if row and asked and getattr(row, f"{name}_id") is None:
                    asked.waiting.append([row.pk, name])

    def _number(self, stage: int, home: int, away: int, record: MatchRecord) -> tuple[int | None, str]:
        """Matchday and round as the record has them or, where one of the two sides leaves them out, as the row has them."""
        said, known = (record.matchday, record.round), list(self._there(stage, home, away))
        return known[0] if len(known) == 1 and (None, "") in (said, known[0]) else said

    def _there(self, stage: int, home: int, away: int) -> dict[tuple[int | None, str], tuple[str, datetime, bool]]:
        """The matches of these two that are kept already, by matchday and round: status, kick-off and whether it is sure."""
        if stage not in self.numbers:
            self.numbers[stage] = defaultdict(dict)
            kept = Match.objects.filter(stage=stage).values_list("home", "away", "matchday", "round", *_HOW)
            for first, second, matchday, cup_round, *how in kept:
                self.numbers[stage][first, second][matchday, cup_round] = tuple(how)
        return self.numbers[stage][home, away]

    def _stage(self, record: MatchRecord) -> int:
        competition = self.competitions.find(record.competition, record.place)
        try:
            return self.stages[competition, record.season, record.stage]
        except KeyError:
            told = f"{record.competition} {record.season} has no stage “{record.stage}”"
            known = [name or "(empty)" for pk, label, name in self.stages if (pk, label) == (competition, record.season)]
            advice = f"write one of: {', '.join(known)}" if known else "add the season to competitions.yaml first"
            raise Refused(record.place, f"{told}; {advice}") from None

    def _said_of_match(self, record: MatchRecord) -> dict[str, Any]:
        people = {"referee": "", "home_coach": record.home, "away_coach": record.away}
        words = ("kickoff_confirmed", "attendance", "home_formation", "away_formation", "note", "decision")
        said = {f"{name}_id": self.names.person(getattr(record, name), record.place, team) for name, team in people.items()}
        said |= {name: getattr(record, name) for name in words}
        said["venue_id"] = self.names.venue(record.venue, record.place)
        said |= {"kickoff": record.kickoff.astimezone(UTC), "status": record.status}
        for name in ("goals", "half_time", "ninety", "shootout"):
            said |= _two_sides(name, getattr(record, name))
        return _unless_none(**said)


def _without_less(said: dict[str, Any], record: MatchRecord, there: tuple[str, datetime, bool] | None) -> dict[str, Any]:
    """What a source says, but for what it only does not know yet: a result that is there, the hour of a day that is there."""
    if there is None:
        return said
    status, kickoff, confirmed = there
    less = {"status"} if record.status == Match.Status.SCHEDULED and status not in Match.NEVER_SCORED else set()
    if confirmed and record.kickoff_confirmed is False and kickoff.date() == record.kickoff.astimezone(UTC).date():
        less |= {"kickoff", "kickoff_confirmed"}
    return {name: value for name, value in said.items() if name not in less}


def _tell_what_is_gone(model, kept, places, source: str, tally: Tally) -> None:
    """Name what this source has said of these matches and says no more: nothing is taken away by itself."""
    there = model.objects.filter(match_id__in=places).values("pk")
    said = ImportedRow.objects.filter(source=source, kind=model._meta.model_name, row_id__in=there).values_list(
        "row_id", flat=True
    )
    for row in model.objects.filter(pk__in=set(said) - {row.pk for row in kept if row}):
        tally.kept.append(f"{places[row.match_id]}: “{row}” is no longer there; if it was wrong, cancel or delete it here too")


def _two_sides(name: str, pair: Sequence[int] | None) -> dict[str, int]:
    return {} if pair is None else {f"home_{name}": pair[0], f"away_{name}": pair[1]}


def _unless_none(**said: Any) -> dict[str, Any]:
    return {name: value for name, value in said.items() if value is not None}

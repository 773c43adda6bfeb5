"""What a person has done: on the pitch, on the bench as a coach, with the whistle."""

from dataclasses import dataclass
from typing import NamedTuple

from teams import clock
from teams.models import Appearance, Match, MatchEvent, Spell, Stage, Team
from teams.models.matches import bring_together, stages_of
from teams.pages import coaching
from teams.rules import event_kinds
from teams.stats import lineups, players

LATEST = 10


class Sheet(NamedTuple):
    """What `stats.players` reads of a line on the match sheet."""

    match_id: int
    starter: bool
    length: int


@dataclass
class Outing:
    """One match that he played in: `sheet` is None where only his deeds are known, and then so are no minutes."""

    match: Match
    side: str
    sheet: Appearance | None
    marks: list[lineups.Mark]
    minutes: int | None

    @property
    def opponent(self):
        return self.match.team_on("away" if self.side == "home" else "home")


def gather(person) -> dict:
    spells = list(person.spells.for_career())
    stages = Stage.objects.current(clock.today()).select_related("season__competition").order_by().in_bulk()
    coached = coaching.rows_of(person)
    latest = coaching.latest_of(coached, LATEST)
    refereed = list(person.refereed.results()[:LATEST])
    appearances, events = rows_of(person, stages)
    matches = [*latest, *refereed, *{row.match for row in (*appearances, *events)}]
    by_team = coaching.by_team(person, coached)
    teams = Team.objects.in_bulk({pk for match in matches for pk in (match.home_id, match.away_id)} | set(by_team))
    others = stages_of(match for match in matches if match.stage_id not in stages)
    bring_together(matches, teams=teams, stages=stages | others)
    return {
        "age": age(person),
        "spells": spells,
        "spells_now": [spell for spell in spells if holds(spell)],
        "coached": latest,
        **coaching.gather(by_team, teams, stages),
        "refereed": refereed,
        **season_of(person, appearances, events),
    }


def rows_of(person, stages) -> tuple[list[Appearance], list[MatchEvent]]:
    """His lines on the match sheets of these stages and the events that name him; those of one match share it."""
    lines = person.appearances.filter(match__stage__in=stages).exclude(match__status__in=Match.NEVER_SCORED)
    events = MatchEvent.objects.of(person).standing().filter(match__stage__in=stages).select_related("match")
    rows = [*lines.select_related("match"), *events]
    matches = {row.match_id: row.match for row in rows}
    for row in rows:
        row.match = matches[row.match_id]
    return [row for row in rows if isinstance(row, Appearance)], list(events)


def age(person) -> int | None:
    born, today = person.birth_date, clock.today()
    return born and today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def holds(spell: Spell) -> bool:
    today = clock.today()
    return (spell.start is None or spell.start <= today) and (spell.end is None or spell.end >= today)


def season_of(person, appearances, events) -> dict:
    """His appearances, goals and cards, the latest first."""
    sheets = [Sheet(line.match_id, line.starter, length(line.match)) for line in appearances]
    own = sorted((event for event in events if event.person_id == person.pk), key=lambda e: e.match.kickoff, reverse=True)
    return {
        "account": players.account(person.pk, sheets, events),
        "outings": outings(person, appearances, events),
        "goals": [event for event in own if event.kind in event_kinds.SCORED_BY_PERSON],
        "cards": [event for event in own if event.is_card],
    }


def outings(person, appearances, events) -> list[Outing]:
    """The matches he played in, the latest first; who never left the bench did not play."""
    matches = {event.match_id: event.match for event in events} | {line.match_id: line.match for line in appearances}
    sheets = {line.match_id: line for line in appearances}
    found = [outing(person, match, sheets.get(pk), [e for e in events if e.match_id == pk]) for pk, match in matches.items()]
    return sorted((each for each in found if each), key=lambda each: each.match.kickoff, reverse=True)


def outing(person, match, sheet, events) -> Outing | None:
    marks = lineups.marks_by_person(events).get(person.pk, [])
    if sheet is None:
        deeds = [mark for mark in marks if mark.kind not in MatchEvent.CARDS]  # somebody on the bench can be booked
        return Outing(match, side_of(deeds[0]), None, marks, None) if deeds else None
    minutes = players.minutes_played(Sheet(match.pk, sheet.starter, length(match)), marks)
    return None if minutes is None else Outing(match, sheet.side, sheet, marks, minutes)


def side_of(mark) -> str:
    """The side he plays for; an own goal stands with the other."""
    if mark.kind != event_kinds.OWN_GOAL:
        return mark.event.side
    return "away" if mark.event.side == "home" else "home"


def length(match) -> int:
    return players.WITH_EXTRA_TIME if match.went_to_extra_time else players.REGULAR

"""One person's matches added up: appearances, minutes, goals, assists and cards."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from teams.rules import event_kinds
from teams.stats.lineups import ASSIST, OFF, ON, Mark, marks_by_person
from teams.stats.timeline import Event

REGULAR, WITH_EXTRA_TIME = 90, 120


class Sheet(Protocol):
    """The line of this person in one match sheet; `length` of the match in minutes, 90 or 120."""

    match_id: int
    starter: bool
    length: int


class PersonEvent(Event, Protocol):
    match_id: int


@dataclass(frozen=True, slots=True)
class Account:
    """What one person has done. `goals` holds `penalties`; `reds` are straight ones.

    `minutes` add up the matches whose line-up is known, `appearances` also those where only a deed shows that he played;
    `minutes_known` says whether the two cover the same matches.
    """

    appearances: int = 0
    starts: int = 0
    minutes: int = 0
    minutes_known: bool = True
    goals: int = 0
    penalties: int = 0
    assists: int = 0
    own_goals: int = 0
    yellows: int = 0
    second_yellows: int = 0
    reds: int = 0

    def __bool__(self) -> bool:
        return self != Account()


def account(person_id: int, sheets: Iterable[Sheet], events: Iterable[PersonEvent]) -> Account:
    """Add up one person's matches: his lines on the sheets, and the events that name him first or second."""
    sheet_of = {sheet.match_id: sheet for sheet in sheets}
    marks_in = _marks(person_id, events)
    spans = [span for match, sheet in sheet_of.items() if (span := minutes_played(sheet, marks_in.get(match, []))) is not None]
    without_sheet = [match for match, marks in marks_in.items() if match not in sheet_of and _shows_that_he_played(marks)]
    kinds = [mark.kind for marks in marks_in.values() for mark in marks]
    return Account(
        appearances=len(spans) + len(without_sheet),
        starts=sum(sheet.starter for sheet in sheet_of.values()),
        minutes=sum(spans),
        minutes_known=not without_sheet,
        goals=sum(kind in event_kinds.SCORED_BY_PERSON for kind in kinds),
        penalties=kinds.count(event_kinds.PENALTY_GOAL),
        assists=kinds.count(ASSIST),
        own_goals=kinds.count(event_kinds.OWN_GOAL),
        yellows=kinds.count(event_kinds.YELLOW),
        second_yellows=kinds.count("second_yellow"),
        reds=kinds.count("red"),
    )


def minutes_played(sheet: Sheet, marks: Iterable[Mark]) -> int | None:
    """Minutes on the pitch, None for who never left the bench.

    By the clock that is printed: off at 67 is 67 minutes and on at 67 the other 23; added minutes do not count, so the
    line-up adds up to eleven times ninety. Who comes on at 90+2 has played one minute.
    """
    when = {mark.kind: mark.event.minute for mark in marks}
    if not sheet.starter and ON not in when:
        return None
    begin = 0 if sheet.starter else when[ON]
    ends = [when[kind] for kind in (OFF, *event_kinds.DISMISSALS) if when.get(kind) is not None]
    return max(1, min([sheet.length, *ends]) - (begin or 0))


def _marks(person_id: int, events: Iterable[PersonEvent]) -> dict[int, list[Mark]]:
    by_match: dict[int, list[PersonEvent]] = defaultdict(list)
    for event in events:
        by_match[event.match_id].append(event)
    return {match: marks_by_person(those).get(person_id, []) for match, those in by_match.items()}


def _shows_that_he_played(marks: Iterable[Mark]) -> bool:
    """A card does not: somebody on the bench can be booked."""
    return any(mark.kind in (ON, OFF, ASSIST, *event_kinds.GOALS) for mark in marks)

"""The match sheet: who started, who sat on the bench, and what became of each of them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from teams.rules import event_kinds
from teams.stats.timeline import Event, in_order

ON, OFF, ASSIST = "on", "off", "assist"


class Appearance(Protocol):
    """One line of the sheet; `side` is home or away."""

    person_id: int
    side: str
    starter: bool


class Mark(NamedTuple):
    """What stands beside a name: `kind` is on, off, assist or the kind of the event."""

    kind: str
    event: Event


@dataclass(frozen=True, slots=True)
class Player:
    """One line of the sheet with its marks in order."""

    appearance: Any
    marks: tuple[Mark, ...]

    @property
    def came_on(self) -> Event | None:
        return self.first(ON)

    @property
    def went_off(self) -> Event | None:
        return self.first(OFF)

    @property
    def booked(self) -> Event | None:
        return self.first(event_kinds.YELLOW)

    @property
    def sent_off(self) -> Event | None:
        return self.first(*event_kinds.DISMISSALS)

    @property
    def goals(self) -> tuple[Event, ...]:
        """What he scored for his side."""
        return tuple(event for kind, event in self.marks if kind in event_kinds.SCORED_BY_PERSON)

    @property
    def own_goals(self) -> tuple[Event, ...]:
        return tuple(event for kind, event in self.marks if kind == event_kinds.OWN_GOAL)

    @property
    def played(self) -> bool:
        return self.appearance.starter or self.came_on is not None

    def first(self, *kinds: str) -> Event | None:
        return next((event for kind, event in self.marks if kind in kinds), None)


@dataclass(frozen=True, slots=True)
class Lineup:
    """One side: those who began, and the bench; both in the order of the sheet."""

    starters: tuple[Player, ...]
    bench: tuple[Player, ...]

    def __bool__(self) -> bool:
        return bool(self.starters or self.bench)

    @property
    def used(self) -> tuple[Player, ...]:
        """Those of the bench who came on."""
        return tuple(player for player in self.bench if player.came_on)


def lineups(appearances: Iterable[Appearance], events: Iterable[Event]) -> tuple[Lineup, Lineup]:
    """The line-ups of the home and the away side; events that were withdrawn leave no mark."""
    marks = marks_by_person(events)
    players = [Player(appearance, tuple(marks.get(appearance.person_id, ()))) for appearance in appearances]
    return _lineup(players, "home"), _lineup(players, "away")


def marks_by_person(events: Iterable[Event]) -> dict[int, list[Mark]]:
    """What each person did in these events of one match, in order.

    A substitution names who comes on first and who goes off second; of a goal the second person gave the assist.
    """
    marks: dict[int, list[Mark]] = defaultdict(list)
    for event in in_order(event for event in events if event.status == event_kinds.CONFIRMED):
        swap = event.kind == event_kinds.SUBSTITUTION
        if event.person_id:
            marks[event.person_id].append(Mark(ON if swap else event.kind, event))
        if event.second_person_id and (swap or event.kind == event_kinds.GOAL):
            marks[event.second_person_id].append(Mark(OFF if swap else ASSIST, event))
    return marks


def _lineup(players: list[Player], side: str) -> Lineup:
    ours = [player for player in players if player.appearance.side == side]
    starters = tuple(player for player in ours if player.appearance.starter)
    return Lineup(starters, tuple(player for player in ours if not player.appearance.starter))

"""A match told in order: its events folded into the score as it stood at each goal."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from teams.rules import event_kinds, periods

Score = tuple[int, int]


class Event(Protocol):
    """One row of what happened; `side` is home or away, and for an own goal the side that profits."""

    pk: int
    kind: str
    side: str
    status: str
    period: str
    minute: int | None
    stoppage: int
    order: int
    person_id: int | None
    second_person_id: int | None


@dataclass(frozen=True, slots=True)
class Moment:
    """One event in its place. `score` (home, away) is what it made the score, `shootout` likewise for a kick."""

    event: Event
    counts: bool
    score: Score | None = None
    shootout: Score | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """All events in order, withdrawn ones too. `goals` is what those that count add up to, `official` what was decided."""

    moments: tuple[Moment, ...]
    goals: Score
    shootout: Score
    official: Score | None

    @property
    def disagrees(self) -> bool:
        """Whether the official score is another than the goals that are entered add up to."""
        return self.official is not None and self.official != self.goals

    @property
    def scored(self) -> tuple[Moment, ...]:
        """The goals that count, in order."""
        return tuple(moment for moment in self.moments if moment.score)


def in_order(events: Iterable[Event]) -> list[Event]:
    """Events as they happened: 45+2 before 46; those whose minute nobody knows at the end."""
    return sorted(events, key=lambda e: (e.period, e.minute or 0, e.stoppage, e.order, e.pk))


def timeline(events: Iterable[Event], official: Score | None = None) -> Timeline:
    """Fold the events of one match. Cancelled and superseded ones keep their place and change no score."""
    goals, kicks = {"home": 0, "away": 0}, {"home": 0, "away": 0}
    moments = []
    for event in in_order(events):
        counts = event.status == event_kinds.CONFIRMED
        score = shootout = None
        if counts and event.kind in event_kinds.GOALS:
            goals[event.side] += 1
            score = (goals["home"], goals["away"])
        elif counts and event.period == periods.SHOOTOUT:
            kicks[event.side] += event.kind == event_kinds.SHOOTOUT_SCORED
            shootout = (kicks["home"], kicks["away"])
        moments.append(Moment(event, counts, score, shootout))
    return Timeline(tuple(moments), (goals["home"], goals["away"]), (kicks["home"], kicks["away"]), official)

"""Rows as the pure functions read them: nothing but attributes."""

from dataclasses import dataclass, field
from itertools import count
from typing import NamedTuple

from teams.rules import periods

_numbers = count(1)


class Result(NamedTuple):
    home: object
    away: object
    home_goals: int
    away_goals: int


def results(*told):
    """Results told as "Inter 2-1 Milan"."""
    parts = [line.split() for line in told]
    return [Result(home, away, *map(int, score.split("-"))) for home, score, away in parts]


@dataclass
class Event:
    kind: str
    minute: int | None = 1
    person_id: object = None
    second_person_id: object = None
    side: str = "home"
    stoppage: int = 0
    period: str = ""
    status: str = "confirmed"
    order: int = 0
    match_id: int = 1
    team_id: object = "Inter"
    pk: int = field(default_factory=lambda: next(_numbers))

    def __post_init__(self):
        self.period = self.period or periods.period_of(self.minute, self.stoppage)


@dataclass
class Appearance:
    person_id: object
    side: str = "home"
    starter: bool = True
    match_id: int = 1
    length: int = 90

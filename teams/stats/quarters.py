"""Goals by quarter of an hour, those of added time apart."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from teams.rules import event_kinds

LENGTH = 15


class Goal(Protocol):
    """A goal; `ours` says whether it was scored for the team that is asked about."""

    kind: str
    status: str
    period: str
    minute: int | None
    stoppage: int
    ours: bool


@dataclass(frozen=True, slots=True)
class Quarter:
    """`label` as printed: 1-15, 45+; extra time is one quarter for all."""

    label: str
    scored: int
    conceded: int


# Extra time is left out where nobody scored in it: most competitions have none.
_LABELS = ("1-15", "16-30", "31-45", "45+", "46-60", "61-75", "76-90", "90+")
EXTRA = "91-120"


def quarters(goals: Iterable[Goal]) -> list[Quarter]:
    """Scored and conceded in each quarter of an hour; a goal whose minute is not known is in none."""
    scored, conceded = dict.fromkeys([*_LABELS, EXTRA], 0), dict.fromkeys([*_LABELS, EXTRA], 0)
    for goal in goals:
        if goal.status == event_kinds.CONFIRMED and goal.kind in event_kinds.GOALS and goal.minute:
            (scored if goal.ours else conceded)[_label(goal)] += 1
    shown = [*_LABELS, EXTRA] if scored[EXTRA] or conceded[EXTRA] else _LABELS
    return [Quarter(label, scored[label], conceded[label]) for label in shown]


def _label(goal: Goal) -> str:
    if goal.minute > 90:
        return EXTRA
    if goal.stoppage:
        return "45+" if goal.minute == 45 else "90+"
    first = (goal.minute - 1) // LENGTH * LENGTH + 1
    return f"{first}-{first + LENGTH - 1}"

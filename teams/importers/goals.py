"""Goals as sources tell them, whichever the source: whose side they count for, and what they say of the score."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from teams.rules import periods
from teams.rules.event_kinds import GOAL, OWN_GOAL

Pair = tuple[int, int]
_LONGEST_STOPPAGE = 25


@dataclass(frozen=True, slots=True)
class Minute:
    """`minute` is None where it is not known; 45+2 is minute 45 with 2 added."""

    minute: int | None = None
    added: int = 0

    @property
    def period(self) -> str:
        """The period that the minute lies in; not known where the minute cannot be."""
        try:
            return periods.UNKNOWN if self.minute is None else periods.period_of(self.minute, self.added)
        except ValueError:
            return periods.UNKNOWN

    @property
    def fields(self) -> dict:
        """What an event record takes; a minute that cannot be is not known."""
        if self.period == periods.UNKNOWN:
            return {"period": periods.UNKNOWN, "minute": None, "stoppage": 0}
        return {"period": self.period, "minute": self.minute, "stoppage": self.added}

    def within(self, last: int) -> "Minute":
        """The same moment of a match whose last minute is `last`: 95' of ninety minutes is 90+5'."""
        late = (self.minute or 0) - last
        return Minute(last, late + self.added) if 0 < late <= _LONGEST_STOPPAGE else self


NEVER_TOLD = Minute()


@dataclass(frozen=True, slots=True)
class Goal:
    """`side` is the one whose score it raised."""

    side: str
    name: str
    at: Minute
    kind: str = GOAL


def agree(goals: Sequence[Goal], score: Pair | None) -> list[Goal]:
    """The goals with own goals on the side that profits, also where a source files them under the culprit's team.

    They are turned round only where that adds up to the score and what the source says does not.
    """
    turned = [replace(goal, side=_other(goal.side)) if goal.kind == OWN_GOAL else goal for goal in goals]
    return turned if score and tally(goals) != score and tally(turned) == score else list(goals)


def tally(goals: Iterable[Goal]) -> Pair:
    sides = [goal.side for goal in goals]
    return sides.count("home"), sides.count("away")


def last_minute(goals: Sequence[Goal], *, extra: bool, knockout: bool) -> int:
    """120 where extra time was played, else 90: sources count on beyond it, and write 95' for 90+5'.

    Where a source does not say so (`extra`), only a knock-out match can have had it: one that was level after ninety minutes,
    or in which somebody scored after a hundred.
    """
    late = [goal.at.minute for goal in goals if (goal.at.minute or 0) > 90]
    home, away = tally(goal for goal in goals if (goal.at.minute or 0) <= 90)
    had = extra or (knockout and late and (home == away or max(late) >= 100))
    return 120 if had else 90


def ninety_of(goals: Sequence[Goal], score: Pair, *, extra: bool) -> Pair | None:
    """The score after ninety minutes where extra time was played, as the goals tell it.

    It was played if the source says so (`extra`) or if somebody scored in it. None where it was not, or where not all
    goals are told with their minutes: then the score after ninety minutes stays unknown.
    """
    late = any(goal.at.period in ("3", "4") for goal in goals)
    whole = tally(goals) == score and all(goal.at.period != periods.UNKNOWN for goal in goals)
    return tally(goal for goal in goals if goal.at.period in ("1", "2")) if (extra or late) and whole else None


def _other(side: str) -> str:
    return "away" if side == "home" else "home"

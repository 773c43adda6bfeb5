"""What each goal did to a match: opened it, levelled it, turned it round, made it safe."""

from collections.abc import Sequence
from enum import StrEnum

from .shapes import AWAY, HOME, Goal


class Move(StrEnum):
    OPENER = "opener"
    LEVEL = "level"
    AHEAD_AGAIN = "ahead again"
    TURNED = "turned"
    FURTHER = "further"
    CLOSER = "closer"


def moves(goals: Sequence[Goal]) -> list[tuple[Goal, Move]]:
    """Each goal, in order, with what it did for the side that profits.

    A side that leads from a draw has turned the match if it was behind before, else it is ahead again.
    """
    told, was_behind = [], {HOME: False, AWAY: False}
    for goal in goals:
        own, others = goal.score if goal.side == HOME else goal.score[::-1]
        told.append((goal, _move(own, others, was_behind[goal.side])))
        for side, (ours, theirs) in ((HOME, goal.score), (AWAY, goal.score[::-1])):
            was_behind[side] |= ours < theirs
    return told


def _move(own: int, others: int, was_behind: bool) -> Move:
    if (own, others) == (1, 0):
        return Move.OPENER
    if own == others:
        return Move.LEVEL
    if own == others + 1:
        return Move.TURNED if was_behind else Move.AHEAD_AGAIN
    return Move.FURTHER if own > others else Move.CLOSER

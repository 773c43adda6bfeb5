"""Two teams and all their matches against each other."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from teams.stats.form import DRAWN, LOST, WON, Outcome, outcomes
from teams.stats.tallies import Result


@dataclass(frozen=True, slots=True)
class HeadToHead:
    """The balance as the first team sees it; `meetings` in the order in which they were given."""

    played: int
    won: int
    drawn: int
    lost: int
    goals_for: int
    goals_against: int
    meetings: tuple[Outcome, ...]


def head_to_head(results: Iterable[Result], first: Hashable, second: Hashable) -> HeadToHead:
    """What the first team has done against the second; other matches are left out."""
    meetings = outcomes((result for result in results if {result.home, result.away} == {first, second}), first)
    letters = [meeting.letter for meeting in meetings]
    return HeadToHead(
        played=len(meetings),
        won=letters.count(WON),
        drawn=letters.count(DRAWN),
        lost=letters.count(LOST),
        goals_for=sum(meeting.scored for meeting in meetings),
        goals_against=sum(meeting.conceded for meeting in meetings),
        meetings=tuple(meetings),
    )

"""Two teams and all their matches against each other."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from teams.stats.form import Outcome, Record, outcomes, record
from teams.stats.tallies import Result


@dataclass(frozen=True, slots=True)
class HeadToHead(Record):
    """The balance as the first team sees it; `meetings` in the order in which they were given."""

    meetings: tuple[Outcome, ...] = ()


def head_to_head(results: Iterable[Result], first: Hashable, second: Hashable) -> HeadToHead:
    """What the first team has done against the second; other matches are left out."""
    meetings = outcomes((result for result in results if {result.home, result.away} == {first, second}), first)
    balance = record(meetings)
    fields = (balance.played, balance.won, balance.drawn, balance.lost, balance.goals_for, balance.goals_against)
    return HeadToHead(*fields, tuple(meetings))

"""What each team has collected in a set of results: points, wins, goals."""

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

ALL, HOME, AWAY, FORM = "", "home", "away", "form"
PARTS = (ALL, HOME, AWAY, FORM)
LAST = 5


class Result(Protocol):
    """One match that counts; `home` and `away` are ids, or anything that can be a key."""

    home: Hashable
    away: Hashable
    home_goals: int
    away_goals: int


@dataclass(slots=True)
class Tally:
    """What one team has collected so far; `points` are those for wins and draws, nothing added or taken away."""

    points: int = 0
    wins: int = 0
    drawn: int = 0
    lost: int = 0
    goals_for: int = 0
    goals_against: int = 0
    away_goals_for: int = 0
    away_wins: int = 0

    @property
    def played(self) -> int:
        return self.wins + self.drawn + self.lost

    @property
    def goal_difference(self) -> int:
        return self.goals_for - self.goals_against

    @property
    def goal_average(self) -> float:
        """Goals scored for each one conceded; without end for who has scored and conceded none."""
        if self.goals_against:
            return self.goals_for / self.goals_against
        return math.inf if self.goals_for else 0.0

    def add(self, scored: int, conceded: int, for_win: int) -> None:
        self.goals_for += scored
        self.goals_against += conceded
        if scored > conceded:
            self.wins += 1
            self.points += for_win
        elif scored == conceded:
            self.drawn += 1
            self.points += 1
        else:
            self.lost += 1

    def add_away(self, scored: int, conceded: int, for_win: int) -> None:
        self.add(scored, conceded, for_win)
        self.away_goals_for += scored
        self.away_wins += scored > conceded


def tallies(results: Iterable[Result], for_win: int = 3) -> dict[Hashable, Tally]:
    """What each team has collected in these results."""
    collected: dict[Hashable, Tally] = {}
    for result in results:
        count(result, collected, for_win)
    return collected


def count(result: Result, collected: dict[Hashable, Tally], for_win: int) -> None:
    """Add one result to the tallies of its two teams."""
    home, away = collected.get(result.home), collected.get(result.away)
    if home is None:
        home = collected[result.home] = Tally()
    if away is None:
        away = collected[result.away] = Tally()
    home.add(result.home_goals, result.away_goals, for_win)
    away.add_away(result.away_goals, result.home_goals, for_win)


def tallies_of(part: str, results: Sequence[Result], for_win: int = 3) -> dict[Hashable, Tally]:
    """The tallies of what teams did at home, away, or in their last five matches; `results` from the oldest on."""
    if part == ALL:
        return tallies(results, for_win)
    collected: dict[Hashable, Tally] = {}
    seen: Counter[Hashable] = Counter()
    for result in reversed(results):
        seen.update((result.home, result.away))
        home, away = collected.setdefault(result.home, Tally()), collected.setdefault(result.away, Tally())
        if part == HOME or (part == FORM and seen[result.home] <= LAST):
            home.add(result.home_goals, result.away_goals, for_win)
        if part == AWAY or (part == FORM and seen[result.away] <= LAST):
            away.add_away(result.away_goals, result.home_goals, for_win)
    return collected

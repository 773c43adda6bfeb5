"""How teams on equal points compare: the criteria of a competition in their order, and the one that decided."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, groupby, pairwise
from typing import NamedTuple

from teams.rules import tie_breaks as rules
from teams.stats.tallies import Result, Tally, tallies


class Reason(NamedTuple):
    """What decided that a row stands above the next: ("goals_for", 14, 11).

    The criterion may also be "points"; "play_off", with the goals of the two (or their kicks) as its values; or
    "decided", with the words of the decision as its value and nothing for the next.
    """

    criterion: str
    value: float | str
    next_value: float | str


Ordered = list[tuple[Hashable, Reason | None]]
Chunks = Sequence[tuple[str, ...]]
NOTHING = Tally()


def chunks(criteria: Sequence[str], *, whole: bool = True) -> list[tuple[str, ...]]:
    """Points first; then each criterion alone, but head-to-head ones that follow each other together.

    Without those that a table of home matches cannot use, unless it is `whole`. ValueError for one that is not known.
    """
    if unknown := set(criteria) - set(rules.CRITERIA):
        raise ValueError(f"unknown tie-breaks: {', '.join(sorted(unknown))}")
    found: list[tuple[str, ...]] = [("points",)]
    for name in criteria if whole else [name for name in criteria if name in rules.OVERALL]:
        if _is_head_to_head((name,)) and _is_head_to_head(found[-1]):
            found[-1] += (name,)
        else:
            found.append((name,))
    return found


def _is_head_to_head(chunk: tuple[str, ...]) -> bool:
    return chunk[0].startswith(rules.HEAD_TO_HEAD)


@dataclass
class Ranking:
    """The results of one table, what teams have collected in them, and how they compare.

    `to_come`: pairs that have still to meet. `adjusted`: points given or taken away. `conduct`: gives the points for
    cards, at most 0, when they are asked for. `tallies` may count fewer results than there are: those at home.
    """

    results: Sequence[Result]
    tallies: dict[Hashable, Tally]
    for_win: int = 3
    to_come: set[frozenset[Hashable]] = field(default_factory=set)
    adjusted: Mapping[Hashable, int] = field(default_factory=dict)
    conduct: Callable[[], Mapping[Hashable, int]] = dict

    def tally(self, team: Hashable) -> Tally:
        return self.tallies.get(team, NOTHING)

    def points(self, team: Hashable) -> int:
        return self.tally(team).points + self.adjusted.get(team, 0)

    def order(self, level: list[Hashable], chunks: Chunks) -> Ordered:
        """Teams that are level so far, in order, each with the reason why it stands above the next."""
        if len(level) == 1 or not chunks:
            return [(team, None) for team in level]
        measures = self.measures(chunks[0], level)
        blocks = [list(block) for _, block in groupby(sorted(level, key=measures.get, reverse=True), measures.get)]
        if len(blocks) == 1:
            return self.order(level, chunks[1:])
        remaining = chunks if _is_head_to_head(chunks[0]) else chunks[1:]
        ordered: Ordered = []
        for block, following in pairwise([*blocks, None]):
            ordered += self.order(block, remaining)
            if following:
                ordered[-1] = (ordered[-1][0], _reason(chunks[0], measures[block[0]], measures[following[0]]))
        return ordered

    def measures(self, chunk: tuple[str, ...], level: list[Hashable]) -> dict[Hashable, tuple[float, ...]]:
        """For each of the teams the values of these criteria, higher is better; all the same where one has to wait."""
        name = chunk[0]
        if name == "points":
            return {team: (self.points(team),) for team in level}
        if _is_head_to_head(chunk):
            among = self.among(level)
            names = [name.removeprefix(rules.HEAD_TO_HEAD) for name in chunk]
            return {team: tuple(getattr(among.get(team, NOTHING), name) for name in names) for team in level}
        if name in rules.AT_THE_END and self.to_come:
            return dict.fromkeys(level, (0,))
        if name == rules.FAIR_PLAY:
            conduct = self.conduct()
            return {team: (conduct.get(team, 0),) for team in level}
        if name.startswith(rules.OPPONENTS):
            return self.of_opponents(name.removeprefix(rules.OPPONENTS), level)
        return {team: (getattr(self.tally(team), name),) for team in level}

    def among(self, level: list[Hashable]) -> dict[Hashable, Tally]:
        """The mini table of these teams; empty while some of them have still to meet."""
        if any(frozenset(pair) in self.to_come for pair in combinations(level, 2)):
            return {}
        inside = set(level)
        return tallies((r for r in self.results if r.home in inside and r.away in inside), self.for_win)

    def of_opponents(self, name: str, level: list[Hashable]) -> dict[Hashable, tuple[int, ...]]:
        sums = dict.fromkeys(level, 0)
        for result in self.results:
            for team, opponent in ((result.home, result.away), (result.away, result.home)):
                if team in sums:
                    sums[team] += getattr(self.tallies[opponent], name)
        return {team: (total,) for team, total in sums.items()}


def _reason(chunk: tuple[str, ...], above: tuple[float, ...], below: tuple[float, ...]) -> Reason:
    return next(Reason(name, *pair) for name, *pair in zip(chunk, above, below, strict=True) if pair[0] != pair[1])

"""A table: a fold over results, and the criteria that part teams on equal points."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby, pairwise
from typing import Any, NamedTuple, Protocol

from teams.rules import tie_breaks as rules


class Result(Protocol):
    """One match that counts; `home` and `away` are ids, or anything that can be a key."""

    home: Hashable
    away: Hashable
    home_goals: int
    away_goals: int


class Adjustment(Protocol):
    team: Hashable
    points: int


class Reason(NamedTuple):
    """What decided that a row stands above the next: ("goals_for", 14, 11); the criterion may be "points"."""

    criterion: str
    value: int
    next_value: int


@dataclass(frozen=True, slots=True)
class Row:
    """One team's line. `points` already holds `adjustment`; `reason` is None in the last row and above a level team.

    `shared` says that no criterion parts this team from the one above or below it. `zone` (a key of `rules.zones`)
    and `form` (W, D or L, the latest last) are filled in by `teams.tables`.
    """

    position: int
    team: Any
    played: int
    won: int
    drawn: int
    lost: int
    goals_for: int
    goals_against: int
    goal_difference: int
    points: int
    adjustment: int
    reason: Reason | None
    shared: bool
    zone: str = ""
    form: tuple[str, ...] = ()


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


def table(
    results: Iterable[Result],
    tie_breaks: Sequence[str],
    *,
    points_for_win: int = 3,
    adjustments: Iterable[Adjustment] = (),
    teams: Iterable[Hashable] = (),
    to_come: Iterable[tuple[Hashable, Hashable]] = (),
) -> list[Row]:
    """The table that `results` make, best first; a home or away table is the same over fewer results.

    `tie_breaks`: names from `rules.tie_breaks.CRITERIA` in order. `teams`: all that take part, also without a match
    yet; those that nothing parts stand in this order. `to_come`: pairs that have still to meet.

    Head-to-head criteria that follow each other are one mini table among all the teams that are level; to those that
    it leaves level while it parts others it is applied again from its start (UEFA Euro regulations, article 20.01 d).
    It waits until all matches between the teams in question have been played, as the leagues do within a season.
    ValueError for a criterion that is not known.
    """
    if unknown := set(tie_breaks) - set(rules.CRITERIA):
        raise ValueError(f"unknown tie-breaks: {', '.join(sorted(unknown))}")
    adjusted: dict[Hashable, int] = {}
    for adjustment in adjustments:
        adjusted[adjustment.team] = adjusted.get(adjustment.team, 0) + adjustment.points
    ranking = _Ranking(list(results), points_for_win, {frozenset(pair) for pair in to_come}, adjusted)
    listed = list(dict.fromkeys(teams))
    newcomers = {*ranking.tallies, *adjusted}.difference(listed)
    ordered = ranking.order([*listed, *sorted(newcomers)], [("points",), *_chunks(tie_breaks)])
    return ranking.rows(ordered)


def tallies(results: Iterable[Result], for_win: int = 3) -> dict[Hashable, Tally]:
    """What each team has collected in these results."""
    collected: dict[Hashable, Tally] = {}
    for result in results:
        home, away = collected.setdefault(result.home, Tally()), collected.setdefault(result.away, Tally())
        home.add(result.home_goals, result.away_goals, for_win)
        away.add(result.away_goals, result.home_goals, for_win)
        away.away_goals_for += result.away_goals
        away.away_wins += result.away_goals > result.home_goals
    return collected


def _chunks(tie_breaks: Sequence[str]) -> list[tuple[str, ...]]:
    """Each criterion alone, but head-to-head ones that follow each other together."""
    chunks: list[tuple[str, ...]] = []
    for name in tie_breaks:
        if chunks and _is_head_to_head((name,)) and _is_head_to_head(chunks[-1]):
            chunks[-1] += (name,)
        else:
            chunks.append((name,))
    return chunks


def _is_head_to_head(chunk: tuple[str, ...]) -> bool:
    return chunk[0].startswith(rules.HEAD_TO_HEAD)


_Ordered = list[tuple[Hashable, Reason | None]]


@dataclass
class _Ranking:
    """The results of one table, and how teams compare in them."""

    results: list[Result]
    for_win: int
    to_come: set[frozenset[Hashable]]
    adjusted: dict[Hashable, int]

    def __post_init__(self):
        self.tallies = tallies(self.results, self.for_win)

    def tally(self, team: Hashable) -> Tally:
        return self.tallies.get(team) or Tally()

    def points(self, team: Hashable) -> int:
        return self.tally(team).points + self.adjusted.get(team, 0)

    def order(self, level: list[Hashable], chunks: list[tuple[str, ...]]) -> _Ordered:
        """Teams that are level so far, in order, each with the reason why it stands above the next."""
        if len(level) == 1 or not chunks:
            return [(team, None) for team in level]
        measures = self.measures(chunks[0], level)
        blocks = [list(block) for _, block in groupby(sorted(level, key=measures.get, reverse=True), measures.get)]
        if len(blocks) == 1:
            return self.order(level, chunks[1:])
        remaining = chunks if _is_head_to_head(chunks[0]) else chunks[1:]
        ordered: _Ordered = []
        for block, following in pairwise([*blocks, None]):
            ordered += self.order(block, remaining)
            if following:
                ordered[-1] = (ordered[-1][0], _reason(chunks[0], measures[block[0]], measures[following[0]]))
        return ordered

    def measures(self, chunk: tuple[str, ...], level: list[Hashable]) -> dict[Hashable, tuple[int, ...]]:
        """For each of the teams the values of these criteria, higher is better."""
        if chunk == ("points",):
            return {team: (self.points(team),) for team in level}
        if chunk[0].startswith(rules.OPPONENTS):
            return self.of_opponents(chunk[0].removeprefix(rules.OPPONENTS), level)
        if not _is_head_to_head(chunk):
            return {team: (getattr(self.tally(team), chunk[0]),) for team in level}
        among = self.among(level)
        names = [name.removeprefix(rules.HEAD_TO_HEAD) for name in chunk]
        return {team: tuple(getattr(among.get(team, Tally()), name) for name in names) for team in level}

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

    def rows(self, ordered: _Ordered) -> list[Row]:
        parted = [True, *(reason is not None for _, reason in ordered[:-1]), True]
        return [
            self.row(position, team, reason, not (parted[position - 1] and parted[position]))
            for position, (team, reason) in enumerate(ordered, 1)
        ]

    def row(self, position: int, team: Hashable, reason: Reason | None, shared: bool) -> Row:
        tally = self.tally(team)
        return Row(
            position=position,
            team=team,
            played=tally.played,
            won=tally.wins,
            drawn=tally.drawn,
            lost=tally.lost,
            goals_for=tally.goals_for,
            goals_against=tally.goals_against,
            goal_difference=tally.goal_difference,
            points=self.points(team),
            adjustment=self.adjusted.get(team, 0),
            reason=reason,
            shared=shared,
        )


def _reason(chunk: tuple[str, ...], above: tuple[int, ...], below: tuple[int, ...]) -> Reason:
    return next(Reason(name, *pair) for name, *pair in zip(chunk, above, below, strict=True) if pair[0] != pair[1])

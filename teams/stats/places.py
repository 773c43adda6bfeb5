"""A team's place and points matchday by matchday: the table as it stood after each, for one team alone."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol

from teams.stats.ranking import Chunks, Ranking, chunks
from teams.stats.tallies import Result, count


class Played(Result, Protocol):
    matchday: int | None


class Adjustment(Protocol):
    """Points given or taken away from a matchday on."""

    team: Hashable
    points: int
    matchday: int


@dataclass(frozen=True, slots=True)
class Place:
    """How the team stood after this matchday."""

    matchday: int
    position: int
    points: int


def places(
    results: Iterable[Played],
    team: Hashable,
    tie_breaks: Sequence[str],
    *,
    points_for_win: int = 3,
    adjustments: Sequence[Adjustment] = (),
    teams: Sequence[Hashable] = (),
    to_come: Iterable[tuple[Hashable, Hashable]] = (),
) -> list[Place]:
    """The team's place after each matchday that it has played, postponed matches in their turn.

    The order is that of `table`, asked only among those on as many points as the team: whole tables would cost forty
    times as much. `teams` in the order in which those that nothing parts stand.
    """
    ordered = sorted((result for result in results if result.matchday), key=lambda result: result.matchday)
    left = Counter(frozenset(pair) for pair in [*to_come, *((result.home, result.away) for result in ordered)])
    ranking = Ranking([], {}, points_for_win, left, Counter())
    criteria, found = chunks(tie_breaks)[1:], []
    for matchday, group in groupby(ordered, lambda result: result.matchday):
        those = list(group)
        _play(those, ranking)
        ranking.adjusted = _adjusted(adjustments, matchday)
        if any(team in (result.home, result.away) for result in those):
            found.append(Place(matchday, _position(ranking, team, teams, criteria), ranking.points(team)))
    return found


def _play(results: list[Played], ranking: Ranking) -> None:
    ranking.results += results
    for result in results:
        count(result, ranking.tallies, ranking.for_win)
        pair = frozenset((result.home, result.away))
        ranking.to_come[pair] -= 1
        if not ranking.to_come[pair]:
            del ranking.to_come[pair]


def _adjusted(adjustments: Sequence[Adjustment], matchday: int) -> Counter[Hashable]:
    sums: Counter[Hashable] = Counter()
    for adjustment in adjustments:
        sums[adjustment.team] += adjustment.points * (adjustment.matchday <= matchday)
    return sums


def _position(ranking: Ranking, team: Hashable, teams: Sequence[Hashable], criteria: Chunks) -> int:
    everybody = [*teams, *sorted(set(ranking.tallies).difference(teams))]
    points = {each: ranking.points(each) for each in everybody}
    level = [each for each in everybody if points[each] == points[team]]
    above = sum(has > points[team] for has in points.values())
    return above + [each for each, _ in ranking.order(level, criteria)].index(team) + 1

"""A table: a fold over results, the criteria that part teams on equal points, and what was decided about places."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Protocol

from teams.stats.ranking import Ordered, Ranking, Reason, chunks
from teams.stats.tallies import ALL, Result, tallies_of


class Adjustment(Protocol):
    team: Hashable
    points: int


class Leg(Result, Protocol):
    """A match of a play-off; kicks are None where there was no shoot-out."""

    home_shootout: int | None
    away_shootout: int | None


class Decision(Protocol):
    """What a league or the lots decided: this team has that place."""

    team: Hashable
    position: int
    reason: str


@dataclass(frozen=True, slots=True)
class Row:
    """One team's line. `points` already holds `adjustment`; `reason` is None in the last row and above a level team.

    `shared` says that no criterion parts this team from the one above or below it. `zone` (a key of `rules.zones`), `form`
    (W, D or L, the latest last) and `provisional` (a match that is under way is counted) are filled in by `teams.tables`.
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
    provisional: bool = False


def table(
    results: Iterable[Result],
    tie_breaks: Sequence[str],
    *,
    points_for_win: int = 3,
    adjustments: Iterable[Adjustment] = (),
    teams: Iterable[Hashable] = (),
    to_come: Iterable[tuple[Hashable, Hashable]] = (),
    conduct: Callable[[], Mapping[Hashable, int]] = dict,
    part: str = ALL,
    play_offs: Iterable[int] = (),
    legs: Sequence[Leg] = (),
    decisions: Iterable[Decision] = (),
) -> list[Row]:
    """The table that `results` (from the oldest on) make, best first.

    `tie_breaks`: names from `rules.tie_breaks.CRITERIA` in order. `teams`: all that take part, also without a match
    yet; those that nothing parts stand in this order. `to_come`: pairs that have still to meet. `conduct` gives
    points for cards. `part`: what the teams did at home, away, or in their last five matches; points given or taken away and the
    matches between them say nothing there. `play_offs`: places that a play-off parts from the next where two teams are
    level, and its `legs`. `decisions` are applied last.

    Head-to-head criteria that follow each other are one mini table among all the teams that are level; to those that
    it leaves level while it parts others it is applied again from its start (UEFA Euro regulations, article 20.01 d).
    It waits until all matches between the teams in question have been played: the rules speak of teams that end level,
    and so do the tables that papers print within a season.
    ValueError for a criterion that is not known.
    """
    results, pairs = list(results), {frozenset(pair) for pair in to_come}
    adjusted = _sums(adjustments) if part == ALL else Counter()
    ranking = Ranking(results, tallies_of(part, results, points_for_win), points_for_win, pairs, adjusted, conduct)
    listed = list(dict.fromkeys(teams))
    newcomers = {*ranking.tallies, *adjusted}.difference(listed)
    criteria = chunks(tie_breaks, whole=part == ALL)
    ordered = ranking.order([*listed, *sorted(newcomers)], criteria)
    if part == ALL:
        ordered = _played_off(ordered, ranking, play_offs, legs)
        ordered = _decided(ordered, ranking, criteria, decisions)
    return _rows(ordered, ranking)


def _sums(adjustments: Iterable[Adjustment]) -> Counter[Hashable]:
    sums: Counter[Hashable] = Counter()
    for adjustment in adjustments:
        sums[adjustment.team] += adjustment.points
    return sums


def _played_off(ordered: Ordered, ranking: Ranking, places: Iterable[int], legs: Sequence[Leg]) -> Ordered:
    """The same order, but where a play-off between two that are level on points says otherwise."""
    for place in places:
        if place < len(ordered):
            above, below = ordered[place - 1][0], ordered[place][0]
            won = _winner([leg for leg in legs if {leg.home, leg.away} == {above, below}])
            if won and ranking.points(above) == ranking.points(below):
                winner, reason = won
                loser = below if winner == above else above
                ordered[place - 1 : place + 1] = [(winner, reason), (loser, ordered[place][1])]
    return ordered


def _winner(legs: Sequence[Leg]) -> tuple[Hashable, Reason] | None:
    """Who won these matches between two: by goals, by kicks, by goals away."""
    goals, kicks, away_goals = Counter(), Counter(), Counter()
    for leg in legs:
        goals.update({leg.home: leg.home_goals, leg.away: leg.away_goals})
        kicks.update({leg.home: leg.home_shootout or 0, leg.away: leg.away_shootout or 0})
        away_goals[leg.away] += leg.away_goals
    for counted in (goals, kicks, away_goals):
        best = counted.most_common(2)
        if len(best) == 2 and best[0][1] != best[1][1]:
            return best[0][0], Reason("play_off", best[0][1], best[1][1])
    return None


def _decided(ordered: Ordered, ranking: Ranking, criteria, decisions: Iterable[Decision]) -> Ordered:
    """Each team that a decision is about in its place, and the others about it as before."""
    words = {decision.team: decision for decision in decisions}
    if not words:
        return ordered
    reasons = dict(_between(ordered))
    teams = [team for team, _ in ordered if team not in words]
    for decision in sorted(words.values(), key=lambda decision: decision.position):
        teams.insert(decision.position - 1, decision.team)
    settled: Ordered = []
    for above, below in pairwise([*teams, None]):
        spoken = next((words[team] for team in (above, below) if team in words), None)
        if below is None:
            settled.append((above, None))
        elif spoken and ranking.points(above) <= ranking.points(below):
            settled.append((above, Reason("decided", spoken.reason, "")))
        else:
            settled.append((above, reasons.get((above, below)) or ranking.order([above, below], criteria)[0][1]))
    return settled


def _between(ordered: Ordered):
    """Each pair of neighbours with the reason between them."""
    return (((above, below), reason) for (above, reason), (below, _) in pairwise(ordered))


def _rows(ordered: Ordered, ranking: Ranking) -> list[Row]:
    parted = [True, *(reason is not None for _, reason in ordered[:-1]), True]
    return [
        _row(ranking, position, team, reason, not (parted[position - 1] and parted[position]))
        for position, (team, reason) in enumerate(ordered, 1)
    ]


def _row(ranking: Ranking, position: int, team: Hashable, reason: Reason | None, shared: bool) -> Row:
    tally = ranking.tally(team)
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
        points=ranking.points(team),
        adjustment=ranking.adjusted.get(team, 0),
        reason=reason,
        shared=shared,
    )

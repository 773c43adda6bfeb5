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
        placed = {**_played_off(ordered, ranking, play_offs, legs), **_decided(decisions)}
        ordered = _settled(ordered, placed, ranking, criteria) if placed else ordered
    return _rows(ordered, ranking)


def _sums(adjustments: Iterable[Adjustment]) -> Counter[Hashable]:
    sums: Counter[Hashable] = Counter()
    for adjustment in adjustments:
        sums[adjustment.team] += adjustment.points
    return sums


Placed = dict[Hashable, tuple[int, Reason]]


def _played_off(ordered: Ordered, ranking: Ranking, places: Iterable[int], legs: Sequence[Leg]) -> Placed:
    """The two places that each play-off gave, where both lie among teams that are level on points with its two."""
    points = [ranking.points(team) for team, _ in ordered]
    placed: Placed = {}
    for place in places:
        level = [
            team for team, _ in ordered if place < len(ordered) and points[place - 1] == points[place] == ranking.points(team)
        ]
        met = [leg for leg in legs if leg.home in level and leg.away in level]
        if met and (won := _winner([leg for leg in met if {leg.home, leg.away} == {met[0].home, met[0].away}])):
            winner, reason = won
            loser = met[0].away if winner == met[0].home else met[0].home
            placed |= {winner: (place, reason), loser: (place + 1, reason)}
    return placed


def _level_about(place: int, teams: list[Hashable], points: list[int]) -> list[Hashable]:
    """All teams on the points of those in this place and the next, if these have the same."""
    if place >= len(teams) or points[place - 1] != points[place]:
        return []
    return [team for team, has in zip(teams, points, strict=True) if has == points[place]]


def _decided(decisions: Iterable[Decision]) -> Placed:
    return {decision.team: (decision.position, Reason("decided", decision.reason, "")) for decision in decisions}


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


def _settled(ordered: Ordered, placed: Placed, ranking: Ranking, criteria) -> Ordered:
    """Each team that was given a place in it, and the others about them as before."""
    teams = [team for team, _ in ordered if team not in placed]
    for team, (place, _) in sorted(placed.items(), key=lambda pair: pair[1][0]):
        teams.insert(place - 1, team)
    return [(above, _between(above, below, placed, ranking, criteria)) for above, below in pairwise([*teams, None])]


def _between(above: Hashable, below: Hashable | None, placed: Placed, ranking: Ranking, criteria) -> Reason | None:
    """What parts two neighbours: their play-off or the ruling, where the criteria do not say the same."""
    if below is None:
        return None
    if above in placed and below in placed and placed[above][1] == placed[below][1]:
        return placed[above][1]
    (first, reason), _ = ranking.order([above, below], criteria)
    if first == above and reason:
        return reason
    return next((placed[team][1] for team in (above, below) if team in placed), None)


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

"""A team's place matchday by matchday."""

from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from teams.rules import competitions
from teams.stats.places import Place, places
from teams.stats.table import table

SERIE_A = competitions.rules_for("serie-a").tie_breaks


class Result(NamedTuple):
    home: object
    away: object
    home_goals: int
    away_goals: int
    matchday: int | None = 1


class Adjustment(NamedTuple):
    team: str
    points: int
    matchday: int


def test_a_place_is_told_for_each_matchday_that_the_team_has_played():
    results = [Result("Inter", "Roma", 0, 1), Result("Roma", "Lazio", 0, 0, 2), Result("Inter", "Lazio", 4, 0, 3)]

    assert places(results, "Inter", SERIE_A) == [Place(1, 2, 0), Place(3, 2, 3)]


def test_points_taken_away_count_from_their_matchday_on():
    results = [Result("Inter", "Roma", 3, 1), Result("Inter", "Roma", 0, 0, 2)]
    adjustment = Adjustment("Inter", -3, 2)

    assert places(results, "Inter", SERIE_A, adjustments=[adjustment]) == [Place(1, 1, 3), Place(2, 1, 1)]


def test_without_matchdays_there_is_nothing_to_tell():
    assert places([Result("Inter", "Roma", 3, 1, None)], "Inter", SERIE_A) == []


seasons = st.lists(
    st.tuples(st.integers(0, 4), st.integers(0, 4), st.integers(0, 3), st.integers(0, 3), st.integers(1, 5))
    .filter(lambda result: result[0] != result[1])
    .map(lambda result: Result(*result)),
    max_size=20,
)


@settings(deadline=None)
@given(seasons, st.sampled_from(["serie-a", "premier-league", "euro"]))
def test_the_place_is_that_of_the_whole_table_after_each_matchday(results, slug):
    criteria = competitions.rules_for(slug).tie_breaks

    for team in range(5):
        for place in places(results, team, criteria, teams=range(5)):
            played = [result for result in results if result.matchday <= place.matchday]
            to_come = [(result.home, result.away) for result in results if result.matchday > place.matchday]
            rows = table(played, criteria, teams=range(5), to_come=to_come)
            assert [(row.position, row.points) for row in rows if row.team == team] == [(place.position, place.points)]

"""The table and what parts teams that are level."""

import random
from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teams.rules import competitions, tie_breaks
from teams.stats.table import Reason, table
from tests.teams.stats.rows import Result, results

SERIE_A = competitions.rules_for("serie-a").tie_breaks
EURO = competitions.rules_for("euro").tie_breaks
CHAMPIONS_LEAGUE = competitions.rules_for("champions-league").tie_breaks
PREMIER_LEAGUE = competitions.rules_for("premier-league").tie_breaks
OVERALL = competitions.DEFAULT.tie_breaks


class Adjustment(NamedTuple):
    team: str
    points: int


class Decision(NamedTuple):
    team: str
    position: int
    reason: str = "Drawing of lots."


class Leg(NamedTuple):
    home: str
    away: str
    home_goals: int
    away_goals: int
    home_shootout: int | None = None
    away_shootout: int | None = None


def order(rows):
    return [row.team for row in rows]


def reasons(rows):
    return [row.reason for row in rows]


def test_a_row_adds_up_what_its_team_has_done():
    rows = table(results("Inter 2-1 Milan", "Milan 3-3 Inter", "Inter 0-1 Roma"), OVERALL)

    inter = next(row for row in rows if row.team == "Inter")
    assert (inter.played, inter.won, inter.drawn, inter.lost) == (3, 1, 1, 1)
    assert (inter.goals_for, inter.goals_against, inter.goal_difference, inter.points) == (5, 5, 0, 4)


def test_the_reason_between_two_rows_is_mostly_points():
    rows = table(results("Inter 2-1 Milan"), OVERALL)

    assert reasons(rows) == [Reason("points", 3, 0), None]


def test_goals_scored_part_teams_with_the_same_difference():
    rows = table(results("Bayern 14-3 Ajax", "Arsenal 11-0 Kairat"), OVERALL)

    assert order(rows)[:2] == ["Bayern", "Arsenal"]
    assert rows[0].reason == Reason("goals_for", 14, 11)


def test_two_points_a_win_in_its_time():
    rows = table(results("Juventus 1-0 Torino", "Genoa 1-1 Pisa", "Pisa 0-0 Genoa"), OVERALL, points_for_win=2)

    assert [(row.team, row.points) for row in rows] == [("Juventus", 2), ("Genoa", 2), ("Pisa", 2), ("Torino", 0)]


def test_points_that_were_taken_away_are_in_the_points_and_told_apart():
    rows = table(results("Inter 1-0 Milan"), OVERALL, adjustments=[Adjustment("Inter", -2), Adjustment("Inter", -2)])

    assert [(row.team, row.points, row.adjustment) for row in rows] == [("Milan", 0, 0), ("Inter", -1, -4)]


def test_a_team_without_a_match_is_listed_and_level_teams_keep_the_order_given():
    rows = table([], OVERALL, teams=["Roma", "Inter", "Milan"])

    assert [(row.position, row.team, row.played, row.shared) for row in rows] == [
        (1, "Roma", 0, True),
        (2, "Inter", 0, True),
        (3, "Milan", 0, True),
    ]
    assert reasons(rows) == [None, None, None]


def test_only_teams_that_nothing_parts_share_their_place():
    rows = table(results("Inter 1-0 Milan", "Roma 1-0 Lazio", "Genoa 2-0 Pisa"), OVERALL)

    assert [(row.team, row.shared) for row in rows] == [
        ("Genoa", False),
        ("Inter", True),
        ("Roma", True),
        ("Lazio", True),
        ("Milan", True),
        ("Pisa", False),
    ]


def test_in_serie_a_the_matches_between_the_two_count_before_goal_difference():
    rows = table(results("Inter 0-1 Milan", "Inter 9-0 Pisa"), SERIE_A)

    assert order(rows) == ["Milan", "Inter", "Pisa"]
    assert rows[0].reason == Reason("head_to_head_points", 3, 0)


def test_in_the_premier_league_goal_difference_counts_before_the_matches_between_the_two():
    rows = table(results("Arsenal 0-1 Chelsea", "Arsenal 9-0 Burnley"), PREMIER_LEAGUE)

    assert order(rows) == ["Arsenal", "Chelsea", "Burnley"]
    assert rows[0].reason == Reason("goal_difference", 8, 1)


def test_in_the_premier_league_away_goals_part_two_that_are_level_in_everything_else():
    rows = table(results("Arsenal 1-2 Chelsea", "Chelsea 0-1 Arsenal"), PREMIER_LEAGUE)

    assert order(rows) == ["Chelsea", "Arsenal"]
    assert rows[0].reason == Reason("head_to_head_away_goals_for", 2, 1)


def test_three_teams_on_equal_points_are_parted_by_a_table_among_the_three():
    rows = table(
        results("Inter 3-0 Milan", "Milan 1-0 Roma", "Roma 1-0 Inter", "Milan 8-0 Pisa", "Roma 1-0 Pisa", "Inter 1-0 Pisa"),
        SERIE_A,
    )

    assert order(rows) == ["Inter", "Roma", "Milan", "Pisa"]
    assert reasons(rows) == [
        Reason("head_to_head_goal_difference", 2, 0),
        Reason("head_to_head_goal_difference", 0, -2),
        Reason("points", 6, 0),
        None,
    ]


@pytest.mark.parametrize("criteria", [SERIE_A, EURO])
def test_two_that_the_table_of_three_leaves_level_are_compared_again_by_their_own_match(criteria):
    rows = table(
        results(
            "Polonia 2-0 Cechia",
            "Cechia 3-0 Grecia",
            "Grecia 2-1 Polonia",
            "Polonia 1-0 Malta",
            "Cechia 9-0 Malta",
            "Grecia 1-0 Malta",
        ),
        criteria,
    )

    assert order(rows) == ["Polonia", "Cechia", "Grecia", "Malta"]
    assert reasons(rows)[:2] == [Reason("head_to_head_points", 3, 0), Reason("head_to_head_goal_difference", 1, -2)]


def test_when_the_table_among_them_parts_nobody_the_overall_record_does():
    rows = table(
        results("Italia 1-1 Spagna", "Spagna 1-1 Croazia", "Croazia 1-1 Italia")
        + results("Italia 1-0 Eire", "Spagna 4-0 Eire", "Croazia 3-1 Eire"),
        EURO,
    )

    assert order(rows) == ["Spagna", "Croazia", "Italia", "Eire"]
    assert reasons(rows)[:2] == [Reason("goal_difference", 4, 2), Reason("goal_difference", 2, 1)]


def test_head_to_head_waits_while_two_of_the_level_teams_have_still_to_meet():
    played = results("Inter 0-1 Milan", "Inter 9-0 Pisa")

    rows = table(played, SERIE_A, to_come=[("Milan", "Inter")])

    assert order(rows)[0] == "Inter"
    assert rows[0].reason == Reason("goal_difference", 8, 1)


def test_in_the_league_phase_away_goals_then_wins_then_opponents_decide():
    away_goals = table(results("Bruges 2-1 Ajax", "Kairat 1-2 Pafos"), CHAMPIONS_LEAGUE)
    opponents = table(results("Bruges 1-0 Ajax", "Inter 1-0 Kairat", "Kairat 5-0 Pafos", "Roma 1-1 Ajax"), CHAMPIONS_LEAGUE)

    assert away_goals[0].team == "Pafos"
    assert away_goals[0].reason == Reason("away_goals_for", 2, 0)
    parted = {row.team: row.reason for row in opponents}
    assert parted["Inter"] == Reason("opponents_points", 3, 1)


def test_what_opponents_have_collected_counts_only_when_everything_has_been_played():
    played = results("Bruges 1-0 Ajax", "Inter 1-0 Kairat", "Kairat 5-0 Pafos", "Roma 1-1 Ajax")

    rows = table(played, CHAMPIONS_LEAGUE, to_come=[("Pafos", "Roma")])

    assert [row.shared for row in rows if row.team in ("Inter", "Bruges")] == [True, True]


def test_goal_average_divides_and_beats_everything_where_nothing_was_conceded():
    rows = table(results("Ungheria 8-3 Germania", "Brasile 5-1 Messico", "Uruguay 2-0 Scozia"), ["goal_average"])

    assert order(rows)[:3] == ["Uruguay", "Brasile", "Ungheria"]
    assert rows[1].reason == Reason("goal_average", 5.0, 8 / 3)


def test_cards_part_teams_that_nothing_else_does_once_everything_has_been_played():
    played, to_come = results("Giappone 1-0 Polonia", "Senegal 1-0 Colombia"), [("Polonia", "Colombia")]
    cards = {"Giappone": -4, "Senegal": -6}.copy

    over = table(played, ["goal_difference", "fair_play"], conduct=cards)
    not_over = table(played, ["goal_difference", "fair_play"], conduct=cards, to_come=to_come)

    assert (order(over)[:2], over[0].reason) == (["Giappone", "Senegal"], Reason("fair_play", -4, -6))
    assert not_over[0].shared


def test_a_table_at_home_or_away_counts_one_side_of_each_match_and_leaves_deductions_out():
    played = results("Inter 2-1 Milan", "Milan 3-0 Inter")
    adjustments = [Adjustment("Inter", -2)]

    at_home = table(played, SERIE_A, part="home", adjustments=adjustments)
    away = table(played, SERIE_A, part="away", adjustments=adjustments)

    assert [(row.team, row.played, row.points, row.goals_for) for row in at_home] == [("Milan", 1, 3, 3), ("Inter", 1, 3, 2)]
    assert at_home[0].reason == Reason("goal_difference", 3, 1)
    assert [(row.team, row.played, row.points, row.goals_for) for row in away] == [("Milan", 1, 0, 1), ("Inter", 1, 0, 0)]


def test_a_table_of_form_counts_the_last_five_matches_of_each_team():
    rows = table(results(*["Inter 9-0 Milan"] * 3, *["Milan 1-0 Inter"] * 4), SERIE_A, part="form")

    assert [(row.team, row.played, row.won, row.points) for row in rows] == [("Milan", 5, 4, 12), ("Inter", 5, 1, 3)]


def test_a_play_off_parts_two_that_are_level_whatever_their_own_matches_say():
    played = results("Spezia 0-0 Verona", "Verona 1-2 Spezia", "Verona 3-0 Sampdoria")

    rows = table(played, SERIE_A, play_offs=[1], legs=[Leg("Spezia", "Verona", 1, 3)])
    before = table(played, SERIE_A, play_offs=[1])

    assert [(row.team, row.points) for row in before] == [("Spezia", 4), ("Verona", 4), ("Sampdoria", 0)]
    assert [(row.team, row.reason) for row in rows] == [
        ("Verona", Reason("play_off", 3, 1)),
        ("Spezia", Reason("points", 4, 0)),
        ("Sampdoria", None),
    ]


def test_of_three_that_are_level_two_play_off_the_lower_places():
    played = results("Bologna 5-0 Lecce", "Fiorentina 3-0 Lecce", "Parma 1-0 Lecce")

    rows = table(played, OVERALL, play_offs=[2], legs=[Leg("Parma", "Bologna", 0, 1), Leg("Bologna", "Parma", 0, 2)])

    assert order(rows) == ["Fiorentina", "Parma", "Bologna", "Lecce"]
    assert rows[1].reason == Reason("play_off", 2, 1)


@pytest.mark.parametrize(
    ("legs", "winner"),
    [
        ([Leg("Verona", "Reggina", 1, 0), Leg("Reggina", "Verona", 2, 1)], "Verona"),
        ([Leg("Verona", "Reggina", 1, 1, 3, 4)], "Reggina"),
        ([Leg("Padova", "Genoa", 1, 0)], "Reggina"),
    ],
)
def test_a_play_off_goes_by_goals_kicks_and_goals_away(legs, winner):
    rows = table(results("Reggina 2-0 Bari", "Verona 1-0 Bari"), OVERALL, play_offs=[1], legs=legs)

    assert rows[0].team == winner


def test_a_play_off_between_teams_that_are_not_level_changes_nothing():
    rows = table(results("Reggina 2-0 Bari"), OVERALL, play_offs=[1], legs=[Leg("Bari", "Reggina", 5, 0)])

    assert order(rows) == ["Reggina", "Bari"]


def test_a_place_that_was_decided_is_told_as_the_reason():
    played = results("Eire 1-1 Olanda", "Eire 0-0 Egitto", "Olanda 0-0 Egitto")

    rows = table(played, OVERALL, decisions=[Decision("Olanda", 1)])
    down = table(played, OVERALL, decisions=[Decision("Eire", 3, "Expelled.")])

    assert [(row.team, row.reason) for row in rows] == [
        ("Olanda", Reason("decided", "Drawing of lots.", "")),
        ("Eire", Reason("goals_for", 1, 0)),
        ("Egitto", None),
    ]
    assert order(down) == ["Olanda", "Egitto", "Eire"]
    assert down[1].reason == Reason("decided", "Expelled.", "")


def test_a_criterion_that_nobody_knows_is_refused():
    with pytest.raises(ValueError, match="unknown tie-breaks: coin_toss"):
        table([], ["goal_difference", "coin_toss"])


seasons = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(0, 4), st.integers(0, 4))
    .filter(lambda result: result[0] != result[1])
    .map(lambda result: Result(*result)),
    max_size=24,
)
orders = st.lists(st.sampled_from(tie_breaks.CRITERIA), unique=True)


@settings(deadline=None)
@given(seasons, orders)
def test_goals_and_points_add_up_over_any_season(played, criteria):
    rows = table(played, criteria, teams=range(6))

    draws = sum(result.home_goals == result.away_goals for result in played)
    assert sum(row.goal_difference for row in rows) == 0
    assert sum(row.points for row in rows) == 3 * (len(played) - draws) + 2 * draws
    assert sum(row.played for row in rows) == 2 * len(played)
    assert [row.position for row in rows] == list(range(1, 7))
    assert sorted(order(rows)) == list(range(6))


@settings(deadline=None)
@given(seasons, orders, st.randoms())
def test_the_order_in_which_results_come_in_changes_nothing(played, criteria, chance: random.Random):
    shuffled = chance.sample(played, len(played))

    assert table(played, criteria, teams=range(6)) == table(shuffled, criteria, teams=range(6))


@settings(deadline=None)
@given(seasons, orders)
def test_a_reason_always_names_the_higher_number_first_and_is_missing_only_between_level_teams(played, criteria):
    rows = table(played, criteria, teams=range(6))

    for above, below in pairwise(rows):
        if above.reason:
            assert above.reason.value > above.reason.next_value
        else:
            assert above.points == below.points
            assert above.shared
            assert below.shared

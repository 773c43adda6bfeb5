"""Scorers: minutes written four ways, marks of penalties and own goals, and whose goal each is."""

import pytest

from teams.importers.football_txt.scorers import read_scorers
from teams.importers.goals import Goal, Minute, agree, ninety_of


def told(text, score=(9, 0)):
    return [(goal.side, goal.name, goal.at.minute, goal.at.added, goal.kind) for goal in read_scorers(text, score)]


@pytest.mark.parametrize("written", ["45+2'", "45'+2", "45'+2'", "45+2", "45 + 2'"])
def test_added_minutes_are_written_in_several_ways(written):
    assert told(f"(Lautaro Martínez {written})") == [("home", "Lautaro Martínez", 45, 2, "goal")]


@pytest.mark.parametrize(
    ("mark", "kind"),
    [
        ("(p)", "penalty_goal"), (" (pen.)", "penalty_goal"), ("pen", "penalty_goal"), ("p", "penalty_goal"),
        ("(og)", "own_goal"), (" (o.g.)", "own_goal"), ("og", "own_goal"), ("", "goal"),
    ],
)  # fmt: skip
def test_marks_tell_penalties_and_own_goals(mark, kind):
    assert told(f"(Kane 54'{mark}, P. Foden 80')", (2, 0)) == [("home", "Kane", 54, 0, kind), ("home", "P. Foden", 80, 0, "goal")]


def test_one_player_may_have_several_goals_and_commas_are_optional():
    assert told("(Enner VALENCIA 16'(p), 31' Wirtz 10' O'Neill 77)") == [
        ("home", "Enner VALENCIA", 16, 0, "penalty_goal"),
        ("home", "Enner VALENCIA", 31, 0, "goal"),
        ("home", "Wirtz", 10, 0, "goal"),
        ("home", "O'Neill", 77, 0, "goal"),
    ]


def test_a_semicolon_parts_the_sides():
    assert [goal[0] for goal in told("(Varga 66'; Duah 12' Aebischer 45')", (1, 2))] == ["home", "away", "away"]
    assert told("(-; Messi 10')", (0, 1)) == [("away", "Messi", 10, 0, "goal")]


def test_without_a_semicolon_all_goals_are_of_the_only_side_that_scored():
    assert told("(Demiral 53' (o.g.) Immobile 66' Insigne 79')", (0, 3))[0] == ("away", "Demiral", 53, 0, "own_goal")

    with pytest.raises(ValueError, match="no semicolon parts the scorers"):
        read_scorers("(Wirtz 10', Rüdiger 87')", (1, 1))


def test_a_scorer_without_a_minute_is_a_goal_all_the_same():
    assert told("(Piola 12', Ferrari (pen.), Meazza)") == [
        ("home", "Piola", 12, 0, "goal"),
        ("home", "Ferrari", None, 0, "penalty_goal"),
        ("home", "Meazza", None, 0, "goal"),
    ]


def test_an_own_goal_filed_under_the_culprits_team_is_turned_round_only_where_that_adds_up():
    filed = [Goal("away", "Rüdiger", Minute(87), "own_goal"), Goal("home", "Wirtz", Minute(10))]

    assert [goal.side for goal in agree(filed, (2, 0))] == ["home", "home"]
    assert [goal.side for goal in agree(filed, (1, 1))] == ["away", "home"]
    assert [goal.side for goal in agree(filed, (3, 0))] == ["away", "home"]


def test_the_score_after_ninety_minutes_follows_from_goals_that_are_all_told():
    goals = [Goal("home", "Olmo", Minute(51)), Goal("away", "Wirtz", Minute(89)), Goal("home", "Merino", Minute(119))]

    assert ninety_of(goals, (2, 1), extra=False) == (1, 1)
    assert ninety_of(goals[:2], (2, 1), extra=True) is None
    assert ninety_of(goals[:2], (1, 1), extra=False) is None
    assert ninety_of([], (0, 0), extra=True) == (0, 0)

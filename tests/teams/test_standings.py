"""The words of a table."""

import pytest
from django.utils.translation import override

from teams.rules.tie_breaks import CRITERIA
from teams.stats.ranking import Reason
from teams.stats.table import table
from teams.templatetags import standings
from tests.teams.stats.rows import results


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (Reason("points", 22, 21), "points, 22 to 21"),
        (Reason("goals_for", 14, 11), "goals scored, 14 to 11"),
        (Reason("goal_average", 5.0, 8 / 3), "goal average, 5.00 to 2.67"),
        (Reason("play_off", 3, 1), "play-off, 3 to 1"),
        (Reason("decided", "Drawing of lots.", ""), "Drawing of lots."),
        (None, ""),
    ],
)
def test_a_reason_is_told_in_words(reason, words):
    assert standings.in_words(reason) == words


def test_every_criterion_has_a_name():
    assert set(CRITERIA) <= set(standings.CRITERIA)


def test_only_what_points_do_not_say_is_told_beside_them():
    assert standings.because(Reason("points", 22, 21)) == ""
    assert standings.because(Reason("goals_for", 14, 11)) == "Above the next: goals scored, 14 to 11"


def test_neighbours_on_equal_points_are_told_with_what_parts_them_or_that_they_are_level():
    rows = table(results("Inter 3-0 Roma", "Milan 1-0 Como", "Lazio 1-0 Pisa"), ["goal_difference"])

    assert standings.ties([rows]) == [
        ("Inter", "Lazio", "goal difference, 3 to 1"),
        ("Lazio", "Milan", ""),
        ("Como", "Pisa", ""),
        ("Pisa", "Roma", "goal difference, -1 to -3"),
    ]
    assert not standings.any_provisional([rows])

"""Where lines and bars lie."""

import pytest

from teams import charts
from teams.charts import BOTTOM, HEIGHT, LEFT, RIGHT, TOP, WIDTH, Dot


def test_the_first_place_is_on_top_and_the_last_matchday_at_the_right():
    chart = charts.places([(1, 20), (38, 1)], 20, 38)

    assert chart.lines[0].dots == (Dot(LEFT, HEIGHT - BOTTOM), Dot(WIDTH - RIGHT, TOP))
    assert chart.lines[0].path == f"{LEFT},{HEIGHT - BOTTOM} {WIDTH - RIGHT},{TOP}"
    assert chart.lines[0].last == Dot(WIDTH - RIGHT, TOP)


@pytest.mark.parametrize(
    ("last", "labels"),
    [
        (38, ["1", "5", "10", "15", "20", "25", "30", "35", "38"]),
        (36, ["1", "5", "10", "15", "20", "25", "30", "36"]),
        (8, ["1", "2", "3", "4", "5", "6", "7", "8"]),
        (1, ["1"]),
    ],
)
def test_matchdays_are_marked_where_there_is_room(last, labels):
    assert [tick.label for tick in charts.places([], 20, last).frame.across] == labels


def test_points_of_two_seasons_share_their_axes():
    chart = charts.points([(1, 3), (2, 3)], [(1, 0), (2, 6)], last=2)

    now, before = chart.lines
    assert now.dots[0].x == before.dots[0].x
    assert now.last.y > before.last.y
    assert [tick.label for tick in chart.frame.up] == ["0", "2", "4", "6"]


@pytest.mark.parametrize(("most", "lines"), [(4, 4), (7, 4), (21, 5), (82, 5), (114, 3)])
def test_lines_stand_at_round_numbers_and_the_highest_is_above_everything(most, lines):
    labels = [int(tick.label) for tick in charts.points([(1, most)], last=38).frame.up]

    assert labels[0] == 0
    assert labels[-1] >= most
    assert len(labels) == lines + 1


def test_bars_stand_on_the_line_and_rise_with_their_value():
    chart = charts.pairs([("1-15", 4, 0), ("16-30", 1, 2)])

    assert {bar.y + bar.height for bar in (*chart.first, *chart.second)} == {HEIGHT - BOTTOM}
    assert (chart.first[0].y, chart.second[0].height) == (TOP, 0)
    assert chart.first[0].height > chart.second[1].height > chart.first[1].height
    assert [tick.label for tick in chart.frame.up] == ["0", "1", "2", "3", "4"]


def test_every_level_has_a_line_across_the_drawing():
    frame = charts.pairs([("1-15", 1, 0)]).frame

    assert frame.grid == f"M{LEFT} {HEIGHT - BOTTOM}H{WIDTH - RIGHT}M{LEFT} {TOP}H{WIDTH - RIGHT}"


def test_a_chart_of_nothing_can_be_drawn():
    assert charts.pairs([]).first == ()
    assert charts.points([], last=1).lines[0].last is None

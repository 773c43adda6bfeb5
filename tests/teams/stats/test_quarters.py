"""Goals by quarter of an hour."""

from dataclasses import dataclass

from teams.stats.quarters import Quarter, quarters
from tests.teams.stats.rows import Event


@dataclass
class Goal(Event):
    ours: bool = True


def goal(minute, stoppage=0, ours=True, **fields):
    return Goal("goal", minute, stoppage=stoppage, ours=ours, **fields)


def told(goals):
    return [
        (quarter.label, quarter.scored, quarter.conceded) for quarter in quarters(goals) if quarter.scored or quarter.conceded
    ]


def test_a_match_has_six_quarters_and_added_time_twice():
    assert quarters([]) == [Quarter(label, 0, 0) for label in ("1-15", "16-30", "31-45", "45+", "46-60", "61-75", "76-90", "90+")]


def test_a_goal_is_in_the_quarter_that_its_minute_is_printed_in():
    goals = [goal(1), goal(15), goal(16, ours=False), goal(45), goal(45, 2), goal(46), goal(90, ours=False), goal(90, 5)]

    assert told(goals) == [
        ("1-15", 2, 0),
        ("16-30", 0, 1),
        ("31-45", 1, 0),
        ("45+", 1, 0),
        ("46-60", 1, 0),
        ("76-90", 0, 1),
        ("90+", 1, 0),
    ]


def test_extra_time_is_shown_where_somebody_scored_in_it():
    assert told([goal(93), goal(105, 1)]) == [("91-120", 2, 0)]


def test_what_does_not_count_or_has_no_minute_is_in_no_quarter():
    assert told([goal(20, status="cancelled"), goal(None, period="9"), Goal("shootout_scored", None, period="5")]) == []

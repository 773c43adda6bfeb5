"""The score as it runs."""

from teams.stats.timeline import timeline
from tests.teams.stats.rows import Event


def test_the_score_stands_at_each_goal_in_the_order_of_the_clock():
    told = timeline(
        [Event("goal", 67), Event("goal", 55, side="away"), Event("goal", 45, stoppage=2), Event("yellow", 46)], (2, 1)
    )

    assert [(moment.event.minute, moment.score) for moment in told.moments] == [
        (45, (1, 0)),
        (46, None),
        (55, (1, 1)),
        (67, (2, 1)),
    ]
    assert not told.disagrees


def test_added_time_of_the_first_half_comes_before_the_second_half():
    told = timeline([Event("yellow", 46), Event("yellow", 45, stoppage=4)])

    assert [moment.event.minute for moment in told.moments] == [45, 46]


def test_a_goal_that_was_ruled_out_keeps_its_place_and_changes_nothing():
    ruled_out = Event("goal", 22, status="cancelled")
    told = timeline([ruled_out, Event("goal", 45)], (1, 0))

    assert [(moment.event is ruled_out, moment.counts, moment.score) for moment in told.moments] == [
        (True, False, None),
        (False, True, (1, 0)),
    ]


def test_an_event_that_was_given_to_another_counts_once():
    told = timeline([Event("goal", 30, status="superseded"), Event("goal", 30)], (1, 0))

    assert told.goals == (1, 0)


def test_an_own_goal_and_a_penalty_count_for_the_side_they_are_entered_for():
    told = timeline([Event("own_goal", 10, side="away"), Event("penalty_goal", 20, side="away"), Event("penalty_missed", 30)])

    assert told.goals == (0, 2)


def test_shoot_out_kicks_are_no_goals_and_have_their_own_score():
    told = timeline(
        [
            Event("goal", 9),
            Event("goal", 12, side="away"),
            Event("shootout_scored", None, period="5", order=1),
            Event("shootout_missed", None, period="5", order=2, side="away"),
        ],
        (1, 1),
    )

    assert told.goals == (1, 1)
    assert told.shootout == (1, 0)
    assert [moment.shootout for moment in told.moments] == [None, None, (1, 0), (1, 0)]


def test_a_score_that_the_events_do_not_add_up_to_is_seen():
    assert timeline([Event("goal", 9)], (3, 0)).disagrees


def test_a_match_without_an_official_score_disagrees_with_nothing():
    assert not timeline([Event("goal", 9)]).disagrees

"""One person's account."""

import pytest

from teams.stats.players import Account, account
from tests.teams.stats.rows import Appearance, Event

LAUTARO = "Lautaro"


def test_who_starts_and_stays_has_played_the_whole_match():
    told = account(LAUTARO, [Appearance(LAUTARO)], [])

    assert (told.appearances, told.starts, told.minutes) == (1, 1, 90)


@pytest.mark.parametrize(
    ("starter", "event", "minutes"),
    [
        (True, Event("substitution", 67, "Thuram", LAUTARO), 67),
        (False, Event("substitution", 67, LAUTARO, "Thuram"), 23),
        (False, Event("substitution", 90, LAUTARO, "Thuram", stoppage=2), 1),
        (True, Event("red", 30, LAUTARO), 30),
        (True, Event("second_yellow", 80, LAUTARO), 80),
    ],
)
def test_minutes_run_from_coming_on_to_going_off(starter, event, minutes):
    told = account(LAUTARO, [Appearance(LAUTARO, starter=starter)], [event])

    assert (told.appearances, told.starts, told.minutes) == (1, int(starter), minutes)


def test_who_comes_on_and_is_taken_off_again_has_played_in_between():
    events = [Event("substitution", 20, LAUTARO, "Thuram"), Event("substitution", 65, "Bonny", LAUTARO)]

    assert account(LAUTARO, [Appearance(LAUTARO, starter=False)], events).minutes == 45


def test_who_never_leaves_the_bench_has_not_played_even_if_he_is_booked_there():
    told = account(LAUTARO, [Appearance(LAUTARO, starter=False)], [Event("yellow", 70, LAUTARO)])

    assert (told.appearances, told.minutes, told.yellows) == (0, 0, 1)


def test_extra_time_is_played_time():
    assert account(LAUTARO, [Appearance(LAUTARO, length=120)], []).minutes == 120


def test_a_goal_in_a_match_without_line_up_is_an_appearance_of_unknown_length():
    told = account(LAUTARO, [Appearance(LAUTARO)], [Event("goal", 45, LAUTARO, match_id=2)])

    assert (told.appearances, told.minutes, told.minutes_known, told.goals) == (2, 90, False, 1)


def test_a_card_in_a_match_without_line_up_does_not_show_that_he_played():
    assert account("Chivu", [], [Event("yellow", 45, "Chivu")]).appearances == 0


def test_goals_assists_and_cards_add_up():
    events = [
        Event("goal", 10, LAUTARO, "Thuram"),
        Event("penalty_goal", 20, LAUTARO, match_id=2),
        Event("goal", 30, "Thuram", LAUTARO),
        Event("own_goal", 40, LAUTARO, side="away"),
        Event("goal", 50, LAUTARO, status="cancelled"),
        Event("yellow", 60, LAUTARO),
        Event("second_yellow", 70, LAUTARO),
        Event("red", 80, LAUTARO, match_id=2),
    ]

    told = account(LAUTARO, [Appearance(LAUTARO), Appearance(LAUTARO, match_id=2)], events)

    assert (told.goals, told.penalties, told.assists, told.own_goals) == (2, 1, 1, 1)
    assert (told.yellows, told.second_yellows, told.reds) == (1, 1, 1)


def test_an_empty_account_says_so():
    assert not account(LAUTARO, [], [])
    assert account(LAUTARO, [], []) == Account()

"""Cards, the bans that follow from them, and the points that a group takes away."""

import pytest

from teams.rules.suspensions import AFTER_QUARTER_FINALS, bookings_for
from teams.stats.discipline import Cards, Suspension, at_risk, cards_by_person, conduct, suspended
from tests.teams.stats.rows import Event

SERIE_A = bookings_for("serie-a", "2025-26")
UEFA = bookings_for("champions-league", "2025-26")


def booked(person, *matches, kind="yellow"):
    return [Event(kind, person_id=person, match_id=match) for match in matches]


@pytest.mark.parametrize(
    ("slug", "season", "banned"),
    [
        ("serie-a", "2025-26", [5, 10, 14, 17, 19, 20, 21]),
        ("champions-league", "2025-26", [3, 5, 7, 9, 11, 13, 15, 17, 19, 21]),
        ("world-cup", "2022", [2, 4, 6, 8, 10, 12, 14, 16, 18, 20]),
        ("premier-league", "2024-25", [5, 10, 15, 20]),
        ("la-liga", "2024-25", [5, 10, 15, 20]),
        ("bundesliga", "2024-25", [5, 10, 15, 20]),
        ("ligue-1", "2024-25", [3, 6, 9, 12, 15, 18, 21]),
        ("ligue-1", "2025-26", [5, 10, 15, 20]),
    ],
)
def test_a_competition_bans_at_its_own_counts(slug, season, banned):
    rule = bookings_for(slug, season)

    assert sorted(rule.bans(range(1, 22))) == banned


@pytest.mark.parametrize(
    ("booked", "banned"),
    [
        ([1, 2, 3, 4, 19], {19}),
        ([1, 2, 3, 4, 20], set()),
        ([*range(1, 10), 32], {5, 32}),
        ([*range(1, 10), 33], {5}),
        ([*range(1, 15), 38], {5, 10, 38}),
    ],
)
def test_in_england_a_count_must_be_reached_in_time(booked, banned):
    assert bookings_for("premier-league", "2024-25").bans(booked) == banned


@pytest.mark.parametrize(("booked", "banned"), [([1, 5, 10], {10}), ([1, 5, 11, 14], {14}), ([1, 2, 3, 4, 5], {3})])
def test_in_france_three_bookings_within_ten_matches_counted_until_2025(booked, banned):
    assert bookings_for("ligue-1", "2024-25").bans(booked) == banned


def test_nothing_is_said_of_seasons_and_competitions_whose_counts_are_not_known():
    assert bookings_for("serie-a", "2014-15") is None
    assert bookings_for("coppa-del-nonno", "2025-26") is None
    assert bookings_for("euro", "2024").fresh == AFTER_QUARTER_FINALS


def test_cards_are_added_up_by_player_and_the_first_yellow_of_a_dismissal_is_no_booking():
    cards = [*booked(1, 1, 2), *booked(2, 1), *booked(2, 1, kind="second_yellow"), *booked(3, 2, kind="red"), *booked(None, 2)]

    assert cards_by_person(cards) == [
        Cards(2, yellows=1, second_yellows=1, bookings=0),
        Cards(3, reds=1),
        Cards(1, yellows=2, bookings=2),
    ]


def test_the_fifth_booking_in_the_last_match_keeps_a_player_out_of_the_next():
    fifth, fourth = booked(1, 1, 2, 3, 4, 9), booked(2, 1, 2, 3, 9)

    assert suspended([*fifth, *fourth], [1, 2, 3, 4, 9], SERIE_A) == [Suspension(1, "yellow", 5)]
    assert [line.person for line in at_risk([*fifth, *fourth], [1, 2, 3, 4, 9], SERIE_A)] == [2]


def test_a_ban_that_was_served_is_over():
    assert suspended(booked(1, 1, 2, 3, 4, 5), range(1, 7), SERIE_A) == []


def test_whoever_was_sent_off_misses_the_next_match():
    cards = [*booked(1, 9, kind="red"), *booked(2, 9), *booked(2, 9, kind="second_yellow"), *booked(3, 8, kind="red")]

    assert suspended(cards, [8, 9], UEFA) == [Suspension(1, "red", 0), Suspension(2, "second_yellow", 0)]


def test_points_for_cards_count_the_worst_of_a_player_and_match_once():
    cards = [
        *booked(1, 1, 2),
        *booked(2, 1),
        *booked(2, 1, kind="second_yellow"),
        *booked(3, 1),
        *booked(3, 1, kind="red"),
        *booked(None, 1, 1),
    ]

    assert conduct(cards) == {"Inter": -(1 + 1 + 3 + 5 + 1 + 1)}

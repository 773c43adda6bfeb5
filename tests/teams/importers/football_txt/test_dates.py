"""Dates in all styles, and the year that a date without one takes from its season."""

from datetime import date, time

import pytest

from teams.importers.football_txt.dates import Bounds, Clock, bounds_of, read_date, read_time, told_bounds

SEASON = bounds_of("2024-25")
SUMMER = bounds_of("2026")


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Fri Jul 10 2026", ""),
        ("Friday, July 10 2026", ""),
        ("Fr. Jul 10", ""),
        ("Fri Jul/10 2026", ""),
        ("Fri Jul/10", ""),
        ("10 July 2026", ""),
        ("10 July   Italy v Spain", "Italy v Spain"),
        ("10.07.2026", ""),
        ("10.7.", ""),
        ("[Ven. 10.7.]", ""),
        ("[Fri Jul/10]", ""),
        ("[Ven 10. Juil]", ""),
        ("[Fr 10.7.]", ""),
        ("(Fr) 10.7.  Italy - Spain", "Italy - Spain"),
        ("Vie. 10 Julio 2026", ""),
        ("10.07. (ven)  Italy  1-0  Spain", "Italy  1-0  Spain"),
        ("2026-07-10", ""),
        ("07/10/2026", ""),
        ("7/10/26", ""),
        ("Fri Jul 10 19:00 UTC+3 @ Doha", "19:00 UTC+3 @ Doha"),
    ],
)
def test_a_day_is_read_in_every_style(text, rest):
    assert read_date(text, SUMMER, None) == (date(2026, 7, 10), rest)


@pytest.mark.parametrize(
    "text", ["Maribor v Inter", "Sunderland AFC v Wolves", "1. FC Köln v Mainz 05", "18.45  Inter v Milan", "Mayo"]
)
def test_what_only_looks_like_a_date_is_none(text):
    assert read_date(text, SEASON, None) is None


def test_a_day_that_no_year_has_is_an_error():
    with pytest.raises(ValueError, match="day is out of range"):
        read_date("Feb 30 2025", SEASON, None)


@pytest.mark.parametrize(
    ("last", "text", "day"),
    [
        (None, "Aug 17", date(2024, 8, 17)),
        (date(2024, 12, 30), "Jan 4", date(2025, 1, 4)),
        (date(2025, 2, 27), "Dec 7", date(2024, 12, 7)),
        (date(2025, 3, 20), "Sep 1", date(2024, 9, 1)),
        (date(2025, 1, 5), "May 25", date(2025, 5, 25)),
    ],
)
def test_a_date_without_a_year_lies_within_its_season(last, text, day):
    assert read_date(text, SEASON, last) == (day, "")


def test_a_season_that_overran_its_summer_goes_on():
    season = bounds_of("2019-20")

    assert read_date("Wed Jul 29", season, date(2020, 7, 28))[0] == date(2020, 7, 29)
    assert read_date("Aug 2", season, date(2020, 7, 29))[0] == date(2020, 8, 2)


def test_the_weekday_tells_the_year_of_a_tournament_that_was_put_off():
    bounds = Bounds(date(2020, 1, 1), date(2021, 12, 31))

    assert read_date("Fri Jun 11", bounds, None)[0] == date(2021, 6, 11)


def test_the_head_of_a_file_tells_when_its_season_lasts():
    head = "Date       Tue Sep/17 2024 - Sat May/31 2025 (256d)\nTeams 36"

    assert told_bounds(head, SUMMER) == Bounds(date(2024, 9, 17), date(2025, 5, 31))
    assert told_bounds("Dates    Sun Nov 20 - Sun Dec 18 2022 (28d)", SUMMER) == Bounds(date(2022, 11, 20), date(2022, 12, 18))
    assert told_bounds("Teams 36", SUMMER) == SUMMER


def test_a_label_that_is_no_season_is_an_error():
    with pytest.raises(ValueError, match="2024-25, or 2022 for a summer"):
        bounds_of("last")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("8. Août", date(2026, 8, 8)),
        ("3. Déc", date(2026, 12, 3)),
        ("5 Mai", date(2026, 5, 5)),
        ("9 dicembre", date(2026, 12, 9)),
    ],
)
def test_months_may_be_told_in_other_languages(text, day):
    assert read_date(text, SUMMER, None) == (day, "")


@pytest.mark.parametrize(
    ("text", "clock", "rest"),
    [
        ("20:45", Clock(time(20, 45)), ""),
        ("18.45  Inter v Milan", Clock(time(18, 45)), "Inter v Milan"),
        ("20h30  Reims 2-2 Paris", Clock(time(20, 30)), "Reims 2-2 Paris"),
        ("19:00 UTC+3 @ Doha", Clock(time(19, 0), "UTC+3"), "@ Doha"),
        ("18:00 (20:00 UTC+4)  Turkey v Wales", Clock(time(20, 0), "UTC+4"), "Turkey v Wales"),
    ],
)
def test_an_hour_is_read_with_the_zone_that_it_tells(text, clock, rest):
    assert read_time(text) == (clock, rest)

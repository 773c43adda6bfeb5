"""Styles of Football.TXT that older files, cups and pages made from other archives are written in."""

from datetime import UTC, date, datetime

import pytest
from django.utils.translation import override

from teams.importers.football_txt import read_football_txt

FINALS = """# Finals

(16) Round of 16

(49) Sat Jun/30 21:00   Albania  2-1 (1-0)  Chile   @ North Park, Sochi (UTC+3)
        [Ari Bó 7', 62'; Juan Paz 55']
(53) Mon Jul/2  18:00   Ghana   0-2 (0-0)   Peru    @ Arena, Samara (UTC+4)
        [-; Ali 51' (o.g.) Rey 88' (pen.)]
(55) Tue Jul/3  17:00   Oman    -   Kenya           @ North Park, Sochi
(7)  Quarter-finals - 1st Leg       // Tu+We, 12.+13. Jul
(56) Fri Jul/6  17:00   Iran    -   Qatar           @ West Park, Kazan
"""

POKAL = """= DFB Pokal 2012/13

(1) Achtelfinale

[Di 18.12.]
  19.00   Karlsruher SC   SC Freiburg   0:1
(2) Viertelfinale

(Mi) 27.2.  1. FSV Mainz 05  SC Freiburg     2:2 2:3nV
27.02. (Mi)  FC Schalke 04  Fortuna Köln
[Sáb. 2.3.]
  FC Augsburg  VfB Stuttgart  1:0
"""

ARCHIVE = """= European Championship 1960 =

== Final Tournament ==

▪ Quarterfinals
29.05.1960 @ Moskva
Soviet Union            w/o  Spain
[Spain withdrew. Soviet Union had a walkover.  The entire tie
 counts as a 3-0 win.]

▪ Final
July 10 @ Paris
Soviet Union     2-1  Yugoslavia      (aet)
  Sent off: Netto 60, Vidinić 115, Nobody 5
  (Metreveli 49, Ponedelnik 114; Galic 41)
Soviet Union: Yashin, Netto
Yugoslavia: Vidinic, Galic
  ref: Ellis (England)
"""


def read(text, competition="world-cup", season="2018"):
    return read_football_txt(text.encode(), "a.txt", competition=competition, season=season, zone="Europe/Rome")


def test_headings_may_be_numbered_and_have_their_days_behind_them():
    reading = read(FINALS)

    assert [match.round for match in reading.matches] == ["Round of 16"] * 3 + ["Quarter-finals"]
    assert (reading.refused, reading.doubts) == ([], [])


def test_scorers_may_stand_in_brackets_with_a_dash_for_a_side_without_goals():
    first, second, *_ = read(FINALS).matches

    assert [(event.side, event.person, event.minute) for event in first.events] == [
        ("home", "Ari Bó", 7), ("away", "Juan Paz", 55), ("home", "Ari Bó", 62),
    ]  # fmt: skip
    assert [(event.side, event.kind) for event in second.events] == [("away", "own_goal"), ("away", "penalty_goal")]


def test_a_zone_behind_the_city_is_that_of_the_hour_and_none_of_the_ground():
    matches = read(FINALS).matches

    assert [match.kickoff for match in matches] == [
        datetime(2018, 6, 30, 18, tzinfo=UTC), datetime(2018, 7, 2, 14, tzinfo=UTC), datetime(2018, 7, 3, 14, tzinfo=UTC),
        datetime(2018, 7, 6, 13, tzinfo=UTC),
    ]  # fmt: skip
    assert [match.venue for match in matches][:2] == ["North Park, Sochi", "Arena, Samara"]


def test_a_ground_may_stand_before_its_match():
    (match,) = read("= Championship 1970\n\n▪ Group 1\nFri June 12\n  18.00 @ North Park   Germany  1-1  Romania\n").matches

    assert (match.home, match.away, match.goals, match.venue) == ("Germany", "Romania", (1, 1), "North Park")


def test_a_cup_may_be_told_in_german_with_the_score_behind_both_sides():
    matches = read(POKAL, "dfb-pokal", "2012-13").matches

    assert [(match.home, match.away, match.goals, match.round) for match in matches] == [
        ("Karlsruher SC", "SC Freiburg", (0, 1), "Round of 16"),
        ("1. FSV Mainz 05", "SC Freiburg", (2, 3), "Quarter-finals"),
        ("FC Schalke 04", "Fortuna Köln", None, "Quarter-finals"),
        ("FC Augsburg", "VfB Stuttgart", (1, 0), "Quarter-finals"),
    ]
    assert [match.kickoff.date() for match in matches] == [
        date(2012, 12, 18), date(2013, 2, 27), date(2013, 2, 27), date(2013, 3, 2),
    ]  # fmt: skip
    assert matches[1].ninety == (2, 2)


def test_a_walkover_was_never_played_and_a_remark_in_brackets_is_no_match():
    reading = read(ARCHIVE, "euro", "1960")

    walkover, final = reading.matches
    assert (walkover.home, walkover.away, walkover.status, walkover.decision) == (
        "Soviet Union",
        "Spain",
        "cancelled",
        "Walkover",
    )
    assert (final.away, final.goals, final.ninety) == ("Yugoslavia", (2, 1), (1, 1))
    assert reading.refused == []


@override("en")
def test_cards_that_tell_no_side_are_of_the_side_whose_line_up_has_the_name():
    reading = read(ARCHIVE, "euro", "1960")

    cards = [(event.side, event.person) for event in reading.matches[1].events if event.kind == "red"]
    assert cards == [("home", "Netto"), ("away", "Vidinić")]
    assert "the card of Nobody is left out: no semicolon and no line-up tells his side" in [one.message for one in reading.doubts]
    assert reading.people["Ellis"].nationality == "ENG"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("» Final\nSun Jul 1\n Iran 4-0 Oman\n (Bó 5', 92', 40', 41')", [("1", 5, 0), ("1", 40, 0), ("1", 41, 0), ("2", 90, 2)]),
        ("» Final\nSun Jul 1\n Iran 2-1 a.e.t. Oman\n (Bó 92', 121'; Wa 119')", [("3", 92, 0), ("4", 119, 0), ("4", 120, 1)]),
        ("» Group A\nSun Jul 1\n Iran 1-0 Oman\n (Bó 95')", [("2", 90, 5)]),
    ],
)
def test_minutes_that_count_on_beyond_the_end_are_added_time(text, told):
    (match,) = read(text).matches

    assert [(event.period, event.minute, event.stoppage) for event in match.events] == told


def test_groups_with_letters_after_groups_with_numbers_are_a_second_stage_that_comes_later():
    stages = read("Group 4:\nSat Jun 1\nIran 1-0 Oman\nGroup A:\nSun Jun 9\nIran 1-0 Peru", season="1974").stages

    assert stages["Group A"].order > stages["Group 4"].order


def test_the_title_of_a_tournament_that_was_put_off_tells_its_year():
    (match,) = read("= Euro 2021  # June 11th\nGroup A:\nJune/11 21:00  Iran - Oman", "euro", "2020").matches

    assert match.kickoff.year == 2021

"""A match sheet: one match whole, as YAML or JSON."""

import json
from datetime import UTC, datetime

import pytest

from teams.importers.match_sheet import read_match_sheet
from teams.importers.records import Refused

SHEET = """competition: champions-league
season: 2025-26
stage: League phase
matchday: 4
date: 2025-11-05
kickoff: 21:00
timezone: Europe/Rome
venue: San Siro
attendance: 69983
score: 2-1
half_time: 1-0
home:
  team: Inter
  coach: Cristian Chivu
  formation: 3-5-2
  captain: Lautaro Martínez
  starters:
    - {shirt: 10, name: Lautaro Martínez, position: FW}
    - {shirt: 30, name: Carlos Augusto, position: DF}
  bench:
    - Ange-Yoan Bonny
away: Kairat Almaty
events:
  - {minute: 45+2, kind: goal, side: home, person: Lautaro Martínez}
  - {minute: 46, kind: substitution, side: home, on: Ange-Yoan Bonny, off: Lautaro Martínez}
  - {minute: 67, kind: goal, side: home, person: Carlos Augusto, assist: Ange-Yoan Bonny}
  - {minute: unknown, kind: yellow, side: home, person: Carlos Augusto}
"""


def read(sheet=SHEET):
    return read_match_sheet(sheet.encode(), "sheet.yaml")


def refusal(old, new):
    assert old in SHEET
    with pytest.raises(Refused) as refused:
        read(SHEET.replace(old, new, 1))
    return str(refused.value)


def test_a_sheet_is_read_whole():
    match = read()

    assert (match.home, match.away, match.goals, match.half_time) == ("Inter", "Kairat Almaty", (2, 1), (1, 0))
    assert (match.status, match.attendance, match.venue) == ("finished", 69983, "San Siro")
    assert match.kickoff == datetime(2025, 11, 5, 20, tzinfo=UTC)
    assert (match.home_coach, match.home_formation, match.away_coach) == ("Cristian Chivu", "3-5-2", None)


def test_the_line_up_keeps_its_order_and_knows_its_captain():
    lines = [(line.side, line.shirt, line.person, line.starter, line.captain, line.order) for line in read().appearances]

    assert lines == [
        ("home", 10, "Lautaro Martínez", True, True, 1),
        ("home", 30, "Carlos Augusto", True, False, 2),
        ("home", None, "Ange-Yoan Bonny", False, False, 3),
    ]


def test_added_minutes_belong_to_the_half_that_they_extend():
    events = [(event.kind, event.period, event.minute, event.stoppage) for event in read().events]

    assert events == [("goal", "1", 45, 2), ("substitution", "2", 46, 0), ("goal", "2", 67, 0), ("yellow", "9", None, 0)]


def test_an_event_names_who_comes_on_and_who_goes_off_who_scores_and_who_serves():
    people = [(event.person, event.second_person) for event in read().events[1:3]]

    assert people == [("Ange-Yoan Bonny", "Lautaro Martínez"), ("Carlos Augusto", "Ange-Yoan Bonny")]


def test_a_shoot_out_is_kept_apart_from_the_score():
    sheet = SHEET.replace("score: 2-1", "score: 2-2\nafter_ninety: 1-1\nshootout: 4-3")
    sheet += "  - {minute: shoot-out, kind: shootout_scored, side: home, person: Carlos Augusto}\n"

    match = read(sheet)

    assert (match.goals, match.ninety, match.shootout) == ((2, 2), (1, 1), (4, 3))
    assert (match.events[-1].period, match.events[-1].minute) == ("5", None)


def test_the_same_sheet_may_be_json():
    told = {"competition": "serie-a", "season": "2025-26", "date": "2025-11-09", "home": "Inter", "away": {"team": "Lazio"}}

    match = read_match_sheet(json.dumps(told, indent="\t").encode(), "sheet.json", zone="Europe/Rome")

    assert (match.home, match.away, match.status, match.kickoff_confirmed) == ("Inter", "Lazio", "scheduled", False)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("score: 2-1", "score: two", "sheet.yaml, line 10: score: write the home side first, like 2-1, not “two”"),
        ("half_time: 1-0", "half_time: 3-0", "sheet.yaml, line 1: a side has more goals at half-time than at the end; one of"),
        ("45+2", "67+2", "sheet.yaml, line 24: minute: 67+2: minutes are added only at the end of a period"),
        ("45+2", "half past", "sheet.yaml, line 24: minute: write 67, 45+2, unknown or shoot-out, not “half past”"),
        ("45+2", "130", "sheet.yaml, line 24: minute: 130: a match has minutes 1 to 120"),
        ("captain: Lautaro Martínez", "captain: Lautaro", "sheet.yaml, line 16: captain: Lautaro is not on this side's sheet;"),
        ("away: Kairat Almaty", "guests: Kairat Almaty", "sheet.yaml, line 1: away is missing; write it"),
        ("  coach: Cristian Chivu", "  trainer: Chivu", "sheet.yaml, line 14: there is no field trainer; take it out"),
        ("attendance:", "spectators:", "sheet.yaml, line 9: there is no field spectators"),
        ("    - Ange-Yoan Bonny", "    - Carlos Augusto", "sheet.yaml, line 21: Carlos Augusto is on the sheet twice; take one"),
        ("shirt: 30", "shirt: 10", "sheet.yaml, line 19: shirt 10 is given to two players of one side; look up which of them"),
        ("kind: yellow, side: home", "kind: yellow", "sheet.yaml, line 27: side is missing; write it"),
    ],
)
def test_what_cannot_be_true_is_refused_with_its_line(old, new, told):
    assert refusal(old, new).startswith(told)

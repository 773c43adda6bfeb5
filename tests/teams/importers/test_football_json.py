"""football.json, with what it loses on its way from Football.TXT."""

import json
from datetime import UTC, datetime

import pytest

from teams.importers.football_json import read_football_json
from teams.importers.records import Refused

MATCH = {
    "round": "Matchday 1",
    "date": "2024-08-17",
    "time": "18:30",
    "team1": "Inter",
    "team2": "Milan",
    "score": {"ft": [2, 1]},
}


def read(*rows, competition="serie-a", season="2024-25", indent=None):
    content = json.dumps({"name": "A league", "matches": rows}, indent=indent).encode()
    return read_football_json(content, "it.json", competition=competition, season=season, zone="Europe/Rome")


def test_a_match_is_read_with_its_scores_and_its_instant():
    (match,) = read({**MATCH, "score": {"ht": [1, 0], "ft": [2, 1]}, "ground": "San Siro, Milano"}).matches

    assert (match.home, match.away, match.matchday, match.stage) == ("Inter", "Milan", 1, "")
    assert (match.goals, match.half_time, match.status, match.venue) == ((2, 1), (1, 0), "finished", "San Siro, Milano")
    assert match.kickoff == datetime(2024, 8, 17, 16, 30, tzinfo=UTC)


@pytest.mark.parametrize("score", [[2, 1], {"ft": [2, 1]}])
def test_a_score_may_be_a_bare_pair(score):
    assert read({**MATCH, "score": score}).matches[0].goals == (2, 1)


@pytest.mark.parametrize("score", [None, {}, {"ft": None}])
def test_a_match_without_a_score_is_a_fixture(score):
    assert read({**MATCH, "score": score}).matches[0].status == "scheduled"


def test_extra_time_and_penalties_are_kept_apart():
    row = {**MATCH, "round": "Finals, Round of 16", "team1": "Inter (ITA)", "score": {"ft": [1, 1], "et": [2, 2], "p": [4, 2]}}

    reading = read(row, competition="champions-league")

    (match,) = reading.matches
    assert (match.goals, match.ninety, match.shootout, match.round) == ((2, 2), (1, 1), (4, 2), "Round of 16")
    assert reading.teams["Inter"].country == "ITA"


def test_a_level_shoot_out_is_left_out_and_told():
    reading = read({**MATCH, "score": {"ft": [0, 1], "et": [0, 1], "p": [4, 4]}})

    assert reading.matches[0].shootout is None
    assert [doubt.message for doubt in reading.doubts] == ["a shoot-out cannot end level at 4-4; it is left out"]


def test_goals_have_their_side_their_kind_and_added_minutes():
    row = {
        **MATCH,
        "goals1": [{"name": "Thuram", "minute": 45, "offset": 2}, {"name": "Lautaro", "minute": 9, "penalty": True}],
        "goals2": [{"name": "Bisseck", "minute": 80, "owngoal": True}],
    }

    events = read(row).matches[0].events

    assert [(event.kind, event.side, event.minute, event.stoppage, event.person) for event in events] == [
        ("penalty_goal", "home", 9, 0, "Lautaro"),
        ("goal", "home", 45, 2, "Thuram"),
        ("own_goal", "away", 80, 0, "Bisseck"),
    ]


def test_days_of_a_tournament_are_no_matchdays_of_its_groups():
    rows = [{**MATCH, "group": "Group A", "round": f"Matchday {day}", "team2": team} for day, team in ((1, "Milan"), (7, "Ajax"))]

    assert [(match.stage, match.matchday) for match in read(*rows, competition="world-cup", season="2022").matches] == [
        ("Group A", None),
        ("Group A", None),
    ]


def test_a_minute_may_be_a_text_with_its_added_time():
    goals = [{"name": "Thuram", "minute": "45+2"}, {"name": "Lautaro", "minute": "90", "offset": 3}]

    (match,) = read({**MATCH, "goals1": goals, "goals2": [{"name": "Leão", "minute": 94}]}).matches

    told = [(event.period, event.minute, event.stoppage) for event in match.events]
    assert told == [("1", 45, 2), ("2", 90, 3), ("2", 90, 4)]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({**MATCH, "goals1": [{"name": "Thuram", "minute": "late"}]}, "it.json, line 6: a minute was not understood: “late”"),
        ({**MATCH, "team2": None}, "it.json, line 6: a match needs team1, team2 and date"),
        ({**MATCH, "date": "yesterday"}, "it.json, line 6: Invalid isoformat string: 'yesterday'"),
        ({**MATCH, "score": {"ft": [2]}}, "it.json, line 6: full time: two numbers were expected, the home side first, not [2]"),
        ({**MATCH, "score": {"ht": [1, 0]}}, "it.json, line 6: a match that was played needs its score at full time"),
    ],
)
def test_a_row_that_cannot_be_read_is_refused_with_its_line(row, told):
    one_a_line = json.dumps({"matches": [row, MATCH]}, indent=0).replace('"round": "Matchday 1",\n', "")

    reading = read_football_json(one_a_line.encode(), "it.json", competition="serie-a", season="2024-25", zone="UTC")

    assert [str(refused) for refused in reading.refused] == [told]
    assert len(reading.matches) == 1


@pytest.mark.parametrize("content", [b"{", b"[]", b'{"clubs": []}'])
def test_a_file_of_another_kind_is_refused(content):
    with pytest.raises(Refused, match=r"it\.json, line 1: "):
        read_football_json(content, "it.json", competition="serie-a", season="2024-25", zone="UTC")

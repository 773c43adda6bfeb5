"""What the commands for tables, scorers and deductions print, and how they refuse."""

import csv
import io
import json
from datetime import UTC, date, datetime

import pytest
from django.core.management import CommandError, call_command

from teams.models import PointsAdjustment
from tests.making import make_goal, make_match, make_stage, make_team

pytestmark = pytest.mark.django_db


def run(*words):
    out = io.StringIO()
    call_command(*words, stdout=out)
    return out.getvalue()


def printed(*words):
    return json.loads(run(*words))


def at(day):
    return datetime(2025, 10, day, 18, tzinfo=UTC)


@pytest.fixture
def stage():
    stage = make_stage("Serie A")
    first = make_match("Inter 4-1 Roma", stage=stage, kickoff=at(1), matchday=1)
    make_match("Napoli 3-0 Lazio", stage=stage, kickoff=at(2), matchday=1)
    make_match("Roma 2-0 Napoli", stage=stage, kickoff=at(20), matchday=2)
    make_goal(first, "Lautaro Martínez", 10)
    make_goal(first, "Lautaro Martínez", 20, kind="penalty_goal")
    return stage


def test_a_table_is_printed_with_what_decided_between_its_rows(stage):
    rows = printed("table", "serie-a", "2025-26")

    assert [(row["position"], row["team"], row["points"], row["reason"]) for row in rows] == [
        (1, "Inter", 3, "goal difference, 3 to 1"),
        (2, "Napoli", 3, "goal difference, 1 to -1"),
        (3, "Roma", 3, "points, 3 to 0"),
        (4, "Lazio", 0, ""),
    ]
    first = {name: rows[0][name] for name in ("played", "won", "drawn", "lost", "goals_for", "goals_against", "goal_difference")}
    assert first == {
        "played": 1,
        "won": 1,
        "drawn": 0,
        "lost": 0,
        "goals_for": 4,
        "goals_against": 1,
        "goal_difference": 3,
    }


@pytest.mark.parametrize(
    ("asked", "order"),
    [
        ([], ["Inter", "Napoli", "Roma", "Lazio"]),
        (["--on", "2025-10-02"], ["Inter", "Napoli", "Roma", "Lazio"]),
        (["--matchday", "1"], ["Inter", "Napoli", "Roma", "Lazio"]),
        (["--venue", "away"], ["Inter", "Napoli", "Roma", "Lazio"]),
        (["--venue", "form"], ["Inter", "Napoli", "Roma", "Lazio"]),
    ],
)
def test_a_table_is_of_any_day_matchday_or_venue(stage, asked, order):
    rows = printed("table", "Serie A", "2025-26", *asked)

    assert [row["team"] for row in rows] == order


def test_a_table_at_home_counts_no_match_away(stage):
    rows = printed("table", "serie-a", "2025-26", "--venue", "home")

    assert [(row["team"], row["played"], row["goals_for"], row["points"]) for row in rows] == [
        ("Inter", 1, 4, 3),
        ("Napoli", 1, 3, 3),
        ("Roma", 1, 2, 3),
        ("Lazio", 0, 0, 0),
    ]


def test_csv_holds_the_same_rows(stage):
    rows = list(csv.DictReader(io.StringIO(run("table", "serie-a", "2025-26", "--format", "csv"))))

    assert [(row["position"], row["team"], row["points"]) for row in rows] == [
        ("1", "Inter", "3"),
        ("2", "Napoli", "3"),
        ("3", "Roma", "3"),
        ("4", "Lazio", "0"),
    ]


def test_all_groups_are_printed_with_their_stage_and_one_of_them_alone():
    for name in ("A", "B"):
        stage = make_stage("World Cup", "2026", name=f"Girone {name}", name_en=f"Group {name}", kind="group", order=ord(name))
        make_match(f"First {name} 1-0 Second {name}", stage=stage)

    every, one = printed("table", "world-cup", "2026"), printed("table", "world-cup", "2026", "--stage", "group b")

    assert [(row["stage"], row["team"]) for row in every] == [
        ("Group A", "First A"),
        ("Group A", "Second A"),
        ("Group B", "First B"),
        ("Group B", "Second B"),
    ]
    assert [row["team"] for row in one] == ["First B", "Second B"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["serie-b", "2025-26"], "no competition is called “serie-b”; near it: serie-a"),
        (["serie-a", "2024-25"], "serie-a has no season 2024-25; there are: 2025-26"),
        (["serie-a", "2025-26", "--stage", "Group A"], "has no stage “Group A” with a table"),
        (["serie-a", "2025-26", "--on", "6/11/2025"], "“6/11/2025” is not a day"),
    ],
)
def test_what_is_not_there_is_refused_in_words(stage, words, said):
    with pytest.raises(CommandError, match=said):
        run("table", *words)


def test_scorers_are_printed_with_penalties_apart(stage):
    assert printed("scorers", "serie-a", "2025-26") == [
        {
            "rank": 1,
            "player": "Lautaro Martínez",
            "team": "Inter",
            "goals": 2,
            "penalties": 1,
            "assists": 0,
            "slug": "lautaro-martinez",
        }
    ]
    assert printed("scorers", "serie-a", "2025-26", "--on", "2025-09-30") == []


def test_points_are_taken_away_with_a_reason_and_from_a_day(stage):
    run("adjust_points", "serie-a", "2025-26", "Inter", "-4", "--on", "2025-10-10", "--reason", "Accounts.")

    before, after = (printed("table", "serie-a", "2025-26", "--on", f"2025-10-{day}") for day in ("09", "10"))
    told = [[(row["team"], row["points"], row["adjustment"]) for row in rows] for rows in (before, after)]
    assert (told[0][0], told[1][-1]) == (("Inter", 3, 0), ("Inter", -1, -4))


@pytest.mark.parametrize(
    ("team", "points", "said"),
    [
        ("Inter", "0", "points_adjustment_is_not_zero"),
        ("Milan", "-3", "Milan does not play in Serie A 2025-26"),
        ("Nobody", "-3", "no team is called “Nobody” in Serie A 2025-26$"),
        ("Lazoi", "-3", "no team is called “Lazoi” in Serie A 2025-26; near it: Lazio"),
        ("Nap", "-3", "no team is called “Nap” in Serie A 2025-26; near it: Napoli"),
    ],
)
def test_a_deduction_that_cannot_be_is_refused(stage, team, points, said):
    make_team("Milan")

    with pytest.raises(CommandError, match=said):
        run("adjust_points", "serie-a", "2025-26", team, points, "--on", "2025-10-10", "--reason", "Accounts.")

    assert not PointsAdjustment.objects.filter(on=date(2025, 10, 10)).exists()


def test_a_word_means_the_team_of_that_season_also_where_another_one_bears_it_alone(stage):
    make_team("Everton")
    make_match("Everton FC 1-0 Luton Town", stage=stage, kickoff=datetime(2025, 10, 3, 18, tzinfo=UTC))

    run("adjust_points", "serie-a", "2025-26", "Everton", "-8", "--on", "2025-10-10", "--reason", "Accounts.")

    assert PointsAdjustment.objects.values_list("team__name", flat=True).get(points=-8) == "Everton FC"


def test_a_decision_that_is_sent_twice_counts_once(stage):
    decision = ("adjust_points", "serie-a", "2025-26", "Inter", "-4", "--on", "2025-10-10", "--reason", "Accounts.")
    run(*decision)

    with pytest.raises(CommandError, match="This decision is recorded already"):
        run(*decision)

    assert printed("table", "serie-a", "2025-26")[-1]["adjustment"] == -4


@pytest.mark.parametrize("written", ["2025-26", "2025/26", "2025/2026", "2025-2026"])
def test_a_season_is_known_however_it_is_written(stage, written):
    assert printed("table", "serie-a", written)[0]["team"] == "Inter"

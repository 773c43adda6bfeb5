"""What is known to be wrong or odd in sources of match data, from made files down to the table."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from teams import audit, tables
from teams.models import Match, MatchEvent, Stage, Team

pytestmark = pytest.mark.django_db


@pytest.fixture
def bring(tmp_path):
    def _bring(text, competition="serie-a", season="2024-25", source="football-txt", file="a.txt"):
        path = tmp_path / file
        path.write_text(text, encoding="utf-8")
        call_command("import_matches", source, str(path), competition=competition, season=season, stdout=StringIO())

    return _bring


def points(on=None, **asked):
    return {row.team.name: row.points for row in tables.table_of(Stage.objects.get(), on, **asked)}


@pytest.mark.parametrize("scorers", ["(Thuram 9', Bisseck 80' (og))", "(Thuram 9'; Bisseck 80' (og))"])
def test_an_own_goal_counts_for_who_profits_whichever_team_a_source_files_it_under(bring, scorers):
    bring(f"▪ Matchday 1\nAug 17 2024\n  Inter v Lecce  2-0\n   {scorers}\n")

    assert list(MatchEvent.objects.order_by("minute").values_list("kind", "side")) == [("goal", "home"), ("own_goal", "home")]
    assert list(audit.findings(Match.objects.for_card())) == []


def test_extra_time_that_one_source_has_lost_is_known_from_the_other(bring):
    bring("▪ Semi-finals\nMay 6 2025\n  21:00  Inter v Barcelona  4-3 a.e.t. (3-3, 2-0)\n", "champions-league", file="cl.txt")
    lost = '{"round": "Semi-finals", "date": "2025-05-06", "team1": "Inter", "team2": "Barcelona", "score": {"ft": [4, 3]}}'

    bring(f'{{"matches": [{lost}]}}', "champions-league", source="football-json", file="cl.json")

    match = Match.objects.get()
    assert (match.home_goals, match.away_goals, match.home_ninety, match.away_ninety) == (4, 3, 3, 3)


def test_a_match_that_was_suspended_counts_from_the_day_it_was_resumed(bring):
    bring(
        "▪ Matchday 14\nDec 1 2024\n  Fiorentina v Inter  0-0 [suspended]\n  Roma v Lazio  1-0\n"
        "▪ Matchday 14\nFeb 6 2025\n  Fiorentina v Inter  3-0\n"
    )

    assert Match.objects.count() == 2
    assert points(date(2024, 12, 2)) == {"Roma": 3, "Fiorentina": 0, "Inter": 0, "Lazio": 0}
    assert points(date(2025, 2, 6))["Fiorentina"] == 3


def test_of_a_league_match_that_was_replayed_the_later_result_counts(bring):
    bring(
        "▪ Matchday 2\nSep 1 2024\n  Roma v Lazio  1-0\n▪ Matchday 1\nAug 17 2024\n  Inter v Lecce  0-1\n"
        "Sep 25 2024\n  Inter v Lecce  2-0\n"
    )

    assert points() == {"Inter": 3, "Roma": 3, "Lazio": 0, "Lecce": 0}


def test_a_knock_out_match_that_was_replayed_is_two_also_under_one_heading(bring):
    bring(
        "▪ Quarter-finals\n31 May 1934\n  Italy  1-1 a.e.t. (1-1, 0-1)  Spain\n1 June\n  Italy  1-0  Spain\n", "world-cup", "1934"
    )

    assert list(Match.objects.order_by("kickoff").values_list("round", "home_goals", "away_goals")) == [
        ("Quarter-finals", 1, 1),
        ("Quarter-finals, replay", 1, 0),
    ]


def test_a_match_that_was_awarded_counts_as_decided_and_its_goals_stay_told(bring):
    bring("▪ Matchday 1\nAug 17 2024\n  Inter v Roma  0-3 [awarded]\n   (Lautaro 12')\n")

    assert points() == {"Roma": 3, "Inter": 0}
    assert Match.objects.values_list("status", "events__person__name").get() == ("awarded", "Lautaro")


def test_a_day_and_a_matchday_are_two_where_matchdays_are_out_of_order(bring):
    bring(
        "▪ Matchday 1\nAug 17 2024\n  Inter v Lecce  1-0\n▪ Matchday 19\nJan 4\n  Lecce v Inter  1-0\n"
        "▪ Matchday 20\nNov 27\n  Roma v Inter  0-0\n▪ Matchday 2\nFeb 5\n  Roma v Lecce  0-1\n"
    )

    assert points(date(2024, 11, 27)) == {"Inter": 4, "Roma": 1, "Lecce": 0}
    assert points(matchday=2) == {"Inter": 3, "Lecce": 3, "Roma": 0}


def test_a_club_whose_name_drifts_from_season_to_season_stays_one(bring, tmp_path):
    bring("▪ Matchday 1\nAug 17 2023\n  AC Florenz v Inter  1-0\n", season="2023-24")
    clubs = tmp_path / "it.clubs.txt"
    clubs.write_text("= Italy\n\nAC Florenz, 1926, Firenze\n  | ACF Fiorentina | Fiorentina\n", encoding="utf-8")
    call_command("import_clubs", str(clubs), stdout=StringIO())

    bring("▪ Matchday 1\nAug 17 2024\n  ACF Fiorentina v Inter  1-0\n▪ Matchday 2\nAug 24\n  Inter v Fiorentina  1-0\n")

    assert sorted(Team.objects.values_list("name", flat=True)) == ["AC Florenz", "Inter"]


def test_a_second_yellow_at_the_minute_of_the_first_is_kept_beside_it_once(bring):
    text = "▪ Matchday 1\nAug 17 2024\n  Inter v Lecce  0-0\nInter: Sommer - Bisseck [Y 44'] [Y/R 44'], Acerbi\n"

    for _ in range(2):
        bring(text)

    assert list(MatchEvent.objects.order_by("order").values_list("kind", "minute")) == [("yellow", 44), ("second_yellow", 44)]


def test_a_shoot_out_that_one_source_has_level_is_known_from_the_other(bring):
    score = '"score": {"ft": [0, 0], "et": [0, 0], "p": [4, 4]}'
    level = f'{{"round": "Final", "date": "2025-05-31", "team1": "Inter", "team2": "Paris", {score}}}'
    bring(f'{{"matches": [{level}]}}', "champions-league", source="football-json", file="cl.json")
    assert Match.objects.values_list("home_shootout").get() == (None,)

    bring("▪ Final\nMay 31 2025\n  Inter v Paris  4-3 pen. 0-0 a.e.t. (0-0)\n", "champions-league")

    assert Match.objects.values_list("home_shootout", "away_shootout").get() == (4, 3)

"""A team, and all teams, told to readers."""

from datetime import UTC, date, datetime

import pytest

from teams.models import Match
from tests.making import make_goal, make_match, make_person, make_spell, make_stage, make_team
from tests.reading import read

pytestmark = pytest.mark.django_db


def test_a_team_page_shows_results_fixtures_squad_form_and_its_place(client):
    stage = make_stage("Serie A")
    make_match("Inter 2-0 Lazio", stage=stage, kickoff=datetime(2025, 11, 1, 18, tzinfo=UTC))
    make_match("Milan 1-1 Inter", stage=stage, kickoff=datetime(2025, 11, 4, 18, tzinfo=UTC))
    make_match("Inter v Milan", stage=stage, kickoff=datetime(2025, 11, 9, 18, tzinfo=UTC))
    make_spell(make_person("Yann Sommer", position="GK"), "Inter", shirt=1)
    make_spell(make_person("Lautaro Martínez", position="FW"), "Inter", shirt=10)
    make_spell("Simone Inzaghi", "Inter", role="coach", end=date(2025, 7, 2))
    make_spell("Cristian Chivu", "Inter", role="coach")

    page = client.get("/en/teams/inter/").context

    assert [str(match) for match in page["results"]] == ["Milan 1-1 Inter", "Inter 2-0 Lazio"]
    assert [str(match) for match in page["coming"]] == ["Inter - Milan"]
    assert [outcome.letter for outcome in page["form"]] == ["W", "D"]
    assert [(row.position, row.points) for _stage, row, _parts in page["standings"]] == [(1, 4)]
    assert [position for position, _players in page["squad"]] == ["GK", "FW"]
    assert [spell.person.name for spell in page["coaches"]] == ["Cristian Chivu"]


def test_a_postponed_match_stands_after_those_that_have_a_day(client):
    make_match("Inter v Lazio", status="postponed", kickoff=datetime(2025, 11, 1, 18, tzinfo=UTC))
    make_match("Inter v Milan", kickoff=datetime(2025, 11, 9, 18, tzinfo=UTC))

    assert [match.away.name for match in client.get("/it/teams/inter/").context["coming"]] == ["Milan", "Lazio"]


def test_the_squad_counts_the_goals_for_this_team_only(client):
    match = make_match("Inter 1-0 Lazio")
    make_spell("Lautaro Martínez", "Inter", shirt=10)
    make_goal(match, "Lautaro Martínez", 9)
    make_goal(make_match("Milan 1-0 Roma"), "Lautaro Martínez", 9)

    [(_position, [(spell, goals)])] = client.get("/it/teams/inter/").context["squad"]

    assert (spell.person.name, goals) == ("Lautaro Martínez", 1)


def test_a_team_whose_only_match_of_a_stage_was_called_off_has_no_place(client):
    make_match("Inter v Lazio", stage=make_stage("Serie A"), status="postponed")
    Match.objects.update(status="cancelled")
    make_match("Inter v Milan", stage=make_stage("Coppa Italia", kind="knockout"))

    assert client.get("/it/teams/inter/").context["standings"] == []


def test_a_team_of_which_nothing_is_known_has_a_page(client):
    make_team("Sconosciuta")

    assert "The squad has not been entered yet." in read(client, "/teams/sconosciuta/")


def test_all_teams_stand_under_their_competitions_and_the_others_at_the_end(client):
    make_match("Inter 1-0 Ávila", stage=make_stage("Serie A"))
    make_team("Ajax")

    listed = client.get("/it/teams/").context["listed"]

    assert [(str(competition), [team.name for team in teams]) for competition, teams in listed] == [
        ("Serie A", ["Ávila", "Inter"]),
        ("None", ["Ajax"]),
    ]

"""What a person has done, told to readers."""

from datetime import UTC, date, datetime

import pytest

from teams.models import Season
from teams.stats.form import Record
from tests.making import make_appearance, make_event, make_goal, make_match, make_person, make_spell, make_stage
from tests.reading import make_published, part, read

pytestmark = pytest.mark.django_db


def test_a_player_page_shows_the_season_in_sums_goals_and_cards(client):
    match = make_match("Inter 2-1 Kairat Almaty")
    lautaro = make_person("Lautaro Martínez")
    make_spell(lautaro, "Inter", shirt=10)
    make_appearance(match, lautaro, 10)
    goal = make_goal(match, lautaro, 45)
    make_event(match, "yellow", lautaro, 50)
    make_event(match, "substitution", "Ange-Yoan Bonny", 60, second_person=lautaro)
    make_published("Lautaro, retroscena", about=[goal])

    page = client.get("/it/players/lautaro-martinez/")

    account = page.context["account"]
    assert (account.appearances, account.minutes, account.goals, account.yellows) == (1, 60, 1, 1)
    assert page.context["goals"] == [goal]
    assert [event.kind for event in page.context["cards"]] == ["yellow"]
    assert "Lautaro, retroscena" in part(page.content.decode(), '<ol class="deeds">', "</ol>")


def test_a_season_that_is_over_is_not_this_season(client):
    stage = make_stage("Serie A", season="2023-24")
    Season.objects.filter(pk=stage.season_id).update(starts=date(2023, 7, 1), ends=date(2024, 6, 30))
    make_goal(make_match("Inter 1-0 Lazio", stage=stage, kickoff=datetime(2023, 9, 1, 18, tzinfo=UTC)), "Lautaro Martínez", 9)

    assert client.get("/it/players/lautaro-martinez/").context["goals"] == []


def test_who_stayed_on_the_bench_did_not_play_though_he_was_booked(client):
    match = make_match()
    make_appearance(match, "Luis Henrique", 11, starter=False)
    make_event(match, "yellow", "Luis Henrique", 80)

    page = client.get("/it/players/luis-henrique/").context

    assert page["outings"] == []
    assert len(page["cards"]) == 1


def test_a_scorer_of_an_own_goal_whose_sheet_is_not_known_played_for_the_other_side(client):
    make_goal(make_match("Inter 1-0 Kairat Almaty"), "Damir Kassabulat", 12, kind="own_goal")

    page = client.get("/it/players/damir-kassabulat/").context

    assert [outing.opponent.name for outing in page["outings"]] == ["Inter"]
    assert page["goals"] == []


def test_one_person_can_be_player_coach_and_referee_over_a_life(client):
    chivu = make_person("Cristian Chivu", birth_date=date(1980, 10, 26))
    make_spell(chivu, "Inter", start=date(2007, 7, 1), end=date(2014, 3, 31), shirt=26)
    make_spell(chivu, "Inter", role="coach", start=date(2025, 6, 9))
    make_match("Inter 2-1 Kairat Almaty", home_coach=chivu)
    make_match("Lazio 3-0 Inter", away_coach=chivu, kickoff=datetime(2025, 10, 1, 18, tzinfo=UTC))
    make_match("Lazio 1-1 Milan", referee=chivu)

    page = client.get("/en/players/cristian-chivu/").context
    told = read(client, "/players/cristian-chivu/")

    assert page["coaching"] == Record(played=2, won=1, drawn=0, lost=1, goals_for=2, goals_against=4)
    assert [match.home.name for match in page["coached"]] == ["Inter", "Lazio"]
    assert [match.home.name for match in page["refereed"]] == ["Lazio"]
    assert "aged 45" in told
    assert "2025– today Inter Coach 2007–2014 Inter Player, number 26" in told


def test_the_birthday_counts_from_its_day(client):
    make_person("Nato Oggi", birth_date=date(2000, 11, 6))
    make_person("Nato Domani", birth_date=date(2000, 11, 7))

    ages = [client.get(f"/it/players/{slug}/").context["age"] for slug in ("nato-oggi", "nato-domani")]

    assert ages == [25, 24]

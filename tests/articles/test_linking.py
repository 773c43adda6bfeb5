"""Facts are found by what a reporter types, the likeliest first, and with as many questions however much there is."""

from datetime import date, timedelta

import pytest

from articles.linking import Around, search, typed
from teams.models import Alias, Venue
from tests.making import KICKOFF, make_competition, make_event, make_goal, make_match, make_person, make_spell, make_team

pytestmark = pytest.mark.django_db
DAY = Around(date(2025, 11, 6))


def found(text, around=DAY):
    return {kind: [str(row) for row in rows] for kind, rows in search(text, around).items()}


def test_both_sides_named_find_the_match():
    make_match("Inter 2-1 Kairat Almaty")
    make_match("Inter 1-0 Torino")

    assert found("inter kai") == {"match": ["Inter 2-1 Kairat Almaty"]}


def test_the_match_near_the_day_comes_before_one_long_ago_or_far_ahead():
    for days, told in ((-400, "Inter 3-0 Milan"), (2, "Inter v Lazio"), (-1, "Inter 2-1 Kairat Almaty"), (60, "Roma v Inter")):
        make_match(told, kickoff=KICKOFF + timedelta(days=days))

    assert found("inter")["match"] == ["Inter 2-1 Kairat Almaty", "Inter - Lazio", "Roma - Inter", "Inter 3-0 Milan"]
    assert list(found("inter")) == ["team", "match"]


def test_a_derby_comes_before_matches_of_one_side_alone():
    make_team("Inter", name_en="Inter Milan")
    make_match("Inter 3-0 Milan", kickoff=KICKOFF - timedelta(days=200))
    make_match("Inter 1-0 Torino")

    assert found("inter milan")["match"][0] == "Inter 3-0 Milan"


def test_a_minute_picks_the_goal_of_the_match_that_is_linked():
    match = make_match()
    make_goal(match, "Carlos Augusto", 67)
    make_goal(make_match("Roma 1-0 Lazio"), "Paulo Dybala", 67)

    assert found("67", Around(DAY.day, (match.pk,))) == {"event": ["67' Gol Carlos Augusto"]}
    assert found("67'", DAY) == {}


@pytest.mark.parametrize("text", ["inter kai 67", "67 kairat", "inter 67'"])
def test_a_minute_beside_teams_finds_the_event_first(text):
    match = make_match()
    make_goal(match, "Carlos Augusto", 67)
    make_goal(match, "Lautaro Martínez", 45)

    assert next(iter(found(text).items())) == ("event", ["67' Gol Carlos Augusto"])


def test_added_time_is_told_from_the_minute_itself():
    match = make_match()
    make_event(match, "yellow", "Nicolò Barella", 45, stoppage=2)
    make_goal(match, "Lautaro Martínez", 45)

    assert found("45+2", Around(DAY.day, (match.pk,))) == {"event": ["45+2' Ammonizione Nicolò Barella"]}


def test_an_event_is_found_by_its_player_only_in_matches_that_are_linked():
    match = make_match()
    make_goal(match, "Lautaro Martínez", 45)

    assert found("lautaro", Around(DAY.day, (match.pk,)))["event"] == ["45' Gol Lautaro Martínez"]
    assert "event" not in found("lautaro")


def test_of_namesakes_who_plays_for_a_team_of_the_story_comes_first():
    josep, lautaro = make_person("Josep Martínez"), make_person("Lautaro Martínez")
    make_person("Aitor Martínez")
    make_spell(josep, make_team("Genoa"))
    make_spell(lautaro, make_team("Inter"))
    match = make_match("Inter 2-1 Kairat Almaty")

    assert found("martinez", Around(DAY.day, (match.pk,)))["person"][0] == "Lautaro Martínez"
    assert found("martinez", Around(DAY.day, (), (make_team("Genoa").pk,)))["person"][0] == "Josep Martínez"
    assert found("martinez")["person"][-1] == "Aitor Martínez"


def test_other_names_accents_and_capitals_make_no_difference():
    lautaro = make_person()
    Alias.objects.create(text="Toro", person=lautaro)
    Venue.objects.create(name="San Siro", slug="san-siro", city="Milano")
    make_competition("Champions League")

    assert found("TORO")["person"] == found("martínez LAUT")["person"] == ["Lautaro Martínez"]
    assert found("san siro") == {"venue": ["San Siro, Milano"]}
    assert found("champions")["competition"] == ["Champions League"]


def test_a_day_or_a_month_narrows_matches_down():
    make_match("Inter 2-1 Kairat Almaty")
    make_match("Inter 4-0 Pisa", kickoff=KICKOFF - timedelta(days=60))

    assert found("inter 2025-11-05")["match"] == found("inter 2025-11")["match"] == ["Inter 2-1 Kairat Almaty"]
    assert found("inter 2025-09-06")["match"] == ["Inter 4-0 Pisa"]


@pytest.mark.parametrize("text", ["", "   ", "2025-13", "''", "%", "a" * 500, "\x00", "9999999", "45+999"])
def test_what_means_nothing_finds_nothing(text):
    make_match()

    assert found(text) == {}


def test_words_minutes_and_days_are_told_apart():
    assert typed("inter kai 45+2'").minute == (45, 2)
    assert typed("d'aversa 2025-02").days == (date(2025, 2, 1), date(2025, 3, 1))
    assert typed("schalke 04") == (("schalke", "04"), None, None)


def test_a_club_with_a_number_in_its_name_is_found_all_the_same():
    make_team("Schalke 04")
    make_team("Hannover 96")

    assert (found("schalke 04"), found("hannover 96")) == ({"team": ["Schalke 04"]}, {"team": ["Hannover 96"]})


@pytest.mark.parametrize("rows", [1, 3])
def test_a_search_asks_as_much_for_one_row_as_for_three(rows, django_assert_num_queries):
    for number in range(rows):
        match = make_match(f"Inter {number} 1-0 Interclub {number}")
        goal = make_goal(match, f"Inter Player {number}")
        make_spell(goal.person, match.home)
        make_competition(f"Inter Cup {number}")
        Venue.objects.create(name=f"Inter Park {number}", slug=f"inter-park-{number}")
        Alias.objects.create(text=f"Internazionale {number}", team=match.home)

    with django_assert_num_queries(9):
        search("inter", Around(DAY.day, (match.pk,)))

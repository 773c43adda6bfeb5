"""The seeds: what the demo stands on, true to its sources and safe to load again."""

import csv
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction

from newsroom import demo
from newsroom.management.commands.seed import FOLDER, load_facts
from teams import clock, tables
from teams.importers.store import Tally
from teams.models import Match, MatchEvent, Person, Season, Spell, Team

DAY = date(2025, 11, 5)

# Team, played, won, drawn, lost, goals for and against, points: the published tables of that night.
SERIE_A = """
napoli 10 7 1 2 16 8 22, inter 10 7 0 3 24 12 21, milan 10 6 3 1 15 7 21, roma 10 7 0 3 10 5 21, bologna 10 5 3 2 16 8 18,
juventus 10 5 3 2 14 10 18, como 10 4 5 1 12 6 17, lazio 10 4 3 3 13 7 15, udinese 10 4 3 3 12 15 15, cremonese 10 3 5 2 12 12 14,
atalanta 10 2 7 1 13 8 13, sassuolo 10 4 1 5 11 12 13, torino 10 3 4 3 10 16 13, cagliari 10 2 3 5 9 14 9, lecce 10 2 3 5 8 14 9,
parma 10 1 4 5 5 12 7, pisa 10 0 6 4 7 14 6, genoa 10 1 3 6 6 14 6, verona 10 0 5 5 6 16 5, fiorentina 10 0 4 6 7 16 4
"""
CHAMPIONS_LEAGUE = """
bayern-munich 4 4 0 0 14 3 12, arsenal 4 4 0 0 11 0 12, inter 4 4 0 0 11 1 12, manchester-city 4 3 1 0 10 3 10,
paris-saint-germain 4 3 0 1 14 5 9, newcastle 4 3 0 1 10 2 9, real-madrid 4 3 0 1 8 2 9, liverpool 4 3 0 1 9 4 9
"""


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """The facts, loaded once for this module; each test then works in a transaction within this one."""
    with django_db_blocker.unblock(), transaction.atomic(), clock.at(demo.SEEDED):
        load_facts(FOLDER, Tally())
        yield
        transaction.set_rollback(True)


@pytest.fixture
def facts(loaded, db):
    """Asked for in this order, so that the test's own transaction is the inner one."""


def table(competition):
    (_, rows), *_ = tables.tables_of(Season.objects.get(competition__slug=competition, label="2025-26"), DAY)
    numbers = ("played", "won", "drawn", "lost", "goals_for", "goals_against", "points")
    return [" ".join([row.team.slug, *(str(getattr(row, name)) for name in numbers)]) for row in rows]


def lines(told):
    return [line.strip() for line in told.replace("\n", " ").split(",")]


def test_the_table_of_serie_a_is_that_of_the_morning_after(facts):
    assert table("serie-a") == lines(SERIE_A)


def test_the_head_of_the_champions_league_table_is_that_of_the_morning_after(facts):
    assert table("champions-league")[:8] == lines(CHAMPIONS_LEAGUE)


def test_all_clubs_of_both_competitions_are_there(facts):
    clubs = {
        slug: Team.objects.filter(home_matches__stage__season__competition__slug=slug).distinct()
        for slug in ("serie-a", "champions-league")
    }

    assert {slug: found.count() for slug, found in clubs.items()} == {"serie-a": 20, "champions-league": 36}
    assert Team.objects.count() == 52


def test_every_result_and_fixture_is_there(facts):
    told = {
        (match.stage.season.competition.slug, match.status)
        for match in Match.objects.select_related("stage__season__competition")
    }
    count = {pair: Match.objects.filter(stage__season__competition__slug=pair[0], status=pair[1]).count() for pair in told}

    assert count == {
        ("serie-a", "finished"): 100,
        ("serie-a", "scheduled"): 280,
        ("champions-league", "finished"): 72,
        ("champions-league", "scheduled"): 72,
    }


def test_the_match_of_the_demo_is_told_whole(facts):
    match = Match.objects.for_page().get(slug="inter-kairat-almaty-2025-11-05")

    assert (match.score, match.half_time_score, match.attendance) == ("2-1", "1-0", 69983)
    assert match.kickoff == datetime(2025, 11, 5, 21, tzinfo=ZoneInfo("Europe/Rome"))
    assert [str(one) for one in (match.venue, match.referee, match.home_coach, match.away_coach)] == [
        "San Siro, Milano",
        "Luís Godinho",
        "Cristian Chivu",
        "Rafael Urazbakhtin",
    ]
    assert [match.appearances.filter(side=side, starter=True).count() for side in ("home", "away")] == [11, 11]
    assert [f"{goal.person.slug} {goal.clock_label}" for goal in match.events.goals().select_related("person")] == [
        "lautaro-martinez 45'",
        "ofri-arad 55'",
        "carlos-augusto 67'",
    ]
    assert match.events.get(kind="var").decision == "penalty_cancelled"
    assert match.events.get(kind="yellow", side="home").clock_label == ""


def test_the_goals_that_are_told_add_up_to_the_scores(facts):
    told = Match.objects.filter(events__isnull=False).distinct()

    assert told.count() == 14
    for match in told:
        sides = [match.events.goals().filter(side=side).count() for side in ("home", "away")]
        assert sides == [match.home_goals, match.away_goals], match


def test_everybody_who_is_substituted_was_on_that_sheet(facts):
    for event in MatchEvent.objects.filter(kind="substitution").select_related("match"):
        sheet = event.match.appearances.filter(side=event.side)
        assert sheet.filter(person=event.person, starter=False).exists(), event
        assert sheet.filter(person=event.second_person).exists(), event


def test_the_people_of_the_demo_are_known_by_their_addresses(facts):
    chivu = Person.objects.get(slug="cristian-chivu")

    assert list(chivu.spells.filter(team__slug="inter").order_by("start").values_list("role", flat=True)) == ["player", "coach"]
    assert Spell.objects.on(DAY).get(person__slug="lautaro-martinez").captain is True
    assert Person.objects.filter(slug="hakan-calhanoglu", name="Hakan Çalhanoğlu").exists()


def test_nothing_in_the_seeds_was_changed_in_the_demos_future(facts):
    assert demo.latest_change() == demo.SEEDED
    assert demo.clock_start() == demo.STARTS


def test_loading_again_changes_nothing_and_keeps_what_was_edited(facts):
    Match.objects.filter(slug="inter-kairat-almaty-2025-11-05").update(attendance=70000)
    Person.objects.filter(slug="lautaro-martinez").update(slug="lautaro")

    again = Tally()
    load_facts(FOLDER, again)

    assert (dict(again.new), dict(again.changed), again.kept) == ({}, {}, [])
    assert Match.objects.get(slug="inter-kairat-almaty-2025-11-05").attendance == 70000
    assert Person.objects.filter(slug="lautaro").exists() and not Person.objects.filter(slug="lautaro-martinez").exists()


def test_the_results_name_their_clubs_as_openfootball_does():
    with (FOLDER / "results" / "serie-a-2025-26.csv").open(newline="") as file:
        rows = list(csv.DictReader(line for line in file if not line.startswith("#")))

    assert {row["home"] for row in rows} == {row["away"] for row in rows}
    assert len(rows) == 380

"""Facts in the words of schema.org."""

import json
from datetime import UTC, date, datetime

import pytest

from teams import jsonld
from teams.models import Competition, Match, Person, Season, Spell, Stage, Team, Venue

GROUND = Venue(name="San Siro", slug="san-siro", city="Milano", country="ITA", latitude="45.4781", longitude="9.124")
INTER = Team(name="Inter", slug="inter", full_name="FC Internazionale Milano", founded=1908, city="Milano", country="ITA")
KAIRAT = Team(name="Kairat Almaty", slug="kairat-almaty", city="Almaty", country="KAZ")
LEAGUE = Competition(name="Champions League", slug="champions-league")
SEASON = Season(competition=LEAGUE, label="2025-26", starts=date(2025, 7, 1), ends=date(2026, 6, 30))
KICKOFF = datetime(2025, 11, 5, 20, 0, tzinfo=UTC)


def make_row(**fields):
    told = {"stage": Stage(season=SEASON), "home": INTER, "away": KAIRAT, "kickoff": KICKOFF, "slug": "inter-kairat", **fields}
    return Match(**told)


def node(made):
    """As it stands in the page."""
    return json.loads(jsonld.script([made]))["@graph"][0]


def test_a_match_names_both_sides_the_ground_and_the_season():
    made = node(jsonld.match(make_row(venue=GROUND, matchday=4)))

    assert (made["@type"], made["@id"]) == ("SportsEvent", "http://testserver/it/matches/inter-kairat/#event")
    assert made["name"] == "Inter - Kairat Almaty"
    assert (made["startDate"], made["endDate"]) == ("2025-11-05T21:00:00+01:00", "2025-11-05T22:50:00+01:00")
    assert made["eventStatus"] == "https://schema.org/EventScheduled"
    assert made["homeTeam"]["@id"] == "http://testserver/it/teams/inter/#team"
    assert [side["@id"] for side in made["competitor"]] == [made["homeTeam"]["@id"], made["awayTeam"]["@id"]]
    assert made["location"]["name"] == "San Siro"
    assert made["location"]["geo"] == {"@type": "GeoCoordinates", "latitude": 45.4781, "longitude": 9.124}
    assert made["superEvent"]["url"] == "http://testserver/it/competitions/champions-league/2025-26/"


def test_the_score_is_told_in_the_description_once_it_stands():
    fixture = node(jsonld.match(make_row()))
    result = node(jsonld.match(make_row(status="finished", home_goals=2, away_goals=1)))

    assert fixture["description"] == "Inter - Kairat Almaty, Champions League 2025-26"
    assert result["description"] == "Inter 2-1 Kairat Almaty, Champions League 2025-26"


@pytest.mark.parametrize(("status", "word"), [("postponed", "EventPostponed"), ("cancelled", "EventCancelled")])
def test_a_match_that_is_not_played_says_so(status, word):
    assert node(jsonld.match(make_row(status=status)))["eventStatus"] == f"https://schema.org/{word}"


def test_only_the_day_is_given_while_the_time_is_not_known():
    made = node(jsonld.match(make_row(kickoff_confirmed=False)))

    assert made["startDate"] == "2025-11-05"
    assert "endDate" not in made


def test_a_match_without_a_ground_is_played_in_the_town_of_the_home_side():
    made = node(jsonld.match(make_row()))

    assert made["location"] == {
        "@type": "Place",
        "name": "Milano",
        "address": {"@type": "PostalAddress", "addressLocality": "Milano", "addressCountry": "Italia"},
    }


def test_a_team_names_its_ground_its_coach_and_its_players():
    chivu, lautaro = (
        Person(name="Cristian Chivu", slug="cristian-chivu"),
        Person(name="Lautaro Martínez", slug="lautaro-martinez"),
    )

    made = node(jsonld.team(INTER, coaches=[Spell(person=chivu)], squad=[Spell(person=lautaro)]))

    assert (made["@type"], made["alternateName"], made["foundingDate"]) == ("SportsTeam", "FC Internazionale Milano", "1908")
    assert [who["name"] for who in made["coach"]] == ["Cristian Chivu"]
    assert [who["url"] for who in made["athlete"]] == ["http://testserver/it/players/lautaro-martinez/"]


def test_a_person_is_told_with_club_nation_and_what_others_know():
    row = Person(
        name="Lautaro Martínez", given_name="Lautaro", surname="Martínez", slug="lautaro-martinez", nationality="ARG",
        birth_date=date(1997, 8, 22), height=174, wikidata="Q1234",
    )  # fmt: skip

    made = node(jsonld.person(row, [Spell(person=row, team=INTER, role="player")]))

    assert made["birthDate"] == "1997-08-22"
    assert made["nationality"] == {"@type": "Country", "name": "Argentina"}
    assert made["memberOf"][0]["name"] == "Inter"
    assert made["sameAs"] == "https://www.wikidata.org/wiki/Q1234"
    assert made["height"] == {"@type": "QuantitativeValue", "value": 174, "unitCode": "CMT"}


def test_what_is_not_known_is_left_out():
    made = node(jsonld.person(Person(name="Tizio", slug="tizio")))

    assert made == {
        "@type": "Person",
        "@id": "http://testserver/it/players/tizio/#person",
        "name": "Tizio",
        "url": "http://testserver/it/players/tizio/",
    }


def test_nothing_in_the_graph_ends_the_script_that_holds_it():
    nasty = "</script><!-- & \u2028"

    text = jsonld.script([{"@type": "Thing", "name": nasty}])

    assert not {"<", ">", "&", "\u2028"} & set(text)
    assert json.loads(text)["@graph"][0]["name"] == nasty


def test_the_way_to_a_page_is_numbered_from_the_front_page():
    made = node(jsonld.breadcrumbs([("Terzo Tempo", "/it/"), ("Squadre", "/it/teams/"), ("Inter", "/it/teams/inter/")]))

    assert [(step["position"], step["name"], step["item"]) for step in made["itemListElement"]] == [
        (1, "Terzo Tempo", "http://testserver/it/"),
        (2, "Squadre", "http://testserver/it/teams/"),
        (3, "Inter", "http://testserver/it/teams/inter/"),
    ]

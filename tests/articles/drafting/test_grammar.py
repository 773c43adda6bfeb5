"""Teams in Italian and English sentences: articles, elisions, agreement."""

import doctest
from datetime import date

import pytest

from articles.drafting import english_grammar, italian_grammar
from articles.drafting.italian_grammar import agree, at_minute, joined, ordinal, the
from articles.drafting.shapes import Club

# The league phase of 2025-26 as an Italian paper calls the clubs.
LEAGUE_PHASE = """
    l'Ajax; l'Arsenal; l'Atalanta; l'Athletic Bilbao; l'Atlético Madrid; il Barcellona; il Bayer Leverkusen; il Bayern Monaco;
    il Benfica; il Bodø/Glimt; il Borussia Dortmund; il Chelsea; il Club Brugge; il Copenaghen; l'Eintracht Francoforte;
    il Galatasaray; l'Inter; la Juventus; il Kairat Almaty; il Liverpool; il Manchester City; il Marsiglia; il Monaco; il Napoli;
    il Newcastle; l'Olympiacos; il Pafos; il Paris Saint-Germain; il PSV; il Qarabağ; il Real Madrid; lo Slavia Praga;
    lo Sporting; il Tottenham; l'Union Saint-Gilloise; il Villarreal
"""


def club(name, **fields):
    return Club(1, name, **fields)


@pytest.mark.parametrize("grammar", [italian_grammar, english_grammar])
def test_the_examples_hold(grammar):
    assert doctest.testmod(grammar).failed == 0


def test_all_thirty_six_clubs_of_the_league_phase_have_their_article():
    told = [name.strip() for name in LEAGUE_PHASE.split(";")]
    names = [name.removeprefix("l'").removeprefix("il ").removeprefix("lo ").removeprefix("la ") for name in told]

    assert len(told) == 36
    assert [the(club(name)) for name in names] == told


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Italia", "dell'Italia"),
        ("Paesi Bassi", "dei Paesi Bassi"),
        ("Stati Uniti", "degli Stati Uniti"),
        ("Brasile", "del Brasile"),
        ("Scozia", "della Scozia"),
        ("Spagna", "della Spagna"),
        ("Canada", "del Canada"),
        ("Corea del Sud", "della Corea del Sud"),
        ("Israele", "di Israele"),
        ("Zambia", "della Zambia"),
    ],
)
def test_a_nation_is_joined_to_its_preposition(name, told):
    assert joined("di", club(name, national=True)) == told


@pytest.mark.parametrize(
    ("team", "told"),
    [
        (club("Inter"), "prima"),
        (club("Milan"), "primo"),
        (club("Paesi Bassi", national=True), "primi"),
        (club("Filippine", national=True), "prime"),
    ],
)
def test_a_place_agrees_with_its_team(team, told):
    assert agree(team, "primo") == told


def test_every_minute_of_a_match_has_its_preposition():
    elided = [minute for minute in range(1, 121) if at_minute(str(minute)).startswith("all'")]

    assert elided == [8, 11, *range(80, 90)]


def test_places_down_to_the_last_are_spelled():
    assert [ordinal(place) for place in (1, 8, 18, 20, 21, 28, 30, 33, 36)] == [
        "primo", "ottavo", "diciottesimo", "ventesimo", "ventunesimo", "ventottesimo", "trentesimo", "trentatreesimo",
        "trentaseiesimo",
    ]  # fmt: skip


def test_the_first_of_a_month_is_written_as_italians_do():
    assert italian_grammar.of_year(date(2024, 3, 1)) == "venerdì 1º marzo 2024"

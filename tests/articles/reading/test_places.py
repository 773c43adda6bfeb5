"""Names that are a place, a company or a paper where they stand, and the clubs that a text on something else still names."""

import pytest

from tests.articles.reading.world import named


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Newcastle tube station will stay shut after the match, said the club.", "en"),
        ("Tottenham Court Road was closed before the match.", "en"),
        ("Liverpool Town Hall opened its doors to the fans of both teams.", "en"),
        ("In via Lazio i tifosi aspettano il pullman della squadra.", "it"),
        ("Il Verona Rugby e il Napoli Basket cambiano allenatore.", "it"),
        ("Il Milan Design Week apre con una partita di beneficenza.", "it"),
        ("Cori per i campioni d'Italia, arrivano in tremila: duecento torinisti in curva.", "it"),
    ],
)
def test_a_place_or_another_name_around_it_takes_a_clubs_name(text, language):
    assert named(text, language) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Bologna, sciopero dei bus: disagi in centro", "it"),
        ("Lecce, il prosciutto vola in Cina", "it"),
        ("Newcastle port workers walk out", "en"),
        ("Liverpool Pier sold to investors", "en"),
    ],
)
def test_a_headline_without_a_word_of_sport_speaks_of_the_town(text, language):
    assert named(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Napoli-Inter, biglietti in vendita", "it", ["Napoli", "Inter"]),
        ("La Stampa: la Roma pensa a Barella", "it", ["Roma"]),
        ("Lecce, ecco Wladimiro Falcone", "it", ["Lecce", "Wladimiro Falcone"]),
        ("Manchester City sign nobody", "en", ["Manchester City"]),
    ],
)
def test_a_headline_that_names_a_club_plainly_speaks_of_it(text, language, expected):
    assert [key for _, key in named(text, language)][: len(expected)] == expected


def test_a_story_of_the_town_names_a_club_only_where_it_says_so():
    text = (
        "Liverpool council bans bus lanes\n\nThe mayor told residents that the traffic in Newcastle was worse. "
        "One councillor, a Tottenham fan, asked the police for figures; the election is in May."
    )

    assert named(text, "en") == [("Tottenham", "Tottenham")]


def test_a_club_of_a_longer_name_keeps_the_word_that_they_share():
    text = "Inter Miami vince ancora\n\nInter Miami passa con due gol nel finale: Inter prima in classifica."

    assert named(text) == []


def test_english_headlines_in_capitals_say_nothing_and_italian_ones_do():
    assert [key for _, key in named("Salah Strikes As Liverpool Beat Newcastle\n\nA late goal.", "en")] == [
        "Mohamed Salah",
        "Liverpool",
        "Newcastle",
    ]
    told = "INTER, THURAM NON BASTA: 1-0, LAUTARO DECIDE LA GARA\n\nL'Inter batte la Roma."
    assert [key for _, key in named(told)][1:3] == ["Marcus Thuram", "Lautaro Martínez"]
    assert named("Il Torino Film Festival\n\nGol di applausi per la regista.") == []

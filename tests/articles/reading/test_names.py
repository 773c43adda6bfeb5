"""Where names stand in a text: whole, as they are written, the longest first."""

import pytest

from articles.reading.names import Dictionary, Name
from articles.reading.tokens import tokens

NAMES = [
    Name("Inter", "inter"),
    Name("FC Internazionale Milano", "inter"),
    Name("Kairat Almaty", "kairat"),
    Name("Atlético Madrid", "atletico"),
    Name("Paris Saint-Germain", "psg"),
    Name("Bodø/Glimt", "bodo"),
    Name("Lautaro Martínez", "lautaro"),
    Name("A. Gallo", "gallo"),
    Name("nerazzurri", "inter", language="it"),
    Name("Milan AC", "milan", language="en"),
    Name("Inter News 24", None),
    *(Name("Marco", f"marco-{number}", sort="given") for number in range(9)),
]
DICTIONARY = Dictionary(NAMES)


def found(text, language="it"):
    words = tokens(text)
    return [
        (text[words[spot.first].start : words[spot.last].end], spot.bearers[0].target)
        for spot in DICTIONARY.spots(text, words, language)
    ]


def test_offsets_count_letters_of_the_text_as_it_is():
    assert [surface for surface, _ in found("Stasera l’Inter e il Kairat Almaty a San Siro.")] == ["Inter", "Kairat Almaty"]


@pytest.mark.parametrize(
    "text", ["L’Inter vince", "un'Inter che vince", "dell’Inter si parla", "Oggi Inter-Ajax", "the Inter's bench"]
)
def test_a_name_is_found_behind_an_elision_a_hyphen_and_before_an_apostrophe(text):
    assert found(text) == [("Inter", "inter")]


@pytest.mark.parametrize("text", ["Atletico Madrid", "ATLÉTICO MADRID", "Atlético madrid"])
def test_accents_and_capitals_do_not_matter_in_a_name_of_several_words(text):
    assert found(text) == [(text, "atletico")]


def test_names_with_hyphens_and_strokes_are_found_whole():
    assert found("Il Paris Saint Germain e il Bodo-Glimt") == [("Paris Saint Germain", "psg"), ("Bodo-Glimt", "bodo")]


def test_the_longest_name_wins_and_the_names_inside_it_do_not_count():
    assert found("FC Internazionale Milano") == [("FC Internazionale Milano", "inter")]


def test_a_longer_name_of_something_else_hides_the_name_inside_it():
    assert found("Lo scrive Inter News 24.") == [("Inter News 24", None)]


def test_a_single_word_needs_its_capital():
    assert found("un inter di voci") == []


def test_an_initial_needs_its_capital():
    assert found("si inchina a Gallo") == []
    assert found("segna A. Gallo") == [("A. Gallo", "gallo")]


def test_a_word_that_is_written_small_is_found_small():
    assert found("L’Inter di ieri: nerazzurri stanchi") == [("Inter", "inter"), ("nerazzurri", "inter")]


def test_names_do_not_reach_across_a_comma_a_sentence_or_a_line():
    assert found("Atlético, Madrid. Atlético\nMadrid. Atlético. Madrid") == []


def test_a_name_of_another_language_is_not_looked_for():
    assert found("Milan AC", "en") == [("Milan AC", "milan")]
    assert found("Milan AC", "it") == []


def test_a_first_name_that_many_have_is_no_name():
    assert found("Marco segna") == []


def test_a_text_without_names_has_none():
    assert found("") == found("Piove.") == []

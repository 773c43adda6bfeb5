"""Names in a text: whole, unambiguous, as they are written."""

import pytest

from articles.reading.names import Dictionary, Name

NAMES = [
    Name("Inter", "inter"),
    Name("FC Internazionale Milano", "inter"),
    Name("Milan", "milan"),
    Name("Roma", "roma", town=True),
    Name("Kairat Almaty", "kairat"),
    Name("Kairat", "kairat"),
    Name("Atlético Madrid", "atletico"),
    Name("Paris Saint-Germain", "psg"),
    Name("Bodø/Glimt", "bodo"),
    Name("Lautaro Martínez", "lautaro"),
    Name("Lautaro", "lautaro"),
    Name("Martínez", "lautaro", in_context=True),
    Name("Josep Martínez", "josep"),
    Name("Martínez", "josep", in_context=True),
    Name("Chivu", "chivu", in_context=True),
    Name("Cristian Chivu", "chivu"),
    Name("Toro", "lautaro", in_context=True),
    Name("Toro", "torino"),
    Name("nerazzurri", "inter", language="it", in_context=True),
    Name("Milan AC", "milan", language="en"),
    Name("Inter News 24", None),
]


def found(text, language="it"):
    return [(mention.surface, mention.target) for mention in Dictionary(NAMES).mentions(text, language)]


def test_offsets_count_letters_of_the_text_as_it_is():
    text = "Stasera l’Inter e il Kairat Almaty a San Siro."

    mentions = Dictionary(NAMES).mentions(text, "it")

    assert [text[mention.start : mention.end] for mention in mentions] == ["Inter", "Kairat Almaty"]


@pytest.mark.parametrize(
    "text", ["L’Inter vince", "un'Inter che vince", "dell’Inter si parla", "Oggi Inter-Ajax", "the Inter's bench"]
)
def test_a_name_is_found_behind_an_elision_a_hyphen_and_before_an_apostrophe(text):
    assert found(text) == [("Inter", "inter")]


@pytest.mark.parametrize("text", ["Atletico Madrid", "ATLÉTICO MADRID", "atlético madrid"])
def test_accents_and_capitals_do_not_matter_in_a_name_of_several_words(text):
    assert found(text) == [(text, "atletico")]


def test_names_with_hyphens_and_strokes_are_found_whole():
    assert found("Il Paris Saint Germain e il Bodo-Glimt") == [("Paris Saint Germain", "psg"), ("Bodo-Glimt", "bodo")]


def test_the_longest_name_wins_and_the_names_inside_it_do_not_count():
    assert found("FC Internazionale Milano") == [("FC Internazionale Milano", "inter")]
    assert found("Lautaro Martinez") == [("Lautaro Martinez", "lautaro")]


def test_a_longer_name_of_something_else_hides_the_name_inside_it():
    assert found("Lo scrive Inter News 24.") == []


@pytest.mark.parametrize("text", ["segna per Inter Miami", "l’esordio di Milan Futuro", "Il portiere Javier Lautaro para"])
def test_a_single_word_beside_an_unknown_capital_is_part_of_a_name_that_we_do_not_know(text):
    assert found(text) == []


@pytest.mark.parametrize("text", ["Ma Lautaro segna", "Quando Lautaro segna", "Lautaro, Inter", "Lautaro. Domani si gioca"])
def test_a_common_word_a_known_name_and_another_sentence_are_no_such_capital(text):
    assert ("Lautaro", "lautaro") in found(text)


def test_in_a_headline_in_title_case_every_word_is_a_capital_and_none_of_them_tells():
    assert found("Inter Beat Kairat to Keep Their Perfect Record", "en") == [("Inter", "inter"), ("Kairat", "kairat")]


def test_a_single_word_needs_its_capital():
    assert found("un inter di voci, la roma dei papi") == []


def test_a_word_that_is_written_small_is_found_small():
    assert found("L’Inter di ieri: nerazzurri stanchi") == [("Inter", "inter"), ("nerazzurri", "inter")]


def test_names_do_not_reach_across_a_comma_a_sentence_or_a_line():
    assert found("Atlético, Madrid. Atlético\nMadrid. Atlético. Madrid") == []


def test_a_name_for_the_context_counts_only_where_the_thing_is_named_otherwise():
    assert found("Chivu ha parlato") == []
    assert found("Cristian Chivu ha parlato. Chivu era calmo") == [("Cristian Chivu", "chivu"), ("Chivu", "chivu")]


def test_a_name_that_two_bear_is_nobodys():
    text = "Lautaro Martínez e Josep Martínez: Martínez ha parlato"

    assert found(text) == [("Lautaro Martínez", "lautaro"), ("Josep Martínez", "josep")]


def test_a_nickname_that_two_bear_is_linked_to_the_one_who_needs_no_context_only_if_the_other_is_not_there():
    assert found("Il Toro perde in casa") == [("Toro", "torino")]
    assert found("Lautaro Martínez segna, il Toro esulta") == [("Lautaro Martínez", "lautaro")]


def test_a_name_of_another_language_is_not_looked_for():
    assert found("Milan AC", "en") == [("Milan AC", "milan")]
    assert found("Milan AC", "it") == []


def test_a_town_is_not_its_club():
    assert found("La squadra vola a Roma") == []
    assert found("La Roma vola") == [("Roma", "roma")]


def test_a_text_without_names_has_none():
    assert found("") == found("Piove.") == []

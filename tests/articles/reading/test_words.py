"""The words of a text, and the passage that shows why it was found."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.reading.excerpts import WIDTH, excerpt
from articles.reading.words import WORD, stems, stems_of

SENTENCE = "La sera era fredda e nessuno credeva che potesse finire così. " * 8


def told(pieces):
    return "".join(f"[{piece.text}]" if piece.found else piece.text for piece in pieces)


def test_forms_of_a_word_share_a_stem():
    assert stems("allenatori", "it") == stems("Allenatore", "it") == ("allen",)
    assert stems("scoring", "en") == stems("scored", "en") == ("score",)


def test_apostrophes_and_marks_part_words():
    assert list(stems_of("Dell’Inter: 2-1!", "en")) == ["dell", "inter", "2", "1"]


@settings(deadline=None)
@given(st.text(), st.sampled_from(["it", "en"]))
def test_a_stem_is_one_plain_word_whatever_was_written(text, language):
    assert all(WORD.fullmatch(stem) for stem in stems_of(text, language))


def test_a_short_text_is_shown_whole():
    assert told(excerpt("Lautaro segna al Kairat.", {"kairat"}, "it")) == "Lautaro segna al [Kairat]."


def test_a_long_text_is_shown_where_most_of_the_words_stand_together():
    text = f"Lautaro c'era. {SENTENCE}Poi Lautaro ha segnato al Kairat nel recupero. {SENTENCE}"

    shown = told(excerpt(text, {"lautar", "kairat"}, "it"))

    assert "Poi [Lautaro] ha segnato al [Kairat] nel recupero." in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) < WIDTH + 20


def test_a_text_without_the_words_is_shown_from_its_beginning():
    assert told(excerpt(SENTENCE, {"kairat"}, "it")).startswith("La sera era fredda")


@settings(deadline=None)
@given(st.text(alphabet="ab <&>. ", max_size=600))
def test_the_pieces_are_a_part_of_the_text(text):
    pieces = excerpt(text, {"ab"}, "it")

    assert "".join(piece.text for piece in pieces).removeprefix("… ").removesuffix(" …") in text


@pytest.mark.parametrize("text", ["", " "])
def test_an_empty_text_has_an_empty_passage(text):
    assert told(excerpt(text, {"inter"}, "it")).strip() == ""

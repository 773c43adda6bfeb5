"""Who says what stands in speech marks: the person named with it, or nobody where that is not certain."""

import pytest

from articles.reading.quotations import quoted_spans
from articles.reading.speakers import said
from tests.articles.reading.world import reading


def spoken(text, language="it"):
    """The quotations as (words, speaker)."""
    scene = reading(text, language).scene
    return [(text[one.start : one.end], one.speaker and one.speaker.key) for one in said(scene)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Napoli\n\n«Non cerco alibi», dice Antonio Conte.", "it", [("Non cerco alibi", "Antonio Conte")]),
        ("Napoli\n\nPoi McTominay: «Ci rialzeremo presto».", "it", [("Ci rialzeremo presto", "Scott McTominay")]),
        (
            "City\n\nHaaland told us: ‘I should have scored.’ It’s a long year.",
            "en",
            [("I should have scored.", "Erling Haaland")],
        ),
        ('Slot: we react\n\n"We lost it," said the Liverpool manager.', "en", [("We lost it,", "Arne Slot")]),
    ],
)
def test_a_verb_of_saying_or_a_colon_names_the_speaker(text, language, expected):
    assert spoken(text, language) == expected


def test_a_coach_may_speak_between_dashes_within_his_words():
    text = "Inter, parla Chivu\n\n«Mi prendo la colpa – ha dichiarato l’allenatore – e riparto»."

    assert [speaker for _, speaker in spoken(text)] == ["Cristian Chivu"]


def test_words_that_go_on_are_the_same_speakers():
    text = "Slot blunt\n\n“We lost the ball,” said Arne Slot. “That cannot happen again.”"

    assert [speaker for _, speaker in spoken(text, "en")] == ["Arne Slot", "Arne Slot"]


@pytest.mark.parametrize(
    "text",
    ["X\n\nIl tecnico è stato chiaro: «Serve tempo e pazienza».", "Lautaro e Thuram\n\nGrida la curva: «Serve molta pazienza»."],
)
def test_where_nobody_is_named_it_is_nobody_s(text):
    assert [speaker for _, speaker in spoken(text)] == [None]


def test_a_word_in_marks_is_no_quotation():
    assert spoken("Inter\n\nLautaro ha dato una “capocciata” alla telecamera.") == []


def test_marks_within_marks_belong_to_the_outer_ones():
    text = "Ha detto: «Bene «così» e basta» e “altro”."

    assert [text[start:end] for start, end in quoted_spans(text)] == ["Bene «così» e basta", "altro"]


@pytest.mark.parametrize("text", ["«senza fine", "it’s what it’s", ""])
def test_marks_that_do_not_close_hold_nothing(text):
    assert quoted_spans(text) == []

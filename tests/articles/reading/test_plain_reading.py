"""The small readers: languages, dates, speech marks, papers, words of scoring."""

from datetime import date

import pytest

from articles.reading.dates import read_date
from articles.reading.language import language_of
from articles.reading.papers import cited_papers
from articles.reading.quotations import is_quotation
from articles.reading.scoring import speaks_of_scoring


@pytest.mark.parametrize(
    "text",
    [
        "6 November 2025", "6 novembre 2025", "6 Novembre 2025", "6 nov 2025", "6 nov. 2025", "06 novembre 2025",
        "November 6, 2025", "Nov. 6 2025", "6 of November 2025", "6 de noviembre de 2025", "6. November 2025",
        "6 de novembro de 2025", "6  novembre\u00a02025",
    ],
)  # fmt: skip
def test_a_date_is_read_in_the_languages_of_the_platforms(text):
    assert read_date(text) == date(2025, 11, 6)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1er août 2025", date(2025, 8, 1)),
        ("1º dicembre 2025", date(2025, 12, 1)),
        ("3. März 2026", date(2026, 3, 3)),
        ("29 febbraio 2024", date(2024, 2, 29)),
        ("2 de enero de 2026", date(2026, 1, 2)),
    ],
)
def test_ordinals_accents_and_leap_days_are_read(text, day):
    assert read_date(text) == day


@pytest.mark.parametrize(
    "text", ["", "6 2025", "31 novembre 2025", "6 brumaio 2025", "6 ma 2025", "6/11/2025", "il 6 novembre 2025"]
)
def test_what_is_no_date_is_none(text):
    assert read_date(text) is None


def test_languages_are_told_from_their_common_words():
    assert language_of("Il Kairat ha pareggiato con un colpo di testa, ma la partita era ancora lunga.") == "it"
    assert language_of("Kairat drew level with a header, but there was a long way to go in the match.") == "en"


@pytest.mark.parametrize(
    "text",
    [
        "El Inter ganó al Kairat con un gol de Lautaro y otro de Carlos Augusto, que marcó en la segunda parte.",
        "L’Inter a battu le Kairat grâce à un but de Lautaro, qui a marqué à la fin de la première période.",
        "Inter gewann gegen Kairat, weil Carlos Augusto in der zweiten Halbzeit mit einem Schuss aus der Ferne traf.",
        "Inter Kairat Lautaro Chivu",
        "",
    ],
)
def test_other_languages_and_mere_names_are_not_guessed(text):
    assert language_of(text) == ""


@pytest.mark.parametrize(
    "text", ["«Bene così».", "“Well done.”", '"Bene".', "«Bene – ha detto – così».", "«Ha detto «bene» e basta»."]
)
def test_a_paragraph_within_its_marks_is_a_quotation(text):
    assert is_quotation(text)


@pytest.mark.parametrize("text", ["", "«", "«Bene», ha detto.", "Ha detto: «Bene».", "«Bene», ha detto. «Così»", "«Bene", "«»"])
def test_a_paragraph_with_words_outside_its_marks_is_none(text):
    assert not is_quotation(text)


def test_papers_are_cited_where_a_sentence_tells_who_said_so():
    assert cited_papers("Come racconta La Repubblica, ha vinto. Secondo la Gazzetta dello Sport no.") == [
        "La Repubblica",
        "la Gazzetta dello Sport",
    ]
    assert cited_papers("Speaking to BBC Sport, he smiled. The Guardian reports more.") == ["BBC Sport", "The Guardian"]


@pytest.mark.parametrize(
    "text",
    [
        "Racconta la stampa che è finita bene.",
        "Secondo il tecnico la gara in Repubblica Ceca sarà dura.",
        "Ha vinto il premio della Gazzetta dello Sport.",
    ],
)
def test_the_press_a_country_and_a_prize_are_no_cited_paper(text):
    assert cited_papers(text) == []


@pytest.mark.parametrize(
    "text", ["ha sbloccato la gara", "il gol del 2-1", "La rete di testa", "a segno due volte", "ha segnato"]
)
def test_italian_words_of_scoring_are_heard(text):
    assert speaks_of_scoring(text, "it")


@pytest.mark.parametrize("text", ["the opening goal", "he scored", "an equaliser", "his winner"])
def test_english_words_of_scoring_are_heard(text):
    assert speaks_of_scoring(text, "en")


def test_other_words_are_not():
    assert not speaks_of_scoring("è stato sostituito all’intervallo, un segnale", "it")
    assert not speaks_of_scoring("he was booked and replaced", "en")

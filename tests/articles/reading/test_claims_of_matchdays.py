"""The day on which a text says that its match was, and numbers beyond twenty in words."""

import pytest

from articles.reading.claims.wording import with_number
from articles.reading.numbers import number_of
from articles.reading.scores import scores
from tests.articles.reading.test_more_claims import CITY, ROME, disputed, told


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (ROME + "La partita si è giocata sabato.", "it", ("sabato", "right", None)),
        (ROME + "La partita si è giocata domenica.", "it", ("domenica", "wrong", "sabato")),
        (ROME + "Il successo dell'Inter sulla Roma è del 17 ottobre, giorno di una gara tirata.", "it", None),
        (ROME + "L'Inter ha battuto la Roma il 17 ottobre.", "it", ("17 ottobre", "wrong", "18 ottobre")),
        (CITY + "City's win over Tottenham on Sunday was their best.", "en", ("Sunday", "wrong", "Saturday")),
        (CITY + "The match was played on October 18.", "en", ("October 18", "right", None)),
    ],
)
def test_the_day_of_a_match_that_is_over_is_held_against_the_calendar(text, language, expected):
    found = told(text, language, kind="date")

    assert expected is None or found == [expected]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ROME + "Chivu ha parlato domenica della vittoria.", "it"),
        (ROME + "Mercoledì l'Inter ospiterà il Liverpool.", "it"),
        (ROME + "Prima della vittoria di martedì in Coppa Italia l'Inter tremava.", "it"),
        (CITY + "Guardiola said on Sunday that the win was deserved.", "en"),
        (CITY + "Tuesday's win lifted the mood at City.", "en"),
    ],
)
def test_days_of_other_things_are_left_alone(text, language):
    assert disputed(text, language) == []


@pytest.mark.parametrize(
    ("words", "number"),
    [("thirty-eight", 38), ("trentotto", 38), ("ventitré", 23), ("twenty-first", 21), ("ventiseiesima", 26), ("fortieth", 40)],
)
def test_numbers_are_read_in_words_up_to_a_hundred(words, number):
    assert number_of(words) == number


def test_a_number_in_words_is_replaced_by_one_in_words():
    assert with_number("trentotto punti", 41) == "quarantuno punti"
    assert with_number("thirty-eight points", 41) == "forty-one points"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It ended one-all.", [(1, 1)]),
        ("Finisce due pari.", [(2, 2)]),
        ("They finished three apiece.", [(3, 3)]),
        ("Vince 3-0 all'Olimpico.", [(3, 0)]),
        ("He is their number one all-time scorer.", []),
    ],
)
def test_level_scores_are_told_by_one_number(text, expected):
    assert [(score.first, score.second) for score in scores(text)] == expected

"""Where a text says that a team goes next: towns and grounds, against the fixtures."""

import pytest

from articles.reading.tokens import tokens
from tests.articles.reading.test_more_claims import CITY, ROME, disputed, told

LATE = "Inter, vittoria a Roma\n\nL'Inter batte la Roma 1-0. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LATE + "Sabato l'Inter sarà impegnata a Napoli.", []),
        (LATE + "Sabato l'Inter sarà impegnata a Bergamo.", ["Bergamo"]),
        (LATE + "Ora l'Inter prepara la trasferta di Lecce.", ["Lecce"]),
        (LATE + "Sabato i campioni andranno a Bergamo.", []),
        (LATE + "Sabato l'Inter va in trasferta al Maradona.", []),
        (LATE + "L'Inter era andata a Bergamo in agosto.", []),
    ],
)
def test_a_journey_to_a_town_where_no_match_is_next_is_wrong(text, expected):
    assert [surface for surface, _instead in disputed(text)] == expected


def test_an_owner_of_a_next_match_is_no_opponent():
    assert told(CITY + "Newcastle are up next for Manchester City.", "en", kind="next_match") == []


def test_a_sentence_ends_behind_the_letter_of_a_league():
    ends = [word.sentence for word in tokens("Vince in Serie A. Due reti di A. Rossi")]

    assert ends == [0, 0, 0, 0, 1, 1, 1, 1, 1]


def test_it_is_no_journey_without_a_time_ahead():
    assert disputed(ROME + "I tifosi sono in viaggio.") == []

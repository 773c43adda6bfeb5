"""Texts that are not of our football: other sports, cities, dates; none of their names is ours."""

import pytest

from tests.articles.reading.world import named

BASKET = "Basket, Milano cade a Venezia\n\nCanestri e rimbalzi al palasport: domenica arriva il Bologna, poi l'Eurolega a Napoli."
TRAINS = "Milano, i treni\n\nIl Comune e il sindaco Gualtieri: a Roma cantieri sulla Roma-Lido, un assessore spiega."
COUNCIL = (
    "Newcastle council trade notes\n\nThe City of Newcastle and the mayor of Liverpool met the council and its museum director."
)


@pytest.mark.parametrize(("text", "language"), [(BASKET, "it"), (TRAINS, "it"), (COUNCIL, "en")])
def test_clubs_are_not_their_cities_nor_their_namesakes_of_other_sports(text, language):
    assert named(text, language) == []


def test_half_and_break_do_not_make_another_sport_of_a_match():
    text = (
        "Gordon the hero\n\nAnthony Gordon put Newcastle ahead at Liverpool before the break; Salah equalised in the second half."
    )

    assert [key for _, key in named(text, "en")] == [
        "Anthony Gordon",
        "Anthony Gordon",
        "Newcastle",
        "Liverpool",
        "Mohamed Salah",
    ]

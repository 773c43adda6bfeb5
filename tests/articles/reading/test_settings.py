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


def test_a_long_text_without_a_word_of_sport_is_football_by_the_people_of_the_clubs_it_names():
    told = (
        "Allegri scioglie oggi gli ultimi dubbi: Leao e Pulisic ci sono, Modric anche, Ricci forse. " + "Si vedrà presto. " * 20
    )

    assert ("Leao", "Rafael Leão") in named(f"Milan, le ultime da Milanello\n\nIl Milan è tranquillo. {told}")
    assert (
        named("Bologna, le ultime da San Petronio\n\nA Bologna si parla di arte, di vino e di Ricci. " + "Si vedrà presto. " * 30)
        == []
    )


@pytest.mark.parametrize(
    "text",
    [
        "Haaland ran in two touchdowns and scored another: what a team, said the coach after the match.",
        "Ten birdies: Gordon beat Stones in the final match and lifted the trophy for his team.",
    ],
)
def test_one_word_that_only_another_sport_has_outweighs_those_that_all_have(text):
    assert named(text, "en") == []


def test_a_first_name_or_a_club_in_brackets_tells_whose_a_surname_is():
    told = "Inter, i voti. Martinez (Josep) attento. Martinez (Lautaro) da gol. Inzaghi (Filippo) allena altrove."

    assert [key for surface, key in named(told) if surface in ("Martinez", "Inzaghi")] == ["Josep Martínez", "Lautaro Martínez"]

"""Of two by one name in a squad, what is said beside the name tells which: a role, a nation, an age, a shirt, the captain."""

import pytest

from tests.articles.reading.world import named


@pytest.mark.parametrize(
    ("told", "language", "whose"),
    [
        ("L'Inter ritrova il capitano Martinez.", "it", "Lautaro Martínez"),
        ("L'Inter ritrova l'attaccante argentino Martinez.", "it", "Lautaro Martínez"),
        ("L'Inter ritrova il numero 10 Martinez.", "it", "Lautaro Martínez"),
        ("L'Inter ritrova il 28enne Martinez.", "it", "Lautaro Martínez"),
        ("L'Inter ritrova il portiere Martinez.", "it", "Josep Martínez"),
        ("L'Inter con Martinez tra i pali non rischia.", "it", "Josep Martínez"),
        ("All'Inter piace il gioco corto. In porta Martinez.", "it", "Josep Martínez"),
        ("L'Inter cambia: Martinez ancora in porta al posto di Sommer.", "it", "Josep Martínez"),
        ("L'Inter resta a galla: Martinez para tutto.", "it", "Josep Martínez"),
        ("Inter had Argentine forward Martinez back.", "en", "Lautaro Martínez"),
        ("Inter need Martinez, the Spanish goalkeeper, again.", "en", "Josep Martínez"),
        ("Inter were grateful that Martinez saved the penalty.", "en", "Josep Martínez"),
    ],
)
def test_what_stands_beside_a_name_tells_which_of_two_it_is(told, language, whose):
    assert [key for surface, key in named(told, language) if surface == "Martinez"] == [whose]


def test_the_other_of_that_name_is_not_the_one_named_before():
    text = "L'Inter cambia: fuori il portiere Martinez. Dell'altro Martinez, in gol sabato, nessuno dubita."

    assert [key for surface, key in named(text) if surface == "Martinez"] == ["Josep Martínez", "Lautaro Martínez"]


def test_a_bench_or_a_group_named_before_a_player_makes_no_coach_of_him():
    told = "Il Napoli recupera un attaccante in gruppo, Dybala guarda dalla tribuna: in panchina Zaccagni, gol a parte."

    assert [surface for surface, _ in named(told)] == ["Napoli", "Dybala", "Zaccagni"]


def test_two_of_a_name_at_once_are_neither():
    assert named("L'Inter dei due Martinez vola: gol e parate.") == [("Inter", "Inter")]


def test_what_is_said_of_neither_leaves_the_question_open():
    assert named("L'Inter ritrova il brasiliano Martinez.") == [("Inter", "Inter")]


@pytest.mark.parametrize("word", ["Argentine", "Captain", "On Sunday"])
def test_a_nation_a_title_or_a_day_with_its_capital_is_no_first_name(word):
    assert ("Salah", "Mohamed Salah") in named(f"Liverpool lost. {word} Salah was booed by the fans.", "en")

"""A line-up is read as people paste it."""

import pytest

from teams.live.pasted import Line, read, written


def test_a_list_with_its_bench_after_an_empty_line():
    found = read("1 Sommer\n10 Lautaro (c)\n\n13 Josep Martínez\n")

    assert found.lines == (Line("Sommer", 1), Line("Lautaro", 10, captain=True), Line("Josep Martínez", 13, starter=False))


@pytest.mark.parametrize("head", ["Panchina:", "Bench:", "A disposizione", "Subs:"])
def test_a_bench_under_its_heading(head):
    assert [line.starter for line in read(f"1 Sommer\n{head}\n13 Martínez").lines] == [True, False]


@pytest.mark.parametrize("row", ["10 Lautaro", "10. Lautaro", "10) Lautaro", "10 - Lautaro", "#10 Lautaro", "  10\tLautaro"])
def test_a_shirt_written_as_one_likes(row):
    assert [(line.shirt, line.name) for line in read(row.replace("\t", " ")).lines] == [(10, "Lautaro")]


def test_a_shirt_alone_and_a_name_alone():
    assert read("10\nSommer").lines == (Line("", 10), Line("Sommer"))


def test_a_line_as_newspapers_print_it():
    found = read(
        "Inter (3-5-2): Sommer; Bisseck (71' Acerbi), Akanji, Bastoni; Lautaro (C).\n"
        "Panchina: 13 Martínez, De Vrij\nAllenatore: Chivu."
    )

    assert [line.name for line in found.lines] == ["Sommer", "Bisseck", "Akanji", "Bastoni", "Lautaro", "Martínez", "De Vrij"]
    assert [line.name for line in found.lines if line.captain] == ["Lautaro"]
    assert [line.name for line in found.lines if not line.starter] == ["Martínez", "De Vrij"]
    assert (found.formation, found.coach) == ("3-5-2", "Chivu")


def test_a_formation_on_a_line_of_its_own():
    assert read("4-2-3-1\n1 Sommer").formation == "4-2-3-1"


def test_what_was_read_can_be_written_again():
    text = "1 Sommer\n10 Lautaro (c)\n\n13 Josep Martínez"

    assert written(read(text).lines) == text

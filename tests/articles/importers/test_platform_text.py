"""Plain text as copied from a platform: what is read out of it, and what is said of a file that is something else."""

from datetime import date

import pytest

from articles.importers.platform_text import read_platform_text
from teams.importers.records import Refused

TOLD = """Calcio Sera
·16 marzo 2026
Lo scatto di Bastoni e una notte da leader

In partnership with
Yahoo sportsCalcio Sera
·16 marzo 2026

La Lazio passa in casa del Como per 1-0.
«Siamo stati pazienti – ha detto il tecnico – e ci è bastato un tiro».



"""


def read(text=TOLD):
    return read_platform_text(text.encode(), "text.txt")


def refused(text):
    with pytest.raises(Refused) as error:
        read(text)
    return str(error.value)


def test_a_copied_story_is_read_whole():
    text = read()

    assert (text.publisher, text.partner, text.dateline) == ("Calcio Sera", "Yahoo sports", date(2026, 3, 16))
    assert text.headline == "Lo scatto di Bastoni e una notte da leader"
    assert text.paragraphs == (
        "La Lazio passa in casa del Como per 1-0.",
        "«Siamo stati pazienti – ha detto il tecnico – e ci è bastato un tiro».",
    )


def test_a_byte_order_mark_windows_line_ends_and_invisible_letters_change_nothing():
    disguised = "\ufeff" + TOLD.replace("\n", "\r\n").replace("La Lazio", "La\u00a0La\u00adzio\u200b").replace("Como", "Co\x07mo")

    assert read(disguised) == read()


def test_letters_with_separate_accents_are_composed():
    assert read(TOLD.replace("in casa", "in citta\u0300")).paragraphs[0] == "La Lazio passa in città del Como per 1-0."


@pytest.mark.parametrize(
    "words", ["In collaborazione con", "En colaboración con", "EN PARTENARIAT AVEC", "In Zusammenarbeit mit"]
)
def test_the_partnership_is_told_in_the_languages_of_the_platforms(words):
    assert read(TOLD.replace("In partnership with", words)).partner == "Yahoo sports"


@pytest.mark.parametrize("day", ["16 March 2026", "16 de marzo de 2026", "16 mars 2026", "16. März 2026", "Mar 16, 2026"])
def test_so_is_the_date(day):
    assert read(TOLD.replace("16 marzo 2026", day)).dateline == date(2026, 3, 16)


def test_the_partner_may_stand_on_a_line_of_its_own():
    assert read(TOLD.replace("Yahoo sportsCalcio Sera", "Yahoo sports\nCalcio Sera")).partner == "Yahoo sports"


def test_a_story_may_have_no_partner():
    assert read(TOLD.replace("In partnership with\nYahoo sports", "")).partner == ""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "text.txt, line 1: the publisher was expected, but the text ends here"),
        ("Calcio Sera\n", "line 2: a date such as “·6 November 2025” was expected, but the text ends here"),
        (
            TOLD.replace("·16 marzo 2026\nLo", "16/3/26\nLo"),
            "line 2: a date such as “·6 November 2025” was expected, not “16/3/26”",
        ),
        (TOLD.replace("·16 marzo 2026\n\nLa", "·17 marzo 2026\n\nLa"), "line 7: the date of the second line again (16.03.2026)"),
        (TOLD.replace("In partnership with", "Leggi anche"), "line 5: “In partnership with” or “Calcio Sera” was expected"),
        (TOLD.replace("sportsCalcio Sera", "sports"), "line 7: “Calcio Sera” was expected, not “·16 marzo 2026”"),
        (TOLD.replace("Lo scatto", "Lo scatto " * 30), "line 3: the headline, at most 200 characters long, was expected"),
        (TOLD[: TOLD.index("La Lazio")], "line 9: the text was expected, but the text ends here"),
        ("<!DOCTYPE html>\n<html>", "line 2: a date such as"),
    ],
)
def test_another_layout_is_refused_with_the_line_and_what_was_expected_there(text, message):
    assert message in refused(text)


def test_what_is_no_text_is_refused():
    with pytest.raises(Refused, match=r"picture.jpg, line 1: this is not UTF-8"):
        read_platform_text(b"\xff\xd8\xff\xe0\x00\x10JFIF", "picture.jpg")

"""Claims that have to be counted or bound first: minutes from the break or the end, gaps, scores on the way, whose goal."""

import pytest

from articles.reading.claims import claims_of
from tests.articles.reading.world import reading

ROME = "Roma-Inter, che notte\n\nLa Roma perde 1-0 con l'Inter. "
MILAN = "Milan, rimonta\n\nIl Milan batte la Fiorentina 2-1. "
CITY = "City 3-0 Spurs\n\nManchester City beat Tottenham 3-0. "
REDS = "Newcastle win at Anfield\n\nLiverpool lost 2-1 at home to Newcastle. "


def told(text, language, verdict):
    found = claims_of(reading(text, language).scene)
    return [claim.surface for claim in found if claim.verdict == verdict]


@pytest.mark.parametrize(
    ("before", "true", "false", "language"),
    [
        (CITY, "Foden added the third {15|25} minutes from time.", "minutes from time", "en"),
        (CITY, "Haaland's second came {15|25} minutes after the break.", "minutes after the break", "en"),
        (CITY, "Foden scored with {15|30} minutes left.", "minutes left", "en"),
        (REDS, "Salah scored, and Gordon equalised {15|25} minutes later.", "minutes later", "en"),
        (MILAN, "Apre Gosens, poi Leao pareggia {otto|venti} minuti dopo.", "minuti dopo", "it"),
        (MILAN, "Leao pareggia a {27|37} minuti dalla fine.", "minuti dalla fine", "it"),
        (ROME, "Lautaro segna {al 6'|al quarto d'ora}.", "quarto d'ora", "it"),
    ],
)
def test_a_minute_that_is_counted_is_checked(before, true, false, language):
    right, wrong = true[true.index("{") + 1 : true.index("}")].split("|")
    head, tail = true[: true.index("{")], true[true.index("}") + 1 :]

    assert told(f"{before}{head}{right}{tail}", language, "wrong") == []
    assert [false in surface for surface in told(f"{before}{head}{wrong}{tail}", language, "wrong")] == [True]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (CITY + "Haaland struck and Phil Foden made it 3-0.", "en", []),
        (CITY + "Haaland made it 2-0 and 3-1 was never on.", "en", []),
        (CITY + "Haaland struck and Phil Foden made it 4-0.", "en", ["4-0"]),
        (MILAN + "Leao firma il 2-1 nel finale.", "it", []),
        (MILAN + "Leao firma il 3-1 nel finale.", "it", ["3-1"]),
    ],
)
def test_a_score_that_a_goal_makes_is_held_against_the_course_of_the_match(text, language, expected):
    assert told(text, language, "wrong") == expected


def test_who_has_another_goal_did_not_score_the_one_of_the_minute_told():
    assert told(CITY + "Foden scored in the 10th minute.", "en", "wrong") == ["Foden"]


def test_a_list_of_scorers_is_held_against_the_goals_one_by_one():
    assert told(CITY + "Goals from Haaland and Stones settled it.", "en", "wrong") == ["Stones"]
    assert told(CITY + "Haaland and Foden scored.", "en", "wrong") == []


def test_a_score_belongs_to_the_teams_beside_it():
    text = "Torino, colpo grosso\n\nIl Torino batte il Napoli 1-0. A Cagliari l'Atalanta vince 1-0 con Lookman."

    assert told(text, "it", "wrong") == ["1-0"]

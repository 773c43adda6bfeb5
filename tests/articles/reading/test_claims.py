"""What a text claims, in both languages: right where the facts agree, wrong where they cannot, silent where it cannot be told."""

import pytest

from articles.reading.claims import claims_of
from tests.articles.reading.world import TODAY, reading


def claims(text, language="it", day=TODAY):
    """The claims as (words, verdict, what the facts have)."""
    found = claims_of(reading(text, language, day).scene)
    return [(claim.surface, claim.verdict, claim.correct) for claim in found]


def verdicts(text, language="it"):
    return {surface: verdict for surface, verdict, _ in claims(text, language)}


def disputed(text, language="it"):
    return [(surface, correct) for surface, verdict, correct in claims(text, language) if verdict == "wrong"]


ROME = "Roma-Inter, che notte\n\n"


def test_a_score_is_right_whichever_side_is_named_first():
    assert verdicts(ROME + "La Roma perde 1-0 in casa contro l'Inter. L'Inter vince 1-0 sulla Roma.") == {"1-0": "right"}


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (ROME + "L'Inter batte la Roma 3-0 all'Olimpico.", "it", [("3-0", "0-1")]),
        (ROME + "L'Inter batte la Roma tre a zero.", "it", [("tre a zero", "0-1")]),
        ("Milan, rimonta\n\nIl Milan batte la Fiorentina 3-1 a San Siro.", "it", [("3-1", "2-1")]),
        ("Newcastle shock\n\nNewcastle won 3-1 at Liverpool on Sunday.", "en", [("3-1", "1-2")]),
    ],
)
def test_a_score_that_was_not_is_wrong_with_the_one_that_was(text, language, expected):
    assert disputed(text, language) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Milan, rimonta\n\nIl Milan batte la Fiorentina 2-1: il gol del 1-1 di Leao al 63' cambia tutto.",
        "Milan, rimonta\n\nIl Milan, sotto sullo 0-1 con la Fiorentina, la ribalta e vince 2-1.",
        ROME + "La Roma cade con l'Inter. La stagione scorsa finì 2-0 per la Roma.",
    ],
)
def test_a_score_on_the_way_and_one_of_another_year_are_not_disputed(text):
    assert disputed(text) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (ROME + "Al 6' Lautaro segna il gol che decide.", "it", []),
        (ROME + "Al 7' Lautaro segna il gol che decide.", "it", []),
        (ROME + "Al 36' Lautaro segna il gol che decide: Roma-Inter 0-1.", "it", [("36'", "6")]),
        ("City 3-0 Spurs\n\nManchester City beat Tottenham 3-0. Foden added the third on 75 minutes.", "en", []),
        (
            "City 3-0 Spurs\n\nManchester City beat Tottenham 3-0. Foden's 85th-minute goal sealed it.",
            "en",
            [("85th-minute", "75")],
        ),
    ],
)
def test_a_minute_is_disputed_only_if_it_is_more_than_one_off(text, language, expected):
    assert disputed(text, language) == expected


def test_a_scorer_of_the_minute_told_is_the_one_of_the_match():
    text = ROME + "La Roma perde 1-0 con l'Inter: al 6' segna Thuram e nessuno reagisce."

    assert disputed(text) == [("Thuram", "Lautaro Martínez")]


def test_an_assist_is_no_goal():
    assert disputed(ROME + "Roma-Inter 0-1: al 6' segna Lautaro su assist di Thuram.") == []


def test_points_are_those_of_the_table_after_the_match():
    assert verdicts(ROME + "L'Inter batte la Roma 1-0 e sale a quota 3.")["3"] == "right"
    assert disputed(ROME + "Il Napoli è fermo a 3 punti, a 12 punti dal record.") == []


def test_points_of_a_team_with_few_matches_are_not_held_against_a_text():
    assert disputed(ROME + "L'Inter sale a 27 punti.") == []


def test_next_opponents_are_those_of_the_fixtures():
    text = ROME + "L'Inter batte la Roma 1-0. Nel prossimo turno i nerazzurri affronteranno il Napoli."
    wrong = text.replace("il Napoli", "la Lazio")

    assert verdicts(text)["Napoli"] == "right"
    assert disputed(wrong) == [("Lazio", "Napoli")]


def test_a_cup_that_we_do_not_know_is_not_held_against_a_text():
    assert disputed(ROME + "L'Inter batte la Roma 1-0. Mercoledì, in Coppa Italia, i nerazzurri affronteranno la Lazio.") == []


def test_the_ground_is_that_of_the_match():
    assert verdicts(ROME + "All'Olimpico la Roma perde 1-0 con l'Inter.")["Olimpico"] == "right"
    assert disputed(ROME + "Al Via del Mare la Roma perde 1-0 con l'Inter.") == [("Via del Mare", "Stadio Olimpico")]


def test_a_quotation_is_somebodys_words():
    claim = claims_of(reading(ROME + "Chivu: «Roma-Inter 4-0 sarebbe stato giusto».").scene)[-1]

    assert (claim.surface, claim.verdict, claim.is_quoted) == ("4-0", "unknown", True)


def test_womens_matches_are_not_held_against_ours():
    assert claims("Roma femminile, che notte\n\nLa Roma Women batte l'Inter Women 5-0 in Serie A femminile.") == []


def test_a_text_without_claims_has_none():
    assert claims("Mercato, il Napoli pensa a un difensore.") == []

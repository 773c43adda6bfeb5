"""Claims of many kinds, bound to whom the words speak of; each with what can stand in its place."""

import pytest

from articles.reading.claims import claims_of
from tests.articles.reading.world import reading

ROME = "Roma-Inter, che notte\n\nLa Roma perde 1-0 con l'Inter. "
MILAN = "Milan, rimonta\n\nIl Milan batte la Fiorentina 2-1. "
CITY = "City 3-0 Spurs\n\nManchester City beat Tottenham 3-0. "


def told(text, language="it", kind=None):
    """The claims as (words, verdict, what to put in their place)."""
    found = claims_of(reading(text, language).scene)
    return [(claim.surface, claim.verdict, claim.replacement) for claim in found if kind in (None, claim.kind)]


def disputed(text, language="it"):
    return [(surface, instead) for surface, verdict, instead in told(text, language) if verdict == "wrong"]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (ROME + "Al 6' segna Lautaro.", "it", ("6'", "right", None)),
        (ROME + "Al 7' segna Lautaro.", "it", ("7'", "partly", "6'")),
        (ROME + "Al 19' segna Lautaro.", "it", ("19'", "wrong", "6'")),
        (CITY + "Foden added the third in the 85th minute.", "en", ("85th minute", "wrong", "75th minute")),
        (CITY + "Haaland struck on 10 minutes.", "en", ("10 minutes", "right", None)),
    ],
)
def test_a_minute_off_by_one_is_right_in_part(text, language, expected):
    assert told(text, language, kind="minute") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        ROME + "Al 70' il portiere para un tiro di Barella.",
        ROME + "Dieci minuti dopo Lautaro esce tra gli applausi.",
        ROME + "Al 53' dopo un palo esulta la curva.",
    ],
)
def test_minutes_of_other_things_are_left_alone(text):
    assert disputed(text) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (ROME + "Decide un gol di Thuram.", "it", [("Thuram", "Martínez")]),
        (ROME + "Il vantaggio arriva al 6' con Marcus Thuram.", "it", [("Marcus Thuram", "Lautaro Martínez")]),
        (CITY + "Phil Foden scored and John Stones headed in another.", "en", [("John Stones", "Erling Haaland")]),
        (CITY + "Two goals from Haaland and Foden's third settled it.", "en", []),
    ],
)
def test_who_did_not_score_is_told_with_who_did(text, language, expected):
    assert disputed(text, language) == expected


@pytest.mark.parametrize(
    "text",
    [
        ROME + "Segna Lautaro su cross di Thuram.",
        ROME + "Thuram sfiora il gol del raddoppio.",
        ROME + "Thuram ha segnato nella scorsa stagione all'Olimpico.",
        ROME + "Gol annullato a Thuram per fuorigioco.",
        ROME + "Il portiere nega il gol a Thuram.",
    ],
)
def test_who_is_told_of_otherwise_has_not_scored(text):
    assert disputed(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (MILAN + "Sabato a Napoli. Lunedì 20 ottobre si riparte.", []),
        (MILAN + "Si riparte martedì 20 ottobre.", [("martedì 20 ottobre", "martedì 21 ottobre")]),
        (ROME + "Sabato i nerazzurri faranno visita al Napoli.", []),
        (ROME + "Domenica i nerazzurri faranno visita al Napoli.", [("Domenica", "Sabato")]),
    ],
)
def test_a_day_is_held_against_the_calendar_and_the_fixture(text, expected):
    assert disputed(text) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (ROME + "Sabato l'Inter sarà ospite del Torino.", "it", [("Torino", "Napoli")]),
        (ROME + "Mercoledì, al Meazza, arriva il Liverpool.", "it", []),
        ("Newcastle shock\n\nNewcastle won 2-1 at Liverpool, who travel to Inter on Wednesday.", "en", []),
        ("Newcastle shock\n\nNewcastle won 2-1 at Liverpool, who travel to Napoli on Wednesday.", "en", [("Napoli", "Inter")]),
        ("Mercato, l'Inter pensa a Højlund\n\nL'Inter tratta con il Milan: c'è l'accordo con il Bologna.", "it", []),
    ],
)
def test_the_next_opponent_is_that_of_who_is_spoken_of(text, language, expected):
    assert disputed(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Napoli-Inter, la vigilia\n\nSi gioca al Maradona alle 18. Arriva l'Inter.", []),
        ("Napoli-Inter, la vigilia\n\nSi gioca al Maradona alle 20.45. Arriva l'Inter.", [("20.45", "18.00")]),
        ("Napoli-Inter, la vigilia\n\nConte parla alle 14, in conferenza stampa, del Napoli.", []),
    ],
)
def test_the_hour_is_that_of_the_kick_off(text, expected):
    assert disputed(text) == expected


def test_a_brace_is_counted():
    assert told(MILAN + "Decisiva la doppietta di Leao.", kind="tally") == [("doppietta di Leao", "right", None)]


def test_a_ground_beside_the_score_is_that_of_the_match():
    assert disputed("Roma-Inter, che notte\n\nLa Roma perde 1-0 con l'Inter al Meazza.") == [("Meazza", "Stadio Olimpico")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Finisce tre a zero: la Roma cade con l'Inter.", ("tre a zero", "uno a zero")),
        ("Roma-Inter 1-2: i giallorossi cadono.", ("1-2", "0-1")),
    ],
)
def test_a_score_is_mended_in_its_own_words(text, expected):
    assert disputed(f"Roma-Inter, che notte\n\n{text}") == [expected]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Newcastle shock\n\nNewcastle won 2-1 at Liverpool with a late winner from Woltemade.", "en", "right"),
        (ROME + "Nel finale decide Lautaro.", "it", "partly"),
    ],
)
def test_a_vague_time_is_never_more_than_right_in_part(text, language, expected):
    assert [verdict for _, verdict, _ in told(text, language, kind="minute")] == [expected]


def test_who_was_sent_off_cannot_be_told_where_the_sheet_knows_of_nobody():
    assert told(ROME + "Espulso Barella.", kind="card") == [("Barella", "unknown", None)]

"""Matches told of by where they were, by the first leg, by a second leg to come."""

from datetime import date, datetime

import pytest

from articles.reading.facts import COMPETITION, VENUE, Match, Ref
from articles.reading.names import Dictionary
from articles.reading.reading import read
from articles.reading.register import Register
from tests.articles.reading import world
from tests.articles.reading.world import match_of, reading, team


def matches(text, language="it"):
    return [match.ref for match in reading(text, language).matches]


@pytest.mark.parametrize(
    "text",
    [
        "L'Atalanta vola\n\nDopo il 2-0 di Cagliari la squadra riposa.",
        "L'Atalanta vola\n\nL'Atalanta ha espugnato Cagliari e riposa.",
        "L'Atalanta vola\n\nL'Atalanta è passata all'Unipol Domus e riposa.",
        "L'Atalanta vola\n\nA Cagliari all'Atalanta è bastata la magia di Lookman.",
        "L'Atalanta vola\n\nA Cagliari, sabato, altra festa: in gol Lookman, poi Scamacca.",
    ],
)
def test_a_town_or_a_ground_tells_of_the_match_that_was_played_there(text):
    assert matches(text) == ["Cagliari 0-2 Atalanta"]


def test_a_town_and_a_ground_bring_their_club_and_its_people_in():
    text = (
        "Inter, Thuram titolare\n\nStasera l'Inter parte per Napoli: al Maradona gli azzurri ritrovano Højlund dal primo minuto."
    )

    assert {("azzurri", "Napoli"), ("Højlund", "Rasmus Højlund")} <= set(world.named(text))


def test_who_a_match_away_was_won_with_is_told_for_his_goal():
    found = reading("L'Atalanta riparte\n\nL'Atalanta ha vinto a Cagliari con Scamacca, poi ha riposato.")

    assert [event.person.key for _, event in found.events] == ["Gianluca Scamacca"]


def test_a_match_is_told_of_by_what_papers_call_it():
    told = "Il derby del Sole deciso da Højlund è di due settimane fa."

    assert matches(f"Napoli, Conte pensa al mercato\n\n{told}") == ["Napoli 2-1 Roma"]
    assert (
        matches("Napoli, Conte pensa al mercato\n\nAl derby del Sole, in primavera, la squadra ci arriverà con un gol in più.")
        == []
    )


def test_who_goes_there_next_has_not_played_there():
    assert matches("L'Atalanta riposa\n\nIl prossimo impegno dell'Atalanta sarà a Cagliari, poi toccherà al gol.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Inter, rifinitura e partenza: c'è Thuram\n\nL'Inter parte per Napoli con Thuram tra i convocati di Chivu.",
        "Inter, probabili formazioni: Thuram titolare\n\nAl Maradona l'Inter ritrova Thuram dal primo minuto, dice il tecnico.",
    ],
)
def test_the_town_or_the_ground_tells_whom_a_team_meets_next(text):
    assert matches(text) == ["Napoli v Inter"]


def test_a_town_that_is_no_trip_to_a_match_tells_of_none():
    assert matches("Inter, un premio per Thuram\n\nThuram ha ricevuto a Napoli un premio per il gol più bello.") == []


def test_a_draw_without_goals_is_told_in_words():
    assert matches("Goalless in Lecce\n\nLecce and Bologna shared a goalless draw.", "en") == ["Lecce 0-0 Bologna"]


def test_what_looks_ahead_to_a_second_leg_is_not_about_the_first():
    first = match_of(date(2025, 10, 13), "Champions League", "Inter 3-3 Roma", "Lautaro Martínez 10, Paulo Dybala 20")
    kickoff = datetime(2025, 10, 20, 21)
    second = Match("ritorno", Ref(COMPETITION, "Champions League"), "", kickoff, team("Roma"), team("Inter"), None)
    register = Register(Dictionary(world._names(world.PEOPLE)), world.PEOPLE, world.TEAMS, [first, second], {})
    text = "Roma-Inter, stasera il ritorno\n\nSi riparte dal 3-3 dell'andata: Lautaro e Dybala, in gol allora, ci sono."

    found = read(text, register, day=world.TODAY, language="it")

    assert [match.ref for match in found.matches] == ["ritorno", "Inter 3-3 Roma"]
    told = "Inter, dubbi in attacco\n\nIl 3-3 dell'andata, con Lautaro e Dybala in gol, lascia aperto il discorso con la Roma."
    for text in (f"{told} Lunedì l'Inter va all'Olimpico.", f"{told} Nel ritorno servirà altro."):
        assert read(text, register, day=date(2025, 10, 18), language="it").matches[0].ref == "ritorno"
    assert VENUE not in {mention.target.kind for mention in found.mentions}

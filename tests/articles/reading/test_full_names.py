"""Behind a full name its first or its last word alone; a common surname needs more than being known."""

from articles.reading import shipped
from articles.reading.facts import PERSON, Ref
from tests.articles.reading.world import named


def test_behind_a_full_name_its_first_word_alone_is_the_same_person():
    text = "Napoli, parla Conte\n\nIl tecnico Antonio Conte è contento: «Antonio ha dato un'anima alla squadra», dice un tifoso."

    assert ("Antonio", "Antonio Conte") in named(text)


def test_a_first_name_before_another_surname_is_somebody_else():
    text = "Napoli, parla Conte\n\nIl tecnico Antonio Conte è contento del gol. C'era anche Antonio Percassi."

    assert [surface for surface, _ in named(text)] == ["Napoli", "Conte", "Antonio Conte"]


def test_a_common_surname_alone_is_nobodys_where_his_club_is_not_spoken_of():
    assert named("Il Lecce cerca un portiere: piace Robertson.") == [("Lecce", "Lecce")]
    assert ("Robertson", "Andrew Robertson") in named("Il Liverpool ritrova il terzino Robertson.")


def test_a_player_of_a_club_that_we_do_not_know_is_none_of_ours():
    text = "Newcastle won the match. Everyone praised Sunderland's Haaland, a striker of 16, and England's Foden."

    assert [key for _, key in named(text, "en")] == ["Newcastle", "Phil Foden"]


def test_a_legend_is_not_a_player_of_that_name():
    assert named("Maldini loda la difesa della Lazio: gol subiti zero.") == [("Lazio", "Lazio")]


def test_the_last_word_of_a_longer_surname_is_his_where_his_club_is_spoken_of_and_no_other_bears_it():
    target = Ref(PERSON, "Jamie Bynoe-Gittens")
    names = list(shipped.names_of_person(target, "Jamie Bynoe-Gittens", "Bynoe-Gittens"))

    assert [name.text for name in names if name.sort == "part"] == ["Gittens"]
    assert [name for name in shipped.names_of_person(target, "Nick Pope", "Pope") if name.sort == "part"] == []

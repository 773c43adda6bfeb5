"""A fact changes: exactly the stories that state it are put before an editor, and leave when it comes back."""

from datetime import UTC, datetime

import pytest

from articles import actions, impact
from articles.models import Impact, StatedClaim
from teams import actions as facts
from teams.models import FactChange
from tests.articles.impact.night import goal, make_night, queued, report, story
from tests.making import make_goal, make_match, make_person, make_published, make_stage

pytestmark = pytest.mark.django_db


@pytest.fixture
def match():
    return make_night()


def test_a_goal_that_is_cancelled_queues_the_stories_that_tell_of_it_and_no_other(match):
    story(
        "Inter-Kairat, la notte di San Siro",
        "L'Inter batte il Kairat Almaty 2-1.",
        "Al 45' <em>Lautaro Martínez</em> segna di testa.",
    )
    story("Lautaro esce tra gli applausi", "Contro il Kairat Almaty Lautaro Martínez ha giocato tutta la partita dell'Inter.")
    story("Inter, parla Chivu", "Dopo Inter-Kairat Almaty: «Il gol di Lautaro Martínez al 45' ci ha aiutato».")
    story("Napoli, decide McTominay", "Il Napoli batte l'Eintracht Francoforte 1-0: al 45' segna Scott McTominay.")
    story(
        "Lautaro goal lifts Inter", "Lautaro Martínez scored in the 45th minute as Inter beat Kairat Almaty 2-1.", language="en"
    )

    facts.cancel_event(goal(match, "Lautaro Martínez"), reason="fuorigioco", by=None)
    found = impact.review()

    assert queued() == [
        ("Inter-Kairat, la notte di San Siro", "body", "Lautaro Martínez", "Al 45' Lautaro Martínez segna di testa"),
        ("Lautaro goal lifts Inter", "headline", "Lautaro", "Lautaro goal lifts Inter"),
        (
            "Lautaro goal lifts Inter",
            "body",
            "Lautaro Martínez",
            "Lautaro Martínez scored in the 45th minute as Inter beat Kairat Almaty 2-1",
        ),
    ]
    assert found == 3


def test_a_changed_score_queues_those_that_state_it_with_the_words_to_put_in_its_place(match):
    story("L'Inter batte il Kairat Almaty", "L'Inter batte il Kairat Almaty due a uno a San Siro.")
    story("Lautaro, il gol", "Al 45' contro il Kairat Almaty segna Lautaro Martínez per l'Inter.")

    match.away_goals = 2
    facts.save_match(match, by=None)
    impact.review()

    row = Impact.objects.open().get()
    assert (row.surface, row.replacement, row.was, row.now) == (
        "due a uno",
        "due a due",
        "risultato 2-1",
        "Inter 2-2 Kairat Almaty",
    )


def test_a_minute_told_without_its_number_keeps_no_other_sentence_from_being_weighed(match):
    make_goal(match, "Marcus Thuram", 90, stoppage=3)
    match.home_goals = 3
    facts.save_match(match, by=None)
    impact.review()
    story("Inter-Kairat Almaty 3-1", "Contro il Kairat Almaty Marcus Thuram segna nel recupero il 3-1 dell'Inter.")
    assert StatedClaim.objects.filter(kind="minute").exclude(value__regex="^[0-9]+$").exists()

    match.home_goals = 4
    facts.save_match(match, by=None)
    impact.review()

    assert {row.surface for row in Impact.objects.open()} == {"3-1"}


def test_a_goal_given_to_another_proposes_his_name(match):
    report()

    facts.give_event_to(goal(match, "Carlos Augusto"), make_person("Lautaro Martínez"), reason="deviazione", by=None)
    impact.review()

    row = Impact.objects.open().get()
    assert (row.surface, row.replacement, row.now) == ("Carlos Augusto", "Lautaro Martínez", "67' Lautaro Martínez")


def test_a_goal_at_another_minute_queues_the_minute_alone(match):
    story(
        "Inter-Kairat Almaty 2-1",
        "Al 67' Carlos Augusto firma il 2-1 dell'Inter sul Kairat Almaty.",
        "Bel gol di Carlos Augusto.",
    )

    facts.move_event(goal(match, "Carlos Augusto"), period="2", minute=72, reason="referto", by=None)
    impact.review()

    assert [(row.surface, row.replacement) for row in Impact.objects.open()] == [("67'", "72'")]


def test_what_comes_back_leaves_the_queue_by_itself(match):
    report()
    event = goal(match, "Carlos Augusto")
    facts.cancel_event(event, reason="fuorigioco", by=None)
    impact.review()

    facts.restore_event(event, by=None)
    impact.review()

    assert [(row.state, row.closed_by) for row in Impact.objects.all()] == [("closed", None)]


def test_a_table_that_follows_from_a_changed_score_queues_points_and_places_told_after_it():
    stage = make_stage("Serie A")
    match = make_match("Inter 2-1 Napoli", stage=stage, matchday=1)
    make_match("Roma 1-0 Lazio", stage=stage, matchday=1)
    for told, day in (("Inter 3-0 Roma", 9), ("Lazio 0-1 Inter", 16)):
        make_match(told, stage=stage, kickoff=datetime(2025, 11, day, 19, tzinfo=UTC))
    late = datetime(2025, 11, 17, 8, 0, tzinfo=UTC)
    make_published("Serie A, Inter prima con 9 punti", body="<p>L'Inter è prima con 9 punti dopo Lazio-Inter.</p>", at=late)

    match.home_goals, match.away_goals = 1, 1
    facts.save_match(match, by=None)
    impact.review()

    assert {(row.part, row.replacement.split()[0]) for row in Impact.objects.open()} == {("headline", "7"), ("body", "7")}


def test_a_name_that_changed_queues_the_sentences_with_the_former_one(match):
    person = make_person("Ofri Arad")
    story("Inter-Kairat Almaty 2-1", "Pareggia Ofri Arad. Poi decide Carlos Augusto.", about=[person])
    story("Kairat Almaty, chi è Arad", "Arad ha colpito di testa.", about=[person])

    person.name = "Ofri Aharon Arad"
    facts.save_named(person, by=None)
    impact.review()

    assert [(row[2], row[3]) for row in queued()] == [("Ofri Arad", "Pareggia Ofri Arad")]
    assert Impact.objects.open().get().replacement == "Ofri Aharon Arad"


def test_changes_that_touch_no_story_are_forgotten_and_others_are_reviewed_once(match):
    report()
    facts.cancel_event(goal(match, "Ofri Arad"), reason="fuorigioco", by=None)
    facts.cancel_event(goal(match, "Carlos Augusto"), reason="fuorigioco", by=None)

    first, second = impact.review(), impact.review()

    assert (first, second) == (1, 0)
    assert [change.verb for change in FactChange.objects.all()] == ["cancel"]


def test_an_edit_that_takes_the_sentence_out_closes_it_and_one_elsewhere_does_not(match):
    article = story("Inter-Kairat Almaty 2-1", "Al 67' Carlos Augusto firma il 2-1 dell'Inter sul Kairat Almaty.", "Fine.")
    facts.cancel_event(goal(match, "Carlos Augusto"), reason="fuorigioco", by=None)
    impact.review()

    actions.revise(article, by=None, body=article.body.replace("Fine.", "Fine della partita."))
    before = Impact.objects.get().state
    actions.revise(article, by=None, body="<p>Fine della partita.</p>")

    assert (before, Impact.objects.get().state) == ("open", "corrected")


def test_the_score_of_another_match_is_not_taken_for_this_one(match):
    make_match("Inter 1-2 Udinese", kickoff=datetime(2025, 10, 30, 19, tzinfo=UTC))
    story("L'Inter batte il Kairat Almaty", "L'Inter batte il Kairat Almaty 2-1.", "Contro l'Udinese l'Inter aveva perso (1-2).")

    match.away_goals = 2
    facts.save_match(match, by=None)
    impact.review()

    assert [row[2:] for row in queued()] == [("2-1", "L'Inter batte il Kairat Almaty 2-1")]


@pytest.mark.parametrize(
    "text",
    [
        "Con il Kairat Almaty hanno segnato più di lui Carlos Augusto e Lautaro Martínez.",
        "È il Carlos Augusto di sempre, quello che dopo un gol pensa già al prossimo.",
        "Il 21 ottobre Carlos Augusto aveva servito il gol del raddoppio nel recupero.",
        "A Napoli, contro il Napoli, Carlos Augusto aveva segnato al 67'.",
        "Al 68' Carlos Augusto resta a terra.",
    ],
)
def test_who_is_compared_or_did_it_elsewhere_is_not_said_to_have_scored_here(match, text):
    story("Inter-Kairat Almaty 2-1", text)

    assert not StatedClaim.objects.filter(kind="event", person=make_person("Carlos Augusto")).exists()

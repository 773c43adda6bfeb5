"""Correcting in public: a dated note that stays, the same address, the sentences that leave the queue."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from articles import actions, impact
from articles.models import Correction, Impact, Version
from teams import actions as facts
from teams.models import AuditEntry
from tests.articles.impact.night import goal, make_night, report
from tests.desk import make_login

pytestmark = pytest.mark.django_db


@pytest.fixture
def match():
    return make_night()


def overtaken(match):
    """A report whose goal was cancelled: the story, and what waits in it."""
    article = report()
    facts.cancel_event(goal(match, "Carlos Augusto"), reason="fuorigioco", by=None)
    impact.review()
    return article, list(Impact.objects.open())


def test_a_correction_keeps_the_address_and_says_when_and_what(match):
    article, waiting = overtaken(match)
    address, number = article.get_absolute_url(), article.pk

    actions.correct(article, note="Il gol è stato annullato.", by=None, body="<p>Finisce 1-1.</p>")

    article.refresh_from_db()
    assert (article.get_absolute_url(), article.pk, article.body) == (address, number, "<p>Finisce 1-1.</p>")
    assert article.modified_at > article.published_at
    assert [(note.note, note.article) for note in Correction.objects.public()] == [("Il gol è stato annullato.", article)]
    assert [one.state for one in Impact.objects.filter(pk__in=[one.pk for one in waiting])] == ["corrected"] * len(waiting)
    assert article.versions.first().moment == Version.Moment.CORRECTED
    assert AuditEntry.objects.filter(verb="correct", row_id=number).count() == 1


def test_a_note_alone_closes_what_it_was_written_for(match):
    article, waiting = overtaken(match)

    actions.correct(article, note="Il gol è stato poi annullato.", by=None, impacts=waiting)

    assert {one.state for one in Impact.objects.all()} == {"corrected"}


def test_a_correction_without_a_note_changes_nothing(match):
    article, _waiting = overtaken(match)

    with pytest.raises(ValidationError):
        actions.correct(article, note="  ", by=None, body="<p>Finisce 1-1.</p>")

    article.refresh_from_db()
    assert ("Carlos Augusto" in article.body, Correction.objects.count()) == (True, 0)


def test_only_a_chief_of_that_publisher_corrects(match):
    article, _waiting = overtaken(match)
    chief, editor = make_login("Desk chief", publisher=article.publisher), make_login("Editor", publisher=article.publisher)

    with pytest.raises(PermissionDenied):
        actions.correct(article, note="No.", by=editor)
    actions.correct(article, note="Sì.", by=chief)

    assert Correction.objects.get().made_by == chief


def test_an_amended_note_keeps_its_former_wordings(match):
    article, _waiting = overtaken(match)
    note = actions.correct(article, note="Il gol è anullato.", by=None)

    actions.amend(note, note="Il gol è stato annullato.", by=None)

    note.refresh_from_db()
    assert (note.note, [former["note"] for former in note.former]) == ("Il gol è stato annullato.", ["Il gol è anullato."])
    assert note.amended_at > note.made_at


def test_what_is_still_right_or_left_leaves_the_queue_in_somebodys_name(match):
    article, waiting = overtaken(match)
    editor = make_login("Editor", publisher=article.publisher)

    count = actions.decide(waiting, "left", by=editor)

    assert count == len(waiting)
    assert {(one.state, one.closed_by) for one in Impact.objects.all()} == {("left", editor)}


def test_a_stranger_decides_nothing(match):
    _article, waiting = overtaken(match)

    with pytest.raises(PermissionDenied):
        actions.decide(waiting, "right", by=make_login("Reporter"))

    assert {one.state for one in Impact.objects.all()} == {"open"}

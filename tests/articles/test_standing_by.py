"""A story that the facts dispute is let out by whoever says why: nobody is stopped, and the reason is kept."""

import pytest

from articles import actions
from articles.actions.standing_by import VERB, Disputed
from articles.models import Article
from teams.models import AuditEntry
from tests.desk import change, make_login, save, told
from tests.making import make_article, make_match

pytestmark = pytest.mark.django_db
WRONG = "<p>L'Inter ha battuto il Kairat Almaty 3-1 a San Siro.</p>"
RIGHT = "<p>L'Inter ha battuto il Kairat Almaty 2-1 a San Siro.</p>"


@pytest.fixture
def editor():
    return make_login("Editor")


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def story():
    match = make_match("Inter 2-1 Kairat Almaty")
    return make_article("Inter, tre punti col Kairat Almaty", body=WRONG, dateline=match.kickoff.date())


def test_without_a_reason_it_is_saved_and_the_page_asks_for_one_beside_the_claim(desk, story):
    page = save(desk, story, standfirst="Sommario nuovo", _publish="1")

    story.refresh_from_db()
    assert (story.status, story.standfirst) == ("draft", "Sommario nuovo")
    assert any("3-1" in message for message in told(page))
    html = page.content.decode()
    assert "<mark>3-1</mark>" in html and 'name="publish_reason"' in html
    assert [one["surface"] for one in page.context["check"]["claims"] if one["verdict"] == "wrong"] == ["3-1"]


def test_with_a_reason_it_goes_out_and_the_reason_is_kept(desk, story, editor):
    save(desk, story, publish_reason="The referee's report is to be corrected tonight.", _publish="1")

    assert Article.objects.published().get() == story
    entry = AuditEntry.objects.get(verb=VERB)
    assert (entry.by, entry.row_id, entry.details["reason"]) == (
        editor,
        story.pk,
        "The referee's report is to be corrected tonight.",
    )
    assert [(one["surface"], one["verdict"]) for one in entry.details["claims"]] == [("3-1", "wrong")]


def test_a_reason_is_asked_for_once_for_the_same_words(editor, story):
    actions.publish(story, by=editor, reason="So says the league.")
    actions.withdraw(story, by=None)

    story.status = "draft"
    story.save()
    actions.publish(story, by=editor)

    assert AuditEntry.objects.filter(verb=VERB).count() == 1


def test_other_words_are_asked_about_anew(editor, story):
    actions.publish(story, by=editor, reason="So says the league.")
    Article.objects.filter(pk=story.pk).update(status="draft", body=WRONG.replace("3-1", "4-1"))
    story = Article.objects.get()

    with pytest.raises(Disputed):
        actions.publish(story, by=editor)


def test_what_the_facts_bear_out_is_published_without_a_word(desk, story):
    save(desk, story, body=RIGHT, _publish="1")

    assert Article.objects.published().get() == story
    assert not AuditEntry.objects.filter(verb=VERB).exists()


def test_of_many_published_at_once_the_disputed_one_stays_and_is_named(desk, story):
    fine = make_article("Altro", body=RIGHT)
    chosen = {"action": "publish", "_selected_action": [story.pk, fine.pk]}

    page = desk.post("/admin/articles/article/", chosen, follow=True)

    assert list(Article.objects.published()) == [fine]
    assert any(str(story) in message and "3-1" in message for message in told(page))


def test_the_system_is_asked_for_no_reason(story):
    actions.publish(story, by=None)

    assert Article.objects.published().get() == story


def test_what_was_typed_as_a_reason_stays_where_publishing_is_refused_for_something_else(desk, story):
    page = save(desk, story, body="", publish_reason="Because", _publish="1")

    assert page.redirect_chain[-1][0].startswith(change(story))
    assert ">Because</textarea>" in page.content.decode()

"""Comments on a story: they reach whom they are for, touch nothing that is typed, and stay among those who may see it."""

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.urls import reverse

from articles import actions
from articles.models import Author, Comment
from teams.auditlog import of
from tests.desk import make_login
from tests.making import make_article, make_publisher

pytestmark = pytest.mark.django_db

SCRIPTED = {"X-Requested-With": "XMLHttpRequest"}


@pytest.fixture
def editor():
    return make_login("Editor", email="editor@example.org")


@pytest.fixture
def reporter():
    return make_login("Reporter", email="reporter@example.org")


def page(article):
    return reverse("admin:articles_article_comments", args=[article.pk])


def test_a_comment_to_all_reaches_everybody_who_works_on_it_but_not_who_wrote_it(editor, reporter):
    signer = make_login("Reporter", "signer", email="signer@example.org")
    article = make_article(created_by=reporter)
    article.bylines.create(author=Author.objects.create(name="Ada", slug="ada", user=signer))
    actions.comment(article, by=editor, words="Prima domanda")
    mail.outbox.clear()

    actions.comment(article, by=reporter, words="Ecco", quote="il terzino")

    assert sorted(letter.to for letter in mail.outbox) == [["editor@example.org"], ["signer@example.org"]]
    assert "il terzino" in mail.outbox[0].body and "Ecco" in mail.outbox[0].body


def test_a_comment_to_one_reaches_one(editor, reporter):
    article = make_article()

    actions.comment(article, by=editor, words="Manca il nome", to=reporter)

    assert [letter.to for letter in mail.outbox] == [["reporter@example.org"]]


def test_nobody_is_told_of_a_story_that_they_may_not_see(editor):
    article = make_article(publisher=make_publisher("Another"))
    partner = make_login("Editor", "partner", publisher=make_publisher("Their own"), email="partner@example.org")

    with pytest.raises(ValidationError):
        actions.comment(article, by=editor, words="Guarda", to=partner)

    assert (mail.outbox, Comment.objects.count()) == ([], 0)


def test_the_panel_says_it_without_leaving_the_page_and_gives_back_what_cannot_be_said(client, editor):
    article = make_article()
    client.force_login(editor)

    said = client.post(page(article), {"words": "Manca il nome"}, headers=SCRIPTED).json()
    empty = client.post(page(article), {"words": "  ", "quote": "il terzino"}, headers=SCRIPTED).json()

    assert (said["said"], empty["said"]) == (True, False)
    assert "Manca il nome" in said["html"] and 'value="il terzino"' in empty["html"]
    assert Comment.objects.get().made_by == editor


def test_without_a_script_it_is_said_settled_and_reopened_on_a_page_of_its_own(client, editor):
    article = make_article()
    client.force_login(editor)

    client.post(page(article), {"words": "Manca il nome"})
    comment = Comment.objects.get()
    client.post(f"{page(article)}{comment.pk}/settle/")
    comment.refresh_from_db()
    assert comment.settled_by == editor
    client.post(f"{page(article)}{comment.pk}/reopen/")

    comment.refresh_from_db()
    assert comment.settled_at is None
    assert [entry.verb for entry in of(article)] == ["reopen_comment", "settle_comment", "comment"]


def test_a_colleague_without_an_address_is_named(client, editor):
    article = make_article()
    silent = make_login("Reporter", "silent", first_name="Ugo")
    client.force_login(editor)

    answer = client.post(page(article), {"words": "Guarda", "to": silent.pk}, headers=SCRIPTED).json()

    assert "Ugo" in answer["html"].split("comment-list")[0]


def test_a_comment_is_asked_for_by_whoever_may_see_the_story_only(client):
    article = make_article(publisher=make_publisher("Another"))
    client.force_login(make_login("Editor", publisher=make_publisher("Their own")))

    assert client.post(page(article), {"words": "Ehi"}).status_code == 404
    assert not Comment.objects.exists()

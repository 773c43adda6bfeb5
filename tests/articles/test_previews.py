"""Previews from unsaved text, and secret links: what they show, to whom, and until when."""

from datetime import timedelta
from html import unescape

import pytest
import time_machine
from django.utils import timezone

from articles import actions
from articles.models import Article, ShareLink, Version
from teams.models import AuditEntry
from tests.desk import as_sent, change, make_login
from tests.making import make_article, make_match, make_published

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(make_login("Desk chief"))
    return client


def previewed(desk, article, **typed):
    data = as_sent(desk.get(change(article)), **typed)
    return desk.post(change(article).replace("/change/", "/preview/"), data)


def test_the_preview_is_the_readers_page_of_what_is_typed_at_two_widths(desk):
    article = make_article("Lautaro, retroscena", about=[make_match()])

    answer = previewed(desk, article, headline="Un altro titolo", body="<p>Il testo <strong>nuovo</strong>.</p>")

    page = unescape(answer.content.decode())
    assert (answer.status_code, page.count("<h1>Un altro titolo</h1>")) == (200, 2)
    assert "Il testo <strong>nuovo</strong>." in page
    assert "match-card" in page


def test_a_preview_keeps_nothing(desk):
    article = make_article("Lautaro, retroscena")
    versions = Version.objects.count()

    previewed(desk, article, headline="Un altro titolo")

    kept = Article.objects.get(pk=article.pk)
    assert (kept.headline, kept.token, kept.updated_at) == ("Lautaro, retroscena", article.token, article.updated_at)
    assert Version.objects.count() == versions


def test_a_new_story_is_previewed_before_it_is_ever_saved(desk):
    page = desk.get("/admin/articles/article/add/")
    publisher = make_article("Una che c'è già").publisher

    data = as_sent(page, headline="Mai salvata", body="<p>Testo.</p>", publisher=publisher.pk)
    answer = desk.post("/admin/articles/article/preview/", data)

    assert "<h1>Mai salvata</h1>" in unescape(answer.content.decode())
    assert not Article.objects.filter(headline="Mai salvata").exists()


def test_what_stands_against_saving_is_said_instead(desk):
    answer = previewed(desk, make_article("Lautaro, retroscena"), headline="")

    assert answer.status_code == 400
    assert "headline" in answer.content.decode().lower() or "titolo" in answer.content.decode().lower()


def test_who_may_not_change_a_story_does_not_preview_it(client):
    client.force_login(make_login())

    answer = client.post(change(make_article("Lautaro, retroscena")).replace("/change/", "/preview/"), {})

    assert answer.status_code in (403, 404)


def shared(article, lasting=timedelta(days=1)):
    return actions.share(article, by=None, lasting=lasting)


def test_a_secret_link_shows_a_draft_to_who_has_no_login_and_to_no_search_engine(client):
    article = make_article("Ancora una bozza")
    link = shared(article)

    answer = client.get(link.get_absolute_url())

    assert answer.status_code == 200
    assert "<h1>Ancora una bozza</h1>" in answer.content.decode()
    assert "non destinato alla pubblicazione" in answer.content.decode()
    assert (answer["X-Robots-Tag"], answer["Cache-Control"], answer["Referrer-Policy"]) == (
        "noindex, nofollow", "private, no-store", "no-referrer",
    )  # fmt: skip


@pytest.mark.parametrize("ended", ["expired", "revoked", "embargo", "bin"])
def test_a_link_that_has_ended_says_so_and_nothing_of_the_story(client, ended):
    article = make_article("Ancora una bozza")
    link = shared(article)
    if ended == "revoked":
        actions.revoke(link, by=None)
    if ended == "embargo":
        Article.objects.filter(pk=article.pk).update(embargo_until=timezone.now() + timedelta(hours=1))
    if ended == "bin":
        Article.objects.filter(pk=article.pk).update(binned_at=timezone.now())

    with time_machine.travel(timezone.now() + (timedelta(days=2) if ended == "expired" else timedelta())):
        answer = client.get(link.get_absolute_url())

    assert answer.status_code == 410
    assert "Ancora una bozza" not in answer.content.decode()


def test_a_secret_that_nobody_made_is_not_found(client):
    assert client.get("/it/shared/abc/").status_code == 404


def test_links_are_made_and_ended_on_the_form_and_kept_in_the_audit_log(desk):
    article = make_published("Una storia")

    desk.post(change(article).replace("/change/", "/share/"), {"days": "3"})
    link = ShareLink.objects.get()
    page = desk.get(change(article).replace("/change/", "/share/")).content.decode()
    desk.post(change(article).replace("/change/", f"/share/{link.pk}/revoke/"))

    assert link.get_absolute_url() in page
    assert round((link.expires_at - link.made_at) / timedelta(days=1), 3) == 3
    assert ShareLink.objects.get().revoked_at
    assert set(AuditEntry.objects.filter(verb__in=["share", "revoke"]).values_list("verb", flat=True)) == {"share", "revoke"}


def test_a_link_for_ever_is_refused(desk):
    article = make_published("Una storia")

    desk.post(change(article).replace("/change/", "/share/"), {"days": "9999"})

    assert not ShareLink.objects.exists()

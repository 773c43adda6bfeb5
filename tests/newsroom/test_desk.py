"""The first page of the desk: what waits for whom, each line with its next step, at a price that does not rise."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import actions, listing, presence
from articles.models import Article, Presence
from teams import clock
from tests.desk import make_login, told
from tests.making import make_article, make_publisher

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def _a_morning(settings):
    settings.NEWSROOM_CLOCK = datetime(2025, 11, 6, 8, tzinfo=UTC)


def shown(client):
    return {section.name: [line.text for line in section.lines] for section in client.get("/admin/").context["sections"]}


def test_an_editor_finds_what_waits_and_nothing_of_another_publisher(client):
    own, other = make_publisher("Own"), make_publisher("Other")
    editor = make_login("Editor", publisher=own)
    reporter = make_login("Reporter", publisher=own)
    for publisher in (own, other):
        make_article("Mia", publisher=publisher, assigned_to=editor)
        make_article("Di nessuno", publisher=publisher)
        make_article("In ritardo", publisher=publisher, created_by=reporter, due_at=clock.now() - HOUR)
        actions.send_for_review(make_article("Da leggere", publisher=publisher, created_by=reporter), by=None)
    soon = actions.publish(make_article("Tra poco", publisher=own), by=None, at=clock.now() + timedelta(seconds=30))
    actions.comment(Article.objects.filter(headline="Mia", publisher=own).get(), by=reporter, words="Guarda qui", to=editor)
    Presence.objects.create(subject=presence.of_article(soon), tab="7b0d4c9a-6a8b-4a55-9a55-0e6d0c9d1a11", user=reporter)
    client.force_login(editor)

    found = shown(client)

    assert found["mine"] == ["Mia"]
    assert found["unclaimed"] == ["Di nessuno"]
    assert found["late"] == ["In ritardo"]
    assert found["review"] == ["Da leggere"]
    assert found["comments"] == ["Guarda qui"]
    assert found["scheduled"] == ["Tra poco"]
    assert found["open"] == ["Tra poco"]


def test_a_reporter_finds_what_is_theirs_with_the_step_that_is_theirs(client):
    reporter = make_login("Reporter")
    make_article("Mia", created_by=reporter)
    make_article("Di altri")
    client.force_login(reporter)

    sections = client.get("/admin/").context["sections"]
    mine = next(section for section in sections if section.name == "mine")

    assert [section.name for section in sections] == ["mine", "scheduled", "comments"]
    assert [(line.text, line.step["button"]) for line in mine.lines] == [("Mia", "_send_for_review")]


def test_the_next_step_is_one_click_away_and_comes_back_here(client):
    article = make_article("Mia")
    client.force_login(make_login("Editor"))

    answer = client.post(f"/admin/articles/article/{article.pk}/step/", {"_publish": "1"}, follow=True)

    assert answer.redirect_chain == [("/admin/", 302)]
    assert told(answer)[0].startswith("Mia: ")
    assert Article.objects.published().get() == article


def test_a_step_that_cannot_be_taken_leads_to_the_story_and_says_why(client):
    article = make_article("Vuota", body="")
    client.force_login(make_login("Editor"))

    answer = client.post(f"/admin/articles/article/{article.pk}/step/", {"_publish": "1"}, follow=True)

    assert answer.redirect_chain == [(f"/admin/articles/article/{article.pk}/change/", 302)]
    assert told(answer)[0].startswith("Vuota: ")


def test_what_was_due_while_nothing_ran_is_shown_as_late(client):
    due = clock.now() - HOUR
    with clock.at(due - HOUR):
        actions.publish(make_article("Uscita tardi"), by=None, at=due)
    listing.raise_those_that_appeared(due - HOUR, clock.now())
    client.force_login(make_login("Editor"))

    assert shown(client)["late"] == ["Uscita tardi"]


@pytest.mark.parametrize("size", [1, 3])
@pytest.mark.parametrize(("group", "queries"), [("Editor", 20), ("Reporter", 16)])
def test_it_costs_as_much_for_one_of_each_as_for_three(client, group, queries, size):
    user, other = make_login(group), make_login("Reporter", "other")
    for number in range(size):
        mine = make_article(f"Mia {number}", created_by=user, due_at=clock.now() - HOUR)
        actions.comment(mine, by=other, words="Ehi")
        make_article(f"Di nessuno {number}")
        actions.send_for_review(make_article(f"Da leggere {number}", created_by=other), by=None)
        actions.publish(make_article(f"Dopo {number}"), by=None, at=clock.now() + timedelta(seconds=30))
    client.force_login(user)
    client.get("/admin/")

    with CaptureQueriesContext(connection) as asked:
        client.get("/admin/")

    assert len(asked) == queries, "\n".join(query["sql"][:200] for query in asked.captured_queries)

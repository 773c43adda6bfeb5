"""Many stories at once: each by itself, what cannot be done is named with its reason, what has changed since is left."""

from datetime import timedelta

import pytest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles import actions
from articles.admin import bulk
from articles.models import Article
from teams import auditlog, clock
from tests.desk import make_login, told
from tests.making import make_article, make_published, make_publisher

pytestmark = pytest.mark.django_db

LIST = "/admin/articles/article/"


@pytest.fixture
def chief():
    return make_login("Desk chief")


@pytest.fixture
def desk(client, chief):
    client.force_login(chief)
    return client


def do(desk, action, articles, query="", **typed):
    drawn = desk.get(LIST).context["drawn"]
    data = {"action": action, "_selected_action": [article.pk for article in articles], "drawn": drawn, **typed}
    return desk.post(f"{LIST}{query}", data, follow=True)


def levels(answer):
    return [message.level_tag for message in answer.context["messages"]]


def test_the_others_go_out_and_the_one_that_cannot_is_named_with_its_reason(desk):
    stories = [make_article("Buona"), make_article("Vuota", body=""), make_article("Anche buona")]

    answer = do(desk, "publish", stories)

    assert set(Article.objects.published()) == {stories[0], stories[2]}
    [summary] = told(answer)
    assert summary.startswith(ngettext("%(number)d done", "%(number)d done", 2) % {"number": 2})
    assert summary.endswith(f"“Vuota”: {_('The story has no text.')}")
    assert levels(answer) == ["warning"]


def test_when_all_is_done_that_is_all_that_is_said(desk):
    answer = do(desk, "publish", [make_article("Una"), make_article("Due")])

    assert told(answer) == [ngettext("%(number)d done", "%(number)d done", 2) % {"number": 2} + "."]
    assert levels(answer) == ["success"]


def test_what_waits_for_its_hour_is_named(desk):
    later = make_article("Domani", published_at=clock.now() + timedelta(days=1))

    answer = do(desk, "publish", [later])

    assert told(answer)[0].startswith("Domani: ")
    assert not Article.objects.published().exists()


def test_a_story_that_changed_after_the_list_was_drawn_is_left_and_named(desk):
    seen, changed = make_article("Vista"), make_article("Cambiata")
    drawn = clock.now()
    actions.revise(changed, by=None, standfirst="Altro")

    answer = desk.post(
        LIST, {"action": "publish", "_selected_action": [seen.pk, changed.pk], "drawn": drawn.isoformat()}, follow=True
    )

    assert list(Article.objects.published()) == [seen]
    assert "“Cambiata”" in told(answer)[0]


def test_a_story_that_has_left_the_list_since_is_named_too(desk):
    stays, gone = make_article("Resta"), make_article("Partita")
    actions.send_for_review(gone, by=None)

    answer = do(desk, "publish", [stays, gone], "?standing=draft")

    assert list(Article.objects.published()) == [stays]
    assert "“Partita”" in told(answer)[0]


def test_what_one_may_not_is_refused_story_by_story(client):
    mine = make_article("Mia")
    theirs = make_published("Loro", publisher=make_publisher("Altrove"))
    client.force_login(make_login("Editor", publisher=mine.publisher))

    answer = do(client, "assign_to_me", [mine, theirs])

    assert list(Article.objects.exclude(assigned_to=None)) == [mine]
    assert "“Loro”" in told(answer)[0]


def test_a_topic_is_added_to_each_under_the_name_that_it_has(desk):
    stories = [make_article("Una", topics=["Mercato"]), make_article("Due", topics=["Arbitri"])]

    do(desk, "add_topic", stories, topic="mercato")

    assert [sorted(story.tags.names()) for story in stories] == [["Mercato"], ["Arbitri", "Mercato"]]
    assert auditlog.of(stories[1]).first().details == {"topics": ["Mercato"]}


@pytest.mark.parametrize("topic", ["", "  ", "x" * 101])
def test_a_topic_that_is_none_is_added_to_nothing(desk, topic):
    story = make_article()

    answer = do(desk, "add_topic", [story], topic=topic)

    assert levels(answer) == ["error"]
    assert not story.tags.exists()


def test_stories_are_assigned_to_me_and_keep_their_hour(desk, chief):
    due = clock.now() + timedelta(days=1)
    story = make_article(due_at=due)

    do(desk, "assign_to_me", [story])

    story.refresh_from_db()
    assert (story.assigned_to, story.due_at) == (chief, due)


def test_into_the_bin_goes_what_readers_do_not_see_and_back_it_comes(desk):
    draft, out = make_article("Bozza"), make_published("Fuori")

    binned = do(desk, "bin", [draft, out])
    in_bin = list(Article.objects.exclude(binned_at=None))
    do(desk, "bring_back", [draft], "?bin=yes")

    assert in_bin == [draft]
    assert "“Fuori”" in told(binned)[0]
    assert not Article.objects.exclude(binned_at=None).exists()


def test_more_than_can_be_done_at_once_is_refused_before_anything_is_done(desk, monkeypatch):
    monkeypatch.setattr(bulk, "MOST", 2)

    answer = do(desk, "publish", [make_article(f"Storia {number}") for number in range(3)])

    assert levels(answer) == ["error"]
    assert not Article.objects.published().exists()


@pytest.mark.parametrize("drawn", ["", "ieri", "2026-13-45T00:00", "2026-01-01"])
def test_a_list_that_does_not_say_when_it_was_drawn_is_taken_for_a_new_one(desk, drawn):
    story = make_article()

    desk.post(LIST, {"action": "publish", "_selected_action": [story.pk], "drawn": drawn})

    assert list(Article.objects.published()) == [story]

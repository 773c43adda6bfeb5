"""Every list of stories has its feed: which stories, in which order, how many to a page, at which price."""

import json
from datetime import timedelta

import feedparser
import pytest
from django.core.cache import cache
from django.utils import timezone
from taggit.models import Tag

from articles.models import Author
from teams import actions as facts
from teams.models import Team
from tests.making import make_goal, make_match, make_published

pytestmark = pytest.mark.django_db


def make_stories(count, **fields):
    now = timezone.now()
    return [make_published(f"Storia {n}", at=now - timedelta(minutes=n), **fields) for n in range(1, count + 1)]


@pytest.fixture
def story():
    match = make_match("Inter 2-1 Kairat Almaty")
    goal = make_goal(match, "Lautaro Martínez", 45)
    author = Author.objects.create(name="Anna Bianchi", slug="anna-bianchi")
    return make_published("Il gol", about=[match, goal], authors=[author], topics=["Mercato"])


PAGES = [
    "/it/",
    "/it/teams/inter/",
    "/it/teams/kairat-almaty/",
    "/it/players/lautaro-martinez/",
    "/it/matches/inter-kairat-almaty-2025-11-05/",
    "/it/competitions/champions-league/",
    "/it/publishers/inter-news-24/",
    "/it/topics/mercato/",
    "/it/authors/anna-bianchi/",
]


@pytest.mark.parametrize("page", PAGES)
def test_a_story_is_in_the_feed_of_all_that_it_is_about(client, story, page):
    feed = feedparser.parse(client.get(f"{page}feed.rss").content)

    assert [entry.title for entry in feed.entries] == ["Il gol"]
    assert feed.feed.link == f"http://testserver{page}"


@pytest.mark.parametrize("count", [1, 3, 40])
@pytest.mark.parametrize(("page", "queries"), [("/it/", 11), ("/it/teams/inter/", 12)])
def test_a_feed_costs_the_same_however_much_it_holds(client, django_assert_num_queries, count, page, queries):
    match = make_match("Inter 2-1 Kairat Almaty")
    goal = make_goal(match, "Lautaro Martínez", 45)
    author = Author.objects.create(name="Anna Bianchi", slug="anna-bianchi")
    make_stories(count, about=[match, goal], authors=[author], topics=["Mercato"])

    for format in ("rss", "atom", "json"):
        with django_assert_num_queries(queries):
            client.get(f"{page}feed.{format}")


@pytest.mark.parametrize(("page", "queries"), [("/it/", 1), ("/it/teams/inter/", 2)])
def test_asking_whether_a_feed_has_changed_costs_next_to_nothing(client, django_assert_num_queries, story, page, queries):
    tag = client.get(f"{page}feed.rss").headers["ETag"]
    cache.clear()

    with django_assert_num_queries(queries):
        again = client.get(f"{page}feed.rss", headers={"if-none-match": tag})

    assert again.status_code == 304


def test_pages_follow_each_other_without_gaps_or_repeats(client):
    make_stories(90)

    address, titles, sizes = "/it/feed.atom", [], []
    while address:
        feed = feedparser.parse(client.get(address).content)
        titles += [entry.title for entry in feed.entries]
        sizes.append(len(feed.entries))
        links = {link.rel: link.href for link in feed.feed.links}
        assert links["self"] == f"http://testserver{address}"
        assert links["first"] == "http://testserver/it/feed.atom"
        address = links.get("next", "").removeprefix("http://testserver")

    assert sizes == [40, 40, 10]
    assert titles == [f"Storia {n}" for n in range(1, 91)]


def test_a_page_begins_where_the_last_one_ended_though_a_story_came_in(client):
    make_stories(41)
    following = json.loads(client.get("/it/feed.json").content)["next_url"]

    make_published("Ultim'ora", at=timezone.now())

    assert [item["title"] for item in json.loads(client.get(following).content)["items"]] == ["Storia 41"]


def test_stories_of_the_same_instant_are_paged_by_number(client):
    now = timezone.now()
    for n in range(41):
        make_published(f"Storia {n}", at=now)

    first = json.loads(client.get("/it/feed.json").content)
    second = json.loads(client.get(first["next_url"]).content)

    assert [item["title"] for item in second["items"]] == ["Storia 0"]
    assert "next_url" not in second


def test_a_feed_whose_page_has_moved_is_found_at_its_old_address(client, story):
    facts.rename(Team.objects.get(slug="inter"), "inter-milano", by=None)

    answer = client.get("/it/teams/inter/feed.rss?before=20251105T221030.123456-1")

    assert (answer.status_code, answer.headers["Location"]) == (
        301, "/it/teams/inter-milano/feed.rss?before=20251105T221030.123456-1",
    )  # fmt: skip


def test_the_list_of_feeds_names_those_that_have_a_story(client, story):
    make_published("Domani", topics=["Segreto"], at=timezone.now() + timedelta(days=1))

    answer = client.get("/feeds.opml")

    text = answer.content.decode()
    assert answer.headers["Content-Type"] == "text/x-opml; charset=utf-8"
    for page in PAGES:
        assert (f'xmlUrl="http://testserver{page}feed.rss" htmlUrl="http://testserver{page}"' in text) == ("matches" not in page)
    assert Tag.objects.get(slug="segreto").name not in text
    assert text.count("/en/") == 2  # the English front page and its feed


def test_asking_whether_the_list_of_feeds_has_changed_costs_one_query(client, django_assert_num_queries, story):
    tag = client.get("/feeds.opml").headers["ETag"]

    with django_assert_num_queries(1):
        again = client.get("/feeds.opml", headers={"if-none-match": tag})

    assert again.status_code == 304

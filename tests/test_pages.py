"""Every public address, with one item and with three: what it answers, at which price, and that nothing unpublished shows."""

import re
from datetime import timedelta
from html import unescape
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, reverse
from django.utils import timezone, translation

from articles import actions
from articles.models import Quotation
from tests.making import make_article, make_published
from tests.scenes import the_paper

pytestmark = pytest.mark.django_db

HTML = "text/html; charset=utf-8"
FEEDS = {
    "rss": "application/rss+xml; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "json": "application/feed+json",
}
CALENDAR = "text/calendar; charset=utf-8"
LANGUAGES = ("it", "en")
SIZES = (1, 3)


class Page(NamedTuple):
    """A public address: what fills its blanks, and the queries that it may ask."""

    queries: int
    blanks: callable = lambda scene: {}
    content_type: str = HTML
    query: str = ""


def slug_of(name):
    return lambda scene: {"slug": getattr(scene, name).slug}


def corrected(scene):
    """A page of notes has some."""
    for story in (*scene.stories["it"], *scene.stories["en"]):
        actions.correct(story, note="Il minuto era un altro.", by=None)
    return {}


def quoted(scene):
    """Somebody who has said something in every story."""
    for story in (*scene.stories["it"], *scene.stories["en"]):
        Quotation.objects.create(article=story, speaker=scene.person, words="Segno e basta")
    return {"slug": scene.person.slug}


def followed(scene):
    """A story that is followed live, with as many entries as there is of everything."""
    story = scene.stories["it"][0]
    for goal in scene.match.events.filter(kind="goal", person=scene.person):
        actions.add_entry(story, by=None, body="<p>Gol.</p>", event=goal, is_key=True)
    return {"slug": story.slug, "pk": story.pk}


PAGES = {
    "front": Page(10),
    "search": Page(6, query="?q=lautaro"),
    "about": Page(0),
    "news": Page(1),
    "corrections": Page(1, corrected),
    "article-live": Page(6, followed),
    "publishers": Page(2),
    "publisher": Page(2, slug_of("publisher")),
    "topic": Page(2, slug_of("topic")),
    "author": Page(2, slug_of("author")),
    "teams": Page(3),
    "team": Page(12, slug_of("team")),
    "head-to-head": Page(5, lambda scene: {"slug": scene.team.slug, "other": scene.match.away.slug}),
    "person": Page(12, quoted),
    "person-quotations": Page(2, quoted),
    "matches": Page(5),
    "match": Page(12, slug_of("match")),
    "match-live": Page(8, slug_of("match")),
    "event": Page(4, lambda scene: {"slug": scene.match.slug, "pk": scene.goal.pk}),
    "competitions": Page(2),
    "season": Page(11, lambda scene: {"slug": scene.competition.slug, "season": scene.season.label}),
    "team-fixtures": Page(3, slug_of("team"), CALENDAR),
    "competition-fixtures": Page(3, slug_of("competition"), CALENDAR),
}
# Addresses without an edition.
DOCUMENTS = {
    "health": Page(1, content_type="text/plain"),
    "robots": Page(0, content_type="text/plain; charset=utf-8"),
    "feeds": Page(9, content_type="text/x-opml; charset=utf-8"),
    "sitemap": Page(10, content_type="application/xml"),
    "news-sitemap": Page(3, content_type="application/xml"),
    "sitemap-section": Page(3, lambda scene: {"section": "articles", "block": 0}, "application/xml"),
}
# An article has one address, a feed three formats, and two addresses send elsewhere: they have their own tests.
FEEDS_OF = ("front", "team", "person", "match", "competition", "publisher", "topic", "author")
TESTED_APART = {"article", "shared", "corrections-feed", "home", "competition", *(f"{kind}-feed" for kind in FEEDS_OF)}


def public_names(patterns=None):
    """The names in the address book, the admin's left out."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if hasattr(pattern, "url_patterns"):
            if pattern.namespace is None:
                yield from public_names(pattern.url_patterns)
        elif pattern.name:
            yield pattern.name


def fetch(client, address):
    """The answer and the number of its queries, with Django's own look-up tables warm and our cache cold."""
    client.get(address)
    cache.clear()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        response = client.get(address)
        _ = response.getvalue() if response.streaming else response.content
    return response, asked


def told(asked):
    return "\n".join(query["sql"][:300] for query in asked.captured_queries)


def test_every_public_address_has_a_row_here():
    assert set(public_names()) == set(PAGES) | set(DOCUMENTS) | TESTED_APART


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_answers_at_a_price_that_does_not_depend_on_its_length(client, name, language, size):
    page = PAGES[name]
    scene = the_paper(size)
    with translation.override(language):
        address = reverse(name, kwargs=page.blanks(scene)) + page.query

    response, asked = fetch(client, address)

    assert (response.status_code, response.headers["Content-Type"]) == (200, page.content_type)
    assert len(asked) == page.queries, told(asked)
    assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_answers_at_a_price_that_does_not_depend_on_its_length(client, name, size):
    document = DOCUMENTS[name]
    scene = the_paper(size)

    response, asked = fetch(client, reverse(name, kwargs=document.blanks(scene)))

    assert (response.status_code, response.headers["Content-Type"]) == (200, document.content_type)
    assert len(asked) == document.queries, told(asked)
    assert "Set-Cookie" not in response.headers


def test_no_page_asks_more_than_twelve_queries():
    assert [name for name, page in {**PAGES, **DOCUMENTS}.items() if page.queries > 12] == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_article_answers_at_a_price_that_does_not_depend_on_its_ties(client, language, size):
    story = the_paper(size).stories[language][0]

    response, asked = fetch(client, story.get_absolute_url())

    assert (response.status_code, response.headers["Content-Type"]) == (200, HTML)
    assert story.headline in response.content.decode()
    assert len(asked) == 9, told(asked)


@pytest.mark.parametrize("size", SIZES)
def test_a_story_that_is_followed_live_asks_one_query_more_than_one_that_was_modified(client, size):
    scene = the_paper(size)
    followed(scene)

    response, asked = fetch(client, scene.stories["it"][0].get_absolute_url())

    assert response.content.decode().count('<div class="live-entry is-key"') == size
    assert len(asked) == 9 + 1 + 1, told(asked)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("format", FEEDS)
@pytest.mark.parametrize("kind", FEEDS_OF)
def test_a_feed_answers_at_a_price_that_does_not_depend_on_its_length(client, kind, format, size):
    scene = the_paper(size)
    slug = {} if kind == "front" else {"slug": getattr(scene, kind).slug}

    response, asked = fetch(client, reverse(f"{kind}-feed", kwargs={**slug, "format": format}))

    assert (response.status_code, response.headers["Content-Type"]) == (200, FEEDS[format])
    assert all(story.headline in response.content.decode() for story in scene.stories["it"])
    assert len(asked) == (11 if kind == "front" else 12), told(asked)


def test_the_root_sends_readers_to_the_edition_in_their_language(client):
    italian = client.get("/", headers={"accept-language": "de, it;q=0.5"})
    english = client.get("/", headers={"accept-language": "en-GB, en;q=0.9"})
    anybody = client.get("/", headers={"accept-language": "de"})

    assert [response.headers["Location"] for response in (italian, english, anybody)] == ["/it/", "/en/", "/it/"]
    assert "Accept-Language" in italian.headers["Vary"]


def test_a_competition_without_a_season_sends_to_the_one_that_is_on(client):
    scene = the_paper(1)

    response = client.get(f"/it/competitions/{scene.competition.slug}/")

    assert (response.status_code, response.headers["Location"]) == (302, scene.season.get_absolute_url())


LINK = re.compile(
    r"""(?:href|src|action|xmlUrl|htmlUrl)=["']([^"'#?]*)(\?[^"'#]*)?"""
    r"""|<(?:loc|link)>([^<]+)<|"(?:url|feed_url|home_page_url)": ?"([^"]+)\""""
)
NOT_PAGES = ("/static/", "/media/", "/admin/")


def crawl(client, *starts):
    """Every page, feed, calendar and sitemap that can be reached by following addresses: (address, status, text)."""
    waiting, seen = list(starts), set(starts)
    while waiting:
        address = waiting.pop()
        response = client.get(address, follow=True)
        text = (response.getvalue() if response.streaming else response.content).decode()
        yield address, response.status_code, text
        for found in LINK.finditer(text):
            path, query, *absolute = found.groups()
            link = urlsplit(urljoin(f"http://testserver{address}", unescape(next(filter(None, [path, *absolute]), ""))))
            target = link.path + (unescape(query or "") or (f"?{link.query}" if link.query else ""))
            if link.netloc == "testserver" and target not in seen and not target.startswith(NOT_PAGES):
                seen.add(target)
                waiting.append(target)


STARTS = ("/it/", "/en/", "/sitemap.xml", "/news-sitemap.xml", "/feeds.opml")


def test_every_address_on_every_page_leads_somewhere(client):
    the_paper(3)

    broken = [(address, status) for address, status, _text in crawl(client, *STARTS) if status != 200]

    assert broken == []


def test_nothing_unpublished_shows_anywhere(client):
    scene = the_paper(1)
    ties = {"about": [scene.team, scene.person, scene.competition, scene.match, scene.goal], "authors": [scene.author]}
    for language in LANGUAGES:
        hidden = {"language": language, "topics": ["campionato"], "publisher": scene.publisher, "body": "<p>zanzibar</p>", **ties}
        make_article("Ipogeo, a draft", **hidden)
        make_published("Ipogeo, tomorrow's", at=timezone.now() + timedelta(days=1), **hidden)
        actions.withdraw(make_published("Ipogeo, withdrawn", **hidden), by=None)

    pages = list(crawl(client, *STARTS, "/it/search/?q=zanzibar", "/en/search/?q=zanzibar"))

    assert [address for address, _status, text in pages if "ipogeo" in text.lower()] == []
    assert [address for address, _status, text in pages if "zanzibar" in text.lower() and "/search/" not in address] == []
    assert len(pages) > 50


def test_an_unpublished_story_has_no_address(client):
    scene = the_paper(1)
    draft = make_article("Ipogeo, a draft", about=[scene.team])
    tomorrow = make_published("Ipogeo, tomorrow's", about=[scene.team], at=timezone.now() + timedelta(days=1))
    withdrawn = actions.withdraw(make_published("Ipogeo, withdrawn", about=[scene.team]), by=None)

    answers = [client.get(story.get_absolute_url()) for story in (draft, tomorrow, withdrawn)]

    assert [answer.status_code for answer in answers] == [404, 404, 410]
    assert not any("ipogeo" in answer.content.decode().lower() for answer in answers)

"""What search engines are told of: every page worth finding, and nothing that is not."""

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest
import time_machine
from django.utils import timezone

from articles import actions
from articles.models import Image
from newsroom import sitemaps
from tests.making import make_appearance, make_article, make_match, make_person, make_published, make_team

pytestmark = pytest.mark.django_db

NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
    "i": "http://www.google.com/schemas/sitemap-image/1.1",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
}
SECTIONS = ("front", "articles", "teams", "people", "matches", "competitions", "publishers", "topics", "authors")
NOW = datetime(2025, 11, 6, 8, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _all_in_one_file(monkeypatch):
    """However many rows earlier tests have made and thrown away."""
    monkeypatch.setattr(sitemaps, "BLOCK", 10**9)


def read(client, address):
    answer = client.get(address)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/xml")
    return ElementTree.fromstring(answer.content)  # noqa: S314


def places(client, address):
    """(address, time of change) of each entry."""
    rows = read(client, address)
    found = [(row.findtext("s:loc", "", NAMES), row.findtext("s:lastmod", "", NAMES)) for row in rows]
    return [(place.removeprefix("http://testserver"), time) for place, time in found]


def addresses(client, section):
    return [place for place, _time in places(client, f"/sitemaps/{section}-0.xml")]


def test_the_index_names_a_file_for_every_kind_of_page(client):
    match = make_match("Inter 2-1 Kairat Almaty")
    make_appearance(match, "Lautaro Martínez", 10)
    make_published(about=[match])

    files = [place for place, _time in places(client, "/sitemap.xml")]

    expected = ("front", "articles", "teams", "people", "matches", "competitions", "publishers")
    assert files == [f"/sitemaps/{section}-0.xml" for section in expected]
    for file in files:
        assert places(client, file)


def test_a_story_is_told_of_at_its_own_address_with_its_last_change_and_its_picture(client):
    image = Image.objects.create(
        file="pictures/goal.png", alt_text="Il gol", credit="Terzo Tempo", width=1600, height=900, made_for="0.5x0.5"
    )
    with time_machine.travel(NOW, tick=False) as clock:
        story = make_published(image=image, at=NOW - timedelta(hours=1))
        other = make_published("Story", language="en", at=NOW - timedelta(hours=1))
        clock.shift(timedelta(hours=1))
        actions.revise(story, by=None, body="<p>Nuovo.</p>")

        found = places(client, "/sitemaps/articles-0.xml")
        picture = read(client, "/sitemaps/articles-0.xml").find("s:url/i:image/i:loc", NAMES).text

    assert found == [
        (story.get_absolute_url(), "2025-11-06T09:00:00Z"),
        (other.get_absolute_url(), "2025-11-06T07:00:00Z"),
    ]
    assert picture == "http://testserver/media/sizes/pictures/goal.png/0.5x0.5/wide-1200.jpg"


def test_copies_drafts_and_stories_to_come_are_not_told_of(client):
    make_article("Bozza")
    make_published("Copia", canonical_policy="noindex")
    make_published("Altrove", canonical_policy="original", source_url="https://partner.example/altrove/")
    make_published("Domani", topics=["Segreto"], at=timezone.now() + timedelta(days=1))
    actions.withdraw(make_published("Ritirata", topics=["Ritiro"]), by=None)

    assert addresses(client, "articles") == []
    assert places(client, "/news-sitemap.xml") == []
    assert addresses(client, "topics") == []


def test_a_page_of_facts_names_its_twin_in_the_other_edition(client):
    make_match("Inter 2-1 Kairat Almaty")

    [page, *_others] = read(client, "/sitemaps/teams-0.xml")

    links = [(link.get("hreflang"), link.get("href")) for link in page.findall("x:link", NAMES)]
    assert links == [
        ("it", "http://testserver/it/teams/inter/"),
        ("en", "http://testserver/en/teams/inter/"),
        ("x-default", "http://testserver/it/teams/inter/"),
    ]


def test_pages_with_neither_match_nor_story_are_thin_and_left_out(client):
    make_team("Lazio")
    make_person("Cristian Chivu")
    make_published("Dove", about=[make_team("Napoli")], topics=["Mercato"])

    assert addresses(client, "teams") == ["/it/teams/napoli/"]
    assert addresses(client, "people") == []
    assert addresses(client, "topics") == ["/it/topics/mercato/"]


def test_a_page_has_changed_with_its_matches_or_its_stories_whichever_came_last(client):
    with time_machine.travel(NOW, tick=False) as clock:
        make_match("Inter 2-1 Kairat Almaty")
        clock.shift(timedelta(hours=1))
        make_published(about=[make_team("Inter")], at=NOW)

        times = dict(places(client, "/sitemaps/teams-0.xml"))

    assert times == {
        "/it/teams/inter/": "2025-11-06T09:00:00Z",
        "/en/teams/inter/": "2025-11-06T08:00:00Z",
        "/it/teams/kairat-almaty/": "2025-11-06T08:00:00Z",
        "/en/teams/kairat-almaty/": "2025-11-06T08:00:00Z",
    }


def test_rows_are_divided_by_their_numbers(client, monkeypatch):
    monkeypatch.setattr(sitemaps, "BLOCK", 2)
    stories = [make_published(f"Storia {n}") for n in range(3)]

    files = [place for place, _time in places(client, "/sitemap.xml") if "articles" in place]
    found = [place for file in files for place, _time in places(client, file)]

    assert len(files) == 2
    assert found == [story.get_absolute_url() for story in stories]


def test_the_news_are_those_of_the_last_two_days(client):
    with time_machine.travel(NOW, tick=False):
        make_published("Vecchia", at=NOW - timedelta(days=2, seconds=1))
        story = make_published("L'altro ieri & oggi", at=NOW - timedelta(days=2) + timedelta(seconds=1))

        [entry] = read(client, "/news-sitemap.xml")

    assert entry.findtext("s:loc", "", NAMES) == f"http://testserver{story.get_absolute_url()}"
    assert entry.findtext("n:news/n:publication/n:name", "", NAMES) == "Terzo Tempo"
    assert entry.findtext("n:news/n:publication/n:language", "", NAMES) == "it"
    assert entry.findtext("n:news/n:publication_date", "", NAMES) == "2025-11-04T08:00:01Z"
    assert entry.findtext("n:news/n:title", "", NAMES) == "L'altro ieri & oggi"


def test_the_news_change_when_a_story_becomes_too_old(client):
    with time_machine.travel(NOW, tick=False) as clock:
        make_published("Vecchia", at=NOW - timedelta(days=2) + timedelta(minutes=1))
        before = client.get("/news-sitemap.xml")
        clock.shift(timedelta(minutes=2))

        after = client.get("/news-sitemap.xml", headers={"if-none-match": before.headers["ETag"]})

    assert after.status_code == 200
    assert after.headers["Last-Modified"] == "Thu, 06 Nov 2025 08:01:00 GMT"


@pytest.mark.parametrize("count", [1, 3])
def test_a_sitemap_costs_the_same_however_much_it_holds(client, django_assert_num_queries, count):
    for n in range(count):
        match = make_match(f"Inter 2-1 Squadra {n}")
        make_appearance(match, f"Giocatore {n}", 10)
        make_published(f"Storia {n}", about=[match], topics=[f"Tema {n}"])

    prices = {"/sitemap.xml": 10, "/news-sitemap.xml": 3, "/sitemaps/front-0.xml": 4, "/sitemaps/articles-0.xml": 3}
    prices |= {f"/sitemaps/{section}-0.xml": 4 for section in SECTIONS[2:]}
    for address, price in prices.items():
        with django_assert_num_queries(price):
            answer = client.get(address)
        with django_assert_num_queries(2):
            again = client.get(address, headers={"if-none-match": answer.headers["ETag"]})
        assert again.status_code == 304


@pytest.mark.parametrize("address", ["/sitemap.xml", "/news-sitemap.xml", *(f"/sitemaps/{name}-0.xml" for name in SECTIONS)])
def test_an_empty_paper_has_sitemaps_too(client, address):
    assert read(client, address).tag.startswith("{http://www.sitemaps.org/")


def test_a_sitemap_is_the_same_for_readers_of_every_language(client):
    answers = [client.get("/sitemap.xml", headers={"accept-language": language}) for language in ("it", "en")]

    assert [answer.headers["Vary"] for answer in answers] == ["Accept-Encoding"] * 2
    assert answers[0].headers["ETag"] == answers[1].headers["ETag"]


def test_a_section_that_there_is_not_is_not_found(client):
    assert client.get("/sitemaps/secrets-0.xml").status_code == 404


def test_robots_are_sent_to_the_sitemaps_and_kept_from_the_desk(client):
    answer = client.get("/robots.txt")

    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /*/search/",
        "",
        "Sitemap: http://testserver/sitemap.xml",
        "Sitemap: http://testserver/news-sitemap.xml",
    ]

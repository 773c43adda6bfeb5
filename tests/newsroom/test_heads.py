"""What every kind of page tells machines in its head."""

import json
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser

import pytest
from django.utils import timezone

from articles import actions
from articles.models import Author, Image
from tests.making import make_article, make_goal, make_match, make_person, make_published, make_publisher, make_spell, make_team

pytestmark = pytest.mark.django_db

SITE = "http://testserver"


class Head(HTMLParser):
    """The title, the metas, the links and the graph of a page."""

    def __init__(self, text):
        super().__init__()
        self.metas, self.links, self.graph, self.within = {}, [], "", ""
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "meta" and (name := attributes.get("name") or attributes.get("property")):
            self.metas.setdefault(name, []).append(attributes["content"])
        if tag == "link":
            self.links.append(attributes)
        self.within = attributes.get("type", "") if tag == "script" else ""

    def handle_data(self, data):
        if self.within == "application/ld+json":
            self.graph += data

    def hrefs(self, **wanted):
        return [link["href"] for link in self.links if wanted.items() <= link.items()]

    @property
    def editions(self):
        return {link["hreflang"]: link["href"] for link in self.links if "hreflang" in link}

    @property
    def nodes(self):
        return [node["@type"] for node in json.loads(self.graph)["@graph"]]


def head_of(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status
    return Head(answer.content.decode())


@pytest.fixture
def match():
    match = make_match("Inter 2-1 Kairat Almaty")
    goal = make_goal(match, "Lautaro Martínez", 45)
    make_spell("Lautaro Martínez", "Inter", shirt=10)
    author = Author.objects.create(name="Anna Bianchi", slug="anna-bianchi")
    make_published("Il gol", about=[match, goal], authors=[author], topics=["Mercato"])
    return match


PAGES = {
    "/": ["WebSite", "NewsMediaOrganization"],
    "/teams/inter/": ["SportsTeam", "BreadcrumbList"],
    "/players/lautaro-martinez/": ["Person", "BreadcrumbList"],
    "/matches/inter-kairat-almaty-2025-11-05/": ["SportsEvent", "BreadcrumbList"],
    "/competitions/champions-league/2025-26/": ["EventSeries", "BreadcrumbList"],
    "/publishers/inter-news-24/": ["NewsMediaOrganization", "BreadcrumbList"],
    "/authors/anna-bianchi/": ["ProfilePage", "BreadcrumbList"],
    "/topics/mercato/": ["BreadcrumbList"],
    "/news/": ["BreadcrumbList"],
    "/teams/": ["BreadcrumbList"],
    "/matches/": ["BreadcrumbList"],
    "/competitions/": ["BreadcrumbList"],
    "/publishers/": ["BreadcrumbList"],
    "/about/": ["BreadcrumbList"],
}
ONCE = ("description", "robots", "og:type", "og:title", "og:description", "og:url", "og:image", "og:image:alt", "twitter:card")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_once_what_it_is_and_where_its_twin_is(client, match, page):
    head = head_of(client, f"/en{page}")

    assert {name: len(head.metas.get(name, [])) for name in ONCE} == dict.fromkeys(ONCE, 1)
    assert head.hrefs(rel="canonical") == head.metas["og:url"] == [f"{SITE}/en{page}"]
    assert head.editions == {"it": f"{SITE}/it{page}", "en": f"{SITE}/en{page}", "x-default": f"{SITE}/it{page}"}
    assert head.metas["og:locale"] == ["en_GB"]
    assert head.nodes == PAGES[page]


@pytest.mark.parametrize(
    ("page", "feed"),
    [
        ("/teams/inter/", "/teams/inter/"),
        ("/players/lautaro-martinez/", "/players/lautaro-martinez/"),
        ("/matches/inter-kairat-almaty-2025-11-05/", "/matches/inter-kairat-almaty-2025-11-05/"),
        ("/competitions/champions-league/2025-26/", "/competitions/champions-league/"),
        ("/publishers/inter-news-24/", "/publishers/inter-news-24/"),
        ("/topics/mercato/", "/topics/mercato/"),
        ("/authors/anna-bianchi/", "/authors/anna-bianchi/"),
    ],
)
def test_a_page_names_its_own_feeds_before_those_of_the_paper(client, match, page, feed):
    head = head_of(client, f"/it{page}")

    assert head.hrefs(type="application/rss+xml") == [f"/it{feed}feed.rss", "/it/feed.rss"]
    assert head.hrefs(type="application/atom+xml") == [f"/it{feed}feed.atom", "/it/feed.atom"]
    assert head.hrefs(type="application/feed+json") == [f"/it{feed}feed.json", "/it/feed.json"]
    titles = [link["title"] for link in head.links if link.get("rel") == "alternate" and "title" in link]
    assert len(titles) == len(set(titles))


def test_teams_and_competitions_name_their_calendars(client, match):
    assert head_of(client, "/it/teams/inter/").hrefs(type="text/calendar") == ["/it/teams/inter/fixtures.ics"]
    season = head_of(client, "/it/competitions/champions-league/2025-26/")
    assert season.hrefs(type="text/calendar") == ["/it/competitions/champions-league/fixtures.ics"]


def test_a_story_tells_when_by_whom_and_about_what(client):
    image = Image.objects.create(
        file="pictures/gol.png", alt_text="Il gol", credit="Anna Rossi", width=1600, height=900, made_for="0.5x0.5"
    )
    author = Author.objects.create(name="Anna Bianchi", slug="anna-bianchi")
    story = make_published(
        "Il gol", at=datetime(2025, 11, 5, 23, 30, tzinfo=UTC), image=image, authors=[author], topics=["Mercato"],
        publisher=make_publisher("Terzo Tempo", kind="own"), standfirst="Il capitano segna.", about=[make_team("Inter")],
    )  # fmt: skip

    head = head_of(client, story.get_absolute_url())

    assert head.metas["og:type"] == ["article"]
    assert head.metas["description"] == ["Il capitano segna."]
    assert head.metas["article:published_time"] == ["2025-11-06T00:30:00+01:00"]
    assert head.metas["article:tag"] == ["Mercato"]
    assert head.metas["article:author"] == [f"{SITE}/it/authors/anna-bianchi/"]
    assert head.metas["og:image"] == [f"{SITE}/media/sizes/pictures/gol.png/0.5x0.5/card-1200.jpg"]
    assert (head.metas["og:image:width"], head.metas["og:image:height"]) == (["1200"], ["630"])
    assert head.metas["robots"] == ["max-image-preview:large"]
    assert head.nodes == ["NewsArticle", "BreadcrumbList"]


def test_a_story_has_no_twin_in_the_other_edition(client):
    assert head_of(client, make_published().get_absolute_url()).editions == {}


def test_a_copy_asks_search_engines_to_leave_it_out(client):
    story = make_published(canonical_policy="noindex")

    head = head_of(client, story.get_absolute_url())

    assert head.metas["robots"] == ["noindex, max-image-preview:large"]
    assert head.hrefs(rel="canonical") == [f"{SITE}{story.get_absolute_url()}"]


def test_a_copy_may_point_to_its_original(client):
    story = make_published(canonical_policy="original", source_url="https://partner.example/gol/")

    head = head_of(client, story.get_absolute_url())

    assert head.hrefs(rel="canonical") == head.metas["og:url"] == ["https://partner.example/gol/"]


def test_what_is_not_published_is_in_no_head(client, match):
    make_article("Bozza segreta", about=[match, make_person("Cristian Chivu")])
    make_published("Domani segreto", about=[match], at=timezone.now() + timedelta(days=1))

    for page in PAGES:
        assert "segret" not in head_of(client, f"/it{page}").graph


def test_a_page_that_is_not_for_search_engines_says_so(client):
    story = actions.withdraw(make_published(), by=None)

    gone = head_of(client, story.get_absolute_url(), status=410)

    assert gone.metas["robots"] == ["noindex"]
    assert gone.graph == ""
    assert gone.hrefs(rel="canonical") == []


def test_a_headline_cannot_break_out_of_the_head(client):
    story = make_published('</script><script>alert("1")</script>', slug="titolo")

    head = head_of(client, story.get_absolute_url())

    assert head.metas["og:title"] == ['</script><script>alert("1")</script>']
    assert json.loads(head.graph)["@graph"][0]["headline"] == '</script><script>alert("1")</script>'

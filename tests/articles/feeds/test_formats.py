"""A story as RSS, Atom and JSON Feed say it, read by a client library."""

import json
from datetime import UTC, datetime
from xml.etree import ElementTree

import feedparser
import pytest

from articles.models import Author, Image
from tests.making import make_article, make_goal, make_match, make_person, make_published, make_publisher, make_team

pytestmark = pytest.mark.django_db

FORMATS = ("rss", "atom", "json")
PUBLISHED = datetime(2025, 11, 5, 23, 30, tzinfo=UTC)
TAG = "tag:terzotempo.example,2025"


def parsed(client, address):
    """Entries by one shape, whatever the format."""
    answer = client.get(address)
    assert answer.status_code == 200
    if "feed.json" in address:
        return json.loads(answer.content)
    document = feedparser.parse(answer.content, response_headers={"content-type": answer.headers["Content-Type"]})
    assert not document.bozo, document.get("bozo_exception")
    return document


def make_partner_story(**fields):
    partner = make_publisher("Inter News 24", site_url="https://inter.example/", feed_url="https://inter.example/feed/")
    image = Image.objects.create(
        file="pictures/lautaro.jpeg",
        alt_text="Lautaro esulta",
        credit="Anna Rossi",
        caption="Il gol",
        width=1600,
        height=900,
        made_for="0.5x0.5",
    )
    told = {
        "publisher": partner,
        "partner": "Yahoo sports",
        "source_url": "https://inter.example/lautaro/",
        "image": image,
        "standfirst": "Il capitano torna al gol.",
        "body": '<p>Il <a href="/it/teams/inter/">capitano</a> segna.</p><h2>Dopo</h2><table><tr><td>1</td></tr></table>',
        "authors": [Author.objects.create(name="Anna Bianchi", slug="anna-bianchi")],
        **fields,
    }
    return make_published("Inter & Kairat: «2-1», D'Aversa", at=PUBLISHED, **told)


def test_rss_tells_the_whole_story(client):
    story = make_partner_story()

    feed = parsed(client, "/it/feed.rss")

    assert feed.version == "rss20"
    assert (feed.feed.title, feed.feed.language, feed.feed.link) == ("Terzo Tempo", "it", "http://testserver/it/")
    [entry] = feed.entries
    assert (entry.id, entry.guidislink) == (f"{TAG}:article/{story.pk}", False)
    assert entry.link == f"http://testserver{story.get_absolute_url()}"
    assert entry.title == "Inter & Kairat: «2-1», D'Aversa"
    assert entry.summary == "Il capitano torna al gol."
    assert entry.published == "Wed, 05 Nov 2025 23:30:00 GMT"
    assert entry.updated == "2025-11-05T23:30:00Z"
    assert entry.author == "Anna Bianchi"
    assert entry.source == {"href": "https://inter.example/feed/", "title": "Inter News 24"}


def test_atom_tells_the_same(client):
    story = make_partner_story()

    feed = parsed(client, "/it/feed.atom")

    assert feed.version == "atom10"
    assert feed.feed.id == f"{TAG}:feed/front/0/it"
    [entry] = feed.entries
    assert entry.id == f"{TAG}:article/{story.pk}"
    assert entry.title == "Inter & Kairat: «2-1», D'Aversa"
    assert (entry.published, entry.updated) == ("2025-11-05T23:30:00Z", "2025-11-05T23:30:00Z")
    assert entry.author_detail == {"name": "Anna Bianchi", "href": "http://testserver/it/authors/anna-bianchi/"}
    assert (entry.source.id, entry.source.title) == ("https://inter.example/feed/", "Inter News 24")
    assert [link.href for link in entry.links if link.rel == "via"] == ["https://inter.example/lautaro/"]


def test_json_tells_the_same(client):
    story = make_partner_story()

    feed = parsed(client, "/it/feed.json")

    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert (feed["home_page_url"], feed["feed_url"]) == ("http://testserver/it/", "http://testserver/it/feed.json")
    [item] = feed["items"]
    assert item["id"] == f"{TAG}:article/{story.pk}"
    assert item["external_url"] == "https://inter.example/lautaro/"
    assert item["authors"] == [{"name": "Anna Bianchi", "url": "http://testserver/it/authors/anna-bianchi/"}]
    assert (item["date_published"], item["date_modified"]) == ("2025-11-05T23:30:00Z", "2025-11-05T23:30:00Z")
    assert item["image"] == "http://testserver/media/sizes/pictures/lautaro.jpeg/0.5x0.5/wide-1200.jpg"


def test_every_format_carries_the_same_text(client):
    make_partner_story()

    rss = parsed(client, "/it/feed.rss").entries[0].content[0].value
    atom = parsed(client, "/it/feed.atom").entries[0].content[0].value
    plain = parsed(client, "/it/feed.json")["items"][0]["content_html"]

    assert rss == atom
    assert '<p>Il <a href="http://testserver/it/teams/inter/">capitano</a> segna.</p><h2>Dopo</h2>' in plain
    assert "<table><tbody><tr><td>1</td></tr></tbody></table>" in plain
    assert 'alt="Lautaro esulta"><figcaption>Il gol ' in plain
    assert "Anna Rossi" in plain
    assert '<a href="https://inter.example/lautaro/">Inter News 24</a>' in plain
    assert "Yahoo sports" in plain


def test_the_picture_comes_with_its_measures_and_its_credit(client):
    make_partner_story()

    [entry] = parsed(client, "/it/feed.rss").entries

    [picture] = entry.media_content
    assert picture["url"] == "http://testserver/media/sizes/pictures/lautaro.jpeg/0.5x0.5/wide-1200.jpg"
    assert {**picture, "url": ""} == {"url": "", "medium": "image", "type": "image/jpeg", "width": "1200", "height": "675"}
    assert entry.media_credit[0]["content"] == "Anna Rossi"


def test_the_summary_stands_before_the_text(client):
    make_partner_story()

    item = ElementTree.fromstring(client.get("/it/feed.rss").content).find("channel/item")  # noqa: S314

    tags = [child.tag.rpartition("}")[2] for child in item]
    assert tags.index("description") < tags.index("encoded")


def test_what_a_story_is_about_comes_as_categories_each_with_its_scheme(client):
    match = make_match("Inter 2-1 Kairat Almaty")
    goal = make_goal(match, "Lautaro Martínez", 45)
    make_published(about=[match, goal], mentions=[make_person("Cristian Chivu")], topics=["Mercato"])

    terms = [(term.scheme, term.term, term.label) for term in parsed(client, "/it/feed.atom").entries[0].tags]

    assert terms == [
        ("http://testserver/it/teams/", "inter", "Inter"),
        ("http://testserver/it/teams/", "kairat-almaty", "Kairat Almaty"),
        ("http://testserver/it/players/", "lautaro-martinez", "Lautaro Martínez"),
        ("http://testserver/it/competitions/", "champions-league", "Champions League"),
        ("http://testserver/it/topics/", "mercato", "Mercato"),
    ]


def test_json_names_the_rows_that_a_story_is_about(client):
    match = make_match("Inter 2-1 Kairat Almaty")
    goal = make_goal(match, "Lautaro Martínez", 45)
    make_published(about=[match], mentions=[goal])

    about = parsed(client, "/it/feed.json")["items"][0]["_sport"]["about"]

    page = "http://testserver/it/matches/inter-kairat-almaty-2025-11-05/"
    assert about["matches"] == [{"id": f"{TAG}:match/{match.pk}", "url": page, "name": "Inter - Kairat Almaty"}]
    assert [row["id"] for row in about["teams"]] == [f"{TAG}:team/{match.home_id}", f"{TAG}:team/{match.away_id}"]
    assert [(row["id"], row["url"]) for row in about["events"]] == [(f"{TAG}:event/{goal.pk}", f"{page}events/{goal.pk}/")]


def test_a_story_of_our_own_has_no_source_and_its_publisher_signs_where_nobody_does(client):
    make_published(publisher=make_publisher("Terzo Tempo", kind="own"), body="<p>Testo.</p>")

    [entry] = parsed(client, "/it/feed.rss").entries

    assert "source" not in entry
    assert entry.author == "Terzo Tempo"
    assert entry.content[0].value == "<p>Testo.</p>"


def test_the_opening_stands_in_for_a_missing_standfirst(client):
    make_published(body=f"<p>Primo <em>capoverso</em> &amp; via. {'parola ' * 60}</p><p>Secondo.</p>")

    [item] = parsed(client, "/it/feed.json")["items"]

    assert item["summary"].startswith("Primo capoverso & via. parola")
    assert item["summary"].endswith("parola…")
    assert len(item["summary"]) <= 300


def test_the_summary_is_html_in_rss_and_text_elsewhere(client):
    make_published(standfirst="Inter & Kairat: 2 < 3")

    assert b"<description>Inter &amp;amp; Kairat: 2 &amp;lt; 3</description>" in client.get("/it/feed.rss").content
    assert b"<summary>Inter &amp; Kairat: 2 &lt; 3</summary>" in client.get("/it/feed.atom").content
    assert parsed(client, "/it/feed.json")["items"][0]["summary"] == "Inter & Kairat: 2 < 3"


@pytest.mark.parametrize("format", FORMATS)
def test_characters_that_xml_forbids_do_not_break_a_feed(client, format):
    make_published("Titolo\x0b rotto", slug="titolo", body="<p>Testo\x00\x08 rotto.</p>".replace("\x00", ""))

    feed = parsed(client, f"/it/feed.{format}")

    entries = feed["items"] if format == "json" else feed.entries
    assert len(entries) == 1


def test_each_edition_has_its_own_feed(client):
    make_published("Storia", language="it")
    make_published("Story", language="en")

    italian, english = parsed(client, "/it/feed.rss"), parsed(client, "/en/feed.rss")

    assert [entry.title for entry in italian.entries] == ["Storia"]
    assert [entry.title for entry in english.entries] == ["Story"]
    assert (italian.feed.language, english.feed.language) == ("it", "en")


@pytest.mark.parametrize("format", FORMATS)
def test_what_is_not_published_is_in_no_feed(client, format):
    match = make_match("Inter 2-1 Kairat Almaty")
    make_article("Bozza", about=[match])
    make_published("Domani", about=[match], at=datetime(2199, 1, 1, tzinfo=UTC))

    for address in (f"/it/feed.{format}", f"/it/teams/inter/feed.{format}", f"/it/matches/{match.slug}/feed.{format}"):
        feed = parsed(client, address)
        assert (feed["items"] if format == "json" else feed.entries) == []


@pytest.mark.parametrize("format", FORMATS)
def test_a_feed_names_its_own_address(client, format):
    make_team("Inter")

    feed = parsed(client, f"/en/teams/inter/feed.{format}?utm_source=x")

    address = f"http://testserver/en/teams/inter/feed.{format}"
    if format == "json":
        assert (feed["title"], feed["feed_url"], feed["home_page_url"]) == (
            "Inter – Terzo Tempo", address, "http://testserver/en/teams/inter/",
        )  # fmt: skip
    else:
        assert feed.feed.title == "Inter – Terzo Tempo"
        assert [link.href for link in feed.feed.links if link.rel == "self"] == [address]
        assert feed.feed.link == "http://testserver/en/teams/inter/"


@pytest.mark.parametrize("address", ["/it/feed.xml", "/it/teams/nobody/feed.rss", "/it/feed.rss?before=yesterday"])
def test_a_feed_that_there_is_not_is_not_found(client, address):
    assert client.get(address).status_code == 404

"""Stories in the words of schema.org."""

import json
from datetime import UTC, datetime

import pytest

from articles import jsonld
from articles.models import Article, Author, Image
from teams.jsonld import script
from tests.making import make_goal, make_match, make_person, make_published, make_publisher, make_team

pytestmark = pytest.mark.django_db

PUBLISHED = datetime(2025, 11, 5, 23, 30, tzinfo=UTC)


def node(story, facts=()):
    row = Article.objects.for_page().get(pk=story.pk)
    return json.loads(script([jsonld.article(row, facts)]))["@graph"][0]


def test_a_story_of_our_own_says_who_wrote_it_when_and_for_whom():
    author = Author.objects.create(name="Anna Bianchi", slug="anna-bianchi")
    story = make_published(
        "Il gol", at=PUBLISHED, kind="report", authors=[author], publisher=make_publisher("Terzo Tempo", kind="own"),
        standfirst="Il capitano segna.", topics=["Mercato"],
    )  # fmt: skip

    made = node(story)

    assert (made["@type"], made["headline"], made["inLanguage"]) == ("NewsArticle", "Il gol", "it")
    assert made["mainEntityOfPage"] == f"http://testserver/it/news/il-gol-{story.pk}/"
    assert (made["datePublished"], made["dateModified"]) == ("2025-11-06T00:30:00+01:00", "2025-11-06T00:30:00+01:00")
    assert [(who["@type"], who["name"], who["url"]) for who in made["author"]] == [
        ("Person", "Anna Bianchi", "http://testserver/it/authors/anna-bianchi/")
    ]
    assert made["publisher"]["name"] == "Terzo Tempo"
    assert made["keywords"] == ["Mercato"]
    assert not {"isBasedOn", "sourceOrganization", "copyrightHolder", "creditText", "image", "citation"} & set(made)


def test_a_partners_story_names_the_partner_the_original_and_what_it_cites():
    partner = make_publisher("Inter News 24", site_url="https://inter.example/")
    story = make_published(publisher=partner, source_url="https://inter.example/lautaro/", citations=["la Repubblica"])

    made = node(story)

    assert made["isBasedOn"] == "https://inter.example/lautaro/"
    assert made["sourceOrganization"]["name"] == made["copyrightHolder"]["name"] == made["creditText"] == "Inter News 24"
    assert [who["name"] for who in made["author"]] == ["Inter News 24"]
    assert made["citation"] == [{"@type": "CreativeWork", "name": "la Repubblica"}]


def test_the_picture_comes_in_three_shapes_each_with_its_credit():
    image = Image.objects.create(
        file="pictures/gol.png", alt_text="Il gol", credit="Anna Rossi", width=1600, height=900, made_for="0.5x0.5"
    )

    made = node(make_published(image=image))

    assert [shape["creditText"] for shape in made["image"]] == ["Anna Rossi"] * 3
    assert len({shape["url"] for shape in made["image"]}) == 3


def test_what_it_is_about_is_named_by_the_ids_of_those_pages():
    match = make_match("Inter 2-1 Kairat Almaty")
    goal = make_goal(match, "Lautaro Martínez", 45)
    facts = [(make_team("Inter"), "about"), (match, "about"), (goal, "about"), (make_person("Cristian Chivu"), "mentions")]

    made = node(make_published(), facts)

    page = "http://testserver/it/matches/inter-kairat-almaty-2025-11-05/"
    assert [thing["@id"] for thing in made["about"]] == [
        "http://testserver/it/teams/inter/#team", f"{page}#event", f"{page}events/{goal.pk}/#event",
    ]  # fmt: skip
    assert [thing["name"] for thing in made["mentions"]] == ["Cristian Chivu"]

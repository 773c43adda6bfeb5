"""Story files: what is read out of them, and what is said of a line that is wrong."""

from datetime import datetime

import pytest

from articles.importers.records import EventReference, Reference
from articles.importers.story_file import read_pictures, read_publishers, read_story
from teams.importers.records import Place, Refused

TOLD = """---
provenance: Written for this test.
headline: "Tre a uno: la Roma passa"
language: it
kind: report
publisher: terzo-tempo
published: 2026-03-16 22:45
authors: [ada-neri]
topics: [cronache, VAR]
cites: [la Repubblica]
about:
  - team: roma
  - {event: roma-lazio-2026-03-16, minute: 45+2, kind: goal, person: paulo-dybala}
mentions:
  - {event: roma-lazio-2026-03-16, kind: yellow}
---
Prima riga
della stessa frase.

## Dopo l’intervallo

Un **rigore** e *poco* altro.
"""


def read(text=TOLD, file="stories/roma-passa.md"):
    return read_story(text.encode(), file)


def refused(text):
    with pytest.raises(Refused) as error:
        read(text)
    return str(error.value)


def test_a_story_is_read_with_its_times_names_and_text():
    story = read()

    assert (story.name, story.slug, story.headline) == ("roma-passa", "roma-passa", "Tre a uno: la Roma passa")
    assert (story.published, story.modified) == (datetime(2026, 3, 16, 22, 45), None)
    assert (story.authors, story.topics, story.cites) == (("ada-neri",), ("cronache", "VAR"), ("la Repubblica",))
    assert story.body == (
        "<p>Prima riga della stessa frase.</p><h2>Dopo l’intervallo</h2><p>Un <strong>rigore</strong> e <em>poco</em> altro.</p>"
    )


def test_its_references_know_their_role_and_their_line():
    place = "stories/roma-passa.md"

    assert read().links == (
        Reference(Place(place, 12), "team", "roma", "about"),
        EventReference(Place(place, 13), "event", "roma-lazio-2026-03-16", "about", "goal", 45, 2, "paulo-dybala"),
        EventReference(Place(place, 15), "event", "roma-lazio-2026-03-16", "mentions", "yellow", None, 0, None),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("headline: x", "line 1: a story begins with a line of three hyphens"),
        (TOLD.replace("\n---\nPrima", "\nPrima"), "the fields end with a line of three hyphens"),
        (TOLD.replace("provenance: Written for this test.\n", ""), "provenance is missing"),
        (TOLD.replace("kind: report\n", ""), "kind is missing"),
        (TOLD.replace("topics:", "topic:"), "there is no field topic; did you mean topics?"),
        (TOLD.replace("2026-03-16 22:45", "16 marzo"), "published: a time like 2025-11-05 23:10 was expected, not “16 marzo”"),
        (TOLD.replace("45+2", "in the end"), "line 13: minute: 67 or 45+2 was expected, not “in the end”"),
        (TOLD.replace("- team: roma", "- club: roma"), "line 12: name one of team, person, competition, match, event here"),
        (TOLD.replace("- team: roma", "- {team: roma, minute: 3}"), "line 12: there is no field minute"),
        (TOLD[: TOLD.index("Prima")], "the story has no text"),
    ],
)
def test_a_wrong_line_is_refused_with_its_number_and_what_to_write(text, message):
    told = refused(text)

    assert told.startswith("stories/roma-passa.md, line ")
    assert message in told


def test_publishers_come_with_their_authors():
    content = b"""
- slug: terzo-tempo
  name: Terzo Tempo
  kind: own
  canonical: own
  colour: "#00603a"
  authors:
    - {slug: ada-neri, name: Ada Neri, role: Inviata}
"""

    publisher = read_publishers(content, "publishers.yaml")[0]

    assert (publisher.slug, publisher.canonical, publisher.feed_url) == ("terzo-tempo", "own", "")
    assert [(author.slug, author.role) for author in publisher.authors] == [("ada-neri", "Inviata")]


def test_a_picture_needs_alternative_text_and_a_credit():
    picture = b"- {name: rete, file: rete.jpg, alt: A ball in a net, credit: Terzo Tempo, focus: 0.6x0.5}"

    assert read_pictures(picture, "pictures.yaml")[0].focus == "0.6x0.5"
    with pytest.raises(Refused, match="alt is missing"):
        read_pictures(picture.replace(b"alt: A ball in a net, ", b""), "pictures.yaml")

"""A feed says truly whether it has changed: on publication, an edit, a withdrawal, and when a story's time has come."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.conf import settings
from django.core.files.base import ContentFile
from django.utils.http import parse_http_date

from articles import actions
from tests.making import make_article, make_published, make_team

pytestmark = pytest.mark.django_db

NOON = datetime(2025, 11, 6, 12, 0, tzinfo=UTC)


@pytest.fixture
def clock():
    """The morning of 6 November 2025, moved on by hand."""
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def later(clock, seconds=60):
    clock.shift(timedelta(seconds=seconds))


def polled(client, before=None, *, by="tag", address="/it/teams/inter/feed.rss"):
    """What a reader gets who was there before and asks again by tag or by date."""
    headers = {}
    if before is not None:
        name, value = {"tag": ("if-none-match", "ETag"), "date": ("if-modified-since", "Last-Modified")}[by]
        headers = {name: before.headers[value]}
    return client.get(address, headers=headers)


def changes(client, clock, change):
    """Whether a reader notices, by tag and by date, and whether the date rose."""
    before = polled(client)
    assert polled(client, before).status_code == polled(client, before, by="date").status_code == 304
    later(clock)
    change()
    by_tag, by_date = polled(client, before), polled(client, before, by="date")
    rose = parse_http_date(by_tag.headers["Last-Modified"]) > parse_http_date(before.headers["Last-Modified"])
    return (by_tag.status_code, by_date.status_code, rose) == (200, 200, True)


def test_a_first_story_changes_an_empty_feed(client, clock):
    inter = make_team("Inter")

    assert changes(client, clock, lambda: make_published(about=[inter], at=NOON))


def test_an_empty_feed_stays_the_same_from_day_to_day(client, clock):
    make_team("Inter")
    before = polled(client)

    later(clock, 86400)

    assert polled(client).content == before.content
    assert polled(client, before).status_code == 304
    assert polled(client, before, by="date").status_code == 304


def test_an_edit_changes_the_feed_and_not_the_date_of_the_story(client, clock):
    story = make_published(about=[make_team("Inter")], at=NOON - timedelta(hours=1))
    date = b"<pubDate>Thu, 06 Nov 2025 11:00:00 GMT</pubDate>"
    assert date in polled(client).content

    assert changes(client, clock, lambda: actions.revise(story, by=None, body="<p>Nuovo.</p>"))

    now = polled(client).content
    assert date in now
    assert b"<dcterms:modified>2025-11-06T12:01:00Z</dcterms:modified>" in now


def test_withdrawing_the_newest_story_changes_the_feed(client, clock):
    inter = make_team("Inter")
    make_published("Vecchia", about=[inter], at=NOON - timedelta(hours=2))
    newest = make_published("Nuova", about=[inter], at=NOON - timedelta(hours=1))

    assert changes(client, clock, lambda: actions.withdraw(newest, by=None))

    content = polled(client).content.decode()
    assert "Vecchia" in content
    assert "Nuova" not in content


def test_what_is_said_of_a_picture_changes_the_feeds_that_show_it(client, clock):
    file = ContentFile((settings.BASE_DIR / "static" / "logo.png").read_bytes(), name="gol.png")
    image = actions.add_picture(by=None, file=file, alt_text="Il gol", credit="Anna Rossi")
    make_published(about=[make_team("Inter")], image=image, at=NOON - timedelta(hours=1))
    image.credit = "Anna Rossi / Terzo Tempo"

    assert changes(client, clock, lambda: actions.save_picture(image, by=None))


def test_untying_a_story_from_the_team_changes_the_teams_feed(client, clock):
    inter = make_team("Inter")
    story = make_published(about=[inter], at=NOON - timedelta(hours=1))

    assert changes(client, clock, lambda: actions.unlink(story, inter, by=None))


def test_a_story_appears_when_its_time_has_come_though_nobody_touches_it(client, clock):
    make_published("Domani", about=[make_team("Inter")], at=NOON + timedelta(seconds=30))
    assert b"Domani" not in polled(client).content

    assert changes(client, clock, lambda: None)

    assert b"Domani" in polled(client).content


def test_two_changes_within_a_second_are_two_changes(client, clock):
    inter = make_team("Inter")
    story = make_published(about=[inter], at=NOON - timedelta(hours=1))
    actions.revise(story, by=None, headline="Uno")
    before = polled(client)

    actions.revise(story, by=None, headline="Due")

    assert polled(client, before).status_code == 200
    assert polled(client, before, by="date").status_code == 200


def test_what_happens_elsewhere_leaves_a_feed_alone(client, clock):
    make_published(about=[make_team("Inter")], at=NOON - timedelta(hours=1))
    before = polled(client)

    later(clock)
    make_published("Lazio", about=[make_team("Lazio")], at=NOON)
    make_article("Bozza", about=[make_team("Inter")])
    make_published("Story", language="en", about=[make_team("Inter")], at=NOON)

    assert polled(client, before).status_code == 304


def test_the_number_of_a_story_outlives_its_address_and_its_headline(client, clock):
    story = make_published("Prima", about=[make_team("Inter")], at=NOON)
    guid = f'<guid isPermaLink="false">tag:terzotempo.example,2025:article/{story.pk}</guid>'.encode()
    assert guid in polled(client).content

    actions.revise(story, by=None, headline="Poi", slug="poi")

    assert guid in polled(client).content

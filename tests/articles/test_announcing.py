"""Hubs are named in the feeds and told of their changes by the worker, by the address that readers of feeds know."""

import json
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from urllib.error import HTTPError
from urllib.parse import parse_qs

import pytest
import time_machine

from articles import actions, announcing, listing
from articles.models import FeedState
from teams import clock
from tests.making import make_published, make_team

pytestmark = pytest.mark.django_db


class Hub(BaseHTTPRequestHandler):
    """Writes down what it is told, and answers as the test wants."""

    def do_POST(self):
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.server.told.append((form["hub.mode"], form["hub.url"][0]))
        self.send_response(self.server.answer)
        self.end_headers()

    def log_message(self, *args):
        """Quietly."""


@pytest.fixture
def hub(settings):
    server = HTTPServer(("127.0.0.1", 0), Hub)
    server.told, server.answer = [], 204
    server.url = f"http://127.0.0.1:{server.server_port}/"
    settings.WEBSUB_HUBS = [server.url]
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def make_round():
    announcing.ask_to_tell_hubs(clock.now(), clock.now())


def told(hub):
    """What the hub was told since it was last asked."""
    addresses = {address for mode, address in hub.told if mode == ["publish"]}
    hub.told.clear()
    return addresses


def test_a_hub_is_told_of_every_feed_that_a_new_story_stands_in(hub, settings):
    make_published("Inter, il punto", about=[make_team("Inter")])

    make_round()

    front = {f"{settings.SITE_URL}/it/feed.{format}" for format in ("rss", "atom", "json")}
    team = {f"{settings.SITE_URL}/it/teams/inter/feed.{format}" for format in ("rss", "atom", "json")}
    assert front | team < told(hub)


def test_what_was_told_is_not_told_again_and_each_change_is_told_anew(hub):
    story = make_published("Prima")
    make_round()
    told(hub)

    make_round()
    nothing = told(hub)
    actions.withdraw(story, by=None)
    make_round()

    assert nothing == set()
    assert any(address.endswith("/it/feed.rss") for address in told(hub))


def test_a_story_that_waited_is_told_when_it_appears(hub):
    at = clock.now() + timedelta(hours=1)
    story = make_published("Domani", at=at)
    make_round()
    told(hub)

    with time_machine.travel(at + timedelta(seconds=1)):
        listing.raise_those_that_appeared(at - timedelta(minutes=1), clock.now())
        make_round()

    assert story.is_public is False
    assert any(address.endswith("/it/feed.rss") for address in told(hub))


def test_a_correction_is_told_with_the_front(hub):
    story = make_published("Prima")
    make_round()
    told(hub)

    actions.correct(story, note="Il gol è di Lautaro.", by=None, headline="Dopo")
    make_round()

    assert any(address.endswith("/it/corrections/feed.atom") for address in told(hub))


def test_a_hub_that_refuses_fails_its_task_which_is_then_tried_again(hub):
    hub.answer = 503

    with pytest.raises(HTTPError):
        announcing.tell(hub.url, "https://www.example.org/it/feed.rss")


def test_nobody_is_told_where_no_hub_is_named(settings):
    make_published("Prima")

    make_round()

    assert set(FeedState.objects.values_list("announced_at", flat=True)) == {None}


def test_a_list_whose_row_is_gone_has_no_feeds_any_more():
    assert announcing.topics("team", 999, "it") == []


@pytest.mark.parametrize("page", ["/it/feed.{}", "/it/corrections/feed.{}"])
def test_a_feed_names_its_hubs_and_itself_in_its_headers_and_in_its_text(client, hub, settings, page):
    make_published("Prima")
    rss, atom, feed = (client.get(page.format(format)) for format in ("rss", "atom", "json"))

    assert rss.headers["Link"] == f'<{hub.url}>; rel="hub", <{settings.SITE_URL}{page.format("rss")}>; rel="self"'
    assert f'<atom:link rel="hub" href="{hub.url}"' in rss.content.decode()
    assert f'<link rel="hub" href="{hub.url}"' in atom.content.decode()
    assert json.loads(feed.content)["hubs"] == [{"type": "WebSub", "url": hub.url}]


def test_a_feed_is_another_once_a_hub_is_named(client, settings):
    make_published("Prima")
    before = client.get("/it/feed.rss")

    settings.WEBSUB_HUBS = ["https://hub.example.org/"]
    after = client.get("/it/feed.rss", headers={"if-none-match": before.headers["ETag"]})

    assert "Link" not in before.headers
    assert after.status_code == 200

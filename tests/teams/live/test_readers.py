"""While a match is played its page asks for what has changed, cheaply, and a cache between may answer for many."""

import re
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from teams import actions, clock, night
from teams.live.console import Reading
from tests.making import make_match, make_person, make_published, make_stage

pytestmark = pytest.mark.django_db
NINE = datetime(2025, 11, 5, 20, 0, tzinfo=UTC)


@pytest.fixture
def match():
    with clock.at(NINE):
        return night.start(make_match("Inter v Kairat Almaty", stage=make_stage("Serie A")), by=None)


def score(match, person="Lautaro Martínez"):
    return night.enter_event(match, Reading("goal", "1", 20, 0, "home", make_person(person).pk), entry=uuid4(), by=None)


def ask(client, match, at=NINE + timedelta(minutes=20, seconds=30), language="it", **headers):
    with clock.at(at):
        return client.get(f"/{language}/matches/{match.slug}/live/", headers=headers)


def test_it_may_be_kept_by_a_shared_cache_for_five_seconds(client, match):
    answer = ask(client, match)

    assert answer.headers["Cache-Control"] == "public, max-age=5"
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert "Set-Cookie" not in answer.headers


def test_an_unchanged_match_costs_one_query(client, match, django_assert_num_queries):
    tag = ask(client, match).headers["ETag"]

    with django_assert_num_queries(1):
        answer = ask(client, match, **{"If-None-Match": tag})

    assert (answer.status_code, answer.content) == (304, b"")


def test_what_was_drawn_for_one_reader_is_drawn_for_all(client, match, django_assert_num_queries):
    first = ask(client, match).content

    with django_assert_num_queries(1):
        again = ask(client, match).content

    assert first == again


def test_a_goal_is_there_at_once_in_the_score_the_minutes_and_the_table(client, match):
    tag = ask(client, match).headers["ETag"]
    score(match)

    answer = ask(client, match, **{"If-None-Match": tag})

    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'data-said="Inter 1-0 Kairat Almaty"' in page
    assert set(re.findall(r'data-live="(\w+)"', page)) == {"score", "timeline", "table", "lineups"}
    assert page.count("Martínez") == 2


def test_what_was_undone_is_nowhere(client, match):
    event = score(match)
    night.undo_event(event, by=None)

    told = ask(client, match).content.decode() + client.get(match.get_absolute_url()).content.decode()
    calendar = client.get("/it/teams/inter/fixtures.ics").content.decode()

    assert "Lautaro" not in told
    assert "Inter 1-0 Kairat" not in told + calendar
    assert client.get(f"{match.get_absolute_url()}events/{event.pk}/").status_code == 404


def test_a_cancelled_goal_is_struck_out_and_gone_from_the_score(client, match):
    actions.cancel_event(score(match), reason="VAR", by=None)

    page = ask(client, match).content.decode()

    assert 'data-said="Inter 0-0 Kairat Almaty"' in page
    assert "<s>" in page and "Lautaro" in page


def test_a_story_about_an_event_shows_within_a_minute(client, match):
    event, later = score(match), NINE + timedelta(minutes=22)
    tag = ask(client, match).headers["ETag"]
    with clock.at(NINE + timedelta(minutes=21)):
        make_published("Il gol", at=NINE, about=[event])

    answer = ask(client, match, at=later, **{"If-None-Match": tag})

    assert "Il gol" in answer.content.decode()


def test_each_edition_has_its_own_words(client, match):
    assert ask(client, match, language="en").content != ask(client, match, language="it").content


def every(client, match, at):
    """How often the page of a match asks, in seconds, drawn at that instant; nothing where it does not."""
    with clock.at(at):
        page = client.get(f"/it/matches/{match.slug}/").content.decode()
    return re.findall(r'data-every="(\d+)"', page), "js/live.js" in page


def test_a_page_asks_while_the_match_is_played_and_no_more_when_it_is_over(client, match):
    played = every(client, match, NINE + timedelta(hours=1))
    night.pause(match, "1", by=None)
    night.resume(match, "2", by=None)
    night.finish(match, (0, 0), seen=(0, 0), by=None)

    assert played == (["5"], True)
    assert every(client, match, NINE + timedelta(hours=2)) == ([], False)
    assert 'data-every="0"' in ask(client, match).content.decode()


def test_a_page_opened_before_kickoff_waits_for_it(client):
    soon, far = make_match("Lazio v Napoli", kickoff=NINE), make_match("Roma v Como", kickoff=NINE + timedelta(days=1))

    assert [every(client, row, NINE - timedelta(hours=1)) for row in (soon, far)] == [(["30"], True), ([], False)]


def test_an_address_that_a_match_used_to_have_leads_to_its_new_one(client, match):
    actions.rename(match, "inter-kairat", by=None)

    answer = client.get("/it/matches/inter-kairat-almaty-2025-11-05/live/")

    assert (answer.status_code, answer.headers["Location"]) == (301, "/it/matches/inter-kairat/live/")

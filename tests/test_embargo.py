"""Until its instant nothing that readers can ask for holds a byte of what is under embargo; after it everything does."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from teams import clock, tables
from teams.models import Appearance, Match
from tests.desk import make_login
from tests.making import make_appearance, make_event, make_goal, make_published
from tests.scenes import the_paper
from tests.test_pages import crawl

pytestmark = pytest.mark.django_db

STARTS = ("/it/", "/en/", "/sitemap.xml", "/it/search/?q=inter", "/it/search/?q=squadra")
UNTIL = timezone.now().replace(microsecond=0) + timedelta(minutes=30)
AFTER = UNTIL + timedelta(minutes=1)


@pytest.fixture
def match():
    """A match that ended 7-6 a while ago, with a sheet, a scorer of whom nothing else is told, and a story."""
    scene = the_paper(1)
    match = scene.match
    Match.objects.filter(pk=match.pk).update(
        home_goals=7, away_goals=6, home_formation="9-0-1", attendance=76543, kickoff=timezone.now() - timedelta(hours=3)
    )
    make_appearance(match, "Zeno Zanzibar", 77)
    make_goal(match, "Zeno Zanzibar", 33)
    make_event(match, "red", "Zeno Zanzibar", 34, status="cancelled", reason="zanzibar", decided_at=timezone.now())
    make_published("Un racconto", language="it", about=[match])
    return Match.objects.get(pk=match.pk)


def everything(client, match, at):
    """All that can be reached from anywhere, and the addresses of the match that somebody might guess."""
    own = match.get_absolute_url()
    guessed = [own, f"{own}live/", *(f"{own}events/{pk}/" for pk in match.events.values_list("pk", flat=True))]
    feeds = [f"{own}feed.{format}" for format in ("rss", "atom", "json")]
    with clock.at(at):
        return list(crawl(client, *STARTS, *guessed, *feeds, "/it/teams/inter/fixtures.ics", "/it/matches/"))


def holding(pages, secret):
    return {address for address, _status, text in pages if re.search(secret, text, re.IGNORECASE)}


RESULT = r"(?<![\d-])7(-|–|<span class=\"scorehead-dash\">–</span>)6(?![\d-])|<b>7</b>|76\.543|76,543"
SHEET = r"zanzibar|9-0-1"


def embargo(match, **until):
    Match.objects.filter(pk=match.pk).update(changed_at=timezone.now() - timedelta(hours=1), **until)


def test_what_is_looked_for_is_there_without_an_embargo(client, match):
    pages = everything(client, match, timezone.now())

    assert match.get_absolute_url() in holding(pages, RESULT) & holding(pages, SHEET)
    assert len(holding(pages, RESULT)) > 5
    assert len(holding(pages, SHEET)) > 5


def test_no_answer_holds_a_byte_of_a_result_before_its_instant(client, match):
    embargo(match, result_embargo=UNTIL)

    pages = everything(client, match, UNTIL - timedelta(seconds=1))

    assert (holding(pages, RESULT), holding(pages, SHEET)) == (set(), set())
    assert {status for address, status, _text in pages if "/events/" in address} == {404}
    assert (match.get_absolute_url(), 200) in {(address, status) for address, status, _text in pages}
    assert len(pages) > 20


def test_no_answer_holds_a_byte_of_a_lineup_before_its_instant(client, match):
    match.events.filter(person__slug="zeno-zanzibar").delete()
    embargo(match, lineups_embargo=UNTIL)

    pages = everything(client, match, UNTIL - timedelta(seconds=1))

    assert holding(pages, SHEET) == set()
    assert match.get_absolute_url() in holding(pages, RESULT)


def test_at_its_instant_everything_is_there_and_whoever_asks_again_is_told(client, match):
    embargo(match, result_embargo=UNTIL, lineups_embargo=UNTIL)
    calendar = "/it/teams/inter/fixtures.ics"
    with clock.at(UNTIL - timedelta(seconds=1)):
        before = client.get(calendar).headers

    pages = everything(client, match, AFTER)
    with clock.at(AFTER):
        after = client.get(calendar, headers={"If-None-Match": before["ETag"]})

    assert match.get_absolute_url() in holding(pages, RESULT) & holding(pages, SHEET)
    assert (after.status_code, calendar in holding(pages, RESULT)) == (200, True)
    assert after.headers["Last-Modified"] != before["Last-Modified"]


def test_the_table_counts_a_result_from_its_instant_on(client, match):
    def goals(at):
        with clock.at(at):
            page = client.get(match.stage.season.get_absolute_url())
        return [
            row.goals_for
            for _stage, parts in page.context["tables"]
            for rows in parts
            for row in rows
            if str(row.team) == "Inter"
        ]

    embargo(match, result_embargo=UNTIL)

    assert goals(AFTER)[0] - goals(UNTIL - timedelta(minutes=1))[0] == 7


def test_a_story_about_an_event_waits_for_the_end_of_its_embargo(match):
    embargo(match, result_embargo=UNTIL)
    goal = match.events.get(person__slug="zeno-zanzibar", kind="goal")

    with pytest.raises(ValidationError):
        make_published("Il gol", about=[goal])
    story = make_published("Il gol, dopo", about=[goal], at=UNTIL)

    assert story.status == "published"


def test_the_desk_sees_what_it_keeps(client, match):
    embargo(match, result_embargo=UNTIL, lineups_embargo=UNTIL)
    client.force_login(make_login("Data desk"))

    page = client.get(f"/admin/teams/match/{match.pk}/live/").content.decode()

    assert "7–6" in page and "Zanzibar" in page
    assert Appearance.objects.filter(match=match).exists()
    assert tables.table_of(match.stage)

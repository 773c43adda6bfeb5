"""Corrections as readers meet them: under the story, on their own page, in feeds and in the words of machines."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from articles import actions, jsonld, notes
from articles.models import Article, Correction
from tests.making import make_published

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    return make_published("Inter, che notte")


def correct(story, note="Il gol è di Lautaro."):
    return actions.correct(story, note=note, by=None)


def test_a_note_stands_under_its_story_with_its_date_and_its_address(client, story):
    note = correct(story)

    page = client.get(story.get_absolute_url()).content.decode()

    assert f'id="correction-{note.pk}"' in page
    assert "<p>Il gol è di Lautaro.</p>" in page


def test_machines_are_told_of_the_correction(story):
    note = correct(story)

    node = jsonld.article(Article.objects.for_page().get(), notes=notes.under(story))

    assert [(one["@type"], one["text"]) for one in node["correction"]] == [("CorrectionComment", note.note)]


def test_the_page_lists_the_newest_first_in_the_language_that_is_read(client, story):
    english = make_published("Inter, what a night", language="en")
    for one, text in ((story, "Prima."), (english, "First."), (story, "Seconda.")):
        correct(one, text)

    shown = client.get("/it/corrections/").context["page"].notes

    assert [note.note for note in shown] == ["Seconda.", "Prima."]


def test_a_long_list_goes_on_where_it_ended(story):
    start = timezone.now()
    rows = [Correction(article=story, note=f"n{n}", made_at=start - timedelta(minutes=n // 2)) for n in range(7)]
    Correction.objects.bulk_create(rows)

    first = notes.page_of("it", "", size=4)
    second = notes.page_of("it", first.older, size=4)

    assert len({note.pk for note in (*first.notes, *second.notes)}) == 7
    assert (len(first.notes), len(second.notes), second.older) == (4, 3, "")


def test_the_notes_of_a_withdrawn_story_are_gone_with_it_and_come_back_with_it(client, story):
    correct(story)
    actions.withdraw(story, by=None)
    without = client.get("/it/corrections/").context["page"].notes

    actions.republish(story, by=None)

    assert (without, len(client.get("/it/corrections/").context["page"].notes)) == ([], 1)


@pytest.mark.parametrize("mark", ["x", "20251106T090000.000000", "20251106T090000.000000-x"])
def test_a_mark_that_is_none_leads_nowhere(client, mark):
    assert client.get(f"/it/corrections/?before={mark}").status_code == 404
    assert client.get(f"/it/corrections/feed.rss?before={mark}").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("format", ["rss", "atom", "json"])
def test_the_feed_has_an_entry_for_each_note_at_one_price(client, story, format, count, django_assert_num_queries):
    for number in range(count):
        correct(story, f"Nota {number}.")

    with django_assert_num_queries(2):
        feed = client.get(f"/it/corrections/feed.{format}").content.decode()

    assert feed.count("Rettifica: Inter, che notte") == count


def test_a_feed_that_has_not_changed_is_not_sent_again_and_one_that_lost_a_note_is(client, story):
    correct(story)
    first = client.get("/it/corrections/feed.json")
    again = client.get("/it/corrections/feed.json", headers={"if-none-match": first.headers["ETag"]})

    actions.withdraw(story, by=None)
    after = client.get("/it/corrections/feed.json", headers={"if-none-match": first.headers["ETag"]})

    assert (again.status_code, after.status_code) == (304, 200)
    assert json.loads(after.content)["items"] == []
    assert after.headers["Last-Modified"] >= first.headers["Last-Modified"]


def test_there_is_no_feed_in_another_format(client):
    assert client.get("/it/corrections/feed.xml").status_code == 404


def test_the_feeds_of_the_story_carry_the_note(client, story):
    correct(story)

    assert "Il gol è di Lautaro." in client.get("/it/feed.rss").content.decode()

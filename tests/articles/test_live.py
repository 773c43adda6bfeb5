"""A story followed entry by entry: what readers, feeds, search and structured data get of it, and who may tell it."""

import json
import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from articles import actions, impact, index
from articles.models import Article, Correction, FeedState, Impact, Listing, StatedClaim
from articles.text import html_to_lines, lines_to_html
from teams import actions as facts
from teams import clock
from teams.models import AuditEntry
from tests.desk import as_sent, make_login
from tests.making import make_article, make_goal, make_match, make_published, make_publisher

pytestmark = pytest.mark.django_db


@pytest.fixture
def match():
    return make_match("Inter 2-1 Kairat Almaty")


@pytest.fixture
def goal(match):
    return make_goal(match, "Lautaro Martínez", 45)


@pytest.fixture
def story(match):
    return make_published("Inter-Kairat, la diretta", about=[match])


def add(story, body="<p>Si comincia.</p>", **told):
    return actions.add_entry(story, by=None, body=body, **told)


def fresh(story):
    return Article.objects.get(pk=story.pk)


def page_of(client, story):
    return client.get(story.get_absolute_url()).content.decode()


# The verbs


def test_the_first_entry_begins_the_coverage_and_only_a_verb_ends_it(story):
    first, _second = add(story), add(story)

    assert (fresh(story).live_from, fresh(story).is_live) == (first.at, True)

    actions.end_coverage(story, by=None)

    assert (fresh(story).live_until >= first.at, fresh(story).is_live) == (True, False)
    with pytest.raises(ValidationError, match="diretta"):
        add(story)

    actions.resume_coverage(story, by=None)

    assert fresh(story).is_live


def test_an_entry_keeps_its_former_wordings_and_its_hour(story):
    entry = add(story, "<p>Segna Lautaro.</p>", headline="Gol")

    edited = actions.edit_entry(entry, by=None, body="<p>Segna Carlos Augusto.</p>", headline="Gol!")

    assert (edited.at, edited.body, edited.headline) == (entry.at, "<p>Segna Carlos Augusto.</p>", "Gol!")
    assert [(one["headline"], one["body"]) for one in edited.former] == [("Gol", "<p>Segna Lautaro.</p>")]
    with pytest.raises(ValidationError):
        actions.edit_entry(entry, by=None, body="<p>Di un altro.</p>")


def test_nothing_is_lost_of_an_entry_that_is_taken_back(client, story):
    entry = add(story, "<p>Forse un rigore.</p>")

    actions.withdraw_entry(entry, by=None)
    without = page_of(client, story)
    actions.bring_entry_back(entry, by=None)

    assert "Forse un rigore" not in without
    assert "Forse un rigore" in page_of(client, story)


def test_an_entry_holds_what_its_box_can_write_and_nothing_else(story):
    entry = add(story, '<p onclick="x()">Uno <script>x</script><a href="https://example.org/">qui</a></p><h2>Titolo</h2>')

    assert '<a href="https://example.org/"' in entry.body
    assert not re.search("script|onclick|h2", entry.body)


def test_what_is_typed_in_the_box_comes_back_into_it():
    typed = "**Gol** di [Lautaro](https://example.org/?a=1&b=2) & C.\n> «Sì»\n> «No»\n- uno\n- *due*\nFine"

    assert html_to_lines(lines_to_html(typed)) == typed


def test_each_change_raises_the_story_and_its_lists_and_is_in_the_log(story):
    before = FeedState.objects.get(kind="front", language="it").changed_at

    entry = add(story)

    assert fresh(story).modified_at == entry.at
    assert FeedState.objects.get(kind="front", language="it").changed_at > before
    assert AuditEntry.objects.filter(verb="add_live_entry").get().details["entry"] == entry.pk


def test_entries_are_no_part_of_versions_and_hinder_nobody_who_writes_the_text(story):
    mine = fresh(story)
    add(story)

    actions.revise(mine, by=None, body="<p>Altro testo.</p>")

    assert fresh(story).live_entries.count() == 1
    assert "live" not in " ".join(story.versions.first().data)


def test_a_story_that_readers_do_not_see_is_not_followed(match):
    with pytest.raises(ValidationError):
        add(make_article(about=[match]))


def test_only_editors_of_its_publisher_follow_a_story(story):
    for login in (make_login("Reporter"), make_login("Editor", "other", publisher=make_publisher("Another"))):
        with pytest.raises(PermissionDenied):
            actions.add_entry(story, by=login, body="<p>Gol.</p>")

    assert actions.add_entry(story, by=make_login("Editor"), body="<p>Gol.</p>").created_by.username == "editor"


def test_an_event_under_embargo_is_not_told(story, match, goal):
    match.result_embargo = clock.now() + timedelta(hours=1)
    match.save()

    with pytest.raises(ValidationError, match="embargo"):
        add(story, event=goal)


# What readers get


def test_readers_see_entries_newest_first_with_hour_minute_and_key_moments(client, story, goal):
    rome = ZoneInfo("Europe/Rome")
    hours = [datetime(2025, 11, 5, 21, 0, tzinfo=rome), datetime(2025, 11, 5, 21, 46, tzinfo=rome)]
    actions.retell(
        story,
        [
            {"at": hours[0], "body": "<p>Si comincia.</p>"},
            {"at": hours[1], "body": "<p>Segna.</p>", "headline": "Lautaro!", "event": goal, "is_key": True},
        ],
        by=None,
    )

    html = page_of(client, story)

    assert re.findall(r'<time datetime="[^"]+">(\d\d:\d\d)</time></a>', html) == ["21:46", "21:00"]
    assert f'<a class="minute" href="{goal.get_absolute_url()}">45\'</a>' in html.replace("&#x27;", "'")
    assert re.findall(r'<a href="#(entry-\d+)"><span class="minute">', html) == [story.live_entries.first().anchor]
    assert 'data-every="10"' in html


def test_a_story_that_is_over_says_since_when_and_renews_itself_no_more(client, story):
    add(story)
    actions.end_coverage(story, by=None)

    html = page_of(client, story)

    assert "data-every" not in html
    assert "live-mark" not in html
    assert (
        f'<time datetime="{fresh(story).live_until.astimezone(ZoneInfo("Europe/Rome")).isoformat(timespec="seconds")}">' in html
    )


def test_what_renews_the_page_is_sent_only_when_something_has_changed(client, story):
    add(story, "<p>Si comincia.</p>")
    address = reverse("article-live", args=[story.slug, story.pk])
    first = client.get(address)

    same = client.get(address, headers={"if-none-match": first.headers["ETag"]})
    add(story, "<p>Segna Lautaro.</p>")
    then = client.get(address, headers={"if-none-match": first.headers["ETag"]})

    assert (same.status_code, then.status_code) in {(304, 200), (200, 200)}  # a minute may have passed in between
    assert "Segna Lautaro" in then.content.decode()
    assert client.get(reverse("article-live", args=["x", make_published("Mai seguita").pk])).status_code == 404


def test_structured_data_tells_the_coverage(client, story, goal):
    add(story)
    entry = add(story, "<p>Segna <em>Lautaro</em>.</p>", headline="1-0", event=goal)

    def told():
        graph = re.search(r'<script type="application/ld\+json">(.*?)</script>', page_of(client, story), re.DOTALL)[1]
        return next(node for node in json.loads(graph)["@graph"] if node["@id"].endswith("#article"))

    live = told()
    actions.end_coverage(story, by=None)

    assert live["@type"] == "LiveBlogPosting"
    assert ("coverageStartTime" in live, "coverageEndTime" in live, "coverageEndTime" in told()) == (True, False, True)
    assert [update["articleBody"] for update in live["liveBlogUpdate"]] == ["Segna Lautaro.", "Si comincia."]
    assert live["liveBlogUpdate"][0]["url"].endswith(f"{story.get_absolute_url()}#{entry.anchor}")
    assert live["about"][0]["@type"] == "SportsEvent"


@pytest.mark.parametrize("format", ["rss", "atom", "json"])
def test_feeds_carry_the_entries_with_absolute_addresses(client, story, format):
    entry = add(story, "<p>Segna Lautaro.</p>")
    actions.withdraw_entry(add(story, "<p>Mai detto.</p>"), by=None)

    feed = client.get(reverse("front-feed", args=[format])).content.decode()

    assert "Segna Lautaro" in feed
    assert "Mai detto" not in feed
    assert re.search(rf"https?://[^\"<]+{re.escape(story.get_absolute_url())}#{entry.anchor}", feed)


def test_the_search_and_the_page_of_an_event_find_a_story_by_its_entries(story, goal):
    add(story, "<p>Una sforbiciata.</p>", event=goal)

    assert index.holding(index.words_of("sforbiciata", "it"), "it") == [story.pk]
    assert Listing.objects.filter(article=story, kind="event", target_id=goal.pk).exists()


# A fact changes


def test_a_goal_that_is_cancelled_queues_the_entry_that_tells_of_it(story, goal):
    entry = add(story, "<p>La sblocca il capitano.</p>", headline="Lautaro Martínez, 1-0", event=goal, is_key=True)
    other = add(story, "<p>Si riparte.</p>")

    facts.cancel_event(goal, reason="fuorigioco", by=None)
    impact.review()

    found = Impact.objects.open().get(entry=entry, surface="Lautaro Martínez")
    assert (found.part, found.sentence) == ("live_entry", "Lautaro Martínez, 1-0")
    assert not Impact.objects.filter(entry=other).exists()

    facts.restore_event(goal, by=None)
    impact.review()

    assert not Impact.objects.open().exists()


def test_an_entry_without_the_name_of_who_did_it_is_queued_by_its_first_sentence(story, goal):
    entry = add(story, "<p>La sblocca il capitano! San Siro esplode.</p>", event=goal)

    facts.cancel_event(goal, reason="fuorigioco", by=None)
    impact.review()

    found = Impact.objects.open().get(entry=entry)
    assert (found.surface, found.replacement) == ("La sblocca il capitano", "")


def test_what_an_entry_states_follows_its_text(story, goal):
    entry = add(story, "<p>Segna Lautaro Martínez.</p>", event=goal)
    actions.withdraw_entry(entry, by=None)

    assert not StatedClaim.objects.filter(entry=entry).exists()
    assert impact.compare(fresh(story)) == ([], [])


# The desk


def live_page(story, entry=None):
    return reverse(
        "admin:articles_live_entry" if entry else "admin:articles_live", args=[story.pk, *([entry.pk] if entry else [])]
    )


def test_an_editor_tells_it_from_one_page(client, story, goal):
    client.force_login(make_login("Editor"))
    page = client.get(live_page(story))

    client.post(live_page(story), as_sent(page, body="Segna **Lautaro**", event=str(goal.pk), is_key="on"))
    entry = story.live_entries.get()
    edit = client.get(live_page(story, entry))
    client.post(live_page(story, entry), as_sent(edit, body="Segna **Lautaro Martínez**"))
    client.post(reverse("admin:articles_live_move", args=[story.pk, entry.pk, "withdraw"]))
    client.post(reverse("admin:articles_live_turn", args=[story.pk, "end"]))

    entry.refresh_from_db()
    assert (entry.body, entry.event, entry.is_key) == ("<p>Segna <strong>Lautaro Martínez</strong></p>", goal, True)
    assert entry.withdrawn_at and fresh(story).live_until


def test_what_was_typed_survives_a_refusal(client, story):
    client.force_login(make_login("Editor"))
    add(story)
    page = client.get(live_page(story))
    actions.end_coverage(story, by=None)

    refused = client.post(live_page(story), as_sent(page, body="Segna Lautaro", headline="x" * 121))

    assert "Segna Lautaro" in refused.content.decode() or refused.context["form"]["body"].value() == "Segna Lautaro"
    assert story.live_entries.count() == 1


def test_two_who_edit_one_entry_are_told_of_each_other(client, story):
    client.force_login(make_login("Editor"))
    entry = add(story, "<p>Prima.</p>")
    page = client.get(live_page(story, entry))
    actions.edit_entry(entry, by=None, body="<p>Di un altro.</p>")

    refused = client.post(live_page(story, entry), as_sent(page, body="Mia"))

    entry.refresh_from_db()
    assert entry.body == "<p>Di un altro.</p>"
    assert refused.context["edit_form"]["body"].value() == "Mia"


def test_another_publishers_editor_is_kept_out(client, story):
    entry = add(story)
    client.force_login(make_login("Editor", publisher=make_publisher("Another")))

    answers = [
        client.get(live_page(story)),
        client.post(live_page(story), {"body": "Gol"}),
        client.post(live_page(story, entry), {"body": "Gol"}),
        client.post(reverse("admin:articles_live_move", args=[story.pk, entry.pk, "withdraw"])),
        client.post(reverse("admin:articles_live_turn", args=[story.pk, "end"])),
    ]

    assert [answer.status_code for answer in answers] == [403] * 5


def test_the_queue_opens_the_entry_with_the_right_words_proposed(client, story, match, goal):
    entry = add(story, "<p>Segna <strong>Lautaro Martínez</strong>, è 1-0.</p>", event=goal)
    facts.give_event_to(goal, make_goal(match, "Carlos Augusto", 67).person, reason="rivisto", by=None)
    impact.review()
    client.force_login(make_login("Desk chief"))

    queue = client.get(reverse("admin:articles_changed")).content.decode()
    address = re.search(r'href="(/admin/articles/article/\d+/live/\d+/\?[^"]+)"', queue)[1].replace("&amp;", "&")
    page = client.get(address)
    client.post(address, as_sent(page))

    entry.refresh_from_db()
    assert entry.body == "<p>Segna <strong>Carlos Augusto</strong>, è 1-0.</p>"
    assert not Impact.objects.open().filter(entry=entry).exists()
    assert Correction.objects.get().article == story

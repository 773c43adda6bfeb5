"""Blocks in a story: drawn from the rows of now, loaded by kind, silent where there is nothing, veiled as pages are."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles import actions, blocks, readiness
from articles.models import Article, Correction
from articles.readiness import Level
from articles.text import blocks_in
from teams import embargo
from teams.models import Match
from tests.desk import make_login, picture_file
from tests.making import make_appearance, make_article, make_goal, make_match, make_person, make_published, make_spell, make_team

pytestmark = pytest.mark.django_db


def block(kind, **told):
    return (
        f'<story-block data-kind="{kind}" '
        + " ".join(f'data-{name}="{value}"' for name, value in told.items())
        + "></story-block>"
    )


def nights(size):
    """As many matches of Inter, each with a goal, its scorer and his line on the sheet."""
    found = []
    for n in range(size):
        match = make_match(f"Inter 1-0 Squadra {n}", kickoff=timezone.now() - timedelta(days=1 + n))
        goal = make_goal(match, f"Marcatore {n}", 10)
        make_appearance(match, goal.person, 9)
        make_spell(goal.person, match.home, shirt=n + 1)
        make_match(f"Squadra {n} v Inter", kickoff=timezone.now() + timedelta(days=1 + n))
        found.append((match, goal))
    return found


def every_kind(match, goal):
    teams = {"id": match.home_id, "other": match.away_id}
    return {
        "match": block("match", id=match.pk),
        "event": block("event", id=goal.pk),
        "person": block("person", id=goal.person_id),
        "table": block("table", id=match.stage_id),
        "lineup": block("lineup", id=match.pk),
        "meetings": block("meetings", **teams),
        "fixtures": block("fixtures", id=match.home_id),
        "embed": block("embed", url="https://youtu.be/dQw4w9WgXcQ"),
        "speaker": f'<blockquote data-person="{goal.person_id}" data-speaker="{goal.person}"><p>Bello.</p></blockquote>',
    }


@pytest.mark.parametrize("size", [1, 3])
@pytest.mark.parametrize(
    ("kind", "queries"),
    [
        ("match", 2),
        ("event", 1),
        ("person", 3),
        ("table", 4),
        ("lineup", 3),
        ("meetings", 2),
        ("fixtures", 2),
        ("embed", 0),
        ("speaker", 1),
    ],
)
def test_all_blocks_of_a_kind_are_loaded_at_once_and_drawn_without_a_query(kind, queries, size):
    body = "".join(every_kind(match, goal)[kind] for match, goal in nights(size))

    with CaptureQueriesContext(connection) as loading:
        drawn = blocks.of(body)
    with CaptureQueriesContext(connection) as drawing:
        page, plain = drawn.page(body), drawn.plain(body)

    assert (len(loading), len(drawing)) == (queries, 0)
    assert "story-block" not in page + plain
    assert drawn.contexts.keys() == blocks_in([body])


def test_a_text_without_blocks_asks_nothing_and_stays_as_it_is():
    with CaptureQueriesContext(connection) as asked:
        drawn = blocks.of("<p>a</p><blockquote><p>b</p></blockquote>").page("<p>a</p><blockquote><p>b</p></blockquote>")

    assert (drawn, len(asked)) == ("<p>a</p><blockquote><p>b</p></blockquote>", 0)


def test_what_is_gone_or_says_nothing_draws_nothing():
    one, other = make_team("Inter"), make_team("Lazio")
    body = "<p>a</p>" + "".join(
        [
            block("match", id=9), block("event", id=9), block("person", id=9), block("table", id=9), block("lineup", id=9),
            block("meetings", id=one.pk, other=other.pk), block("fixtures", id=9), block("correction", id=9),
            block("picture", id=9),
        ]
    )  # fmt: skip

    assert blocks.of(body).page(body) == "<p>a</p>"


def test_the_page_of_a_story_shows_its_blocks_as_they_are_now(client):
    match, goal = nights(1)[0]
    story = make_published(body="<p>a</p>" + block("match", id=match.pk) + every_kind(match, goal)["speaker"])

    page = client.get(story.get_absolute_url()).content.decode()
    Match.objects.filter(pk=match.pk).update(home_goals=4)
    later = client.get(story.get_absolute_url()).content.decode()

    assert '<b>1</b><span class="match-card-dash">–</span><b>0</b>' in page
    assert '<b>4</b><span class="match-card-dash">–</span><b>0</b>' in later
    assert f'<cite><a href="{goal.person.get_absolute_url()}">Marcatore 0</a></cite>' in page


def test_a_table_is_the_one_of_its_day():
    match, _goal = nights(2)[1]
    old = block("table", id=match.stage_id, on=f"{timezone.localdate(match.kickoff):%Y-%m-%d}")
    live = block("table", id=match.stage_id)

    contexts = blocks.of(old + live).contexts

    played = {made.get("on") != "": context["parts"][0][0].played for made, context in contexts.items()}
    assert played == {True: 1, False: 2}


def test_what_is_under_embargo_does_not_leak_through_a_block():
    match, goal = nights(1)[0]
    match.result_embargo = timezone.now() + timedelta(hours=2)
    match.save()
    body = "".join(every_kind(match, goal).values())

    with embargo.for_readers():
        page, plain = (draw(body) for draw in (blocks.of(body).page, blocks.of(body).plain))

    assert "<b>1</b>" not in page
    assert "event-card" not in page
    assert "goal this season" not in page
    assert "lineup-players" not in page
    assert "balance" not in page
    assert goal.get_absolute_url() not in page + plain


def test_a_correction_shows_only_while_its_story_is_out():
    story = make_published()
    note = Correction.objects.create(article=story, note="Il gol era di Bonny.")
    body = block("correction", id=note.pk)

    before = blocks.of(body).page(body)
    actions.withdraw(story, by=None)

    assert "Il gol era di Bonny." in before
    assert blocks.of(body).page(body) == ""


def test_a_picture_in_the_text_has_its_words_and_its_credit():
    photo = actions.add_picture(by=None, file=picture_file(), alt_text="Lautaro esulta", credit="Foto: Terzo Tempo")
    body = block("picture", id=photo.pk, caption="Il gol")

    page = blocks.of(body).page(body)

    assert 'alt="Lautaro esulta"' in page
    assert '<figcaption>Il gol <span class="credit">Foto: Terzo Tempo</span></figcaption>' in page


def test_nothing_is_loaded_from_elsewhere_before_the_reader_asks(client):
    story = make_published(body=block("embed", url="https://youtu.be/dQw4w9WgXcQ"))

    page = client.get(story.get_absolute_url()).content.decode()

    assert "<iframe" not in page
    assert 'data-frame="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1"' in page
    assert '<a href="https://youtu.be/dQw4w9WgXcQ"' in page
    assert '<script defer src="/static/js/embeds.js">' in page


def test_a_feed_has_lines_with_absolute_links_where_the_page_has_blocks(client):
    match, goal = nights(1)[0]
    make_published(body="<p>a</p>" + every_kind(match, goal)["match"] + every_kind(match, goal)["speaker"])

    feed = client.get("/it/feed.rss").content.decode()

    assert f'href="http://testserver{match.get_absolute_url()}"' in feed.replace("&quot;", '"').replace("&lt;", "<")
    assert "story-block" not in feed
    assert "match-card" not in feed


def test_search_finds_no_words_of_a_block(client):
    match, _goal = nights(1)[0]
    make_published("Una serata", body="<p>Testo.</p>" + block("match", id=match.pk))

    assert "Una serata" not in client.get("/it/search/?q=squadra").content.decode()


# At the desk


def test_rows_for_a_block_are_found_by_typing_and_named_so_that_namesakes_differ(client):
    client.force_login(make_login("Editor"))
    person = make_person("Lautaro Martínez")
    make_spell(person, "Inter", shirt=10)

    found = client.get(reverse("admin:articles_article_find"), {"kind": "person", "q": "lautaro"}).json()

    assert found == {"results": [{"id": str(person.pk), "text": "Lautaro Martínez (Inter 10)", "name": "Lautaro Martínez"}]}


def test_an_address_that_nobody_shows_is_answered_with_who_does(client):
    client.force_login(make_login("Editor"))

    found = client.get(reverse("admin:articles_article_find"), {"kind": "embed", "q": "https://example.org/1"}).json()

    assert found["results"] == []
    assert "YouTube, Vimeo, Dailymotion, X, Instagram, Facebook, TikTok" in found["message"]


@pytest.mark.parametrize(
    "query",
    [{"kind": "match", "id": "1"}, {"kind": "match", "id": "x"}, {"kind": "secret"}, {"kind": "table", "id": "9" * 30}, {}],
)
def test_a_preview_of_nothing_says_so(client, query):
    client.force_login(make_login("Editor"))

    answer = client.get(reverse("admin:articles_article_block"), {**query, "language": "en"})

    assert "There is nothing to show" in answer.content.decode()
    assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"


def test_a_preview_is_the_component_in_the_language_of_the_story(client):
    client.force_login(make_login("Editor"))
    match, _goal = nights(1)[0]
    query = {"kind": "match", "id": match.pk}

    pages = [
        client.get(reverse("admin:articles_article_block"), {**query, "language": language}).content.decode()
        for language in ("it", "en")
    ]

    assert [f'href="/{language}/matches/{match.slug}/"' in page for language, page in zip(("it", "en"), pages, strict=True)] == [
        True,
        True,
    ]


@pytest.mark.parametrize("name", ["find", "block"])
def test_who_writes_no_stories_sees_no_blocks_here(client, name):
    client.force_login(make_login())

    assert client.get(reverse(f"admin:articles_article_{name}"), {"kind": "match", "q": "inter"}).status_code == 403


# What is missing


def test_what_a_story_lacks_is_told_by_weight():
    story = make_article(body="<blockquote><p>Bello.</p></blockquote>", headline="x" * 90)

    needs = readiness.of(story)

    assert [need.level for need in needs] == [Level.ADVICE] * 6
    story.body = ""
    assert [need.level for need in readiness.of(story)][:1] == [Level.NECESSARY]


def test_a_story_with_everything_lacks_nothing():
    match, goal = nights(1)[0]
    photo = actions.add_picture(by=None, file=picture_file(), alt_text="Esulta", credit="Foto")
    story = make_article(about=[match], image=photo, standfirst="Occhiello.", body=every_kind(match, goal)["speaker"])
    story.tags.add("coppe")

    assert readiness.of(story) == []


def test_the_list_answers_to_what_is_typed_and_keeps_nothing(client):
    client.force_login(make_login("Editor"))
    address = reverse("admin:articles_article_readiness")
    typed = {"headline": "Titolo", "standfirst": "Sì.", "body": "<p>Testo</p>", "ties": "about team 3 Inter", "tags": "coppe"}

    told = client.post(address, typed).content.decode()

    assert told.count("need-advice") == 1
    assert told.count("need-necessary") == 1
    assert Article.objects.count() == 0


def test_search_and_cards_say_their_own_headline_and_the_page_its_own(client):
    story = make_published("Lautaro, il silenzio di chi segna", search_headline="Inter-Kairat 2-1: gol di Lautaro")

    page = client.get(story.get_absolute_url()).content.decode()

    assert "<title>Inter-Kairat 2-1: gol di Lautaro · Terzo Tempo</title>" in page
    assert '<meta property="og:title" content="Inter-Kairat 2-1: gol di Lautaro">' in page
    assert "<h1>Lautaro, il silenzio di chi segna</h1>" in page
    assert '"headline": "Lautaro, il silenzio di chi segna"' in page or '"headline":"Lautaro, il silenzio di chi segna"' in page

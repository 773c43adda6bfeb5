"""The pages of stories: what they say, where they lead, and what they keep to themselves."""

from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone

from articles import actions, paging
from articles.models import Author, Image
from teams.models import Venue
from tests.making import make_article, make_event, make_goal, make_match, make_person, make_published, make_publisher, make_team

pytestmark = pytest.mark.django_db
GROUNDS = [("San Siro", "san-siro", "Milano"), ("Ortalyq stadion", "ortalyq", "Almaty")]


def page(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(unescape(response.content.decode()).split())


def published(headline, hours=1, **fields):
    return make_published(headline, at=timezone.now() - timedelta(hours=hours), **fields)


def test_a_story_says_who_wrote_it_for_whom_and_with_whom(client):
    author = Author.objects.create(name="Anna Bianchi", slug="anna-bianchi")
    story = published("Retroscena", authors=[author], partner="Yahoo sports", source_url="https://internews24.example/r")

    text = page(client, story.get_absolute_url())

    assert '<a rel="author" href="/it/authors/anna-bianchi/">Anna Bianchi</a>' in text
    assert '<a class="byline-publisher" href="/it/publishers/inter-news-24/">Inter News 24</a>' in text
    assert "<b>Yahoo sports</b>" in text
    assert '<a href="https://internews24.example/r">Inter News 24</a>' in text


def test_a_story_shows_its_picture_with_caption_and_credit(client):
    image = Image.objects.create(
        file="pictures/goal.png",
        alt_text="Il pallone in rete",
        caption="Il gol.",
        credit="Disegno di Ada",
        width=1600,
        height=900,
    )
    story = published("Retroscena", image=image, image_caption="Il gol, al 45'.")

    text = page(client, story.get_absolute_url())

    assert 'alt="Il pallone in rete"' in text
    assert """<figcaption>Il gol, al 45'. <span class="credit">Disegno di Ada</span></figcaption>""" in text


def test_a_story_shows_its_match_with_the_score_and_who_scored(client):
    match = make_match("Inter 2-1 Kairat Almaty")
    make_goal(match, "Lautaro Martínez", 45, stoppage=2)
    make_goal(match, "Ofri Arad", 55, side="away")
    make_event(match, "penalty_goal", "Carlos Augusto", 67)
    story = published("La cronaca", about=[match])

    text = page(client, story.get_absolute_url())

    assert '<b>2</b><span class="match-card-dash">–</span><b>1</b>' in text
    assert 'Martínez</a> <span class="minute">45+2\'</span>' in text
    assert 'Arad</a> <span class="minute">55\'</span>' in text
    assert 'Augusto</a> <span class="minute">67\'</span> (rigore)' in text


def test_the_goals_of_a_story_lead_to_their_permanent_pages(client):
    goal = make_goal(make_match(), "Lautaro Martínez", 45)
    story = published("Retroscena", about=[goal], language="en")

    text = page(client, story.get_absolute_url())

    assert "The goals in this story" in text
    assert f'<li><a href="/en/matches/inter-kairat-almaty-2025-11-05/events/{goal.pk}/"><span class="minute">45\'</span>' in text


def test_a_story_of_other_events_too_does_not_call_them_goals(client):
    match = make_match()
    card = make_event(match, "yellow", "Carlos Augusto", 30)
    story = published("Retroscena", about=[make_goal(match), card], language="en")

    assert "The moments in this story" in page(client, story.get_absolute_url())


def test_a_story_names_its_grounds_beside_what_else_it_is_tied_to(client, django_assert_num_queries):
    """They have no page of their own to lead to, and cost no query more."""
    grounds = [Venue.objects.create(name=name, slug=slug, city=city) for name, slug, city in GROUNDS]
    story = published("Retroscena", about=[make_team("Inter"), grounds[1]], mentions=[grounds[0]], language="en")
    page(client, story.get_absolute_url())

    with django_assert_num_queries(8):
        text = page(client, story.get_absolute_url())

    assert '<span class="chip">Ortalyq stadion, Almaty</span></li> <li><span class="chip">San Siro, Milano</span>' in text
    assert '{"@type": "Place", "name": "San Siro, Milano"}' in text


def test_a_story_names_the_papers_that_it_cites(client):
    story = published("Retroscena", citations=["la Repubblica"])

    assert "<cite>la Repubblica</cite>" in page(client, story.get_absolute_url())


def test_the_text_of_a_story_is_printed_as_it_is_kept(client):
    story = published("Retroscena", body="<p>Prima <strong>riga</strong>.</p><blockquote><p>«Tre punti»</p></blockquote>")

    text = page(client, story.get_absolute_url())

    assert '<div class="prose"><p>Prima <strong>riga</strong>.</p><blockquote><p>«Tre punti»</p></blockquote></div>' in text


def test_a_headline_cannot_carry_markup(client):
    story = published("Gol <script>alert(1)</script>", slug="gol")

    response = client.get(story.get_absolute_url())

    assert b"<script>alert(1)" not in response.content


@pytest.mark.parametrize("address", ["/it/news/another-slug-{pk}/", "/en/news/retroscena-{pk}/"])
def test_a_former_slug_or_the_other_edition_leads_to_the_story_for_ever(client, address):
    story = published("Retroscena")

    response = client.get(address.format(pk=story.pk))

    assert (response.status_code, response.headers["Location"]) == (301, f"/it/news/retroscena-{story.pk}/")


def test_a_draft_and_a_story_that_waits_for_its_time_are_not_found(client):
    draft = make_article("Bozza")
    waiting = published("Domani", -24)

    assert [client.get(story.get_absolute_url()).status_code for story in (draft, waiting)] == [404, 404]


def test_a_withdrawn_story_says_that_it_was_withdrawn_and_nothing_else(client):
    story = actions.withdraw(published("Zanzibar", body="<p>Zanzibar.</p>", language="en"), by=None)

    response = client.get(story.get_absolute_url())

    text = response.content.decode()
    assert (response.status_code, "This story was withdrawn" in text) == (410, True)
    assert "Zanzibar" not in text


def test_the_editions_lead_to_each_other_but_a_story_has_only_one(client):
    story = published("Retroscena")

    assert '<a href="/en/news/" lang="en"' in page(client, "/it/news/")
    assert '<a href="/en/" lang="en"' in page(client, story.get_absolute_url())


def headlines(client, address):
    text = page(client, address)
    return [part.split(">", 1)[1].split("</a>")[0] for part in text.split('story-headline"><a href=')[1:]]


@pytest.fixture
def pages_of_two(monkeypatch):
    monkeypatch.setattr(paging, "SIZE", 2)


@pytest.mark.usefixtures("pages_of_two")
def test_a_list_goes_on_where_it_ended_whatever_was_published_meanwhile(client):
    for hours in range(1, 6):
        published(f"Storia {hours}", hours)
    first = client.get("/it/news/").context["page"]
    published("Ultima ora", 0)

    assert [story.headline for story in first.stories] == ["Storia 1", "Storia 2"]
    assert headlines(client, f"/it/news/?before={first.older}") == ["Storia 3", "Storia 4"]


@pytest.mark.usefixtures("pages_of_two")
def test_stories_of_one_instant_are_each_listed_once(client):
    now = timezone.now() - timedelta(hours=1)
    told = [make_published(f"Storia {number}", at=now) for number in range(3)]
    first = client.get("/it/news/").context["page"]
    second = client.get(f"/it/news/?before={first.older}").context["page"]

    assert first.stories + second.stories == told[::-1]


@pytest.mark.usefixtures("pages_of_two")
def test_the_last_page_leads_back_to_the_newest_and_no_further(client):
    for hours in range(1, 4):
        published(f"Storia {hours}", hours)
    older = client.get("/it/news/").context["page"].older

    text = page(client, f"/it/news/?before={older}")

    assert '<a class="button" href="/it/news/">' in text
    assert 'rel="next"' not in text


@pytest.mark.parametrize("mark", ["yesterday", "20251106T081500.000000", "20251106T081500.000000-x"])
def test_what_is_no_mark_is_not_found(client, mark):
    assert client.get(f"/it/news/?before={mark}").status_code == 404


def test_a_long_list_is_told_by_day(client):
    published("Oggi", 0)
    published("Allora", 24 * 400)

    assert page(client, "/it/news/").count('<h2 class="day-title">') == 2


def test_publishers_stand_with_their_newest_story_in_this_edition(client):
    partner = make_publisher("Inter News 24")
    published("Vecchia", 2, publisher=partner)
    published("Nuova", 1, publisher=partner)
    published("English", 0, publisher=partner, language="en")
    published("Domani", -24, publisher=partner)

    rows = client.get("/it/publishers/").context["publishers"]

    assert [(row.name, row.newest.headline) for row in rows] == [("Inter News 24", "Nuova")]


def test_the_terms_of_a_contract_are_for_the_desk_only(client):
    make_publisher("Inter News 24", terms="Zanzibar", about="Ogni giorno.")

    for address in ("/it/publishers/", "/it/publishers/inter-news-24/"):
        text = page(client, address)

        assert "Ogni giorno." in text
        assert "Zanzibar" not in text


def test_a_page_of_an_author_a_publisher_a_topic_lists_its_stories(client):
    author = Author.objects.create(name="Anna Bianchi", slug="anna-bianchi", role="Inviata")
    published("Sua", authors=[author], topics=["spogliatoio"], publisher=make_publisher("Terzo Tempo"))
    published("Altra", about=[make_person()], publisher=make_publisher("Inter News 24"))

    addresses = ("/it/authors/anna-bianchi/", "/it/topics/spogliatoio/", "/it/publishers/terzo-tempo/")

    assert [headlines(client, address) for address in addresses] == [["Sua"]] * 3


@pytest.mark.parametrize("address", ["/en/news/", "/en/publishers/inter-news-24/"])
def test_an_empty_list_says_so(client, address):
    make_publisher("Inter News 24")

    assert "No story here yet." in page(client, address)

"""Publishing on the desk: what was typed is kept first, each standing is told truly, readers see it at once."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from articles import actions, desk_index
from articles.models import Article, Author, Byline, PersonLink
from teams import clock
from tests.desk import as_sent, change, make_login, save, told
from tests.making import make_article, make_competition, make_goal, make_match, make_person, make_published, make_team

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return make_login("Desk chief")


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def test_publishing_from_the_page_keeps_what_was_typed_first_and_confirms_every_link(desk, editor):
    lautaro = make_person()
    article = make_article(about=[lautaro])

    answer = save(desk, article, headline="Titolo nuovo", _publish="1")

    published = Article.objects.published().get()
    assert published.headline == "Titolo nuovo"
    assert PersonLink.objects.get().confirmed_by == editor
    assert len(told(answer)) == 1
    assert answer.redirect_chain == [(change(article), 302)]


def test_what_cannot_be_published_yet_is_saved_and_says_what_is_missing(desk):
    article = make_article()

    answer = save(desk, article, headline="Titolo nuovo", body="", _publish="1")

    article.refresh_from_db()
    assert (article.headline, article.status) == ("Titolo nuovo", "draft")
    assert len(told(answer)) == 2
    assert not Article.objects.published().exists()


def test_a_later_time_waits_and_says_so_until_somebody_publishes_at_once(desk):
    article = make_article()
    tomorrow = clock.now() + timedelta(days=1)

    save(desk, article, published_at_0=f"{tomorrow:%Y-%m-%d}", published_at_1="18:00", _publish="1")
    waiting = desk.get("/admin/articles/article/", {"standing": "waiting"}).context["cl"].result_list
    assert (list(waiting), Article.objects.published().count()) == ([article], 0)
    assert 'name="_publish_now"' in desk.get(change(article)).content.decode()

    save(desk, article, _publish_now="1")
    assert Article.objects.published().get() == article


def test_what_waits_can_be_a_draft_again(desk):
    article = make_published(at=clock.now() + timedelta(days=1))

    save(desk, article, _unschedule="1")

    article.refresh_from_db()
    assert (article.status, article.published_at, article.withdrawn_at) == ("draft", None, None)


def test_a_withdrawn_story_leaves_every_list(desk):
    inter = make_team("Inter")
    article = make_published(about=[inter])

    save(desk, article, _withdraw="1")

    assert Article.objects.get().status == "withdrawn"
    assert not Article.objects.listed("team", inter.pk, "it").exists()
    assert not Article.objects.listed("front", 0, "it").exists()


def test_many_are_published_at_once_and_one_that_cannot_be_stops_none(desk):
    good, empty = make_article("Buona"), make_article("Vuota", body="")
    chosen = {"action": "publish", "_selected_action": [good.pk, empty.pk]}

    answer = desk.post("/admin/articles/article/", chosen, follow=True)

    assert [article.headline for article in Article.objects.published()] == ["Buona"]
    assert ["“Vuota”:" in message for message in told(answer)] == [True]


def test_a_state_is_never_changed_by_looking(desk):
    article = make_article()

    desk.get(change(article), {"_publish": "1"})
    desk.get("/admin/articles/article/", {"action": "publish", "_selected_action": article.pk})

    assert not Article.objects.published().exists()


def test_the_desk_asks_for_its_token(editor):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(editor)
    article = make_article()

    assert strict.post(change(article), {"_publish": "1"}).status_code == 403


def test_the_list_tells_each_standing_truly(desk):
    make_article("Bozza")
    make_published("Fuori")
    make_published("Dopo", at=clock.now() + timedelta(days=1))
    page = "/admin/articles/article/"

    shown = {
        value: [str(row) for row in desk.get(page, {"standing": value}).context["cl"].result_list]
        for value in ("draft", "out", "waiting", "withdrawn")
    }

    assert shown == {"draft": ["Bozza"], "out": ["Fuori"], "waiting": ["Dopo"], "withdrawn": []}


def test_the_list_counts_days_by_the_papers_calendar(desk, settings):
    settings.NEWSROOM_CLOCK = datetime(2025, 11, 6, 9, tzinfo=ZoneInfo("Europe/Rome"))
    make_published("Ieri sera", at=datetime(2025, 11, 5, 23, 30, tzinfo=ZoneInfo("Europe/Rome")))
    make_published("Stamattina", at=datetime(2025, 11, 6, 0, 30, tzinfo=ZoneInfo("Europe/Rome")))
    make_article("Bozza")
    page = "/admin/articles/article/"

    shown = [sorted(map(str, desk.get(page, {"days": days}).context["cl"].result_list)) for days in ("0", "1", "never")]

    assert shown == [["Stamattina"], ["Ieri sera", "Stamattina"], ["Bozza", "Ieri sera", "Stamattina"]]


@pytest.mark.parametrize("typed", ["perche lautaro", "PERCHÉ", "rossi lautaro"])
def test_a_story_is_found_by_headline_or_byline_however_it_is_typed(desk, typed):
    article = make_article("Perché Lautaro ride")
    Byline.objects.create(article=article, author=Author.objects.create(name="Ada Rossi", slug="ada-rossi"))
    desk_index.rebuild(article)
    make_article("Altro")

    assert list(desk.get("/admin/articles/article/", {"q": typed}).context["cl"].result_list) == [article]


def test_the_first_page_shows_what_an_import_made_and_only_to_those_who_may_read_them(client):
    make_article("Da finire")
    client.force_login(make_login("Editor"))
    to_the_editor = client.get("/admin/")
    client.force_login(make_login())
    to_a_stranger = client.get("/admin/")

    assert "Da finire" in to_the_editor.content.decode()
    assert "Da finire" not in to_a_stranger.content.decode()


def test_a_draft_published_on_the_desk_appears_wherever_it_belongs(desk):
    """The main job: what an import proposed, an editor publishes with one button."""
    match = make_match("Inter 2-1 Kairat Almaty")
    goal, chivu = make_goal(match), make_person("Cristian Chivu")
    draft = make_article(
        about=[match.home, match.away, goal.person, chivu, match, goal],
        mentions=[make_competition()],
        citations=["la Repubblica"],
    )
    pages = [goal, match, match.home, match.away, goal.person, chivu, draft.publisher]
    before = [draft.headline in desk.get(page.get_absolute_url()).content.decode() for page in pages]

    save(desk, draft, _publish="1")

    after = [draft.headline in desk.get(page.get_absolute_url()).content.decode() for page in [*pages, draft]]
    assert before == [False] * 7
    assert after == [True] * 8


def test_a_published_story_is_not_tied_to_an_event_under_embargo(desk):
    goal = make_goal(make_match(result_embargo=clock.now() + timedelta(hours=2)))
    article = make_published()

    page = save(desk, article, ties=f"about event {goal.pk}", headline="Titolo nuovo")

    assert "È sotto embargo fino a più tardi, e i lettori hanno già questo articolo." in page.content.decode()
    assert as_sent(page)["headline"] == "Titolo nuovo"
    assert not article.event_links.exists()
    with pytest.raises(ValidationError, match="sotto embargo"):
        actions.link(article, goal, by=None)


def test_a_draft_may_be_tied_to_an_event_under_embargo(desk):
    goal = make_goal(make_match(result_embargo=clock.now() + timedelta(hours=2)))

    assert actions.link(make_article(), goal, by=None).event == goal

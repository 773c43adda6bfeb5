"""The queue of changed match data on the desk, and the page on which a story is corrected."""

import pytest
from django.urls import reverse

from articles import impact
from articles.models import Article, Correction, Impact
from teams import actions as facts
from tests.articles.impact.night import goal, make_night, report
from tests.desk import as_sent, make_login, told
from tests.making import make_publisher

pytestmark = pytest.mark.django_db
QUEUE = "/admin/articles/article/changed/"


@pytest.fixture
def match():
    return make_night()


def cancelled(match, stories=1, **fields):
    articles = [report(**fields) for _ in range(stories)]
    facts.give_event_to(goal(match, "Carlos Augusto"), goal(match, "Lautaro Martínez").person, reason="deviazione", by=None)
    impact.review()
    return articles


def enter(client, group="Desk chief", **fields):
    user = make_login(group, **fields)
    client.force_login(user)
    return user


@pytest.mark.parametrize("stories", [1, 3])
def test_the_queue_shows_each_change_with_its_sentences_at_one_price(client, match, stories, django_assert_num_queries):
    cancelled(match, stories)
    enter(client)
    client.get(QUEUE)

    with django_assert_num_queries(10):
        page = client.get(QUEUE)

    text = page.content.decode()
    assert text.count("<mark>Carlos Augusto</mark>") == stories
    assert "67&#x27; Lautaro Martínez" in text


def test_each_sees_the_stories_of_the_publishers_that_they_edit_for(client, match):
    cancelled(match)
    enter(client, "Editor", publisher=make_publisher("Altra Testata"))

    mine, everybodys = client.get(QUEUE), client.get(f"{QUEUE}?whose=all")

    assert [len(page.context["page"].object_list) for page in (mine, everybodys)] == [0, 1]
    assert b'value="right ' not in everybodys.content


def test_who_edits_nothing_does_not_see_the_queue(client, match):
    cancelled(match)
    client.force_login(make_login())

    assert client.get(QUEUE).status_code == 403


@pytest.mark.parametrize(("state", "one"), [("right", True), ("left", True), ("right", False), ("left", False)])
def test_one_sentence_or_all_of_a_change_leave_the_queue(client, match, state, one):
    cancelled(match, 3)
    user = enter(client)
    first = Impact.objects.open().first()

    sent = f"{state} {first.pk}" if one else f"{state} change {first.change_id}"
    client.post(reverse("admin:articles_changed_decide"), {"decide": sent})

    assert Impact.objects.filter(state=state, closed_by=user).count() == (1 if one else 3)


@pytest.mark.parametrize("sent", ["", "right", "open 1", "corrected 1", "right change x", "nonsense 3"])
def test_what_is_no_decision_is_refused_and_closes_nothing(client, match, sent):
    cancelled(match)
    enter(client)

    response = client.post(reverse("admin:articles_changed_decide"), {"decide": sent}, follow=True)

    assert response.status_code == 200
    assert Impact.objects.open().count() == 1


def test_a_sentence_is_corrected_old_beside_new_and_its_markup_stays(client, match):
    (article,) = cancelled(match)
    enter(client)
    address = reverse("admin:articles_correct", args=[article.pk])
    page = client.get(address)
    sent = as_sent(page)

    response = client.post(address, sent, follow=True)

    assert sent["note"].startswith("Una versione precedente") or "67'" in sent["note"]
    assert told(response) and response.redirect_chain[-1][0] == QUEUE
    article.refresh_from_db()
    assert article.body == "<p>Al 67' <em>Lautaro Martínez</em> firma il 2-1 dell'Inter sul Kairat Almaty.</p>"
    assert [one.state for one in Impact.objects.all()] == ["corrected"]
    assert Correction.objects.get().note == sent["note"]


def test_a_sentence_that_two_facts_have_overtaken_is_corrected_once(client, match):
    (article,) = cancelled(match)
    match.refresh_from_db()
    match.away_goals = 2
    facts.save_match(match, by=None)
    impact.review()
    enter(client)
    address = reverse("admin:articles_correct", args=[article.pk])

    client.post(address, as_sent(client.get(address)))

    article.refresh_from_db()
    assert article.body == "<p>Al 67' <em>Lautaro Martínez</em> firma il 2-2 dell'Inter sul Kairat Almaty.</p>"


def test_a_correction_over_a_newer_version_is_refused_with_all_that_was_typed(client, match):
    from articles import actions

    (article,) = cancelled(match)
    enter(client)
    address = reverse("admin:articles_correct", args=[article.pk])
    sent = as_sent(client.get(address), note="Il gol era di Lautaro.")
    actions.revise(Article.objects.get(pk=article.pk), by=None, standfirst="Altro.")

    page = client.post(address, sent)

    assert page.status_code == 200
    assert "Il gol era di Lautaro." in page.content.decode()
    assert Correction.objects.count() == 0


def test_an_editor_who_may_not_correct_is_told_why(client, match):
    (article,) = cancelled(match)
    enter(client, "Editor")

    page = client.get(reverse("admin:articles_correct", args=[article.pk]))

    assert page.context["decision"].because in page.content.decode().replace("&#x27;", "'")
    assert "id_note" in page.content.decode()


def test_a_note_is_amended_and_stands_in_the_panel_of_its_story(client, match):
    from articles import actions

    (article,) = cancelled(match)
    enter(client)
    note = actions.correct(article, note="Il gol è anullato.", by=None)
    address = reverse("admin:articles_correction_amend", args=[note.pk])

    client.post(address, as_sent(client.get(address), note="Il gol è stato annullato."))

    form = client.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()
    assert "Il gol è stato annullato." in form
    assert "Il gol è anullato." in client.get(address).content.decode()

"""Saving on the desk: never over a newer version unseen, what is typed is kept apart, and each sees who else is there."""

import json
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.test import Client

from articles import actions, comparing, presence
from articles.models import Article, Author, Byline, Presence, WorkingCopy
from articles.typed import FIELDS, Carried
from teams import clock
from tests.desk import as_sent, change, make_login, told
from tests.making import make_article, make_published

pytestmark = pytest.mark.django_db
TYPED, SESSION, PRESENT = (f"/admin/articles/article/{page}/" for page in ("typed", "session", "presence"))
ADD = "/admin/articles/article/add/"


@pytest.fixture
def ada():
    return make_login("Editor", "ada")


@pytest.fixture
def desk(client, ada):
    client.force_login(ada)
    return client


@pytest.fixture
def grace():
    client = Client()
    client.force_login(make_login("Editor", "grace"))
    return client


def sides(answer):
    """The fields that the page of a conflict shows, each with the side that it takes."""
    return {choice.name: choice.pick for choice in answer.context["conflict"].choices}


# Two people


def test_the_second_who_saves_is_shown_both_texts_and_overwrites_nothing(desk, grace):
    article = make_article("Uno")
    mine = as_sent(desk.get(change(article)), headline="Mio", standfirst="Solo mio")
    grace.post(change(article), as_sent(grace.get(change(article)), headline="Suo", tags="mercato"))

    answer = desk.post(change(article), {**mine, "_publish": "1"})

    assert (Article.objects.get().headline, Article.objects.get().status) == ("Suo", "draft")
    assert sides(answer) == {"headline": "mine", "standfirst": "mine", "topics": "theirs"}
    assert answer.context["conflict"].latest.made_by.username == "grace"
    assert as_sent(answer)["headline"] == "Mio"


@pytest.mark.parametrize(
    ("button", "choices", "expected"),
    [
        ("_mine", {}, ("Mio", "Solo mio", [])),
        ("_merge", {}, ("Mio", "Solo mio", ["mercato"])),
        ("_merge", {"choose-headline": "theirs", "choose-standfirst": "theirs"}, ("Suo", "", ["mercato"])),
        ("_theirs", {}, ("Suo", "", ["mercato"])),
    ],
)
def test_who_comes_second_keeps_his_own_takes_the_other_or_chooses_field_by_field(desk, grace, button, choices, expected):
    article = make_article("Uno")
    mine = as_sent(desk.get(change(article)), headline="Mio", standfirst="Solo mio")
    grace.post(change(article), as_sent(grace.get(change(article)), headline="Suo", tags="mercato"))
    page = desk.post(change(article), mine)
    picks = {f"choose-{name}": side for name, side in sides(page).items()}

    answer = desk.post(change(article), {**as_sent(page), **picks, **choices, button: "1"}, follow=True)

    article.refresh_from_db()
    assert (article.headline, article.standfirst, list(article.tags.names())) == expected
    assert answer.redirect_chain == [(change(article), 302)]


def test_plain_saving_again_is_asked_again(desk, grace):
    article = make_article("Uno")
    mine = as_sent(desk.get(change(article)), headline="Mio")
    grace.post(change(article), as_sent(grace.get(change(article)), headline="Suo"))

    desk.post(change(article), as_sent(desk.post(change(article), mine)))

    assert Article.objects.get().headline == "Suo"


def test_who_signs_is_chosen_too_whatever_lines_the_form_knew_of(desk, grace):
    uno, due, tre = (Author.objects.create(name=name, slug=name) for name in ("uno", "due", "tre"))
    article = make_article(authors=[uno])
    mine = as_sent(desk.get(change(article)), **{"bylines-0-author": due.pk})
    Byline.objects.all().delete()
    Byline.objects.create(article=article, author=tre)
    actions.revise(article, by=None, headline="Suo")

    page = desk.post(change(article), mine)
    desk.post(change(article), {**as_sent(page), "choose-bylines": "mine", "choose-headline": "theirs", "_merge": "1"})

    assert sides(page)["bylines"] == "mine"
    assert [str(byline) for byline in Byline.objects.all()] == ["due"]
    assert Article.objects.get().headline == "Suo"


def test_a_form_that_says_not_what_it_was_made_from_saves_nothing(desk):
    article = make_article("Uno")

    answer = desk.post(change(article), as_sent(desk.get(change(article)), headline="Due", token=""))

    assert answer.context["conflict"] and Article.objects.get().headline == "Uno"


def test_what_is_published_meanwhile_is_not_changed_by_a_form_that_thought_it_a_draft(desk):
    article = make_article("Uno")
    mine = as_sent(desk.get(change(article)), headline="Non ancora per tutti")
    actions.publish(article, by=None)

    page = desk.post(change(article), mine)
    before = Article.objects.get().headline
    desk.post(change(article), {**as_sent(page), "_mine": "1"})

    published = Article.objects.published().get()
    assert (before, published.headline) == ("Uno", "Non ancora per tutti")
    assert published.published_at == article.published_at


def test_every_field_that_the_form_saves_is_in_its_versions(desk):
    form = desk.get(change(make_article())).context["adminform"].form
    named = {name for name, field in form.fields.items() if not isinstance(field, Carried)}

    assert named - {FIELDS.get(name, name) for name in comparing.TOLD} <= {"assigned_to", "due_at", "refused_sources"}


# The working copy


def typed(client, headline, *, article=None, key=None, **sent):
    pairs = [["headline", headline], ["body", f"<p>{headline}</p>"], ["kind", "news"], ["language", "it"]]
    data = {"key": key or uuid4(), "article": article.pk if article else "", "data": json.dumps(pairs), **sent}
    return client.post(TYPED, data)


def test_what_is_typed_is_its_writers_alone_and_touches_neither_story_nor_history(desk, grace):
    article = make_published("Uno")

    answer = typed(desk, "Due", article=article, based_on=article.token)

    assert set(answer.json()) == {"at", "csrf"}
    assert (Article.objects.get().headline, article.versions.count()) == ("Uno", article.versions.count())
    assert [copy["headline"] for copy in desk.get(TYPED, {"article": article.pk}).json()["copies"]] == ["Due"]
    assert grace.get(TYPED, {"article": article.pk}).json()["copies"] == []


def test_a_new_story_has_a_working_copy_too_until_it_is_saved(desk):
    sent = as_sent(desk.get(ADD), headline="Nuova", publisher=make_article().publisher_id)
    typed(desk, "Nuova", key=sent["copy"])
    assert [copy["headline"] for copy in desk.get(TYPED).json()["copies"]] == ["Nuova"]

    desk.post(ADD, sent)

    assert Article.objects.filter(headline="Nuova").exists() and not WorkingCopy.objects.exists()


def test_what_was_typed_later_stays_whichever_comes_first(desk):
    key = uuid4()
    typed(desk, "Dopo", key=key)

    typed(desk, "Prima, ma senza rete", key=key, age=3600)

    assert desk.get(TYPED).json()["copies"][0]["headline"] == "Dopo"


def test_the_difference_is_shown_before_anything_is_replaced(desk):
    article = make_article("Uno")
    key = uuid4()
    typed(desk, "Due", article=article, key=key)

    page = desk.get(f"{TYPED}{key}/difference/")

    first = page.context["differences"][0]
    assert (first.name, first.rows[0].old[0].text, first.rows[0].new[0].text) == ("headline", "Uno", "Due")
    assert "<ins>" in page.content.decode() and Article.objects.get().headline == "Uno"


@pytest.mark.parametrize("sent", [{"key": "x"}, {"data": "{"}, {"data": '{"a": 1}'}, {"data": "[[1, 2]]"}, {"age": "soon"}])
def test_what_is_no_form_is_refused(desk, sent):
    assert typed(desk, "Due", **sent).status_code == 400
    assert not WorkingCopy.objects.exists()


def test_nobody_keeps_a_copy_of_what_he_may_not_change_or_under_anothers_key(desk, grace):
    key = uuid4()
    typed(desk, "Mio", key=key)
    nobody = Client()
    nobody.force_login(make_login("Data desk"))

    assert typed(grace, "Suo", key=key).status_code == 403
    assert typed(nobody, "Suo", article=make_article()).status_code == 403
    assert grace.get(f"{TYPED}{key}/difference/").status_code == 404
    grace.post(f"{TYPED}{key}/drop/")
    assert WorkingCopy.objects.get().user.username == "ada"


def test_a_month_later_what_nobody_came_back_to_is_gone(ada):
    old = actions.keep_copy(uuid4(), [], by=ada, age=timedelta(days=31))
    new = actions.keep_copy(uuid4(), [], by=ada, age=timedelta(days=29))

    actions.drop_old_copies(clock.now() - timedelta(days=1), clock.now())

    assert list(WorkingCopy.objects.all()) == [new] and old != new


# The login


def test_an_expired_login_is_told_in_place_and_mended_in_place(desk, ada):
    ada.set_password("secret")
    ada.save()
    desk.logout()

    refused = typed(desk, "Due")
    wrong = desk.post(SESSION, {"username": "ada", "password": "wrong"})
    right = desk.post(SESSION, {"username": "ada", "password": "secret"})

    assert (refused.status_code, wrong.status_code) == (401, 400)
    assert len(wrong.json()["errors"]) == 1
    assert right.json()["user"] == ada.pk
    assert typed(desk, "Due").status_code == 200


def test_what_one_wrote_is_not_kept_as_anothers(desk, grace):
    assert typed(grace, "Due", user=make_login("Editor", "ada").pk).status_code == 401


# Who is here


def beat(client, article, tab, **sent):
    return client.post(PRESENT, {"article": article.pk, "tab": tab, "token": article.token, **sent})


def test_each_sees_who_else_has_the_story_open_until_half_a_minute_after(desk, grace):
    article, tab, other = make_article(), uuid4(), uuid4()
    beat(grace, article, other)

    answer = beat(desk, article, tab)
    again = beat(desk, article, tab, known=answer.headers["X-State"])
    Presence.objects.filter(tab=other).update(seen_at=clock.now() - presence.GONE_AFTER)
    later = beat(desk, article, tab, known=answer.headers["X-State"])

    assert [each["name"] for each in answer.json()["here"]] == ["grace"]
    assert (again.status_code, again.content) == (204, b"")
    assert later.json()["here"] == []


def test_who_closes_the_page_is_gone_at_once_and_another_tab_is_called_ones_own(desk):
    article, tab, other = make_article(), uuid4(), uuid4()
    beat(desk, article, other)

    before = beat(desk, article, tab).json()["here"]
    beat(desk, article, other, leaving=1)

    assert [each["is_you"] for each in before] == [True]
    assert beat(desk, article, tab).json()["here"] == []


def test_a_newer_version_is_told_with_who_saved_it(desk, grace):
    article = make_article("Uno")
    token = article.token
    grace.post(change(article), as_sent(grace.get(change(article)), headline="Suo"))

    news = beat(desk, article, uuid4()).json()

    assert (news["saved"]["by"], news["saved"]["number"]) == ("grace", 2)
    assert UUID(news["token"]) == Article.objects.get().token
    compared = desk.get(f"/admin/articles/article/{article.pk}/history/compare/", {"since": token})
    assert [difference.name for difference in compared.context["differences"]] == ["headline"]


def test_a_beat_asks_little(desk, django_assert_num_queries):
    article, tab = make_article(), uuid4()
    beat(desk, article, tab)

    with django_assert_num_queries(10):
        beat(desk, article, tab)


def test_the_messages_of_a_conflict_say_that_nothing_is_lost(desk, grace):
    article = make_article("Uno")
    mine = as_sent(desk.get(change(article)), headline="Mio")
    actions.revise(article, by=None, headline="Suo")

    page = desk.post(change(article), mine)

    assert [str(error) for error in page.context["adminform"].form.non_field_errors()] == [
        "Nel frattempo qualcuno ha salvato una versione più recente. Nulla va perso: scegliere qui sotto."
    ]
    assert told(desk.get(change(article))) == []

"""Choices on a list, kept under a name: by whom, for whom, and what a list is asked that is no choice."""

import pytest

from articles.models import SavedFilter
from tests.desk import make_login
from tests.making import make_article

pytestmark = pytest.mark.django_db

STORIES, PICTURES = "/admin/articles/article/", "/admin/articles/image/"


@pytest.fixture
def editor():
    return make_login("Editor")


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def keep(desk, name, query, page=STORIES):
    return desk.post(f"{page}filters/save/", {"name": name, "query": query})


@pytest.mark.parametrize("page", [STORIES, PICTURES])
def test_a_choice_is_kept_and_found_again_over_the_list(desk, editor, page):
    answer = keep(desk, " Mie bozze ", "q=derby&o=1&p=2", page)

    row = SavedFilter.objects.get()
    assert (row.user, row.name, row.query) == (editor, "Mie bozze", "o=1&q=derby")
    assert answer.url == f"{page}?o=1&q=derby"
    assert '<a href="?o=1&amp;q=derby" aria-current="true">Mie bozze</a>' in desk.get(answer.url).content.decode()
    assert '<a href="?o=1&amp;q=derby">Mie bozze</a>' in desk.get(page).content.decode()


def test_a_list_without_a_choice_offers_nothing_to_keep_and_a_kept_one_nothing_to_keep_again(desk):
    keep(desk, "Bozze", "standing=draft")

    pages = [desk.get(STORIES + query).content.decode() for query in ("", "?p=1", "?standing=draft", "?standing=out")]

    assert ['name="name"' in page for page in pages] == [False, False, False, True]


def test_a_name_that_is_there_means_the_new_choice(desk):
    keep(desk, "Mie", "standing=draft")
    keep(desk, "Mie", "standing=mine")

    assert SavedFilter.objects.get().query == "standing=mine"


@pytest.mark.parametrize(
    ("name", "query"), [("", "q=derby"), ("n" * 61, "q=derby"), ("Nulla", "p=3"), ("Lungo", f"q={'x' * 1001}")]
)
def test_what_cannot_be_kept_is_told_and_the_list_stays_as_it_was_chosen(desk, name, query):
    answer = keep(desk, name, query)

    page = desk.get(answer.url)
    assert [message.level_tag for message in page.context["messages"]] == ["error"]
    assert not SavedFilter.objects.exists()


def test_nobody_else_sees_or_removes_it_and_each_list_has_its_own(desk, client):
    keep(desk, "Segreto", "standing=draft")
    row = SavedFilter.objects.get()
    desk.get(STORIES)
    pictures = desk.get(PICTURES).content.decode()
    client.force_login(make_login("Desk chief"))

    assert "Segreto" not in client.get(STORIES).content.decode() + pictures
    assert client.post(f"{STORIES}filters/{row.pk}/remove/").status_code == 404
    assert SavedFilter.objects.exists()


def test_it_is_removed_by_a_click_and_never_by_looking(desk):
    keep(desk, "Bozze", "standing=draft")
    address = f"{STORIES}filters/{SavedFilter.objects.get().pk}/remove/"

    looked = desk.get(address)
    answer = desk.post(address, {"query": "q=derby"})

    assert (looked.status_code, answer.url) == (405, f"{STORIES}?q=derby")
    assert not SavedFilter.objects.exists()


def test_who_sees_no_stories_keeps_no_choice_of_them(client):
    client.force_login(make_login())

    assert keep(client, "Bozze", "standing=draft").status_code == 403
    assert not SavedFilter.objects.exists()


@pytest.mark.parametrize("number", [1, 3])
def test_all_of_them_cost_one_query(desk, django_assert_num_queries, number):
    make_article()
    for each in range(number):
        keep(desk, f"Scelta {each}", f"q={each}")
    desk.get(STORIES)

    with django_assert_num_queries(9):
        desk.get(STORIES)

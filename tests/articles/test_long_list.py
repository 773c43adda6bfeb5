"""The list of stories is as long as the archive: it shows the newest that fit, page by page, and counts no others."""

import pytest
from django.contrib import admin

from articles.admin import long_list
from articles.models import Article
from tests.desk import make_login
from tests.making import make_article

pytestmark = pytest.mark.django_db

LIST = "/admin/articles/article/"


@pytest.fixture
def desk(client, monkeypatch):
    monkeypatch.setattr(long_list, "MOST", 3)
    client.force_login(make_login("Editor"))
    return client


def stories(number):
    return [make_article(f"Derby {n}") for n in range(number)]


def test_it_ends_where_nobody_leafs_any_more_and_says_so(desk):
    written = stories(4)

    page = desk.get(LIST)

    assert list(page.context["cl"].result_list) == written[:0:-1]
    assert page.context["cl"].result_count == 3
    assert page.context["cl"].paginator.is_cut
    assert '<p class="quiet">' in page.content.decode()


def test_a_list_that_is_shown_whole_says_nothing(desk):
    written = stories(3)

    page = desk.get(LIST, {"q": "derby"})

    assert list(page.context["cl"].result_list) == written[::-1]
    assert '<p class="quiet">' not in page.content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_whatever_it_holds_it_asks_the_same(desk, number, django_assert_num_queries):
    stories(number)
    desk.get(LIST)

    with django_assert_num_queries(9):
        assert len(desk.get(LIST).context["cl"].result_list) == number


def test_its_pages_follow_each_other(desk, monkeypatch):
    monkeypatch.setattr(admin.site.get_model_admin(Article), "list_per_page", 2)
    written = stories(4)

    pages = [list(desk.get(LIST, {"p": page}).context["cl"].result_list) for page in (1, 2)]

    assert pages == [[written[3], written[2]], [written[1]]]

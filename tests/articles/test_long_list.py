"""The list of stories is as long as the archive: it shows the newest that fit, page by page, and counts no others."""

import pytest

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
def test_each_page_is_read_in_two_queries_in_the_order_of_the_list(number, django_assert_num_queries):
    written = stories(number + 1)
    pages = long_list.LongList(Article.objects.order_by("-pk"), number)

    with django_assert_num_queries(2):
        shown = list(pages.page(1))

    assert shown == written[:0:-1]
    assert list(pages.page(2)) == written[:1]

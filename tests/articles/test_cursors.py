"""The mark at which the next page of a list begins."""

from datetime import UTC, datetime

import pytest
from django.http import Http404

from articles import cursors
from articles.models import Article


def test_a_mark_is_read_as_it_was_written():
    published = datetime(2025, 11, 5, 22, 10, 30, 123456, tzinfo=UTC)

    mark = cursors.mark(Article(pk=17, published_at=published))

    assert mark == "20251105T221030.123456-17"
    assert cursors.read(mark) == (published, 17)


def test_no_mark_means_the_first_page():
    assert cursors.read("") is None


@pytest.mark.parametrize(
    "text", ["17", "20251105-17", "20251305T221030.123456-17", "20251105T221030.123456-", "20251105T221030.123456-" + "9" * 19]
)
def test_what_is_no_mark_is_not_found(text):
    with pytest.raises(Http404):
        cursors.read(text)

"""Programs that ask again get 304 when nothing changed, and never when something did."""

import gzip
from datetime import UTC, datetime

import pytest
from django.test import RequestFactory

from teams import conditional

CHANGED = datetime(2025, 11, 5, 22, 10, 30, 500000, tzinfo=UTC)
BODY = b"<rss/>" * 100


def ask(method="GET", *, changed=CHANGED, state="", body=BODY, **headers):
    request = RequestFactory().generic(method, "/it/feed.rss", headers={k.replace("_", "-"): v for k, v in headers.items()})
    return conditional.answer(request, lambda: body, content_type="text/plain", changed=changed, state=state)


def test_an_answer_says_when_it_changed_and_for_how_long_it_may_be_kept():
    answer = ask()

    assert answer.content == BODY
    assert answer.headers["Last-Modified"] == "Wed, 05 Nov 2025 22:10:30 GMT"
    assert answer.headers["Cache-Control"] == "public, max-age=300"
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert answer.headers["Content-Length"] == "600"


def test_who_holds_the_tag_gets_no_body_and_the_same_headers():
    first = ask()

    again = ask(if_none_match=first.headers["ETag"])

    assert (again.status_code, again.content) == (304, b"")
    for name in ("ETag", "Last-Modified", "Cache-Control", "Vary"):
        assert again.headers[name] == first.headers[name]


def test_the_body_is_not_made_for_who_holds_it():
    tag = ask().headers["ETag"]

    request = RequestFactory().get("/it/feed.rss", headers={"if-none-match": tag})
    answer = conditional.answer(request, pytest.fail, content_type="text/plain", changed=CHANGED)

    assert answer.status_code == 304


@pytest.mark.parametrize("form", ["{}", '"other", {}', 'W/"other", {}', "*"])
def test_tags_are_compared_weakly_and_may_come_in_a_list(form):
    tag = ask().headers["ETag"]

    assert ask(if_none_match=form.format(tag)).status_code == 304
    assert ask(if_none_match=form.format(tag.removeprefix("W/"))).status_code == 304


def test_the_tag_wins_over_the_date():
    date = ask().headers["Last-Modified"]

    assert ask(if_none_match='"other"', if_modified_since=date).status_code == 200


def test_the_date_alone_is_enough():
    date = ask().headers["Last-Modified"]

    assert ask(if_modified_since=date).status_code == 304
    assert ask(if_modified_since="Wed, 05 Nov 2025 22:10:29 GMT").status_code == 200


def test_another_state_of_the_same_second_has_another_tag():
    tag = ask(state=1).headers["ETag"]

    assert ask(state=2, if_none_match=tag).status_code == 200


def test_head_is_get_without_the_body():
    got, headed = ask(), ask("HEAD")

    assert headed.content == b""
    assert headed.headers == got.headers


def test_the_compressed_answer_is_the_same_and_has_the_same_tag():
    plain, packed = ask(), ask(accept_encoding="br, gzip")

    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.headers["Content-Length"] == str(len(packed.content))
    assert gzip.decompress(packed.content) == BODY
    assert packed.headers["ETag"] == plain.headers["ETag"]
    assert ask(accept_encoding="gzip").content == packed.content


@pytest.mark.parametrize("refused", ["gzip;q=0", "gzip; q=0.0, br", "identity"])
def test_who_does_not_want_gzip_gets_none(refused):
    assert "Content-Encoding" not in ask(accept_encoding=refused).headers


def test_what_never_had_content_stays_as_it_is():
    assert ask(changed=None).headers["Last-Modified"] == "Wed, 01 Jan 2025 00:00:00 GMT"
    assert ask(changed=None).headers["ETag"] == ask(changed=None).headers["ETag"]

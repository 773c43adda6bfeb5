"""The box with the table when a story was written and now: only where there is a difference to tell."""

from datetime import UTC, datetime, timedelta

import pytest

from articles import then_and_now, ties
from articles.models import Article
from teams import clock, embargo
from tests.making import make_match, make_published, make_stage

pytestmark = pytest.mark.django_db

MONDAY = datetime(2025, 11, 3, 19, 45, tzinfo=UTC)
LATER = MONDAY + timedelta(days=10)


@pytest.fixture
def match():
    stage = make_stage("Serie A")
    make_match("Inter 1-0 Roma", stage=stage, kickoff=MONDAY - timedelta(days=7))
    return make_match("Inter 2-1 Lazio", stage=stage, kickoff=MONDAY)


def next_week(told="Napoli 3-0 Inter", **fields):
    return make_match(told, stage=make_stage("Serie A"), kickoff=MONDAY + timedelta(days=7), **fields)


def box(match, at=MONDAY + timedelta(hours=3), today=LATER, about=()):
    story = make_published("Inter, che notte", about=[match, *about], at=at)
    with clock.at(today):
        article = Article.objects.for_page().get(pk=story.pk)
        return then_and_now.of(article, ties.of(article))


def told(found):
    return [(str(row.team), row.then, row.now) for row in found.standings]


def test_it_tells_place_and_points_then_and_now_of_the_teams_that_the_story_is_about(match):
    next_week()

    found = box(match, about=[match.home])

    assert told(found) == [("Inter", (1, 6, 2), (1, 6, 3))]


def test_both_sides_where_the_story_names_none_and_who_stands_as_before_is_left_out(match):
    next_week("Roma 0-1 Lazio")

    assert told(box(match)) == [("Lazio", (2, 0, 1), (2, 3, 2))]


def test_nothing_where_nothing_has_been_played_since(match):
    assert box(match) is None


def test_nothing_on_the_day_itself_and_no_query(match, django_assert_num_queries):
    article = make_published("Inter, che notte", about=[match], at=MONDAY + timedelta(hours=1))
    tied = ties.of(article)

    with clock.at(MONDAY + timedelta(hours=2)), django_assert_num_queries(0):
        assert then_and_now.of(article, tied) is None


def test_a_result_under_embargo_is_no_news(match):
    next_week(result_embargo=LATER + timedelta(days=1))

    with embargo.for_readers():
        assert box(match) is None


@pytest.mark.parametrize("rounds", [1, 3])
def test_its_price_does_not_depend_on_the_season(match, rounds, django_assert_num_queries):
    for week in range(rounds):
        make_match("Napoli 3-0 Inter", stage=match.stage, kickoff=MONDAY + timedelta(days=2 + week))
    article = make_published("Inter, che notte", about=[match], at=MONDAY + timedelta(hours=3))
    tied = ties.of(Article.objects.for_page().get(pk=article.pk))

    with clock.at(LATER):
        with django_assert_num_queries(4):
            then_and_now.of(article, tied)
        with django_assert_num_queries(1):
            then_and_now.of(article, tied)

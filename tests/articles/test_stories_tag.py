"""The tags by which pages of facts ask for stories: data, in one query, of the edition that is read."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone, translation

from articles.templatetags import stories
from tests.making import make_article, make_goal, make_match, make_person, make_published, make_team

pytestmark = pytest.mark.django_db


def published(headline, hours=1, **fields):
    return make_published(headline, at=timezone.now() - timedelta(hours=hours), **fields)


def test_stories_about_a_fact_are_those_of_the_edition_that_is_read_the_newest_first():
    person = make_person("Lautaro Martínez")
    older = published("Ieri", 2, about=[person])
    newer = published("Oggi", 1, about=[person])
    english = published("Today", 1, about=[person], language="en")

    assert stories.stories_about(person) == [newer, older]
    assert stories.stories_elsewhere(person) == [english]
    with translation.override("en"):
        assert stories.stories_about(person) == [english]
        assert stories.stories_elsewhere(person) == [newer, older]


def test_there_are_as_many_as_were_asked_for():
    team = make_team("Inter")
    for number in range(3):
        published(f"Storia {number}", about=[team])

    assert len(stories.stories_about(team, limit=2)) == 2


@pytest.mark.parametrize("number", [1, 3])
def test_stories_about_a_match_come_ready_for_their_cards_in_one_query(django_assert_num_queries, number):
    match = make_match()
    for n in range(number):
        published(f"Storia {n}", about=[match])

    with django_assert_num_queries(1):
        told = [(story.headline, story.publisher.name, story.image) for story in stories.stories_about(match)]

    assert len(told) == number


@pytest.mark.parametrize("number", [1, 3])
def test_the_stories_of_all_events_of_a_match_are_one_query(django_assert_num_queries, number):
    match = make_match()
    goals = [make_goal(match, minute=minute) for minute in range(1, number + 1)]
    told = [published(f"Il gol al {goal.minute}'", about=[goal]) for goal in goals]

    with django_assert_num_queries(1):
        found = stories.stories_by_event(match)

    assert [stories.of_event(found, goal) for goal in goals] == [[story] for story in told]


def test_a_story_of_two_goals_stands_with_both():
    match = make_match()
    first, second = make_goal(match, minute=45), make_goal(match, "Carlos Augusto", 67)
    both = published("La cronaca", 2, about=[first, second])
    one = published("Il sinistro", 1, about=[second])

    found = stories.stories_by_event(match)

    assert (stories.of_event(found, first), stories.of_event(found, second)) == ([both], [one, both])


def test_events_of_different_matches_can_be_asked_for_together():
    goals = [make_goal(make_match()), make_goal(make_match("Inter 2-0 Ajax", kickoff=datetime(2025, 9, 17, 19, tzinfo=UTC)))]
    told = [published(f"Storia {goal.pk}", about=[goal]) for goal in goals]

    found = stories.stories_of_events(goals)

    assert [stories.of_event(found, goal) for goal in goals] == [[story] for story in told]


def test_an_event_without_stories_has_none():
    match = make_match()

    assert stories.of_event(stories.stories_by_event(match), make_goal(match)) == []


def test_what_is_not_published_is_told_nowhere():
    match = make_match()
    goal = make_goal(match)
    make_article("Bozza", about=[goal])
    published("Domani", -24, about=[goal])

    assert stories.stories_about(match) == []
    assert stories.stories_about(goal) == []
    assert stories.stories_by_event(match) == {}
    assert stories.latest_stories() == []


@pytest.mark.parametrize(
    ("at", "told"),
    [
        ((2025, 11, 6, 0, 5), "00:05"),
        ((2025, 11, 5, 23, 5), "ieri, 23:05"),
        ((2025, 11, 3, 12, 0), "3 novembre"),
        ((2024, 11, 3, 12, 0), "3 novembre 2024"),
    ],
)
def test_the_time_of_a_story_is_as_short_as_it_can_be(settings, at, told):
    rome = ZoneInfo("Europe/Rome")
    settings.NEWSROOM_CLOCK = datetime(2025, 11, 6, 9, tzinfo=rome)

    assert stories.printed(datetime(*at, tzinfo=rome)) == told

"""What stands beside a story: the same events before the same match before the same people, each story once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import actions, related, ties
from articles.models import Article
from tests.making import make_goal, make_match, make_person, make_published, make_publisher

pytestmark = pytest.mark.django_db


def published(headline, hours=1, **fields):
    fields.setdefault("publisher", make_publisher("Terzo Tempo", kind="own"))
    return make_published(headline, at=timezone.now() - timedelta(hours=hours), **fields)


def beside(story):
    return related.to(Article.objects.for_page().get(pk=story.pk), ties.of(story))


def test_stories_of_the_same_events_come_before_those_of_the_same_match_before_those_of_the_same_people():
    match = make_match()
    goal = make_goal(match, "Lautaro Martínez")
    story = published("Retroscena", 1, about=[match, goal, goal.person])
    of_person = published("Intervista", 2, about=[goal.person])
    of_match = published("La cronaca", 3, about=[match])
    of_goal = published("Il gol", 4, about=[goal])

    assert beside(story).stories == [of_goal, of_match, of_person]


def test_other_publishers_on_the_same_match_have_a_list_of_their_own_one_story_each():
    match = make_match()
    story = published("La cronaca", 1, about=[match])
    partner = make_publisher("Inter News 24")
    newer = published("Retroscena", 2, about=[match], publisher=partner)
    older = published("Ancora", 3, about=[match], publisher=partner)

    found = beside(story)

    assert (found.others, found.stories) == ([newer], [older])


def test_what_the_other_edition_says_of_the_match_stands_apart():
    match = make_match()
    story = published("La cronaca", 1, about=[match])
    english = published("The report", 2, about=[match], language="en")

    found = beside(story)

    assert (found.stories, found.elsewhere) == ([], [english])


def test_the_sister_of_a_story_is_not_told_of_twice():
    match = make_match()
    story, english = published("La cronaca", 1, about=[match]), published("The report", 2, about=[match], language="en")
    other = published("The quotes", 3, about=[match], language="en")

    actions.tie_translations(story, english, by=None)

    assert (beside(story).elsewhere, beside(english).elsewhere) == ([other], [])


def test_a_story_stands_beside_another_only_once_and_never_beside_itself():
    match = make_match()
    goals = [make_goal(match, minute=minute) for minute in (45, 67)]
    story = published("Retroscena", 1, about=[match, *goals])
    other = published("La cronaca", 2, about=[match, *goals])

    assert beside(story).stories == [other]


def test_a_story_tied_to_nothing_has_the_latest_beside_it():
    latest = published("La cronaca", 1)

    assert beside(published("Comunicato", 2)).stories == [latest]


@pytest.mark.parametrize("number", [1, 3])
def test_all_of_it_takes_two_queries(django_assert_num_queries, number):
    match, person = make_match(), make_person()
    story = published("Retroscena", 1, about=[match, person])
    for n in range(number):
        published(f"Storia {n}", 2, about=[match, person])
    tied = ties.of(story)
    read = Article.objects.for_page().get(pk=story.pk)

    with django_assert_num_queries(2):
        found = related.to(read, tied)

    assert len(found.stories) == number


def test_the_match_of_an_event_is_the_match_of_the_story():
    goal = make_goal(make_match())
    story = published("Il gol", about=[goal])

    tied = ties.of(story)

    assert (tied.match, tied.goals, tied.events, tied.only_goals) == (goal.match, [goal], [goal], True)


def test_a_match_that_is_only_mentioned_is_not_the_match_of_the_story():
    match = make_match()
    story = published("Anni fa", mentions=[match])

    tied = ties.of(story)

    assert (tied.match, tied.matches) == (None, [match])


def test_publishers_that_tell_of_the_same_goal_are_counted_once_each(db):
    match = make_match("Inter 2-1 Kairat Almaty")
    goal, other = make_goal(match, "Lautaro Martínez", 45), make_goal(match, "Carlos Augusto", 67)
    article = make_published("Il gol", about=[match, goal], publisher=make_publisher("Prima"))
    for name, event in (("Seconda", goal), ("Seconda", goal), ("Terza", goal), ("Quarta", other)):
        make_published(f"Il gol, {name}", about=[match, event], publisher=make_publisher(name))

    assert beside(article).sources == 3


def test_without_an_event_stories_of_one_kind_on_one_match_are_counted(db):
    match = make_match("Inter 2-1 Kairat Almaty")
    article = make_published("La cronaca", about=[match], kind="report", publisher=make_publisher("Prima"))
    make_published("Altra cronaca", about=[match], kind="report", publisher=make_publisher("Seconda"))
    make_published("Un commento", about=[match], kind="opinion", publisher=make_publisher("Terza"))

    assert beside(article).sources == 2

"""Where a story stands follows from its links."""

import pytest

from articles import actions
from articles.models import Article, FeedState, Listing
from tests.making import make_article, make_goal, make_match, make_person, make_published

pytestmark = pytest.mark.django_db


def listed(kind, row):
    return list(Article.objects.published().listed(kind, row.pk, "it"))


def test_a_story_about_a_goal_is_listed_on_the_goal_its_match_both_teams_the_scorer_and_the_competition():
    match = make_match("Inter 2-1 Kairat Almaty")
    goal = make_goal(match, "Lautaro Martínez", 45)

    story = make_published(about=[goal])

    assert listed("event", goal) == [story]
    assert listed("match", match) == [story]
    assert listed("team", match.home) == [story]
    assert listed("team", match.away) == [story]
    assert listed("person", goal.person) == [story]
    assert listed("competition", match.stage.season.competition) == [story]


def test_a_person_who_is_only_mentioned_does_not_list_the_story():
    person = make_person("Maurizio Sarri")

    make_published(mentions=[person])

    assert listed("person", person) == []


def test_a_draft_is_listed_nowhere():
    make_article(about=[make_match()])

    assert Listing.objects.count() == 0


def test_withdrawing_takes_a_story_out_of_every_list_and_raises_their_time_of_change():
    match = make_match()
    story = make_published(about=[match])
    before = {state.pk: state.changed_at for state in FeedState.objects.all()}

    actions.withdraw(story, by=None)

    assert listed("match", match) == []
    assert all(state.changed_at > before[state.pk] for state in FeedState.objects.all())


def test_unlinking_a_published_story_takes_it_from_that_list_only():
    match = make_match()
    person = make_person("Cristian Chivu")
    story = make_published(about=[match, person])

    actions.unlink(story, person, by=None)

    assert listed("person", person) == []
    assert listed("match", match) == [story]

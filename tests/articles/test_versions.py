"""Versions: each change keeps one, only where it says something new, and any of them comes back whole."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from articles import actions, versions
from articles.models import Article, Author, Version
from teams import clock
from teams.models import AuditEntry
from tests.desk import make_login
from tests.making import make_article, make_goal, make_match, make_person, make_published, make_publisher, make_team

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada():
    return make_login("Editor", "ada")


def rich(**fields):
    """A draft with rows of every kind beside it."""
    match = make_match("Inter 2-1 Kairat Almaty")
    goal = make_goal(match)
    return make_article(
        "Titolo",
        about=[match, goal, goal.person],
        mentions=[match.away],
        citations=["la Repubblica", "ANSA"],
        authors=[Author.objects.create(name="Ada", slug="ada")],
        topics=["mercato", "arbitri"],
        **fields,
    )


def test_every_change_keeps_a_version_with_its_author_and_its_time(ada):
    article = make_article("Uno")

    actions.revise(article, by=ada, headline="Due")

    second, first = article.versions.all()
    assert [(v.number, v.data["headline"], v.made_by) for v in (first, second)] == [(1, "Uno", None), (2, "Due", ada)]
    assert second.made_at == article.updated_at


def test_saving_what_nobody_changed_keeps_no_version_and_leaves_every_form_good(ada):
    article = make_article()
    token = article.token

    actions.revise(article, by=ada, headline=article.headline)

    article.refresh_from_db()
    assert (article.versions.count(), article.token) == (1, token)


def test_a_story_from_before_there_were_versions_keeps_what_it_was(ada):
    article = make_article("Uno")
    Version.objects.all().delete()

    actions.revise(article, by=ada, headline="Due")

    assert [v.data["headline"] for v in article.versions.order_by("number")] == ["Uno", "Due"]


def test_a_moment_that_matters_is_kept_even_if_it_says_nothing_new(ada):
    article = make_article()

    actions.settle(article, by=ada, modified=False, moment=Version.Moment.REVIEW)

    latest = article.versions.first()
    assert (latest.number, latest.called) == (2, "Come mandato in revisione")


def test_a_version_holds_the_whole_story():
    article = rich()

    data = article.versions.get().data

    assert data == versions.data_of(Article.objects.get())
    assert set(data) == {*versions.WRITTEN, *versions.DECIDED, *versions.ROWS, versions.TIES}
    assert data["citations"] == [["la Repubblica", ""], ["ANSA", ""]]
    assert data["topics"] == ["arbitri", "mercato"]
    assert [tie[0] for tie in data["ties"]] == ["event", "match", "person", "team"]


def test_bringing_back_says_all_again_but_not_where_when_and_in_which_state(ada):
    article = rich()
    whole = versions.data_of(article)
    hour = clock.now() - timedelta(hours=1)
    actions.rewrite(article, by=ada, headline="Altro", body="<p>Altro.</p>", slug="altro", topics=["coppa"])
    actions.publish(article, by=None, at=hour)

    actions.bring_back(article, article.versions.get(number=1), by=ada)

    article = Article.objects.get()
    assert {name: versions.data_of(article)[name] for name in whole if name not in versions.DECIDED} == {
        name: value for name, value in whole.items() if name not in versions.DECIDED
    }
    assert (article.slug, article.status, article.published_at) == ("altro", "published", hour)
    assert article.modified_at == article.updated_at
    assert str(article.versions.first().called) == "Ripristinato dalla versione 1"
    assert AuditEntry.objects.get(verb="bring_version_back").details == {"version": 1}
    assert Article.objects.listed("team", article.team_links.get().team_id, "it").count() == 1


def test_what_is_gone_since_does_not_come_back_and_stops_nothing(ada):
    old, player, author = make_publisher("Vecchio"), make_person(), Author.objects.create(name="Ada", slug="ada")
    article = make_article("Titolo", publisher=old, about=[player], authors=[author])
    actions.rewrite(article, by=ada, headline="Altro", publisher=make_publisher("Nuovo"))
    for row in (old, player, author):
        row.delete()

    actions.bring_back(article, article.versions.get(number=1), by=ada)

    article = Article.objects.get()
    assert (article.headline, article.publisher.name) == ("Titolo", "Nuovo")
    assert not article.bylines.exists() and not article.person_links.exists()


def test_only_who_may_change_a_story_brings_back_and_names(ada):
    article = make_published()
    version = article.versions.last()

    with pytest.raises(PermissionDenied):
        actions.bring_back(article, version, by=make_login("Data desk"))
    with pytest.raises(PermissionDenied):
        actions.name_version(version, "Mia", by=make_login("Data desk"))
    assert actions.name_version(version, " Prima stesura ", by=ada).called == "Prima stesura"


def test_a_verb_with_an_older_story_in_hand_is_refused(ada):
    article = make_article("Uno")
    older = Article.objects.get()
    actions.revise(article, by=ada, headline="Due")

    with pytest.raises(ValidationError, match="versione più recente"):
        actions.revise(older, by=ada, standfirst="Perso?")
    with pytest.raises(ValidationError, match="versione più recente"):
        actions.publish(older, by=None)

    assert Article.objects.get().headline == "Due"


def test_a_tie_is_a_version_and_spoils_no_form(ada):
    article = make_published()
    token = article.token

    actions.link(article, make_team("Inter"), by=ada)

    article.refresh_from_db()
    assert (article.token, article.versions.first().made_by) == (token, ada)
    assert article.versions.first().data["ties"] == [["team", make_team("Inter").pk, "about"]]


@pytest.mark.parametrize("rows", [1, 3])
def test_keeping_a_version_takes_three_queries(rows, django_assert_num_queries):
    article = make_article(about=[make_person(f"Player {n}") for n in range(rows)], topics=[f"topic {n}" for n in range(rows)])
    article.headline = "Altro"

    with django_assert_num_queries(3):
        versions.remember(article, by=None)

"""The desk's search in its list: every story that a login may see; what only the desk sees, readers never find."""

from importlib import import_module

import pytest
from django.apps import apps

from articles import actions, desk_index, index
from articles.models import Article, Author, DeskEntry
from tests.desk import make_login, save
from tests.making import make_article, make_published, make_publisher

pytestmark = pytest.mark.django_db

LIST = "/admin/articles/article/"


@pytest.fixture
def desk(client):
    client.force_login(make_login("Editor"))
    return client


def found(desk, typed, **filters):
    return list(desk.get(LIST, {"q": typed, **filters}).context["cl"].result_list)


def make_signed(headline="Derby", name="Pietro Calabrò", **fields):
    author, _ = Author.objects.get_or_create(name=name, defaults={"slug": "pietro-calabro"})
    return make_article(headline, authors=[author], **fields)


@pytest.mark.parametrize("typed", ["inter kai", "Kairat", "KAI", "serata", "martinez", "dell'int", "calabro", "pietro der", ""])
def test_a_story_is_found_while_its_words_are_typed(desk, typed):
    story = make_signed("Derby dell'Inter: Kairat e Martínez", standfirst="Una serata lunga.")

    assert found(desk, typed) == [story]


@pytest.mark.parametrize("typed", ["derby kai", "erby", '"', "OR", "derby AND", "* - :", "NEAR(derby)", "derby'"])
def test_what_is_typed_is_words_and_nothing_else(desk, typed):
    story = make_article("Derby")

    assert found(desk, typed) == ([story] if typed == "derby'" else [])


def test_what_was_touched_last_comes_first_whatever_its_state(desk):
    first, second = make_published("Derby uno"), make_article("Derby due")
    actions.revise(first, by=None, standfirst="Di nuovo.")

    assert found(desk, "derby") == [first, second]


def test_it_knows_a_story_as_it_was_last_saved(desk):
    story = make_article("Derby", standfirst="Una serata lunga.")

    save(desk, story, standfirst="Una notte lunga.")

    assert found(desk, "serata") == []
    assert found(desk, "notte") == [story]


def test_a_byline_is_found_by_its_new_name(desk):
    story = make_signed()
    author = story.bylines.get().author

    save(desk, author, name="Pietro Greco")

    assert found(desk, "greco") == [story]
    assert DeskEntry.objects.get().words == "derby pietro greco calabro"


def test_filters_narrow_what_is_found(desk):
    draft = make_article("Derby uno")
    make_published("Derby due")

    assert found(desk, "derby", standing="draft") == [draft]


def test_who_works_for_another_publisher_finds_no_draft_of_this_one(client):
    ours, theirs = make_publisher("Nostra"), make_publisher("Loro")
    make_article("Derby segreto", publisher=theirs)
    seen, mine = make_published("Derby visto", publisher=theirs), make_article("Derby nostro", publisher=ours)
    client.force_login(make_login("Editor", publisher=ours))

    assert set(found(client, "derby")) == {seen, mine}
    assert found(client, "segreto") == []


def test_readers_never_find_what_only_the_desk_does(client):
    make_article("Derby segreto")
    withdrawn = make_published("Derby ritirato")
    actions.withdraw(withdrawn, by=None)

    assert DeskEntry.objects.count() == 2
    for search in (index.newest, index.best):
        assert search(index.words_of("derby", "it"), "it").stories == []
    assert "segreto" not in client.get("/it/search/", {"q": "derby"}).content.decode()


def test_a_story_that_is_gone_leaves_no_words():
    make_article("Derby").delete()

    assert not DeskEntry.objects.exists()
    assert not Article.objects.filter(desk_index.holding("derby")).exists()


def test_rows_from_before_the_index_are_entered_by_its_migration():
    make_signed(standfirst="Una serata.")
    kept = DeskEntry.objects.values("place", "words", "article").get()
    DeskEntry.objects.all().delete()

    import_module("articles.migrations.0016_the_desk_searches_all_stories").enter_stories(apps, None)

    assert DeskEntry.objects.values("place", "words", "article").get() == kept


def test_of_words_in_very_many_stories_it_takes_those_that_were_touched_last(monkeypatch):
    stories = [make_article(f"Derby {n}") for n in range(3)]
    monkeypatch.setattr(desk_index, "REACH", 2)

    assert set(Article.objects.filter(desk_index.holding("derby"))) == set(stories[1:])


@pytest.mark.parametrize("number", [1, 3])
def test_a_search_asks_no_more_than_the_list(desk, number, django_assert_num_queries):
    for n in range(number):
        make_signed(f"Derby {n}")
    found(desk, "derby")

    with django_assert_num_queries(9):
        assert len(found(desk, "derby calab")) == number


@pytest.mark.parametrize("number", [1, 3])
def test_entries_are_made_by_the_same_queries_however_many_they_are(number, django_assert_num_queries):
    for n in range(number):
        make_signed(f"Derby {n}")
    author = Author.objects.get()

    with django_assert_num_queries(7):
        desk_index.rebuild_signed(author)

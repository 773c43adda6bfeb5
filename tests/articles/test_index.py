"""What readers can search for, and what they never find."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from articles import actions, index
from articles.models import Article, SearchEntry
from tests.making import make_article, make_published

pytestmark = pytest.mark.django_db


def found(query, language="it"):
    return index.newest(index.words_of(query, language), language).stories


def found_best(query, language="it"):
    return index.best(index.words_of(query, language), language).stories


def test_a_story_is_found_by_a_word_of_its_headline_its_standfirst_or_its_text():
    story = make_published("Retroscena dopo il Kairat", standfirst="Il capitano racconta.", body="<p>Una notte a San Siro.</p>")

    assert found("retroscena") == [story]
    assert found("capitano") == [story]
    assert found("notte") == [story]
    assert found("derby") == []


@pytest.mark.parametrize("query", ["allenatori", "ALLENATORE", "Allenatore!", "l'allenatore"])
def test_other_forms_of_a_word_find_it(query):
    story = make_published("Parla l'allenatore")

    assert found(query) == [story]


@pytest.mark.parametrize("query", ["martinez", "Martínez", "calhanoglu", "Çalhanoğlu", "nicolò", "nicolo", "citta"])
@pytest.mark.parametrize("language", ["it", "en"])
def test_accents_may_be_left_out(query, language):
    story = make_published("Martínez, Çalhanoğlu e Nicolò in città", language=language)

    assert found(query, language) == [story]


def test_a_story_must_hold_all_the_words():
    both = make_published("Lautaro segna al Kairat")
    make_published("Lautaro riposa")

    assert found("kairat lautaro") == [both]


def test_each_edition_finds_its_own_stories():
    italian, english = make_published("Inter in festa"), make_published("Inter celebrate", language="en")

    assert found("inter", "it") == [italian]
    assert found("inter", "en") == [english]


def test_the_name_of_a_language_is_a_word_like_any_other():
    make_published("Inter in festa")

    assert found("it") == []


def test_the_newest_story_comes_first():
    now = timezone.now()
    older = make_published("Inter ieri", at=now - timedelta(days=1))
    newer = make_published("Inter oggi", at=now - timedelta(hours=1))
    oldest = make_published("Inter un tempo", at=datetime(1964, 5, 27, 20, tzinfo=UTC))

    assert found("inter") == [newer, older, oldest]


def test_the_best_story_has_the_word_in_its_headline():
    now = timezone.now()
    headline = make_published("Rigore", body="<p>Una sera lunga e fredda.</p>", at=now - timedelta(days=3))
    text = make_published("Una sera", body="<p>Poi un rigore, lungo e freddo.</p>", at=now - timedelta(days=1))

    assert found("rigore") == [text, headline]
    assert found_best("rigore") == [headline, text]


def test_drafts_coming_and_withdrawn_stories_are_never_found():
    make_article("Inter, una bozza")
    make_published("Inter domani", at=timezone.now() + timedelta(hours=1))
    actions.withdraw(make_published("Inter, ritirato"), by=None)

    assert found("inter") == []
    assert found_best("inter") == []


def test_a_story_that_is_no_longer_public_is_not_found_even_if_the_index_still_holds_it():
    story = make_published("Inter, ritirato")
    Article.objects.filter(pk=story.pk).update(status=Article.Status.DRAFT)

    assert SearchEntry.objects.filter(article=story).exists()
    assert found("inter") == []
    assert found_best("inter") == []


def test_an_edit_changes_what_a_story_is_found_by():
    story = make_published("Inter, il retroscena")

    actions.revise(story, by=None, headline="Milan, il retroscena")

    assert found("inter") == []
    assert found("milan") == [story]


def test_a_story_that_is_deleted_leaves_the_index_too():
    make_published("Inter, il retroscena").delete()

    assert found("inter") == []
    assert SearchEntry.objects.count() == 0


def test_the_words_of_two_paragraphs_stay_apart_and_entities_are_read():
    story = make_published("Titolo", body="<p>Prima frase</p><p>Seconda. Dimarco &amp; Bastoni</p>")

    assert found("frase seconda bastoni") == [story]
    assert found("amp") == []


OPERATORS = ('"', "'", "inter OR milan", "NEAR(inter, 3)", "headline:inter", "inter*", "inter AND", "-inter", "(", "{x}:")


@pytest.mark.parametrize("query", [*OPERATORS, "a & | !", "%", "\\", "inter; DROP TABLE articles_words"])
def test_no_sign_in_a_query_is_an_operator(query):
    make_published("Il Milan vince")

    assert found(query) == []
    assert found_best(query) == []


@pytest.mark.parametrize("query", ["", "   ", "?!", "😀"])
def test_a_query_without_a_word_finds_nothing(query):
    make_published("Inter 😀")

    assert found(query) == []


def test_a_very_long_query_is_cut():
    assert len(index.words_of("parola " + " ".join(f"w{n}" for n in range(500)), "it")) == index.MOST_WORDS


def test_older_stories_follow_page_by_page_and_none_twice(monkeypatch):
    monkeypatch.setattr(index, "SIZE", 2)
    now = timezone.now().replace(microsecond=0)
    stories = [make_published(f"Inter {n}", at=now - timedelta(hours=n // 2 + 1)) for n in range(5)]

    pages, before = [], None
    while not pages or before:
        page = index.newest(["inter"], "it", before)
        pages.append(page.stories)
        before = page.older

    assert pages == [[stories[1], stories[0]], [stories[3], stories[2]], [stories[4]]]


def test_reindexing_finds_what_was_missing_and_forgets_what_is_gone(capsys):
    missing, gone = make_published("Inter, la festa"), make_published("Inter, ritirato")
    SearchEntry.objects.filter(article=missing).delete()
    Article.objects.filter(pk=gone.pk).update(status=Article.Status.DRAFT)

    call_command("reindex")

    assert capsys.readouterr().out == "2 stories can be found on the desk.\n1 stories can be found.\n"
    assert list(SearchEntry.objects.values_list("article", flat=True)) == [missing.pk]
    assert found("inter") == [missing]

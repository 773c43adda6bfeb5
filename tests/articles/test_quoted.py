"""Whom a story quotes: the blocks of its text and what was noted by hand, told once; readers find it under the person."""

import pytest

from articles import actions, quoted
from articles.actions.linking import Said, quote
from articles.models import Quotation
from tests.making import make_article, make_person, make_published

pytestmark = pytest.mark.django_db

WORDS = "Mi prendo la responsabilità"


def block(words, person=None, name="Cristian Chivu"):
    number = f' data-person="{person.pk}"' if person else ""
    return f'<blockquote{number} data-speaker="{name}"><p>«{words}».</p></blockquote>'


def rewritten(article, body):
    article.body = body
    actions.keep(article, by=None)
    return actions.settle(article, by=None, modified=True)


def rows(article):
    return list(article.quotations.values_list("words", "name", "speaker__name", "from_text"))


@pytest.fixture
def chivu():
    return make_person("Cristian Chivu")


def test_a_quotation_block_that_names_its_speaker_is_noted_when_the_story_is_saved(chivu):
    article = make_published("Chivu parla", body=f"<p>a</p>{block(WORDS, chivu)}{block('Bello', name='Un tifoso')}")

    assert rows(article) == [(WORDS, "Cristian Chivu", "Cristian Chivu", True), ("Bello", "Un tifoso", None, True)]


def test_a_block_that_names_nobody_is_not_noted():
    article = make_published("Si parla", body="<blockquote><p>Bello.</p></blockquote>")

    assert rows(article) == []


def test_what_goes_from_the_text_goes_from_the_notes_and_what_was_noted_by_hand_stays(chivu):
    article = make_published("Chivu parla", body=block(WORDS, chivu))
    quote(article, [Said("Bravi tutti", "l'allenatore", chivu)], by=None)

    rewritten(article, "<p>Chivu non parla.</p>")

    assert rows(article) == [("Bravi tutti", "l'allenatore", "Cristian Chivu", False)]


def test_words_noted_by_hand_are_not_told_twice(chivu):
    article = make_article("Chivu parla")
    quote(article, [Said("mi prendo la RESPONSABILITÀ.", "l'allenatore", chivu)], by=None)

    rewritten(article, block(WORDS, chivu) * 2)

    assert rows(article) == [("mi prendo la RESPONSABILITÀ.", "l'allenatore", "Cristian Chivu", False)]


def test_the_text_says_whose_the_words_are_that_were_noted_of_nobody(chivu):
    article = make_article("Chivu parla")
    quote(article, [Said(WORDS)], by=None)

    rewritten(article, block(WORDS, chivu))

    assert rows(article) == [(WORDS, "", None, False), (WORDS, "Cristian Chivu", "Cristian Chivu", True)]


def test_a_number_that_is_nobodys_leaves_the_name():
    article = make_published(
        "Chivu parla", body='<blockquote data-person="999999" data-speaker="Chivu"><p>Bene.</p></blockquote>'
    )

    assert rows(article) == [("Bene.", "Chivu", None, True)]


def test_paragraphs_of_one_quotation_are_one_and_the_marks_around_them_go():
    body = '<blockquote data-speaker="A &amp; B"><p>«Colpa <em>mia</em>.</p><p>Di nessun altro».</p></blockquote>'

    assert quoted.in_text(body) == [("Colpa mia. Di nessun altro", "A & B", None)]


@pytest.mark.parametrize("number", [1, 3])
def test_saving_asks_the_same_however_many_are_quoted(chivu, number, django_assert_num_queries):
    article = make_article("Chivu parla")
    article.body = "".join(block(f"{WORDS} {n}", chivu) for n in range(number))

    with django_assert_num_queries(4):
        quoted.rebuild(article)
    with django_assert_num_queries(2):
        quoted.rebuild(article)

    assert Quotation.objects.count() == number


def test_an_earlier_version_comes_back_with_the_quotations_of_its_text(chivu):
    article = make_published("Chivu parla", body=block(WORDS, chivu))
    quote(article, [Said("Bravi tutti", "", chivu)], by=None)
    first = rewritten(article, f"{article.body}<p>a</p>").versions.first()
    quote(article, [], by=None)
    rewritten(article, "<p>Chivu non parla.</p>")

    actions.bring_back(article, first, by=None)

    assert first.data["quotations"] == [["Bravi tutti", "", chivu.pk]]
    assert rows(article) == [("Bravi tutti", "", "Cristian Chivu", False), (WORDS, "Cristian Chivu", "Cristian Chivu", True)]

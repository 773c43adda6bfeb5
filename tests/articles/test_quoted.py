"""Whom a story quotes: the blocks of its text and what was noted by hand, told once; readers find it under the person."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles import actions, quoted, sayings
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


def words_on(client, address="/it/players/cristian-chivu/"):
    context = client.get(address).context
    page = context["page"] if "page" in context else context["said"]
    return [story.words for story in page.quotations]


def test_a_persons_page_lists_what_he_said_the_newest_first_in_the_edition_that_is_read(client, chivu):
    now = timezone.now()
    make_published("Prima", body=block("Uno", chivu) + block("Due", chivu), at=now - timedelta(hours=3))
    make_published("Poi", body=block("Tre", chivu), at=now - timedelta(hours=2))
    make_published("Then", body=block("Four", chivu), language="en")
    make_published("Altri", body=block("Cinque", make_person("Un altro"), "Un altro"))

    italian, english = words_on(client), words_on(client, "/en/players/cristian-chivu/")

    assert (italian, english) == (["Tre", "Uno", "Due"], ["Four"])


def test_what_readers_may_not_see_is_quoted_nowhere(client, chivu):
    ahead = timezone.now() + timedelta(hours=1)
    make_published("Domani", body=block("Domani", chivu), at=ahead)
    held = make_article("Sotto embargo", body=block("Embargo", chivu), embargo_until=ahead)
    actions.settle(held, by=None, modified=False)
    taken_back = make_published("Ritirato", body=block("Ritirato", chivu))
    before = words_on(client)

    actions.withdraw(taken_back, by=None)

    assert Quotation.objects.count() == 3
    assert (before, words_on(client), words_on(client, "/it/players/cristian-chivu/quotations/")) == (["Ritirato"], [], [])


def test_more_than_five_have_a_page_of_their_own_read_by_marks(client, chivu, monkeypatch):
    make_published("Parla molto", body="".join(block(f"Parola {n}", chivu) for n in range(7)))
    monkeypatch.setattr(sayings.page_of, "__defaults__", ("", 3))
    address = "/it/players/cristian-chivu/quotations/"

    profile = client.get("/it/players/cristian-chivu/")
    pages = [client.get(address).context["page"]]
    while pages[-1].older:
        pages.append(client.get(address, {"before": pages[-1].older}).context["page"])

    assert len(profile.context["said"].quotations) == 5
    assert f'href="{address}"' in profile.content.decode()
    assert [story.words for page in pages for story in page.quotations] == [f"Parola {n}" for n in range(7)]
    assert client.get(address, {"before": "x"}).status_code == 404


def test_the_page_of_somebody_who_said_nothing_says_so(client, chivu):
    page = client.get("/en/players/cristian-chivu/quotations/").content.decode()

    assert "No quotation here yet." in page


def test_quotations_that_have_left_their_text_are_found_and_noted_anew(chivu, capsys):
    article = make_published("Chivu parla", body=block(WORDS, chivu))
    Quotation.objects.update(words="Altro")

    with pytest.raises(CommandError, match="Stories that quote otherwise than their texts: 1"):
        call_command("check_quotations")
    call_command("check_quotations", repair=True)
    call_command("check_quotations")

    assert capsys.readouterr().out.splitlines()[-1] == "Every story quotes whom its text quotes."
    assert rows(article) == [(WORDS, "Cristian Chivu", "Cristian Chivu", True)]


def test_what_a_block_says_is_not_offered_to_be_noted(client, chivu, admin_user):
    client.force_login(admin_user)
    posted = {
        "headline": "Chivu parla",
        "language": "it",
        "body": f"<p>Chivu ha detto: «Bravi tutti davvero».</p>{block(WORDS, chivu)}",
    }

    offered = client.post("/admin/articles/article/links/read/", posted).json()["quotations"]

    assert [one["words"] for one in offered] == ["Bravi tutti davvero"]

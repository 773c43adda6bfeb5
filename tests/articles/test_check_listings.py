"""The command that compares the lists stories stand in with their links."""

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, Listing
from tests.making import make_article, make_match, make_person, make_published

pytestmark = pytest.mark.django_db


def test_lists_that_agree_are_said_to_agree(capsys):
    make_published(about=[make_match(), make_person()])
    make_article("A draft")

    call_command("check_listings")

    assert capsys.readouterr().out == "Every story stands where its links say.\n"


def test_a_missing_row_is_named_and_is_an_error(capsys):
    person = make_person("Cristian Chivu")
    story = make_published("Chivu parla", about=[person])
    Listing.objects.filter(kind="person").delete()

    with pytest.raises(CommandError) as raised:
        call_command("check_listings")

    assert capsys.readouterr().out == f"{story.pk} Chivu parla: missing: person {person.pk} (it)\n"
    assert str(raised.value).startswith("Stories that stand elsewhere than their links say: 1;")


def test_a_row_of_a_draft_is_too_much(capsys):
    draft = make_article("A draft")
    published = make_published("Another")
    Listing.objects.filter(kind="front").update(article=draft)

    with pytest.raises(CommandError):
        call_command("check_listings")

    assert capsys.readouterr().out.splitlines() == [
        f"{draft.pk} A draft: too much: front 0 (it)",
        f"{published.pk} Another: missing: front 0 (it)",
    ]


def test_repair_makes_them_agree(capsys):
    person = make_person("Cristian Chivu")
    story = make_published("Chivu parla", about=[person])
    Listing.objects.all().delete()

    call_command("check_listings", "--repair")
    call_command("check_listings")

    assert list(Article.objects.published().listed("person", person.pk, "it")) == [story]
    assert capsys.readouterr().out.splitlines()[-2:] == ["Stories repaired: 1.", "Every story stands where its links say."]

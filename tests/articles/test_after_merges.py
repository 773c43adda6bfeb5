"""Stories after two facts were made one: what names the row that went means the one that stays, and back again."""

import pytest

from articles import actions, blocks, quoted
from articles.actions import Tie
from articles.models import Quotation, Version
from articles.text import blocks_in
from teams import merging
from teams.models import Person
from tests.desk import make_login
from tests.making import make_article, make_match, make_person, make_published, make_team

pytestmark = pytest.mark.django_db


@pytest.fixture
def two():
    return make_person("Lautaro Martínez"), make_person("L. Martinez")


def text(person):
    said = f'<blockquote data-person="{person.pk}" data-speaker="Lautaro"><p>«Ci credo».</p></blockquote>'
    return f'<p>a</p>{said}<story-block data-kind="person" data-id="{person.pk}"></story-block>'


def named(body):
    """The people whom the blocks of a text show."""
    return {context["person"] for context in blocks.of(body).contexts.values()}


def test_blocks_and_quotations_mean_the_one_that_stays_until_the_merge_is_undone(two):
    kept, gone = two
    story = make_published(body=text(gone))

    done = merging.merge(kept, gone, by=None)

    assert named(story.body) == {kept}
    assert (Quotation.objects.get().speaker, quoted.differs(story)) == (kept, False)
    merging.undo(done, by=None)
    assert {person.name for person in named(story.body)} == {"L. Martinez"}
    assert (Quotation.objects.get().speaker.name, quoted.differs(story)) == ("L. Martinez", False)


def test_both_teams_of_a_block_are_looked_for_where_they_are_now():
    make_match("Inter 2-1 Kairat Almaty")
    double = make_team("FC Kairat")
    body = f'<story-block data-kind="meetings" data-id="{double.pk}" data-other="{make_team("Inter").pk}"></story-block>'

    merging.merge(make_team("Kairat Almaty"), double, by=None)

    assert blocks.of(body).contexts.keys() == blocks_in([body])


def test_the_editor_finds_the_row_by_the_number_that_stands_in_the_text(two, client):
    kept, gone = two
    number = gone.pk
    merging.merge(kept, gone, by=None)
    client.force_login(make_login("Editor"))

    found = client.get("/admin/articles/article/blocks/find/", {"kind": "person", "id": number}).json()["results"]

    assert [row["id"] for row in found] == [str(kept.pk)]


def test_an_earlier_version_comes_back_tied_once_to_the_one_that_stays(two):
    kept, gone = two
    story = actions.settle(make_article(), by=None, modified=False)
    actions.tie(story, [Tie(gone), Tie(kept)], by=None)
    actions.quote(story, [actions.Said("Ci credo", "Lautaro", gone)], by=None)
    actions.settle(story, by=None, modified=False)
    both = Version.objects.filter(article=story).first()
    actions.tie(story, [], by=None)
    actions.settle(story, by=None, modified=False)
    merging.merge(Person.objects.get(pk=kept.pk), gone, by=None)

    actions.bring_back(story, both, by=None)

    assert [link.person for link in story.person_links.all()] == [kept]
    assert Quotation.objects.get(article=story).speaker == kept

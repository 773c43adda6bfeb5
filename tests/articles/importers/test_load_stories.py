"""Story files in the database: published as they say, once, and an editor's hand stays."""

from io import BytesIO

import pytest
from django.utils import timezone
from PIL import Image as Pillow

from articles import actions
from articles.importers.store import load_stories
from articles.models import Article, Author, EventLink, Image, Listing, Publisher, TeamLink
from teams.importers.records import Refused
from teams.importers.store import Tally
from teams.models import Match
from tests.making import make_event, make_goal, make_match, make_team

pytestmark = pytest.mark.django_db

PUBLISHERS = """
- slug: terzo-tempo
  name: Terzo Tempo
  kind: own
  canonical: own
  colour: "#00603a"
  authors: [{slug: ada-neri, name: Ada Neri}]
"""
PICTURES = "- {name: rete, file: rete.jpg, alt: Un pallone in rete, credit: Terzo Tempo}"
STORY = """---
provenance: Written for this test.
headline: "Inter, quattro su quattro"
language: it
kind: report
publisher: terzo-tempo
published: 2025-11-05 23:05
modified: 2025-11-05 23:40
picture: rete
authors: [ada-neri]
topics: [cronache]
cites: [la Repubblica]
about:
  - match: inter-kairat-almaty-2025-11-05
  - {event: inter-kairat-almaty-2025-11-05, minute: 45, kind: goal}
mentions:
  - team: lazio
---
Il testo.
"""


@pytest.fixture
def seeds(tmp_path):
    """A folder of seeds with one story, and the facts that it names."""
    make_goal(make_match("Inter 2-1 Kairat Almaty"), "Lautaro Martínez", 45)
    make_team("Lazio")
    for name, text in {"publishers.yaml": PUBLISHERS, "pictures/pictures.yaml": PICTURES, "stories/quattro.md": STORY}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    paint(tmp_path, "#00603a")
    return tmp_path


def paint(folder, colour):
    output = BytesIO()
    Pillow.new("RGB", (160, 90), colour).save(output, "JPEG")
    (folder / "pictures" / "rete.jpg").write_bytes(output.getvalue())


def rewrite(folder, before, after, name="stories/quattro.md"):
    text = (folder / name).read_text()
    assert before in text
    (folder / name).write_text(text.replace(before, after))


def load(folder):
    """(new, changed, the same) articles, and what was kept."""
    tally = load_stories(folder, Tally())
    return (tally.new["article"], tally.changed["article"], tally.same["article"]), tally.kept


def test_a_story_is_published_at_its_time_with_everything_that_its_file_says(seeds):
    assert load(seeds) == ((1, 0, 0), [])

    article = Article.objects.published().get()
    assert (article.headline, article.slug, article.body) == ("Inter, quattro su quattro", "quattro", "<p>Il testo.</p>")
    assert f"{timezone.localtime(article.published_at):%Y-%m-%d %H:%M}" == "2025-11-05 23:05"
    assert f"{timezone.localtime(article.modified_at):%H:%M}" == "23:40"
    assert (article.publisher.name, article.canonical_policy) == ("Terzo Tempo", "own")
    assert [byline.author.name for byline in article.bylines.all()] == ["Ada Neri"]
    assert [tag.name for tag in article.tags.all()] == ["cronache"]
    assert (article.image.alt_text, article.image.credit) == ("Un pallone in rete", "Terzo Tempo")
    assert [(tie.event.clock_label, tie.role) for tie in EventLink.objects.all()] == [("45'", "about")]
    assert [(tie.team.slug, tie.role) for tie in TeamLink.objects.all()] == [("lazio", "mentions")]
    assert Listing.objects.filter(kind="event").count() == 1


def test_a_person_tells_two_events_of_one_minute_apart(seeds):
    match = Match.objects.get()
    booked = [make_event(match, "yellow", name, 60) for name in ("Ofri Arad", "Jorginho")]
    rewrite(seeds, "  - team: lazio\n", f"  - {{event: {match.slug}, minute: 60, kind: yellow, person: jorginho}}\n")

    load(seeds)

    assert EventLink.objects.get(role="mentions").event == booked[1]


def test_twice_is_once(seeds):
    load(seeds)

    assert load(seeds) == ((0, 0, 1), [])
    assert [model.objects.count() for model in (Article, Image, Publisher, Author)] == [1, 1, 1, 1]


def test_a_changed_file_changes_its_story_and_keeps_its_number(seeds):
    load(seeds)
    before = Article.objects.get().pk
    rewrite(seeds, "Il testo.", "Il testo nuovo.")
    rewrite(seeds, "  - team: lazio\n", "  - team: inter\n")

    assert load(seeds) == ((0, 1, 0), [])

    article = Article.objects.get()
    assert (article.pk, article.body) == (before, "<p>Il testo nuovo.</p>")
    assert [tie.team.slug for tie in TeamLink.objects.all()] == ["inter"]
    assert f"{timezone.localtime(article.modified_at):%H:%M}" == "23:40"


@pytest.mark.parametrize("text", ["Il testo.", "Il testo nuovo."])
def test_a_story_in_the_bin_stays_there_and_is_told_of(seeds, text):
    load(seeds)
    actions.put_into_bin(actions.withdraw(Article.objects.get(), by=None), by=None)
    rewrite(seeds, "Il testo.", text)

    assert load(seeds) == ((0, 0, 0), ["stories/quattro.md, line 2: the article is in the bin here and stays there"])
    assert Article.objects.get().body == "<p>Il testo.</p>"


def test_what_an_editor_has_changed_stays_whatever_the_file_says(seeds):
    load(seeds)
    actions.revise(Article.objects.get(), by=None, headline="Quattro")
    rewrite(seeds, "Il testo.", "Il testo nuovo.")

    counts, kept = load(seeds)

    assert counts == (0, 0, 0)
    assert kept == ["stories/quattro.md, line 2: the article stays as it was edited here"]
    assert Article.objects.get().headline == "Quattro"


def test_a_tie_that_an_editor_has_taken_off_stays_off(seeds):
    load(seeds)
    actions.unlink(Article.objects.get(), make_team("Lazio"), by=None)
    rewrite(seeds, "Il testo.", "Il testo nuovo.")

    load(seeds)

    assert TeamLink.objects.count() == 0


def test_a_story_that_was_deleted_stays_deleted(seeds):
    load(seeds)
    Article.objects.all().delete()
    rewrite(seeds, "Il testo.", "Il testo nuovo.")

    assert load(seeds) == ((0, 0, 0), ["stories/quattro.md, line 2: this article was deleted here and stays so"])


def test_another_picture_file_is_another_picture_and_new_words_are_taken_over(seeds):
    load(seeds)
    rewrite(seeds, "Un pallone in rete", "Il pallone nella rete", "pictures/pictures.yaml")
    load(seeds)
    assert [image.alt_text for image in Image.objects.all()] == ["Il pallone nella rete"]

    paint(seeds, "#e0452f")
    load(seeds)

    assert Image.objects.count() == 2
    assert Article.objects.get().image == Image.objects.latest("pk")


def test_words_of_a_picture_that_an_editor_has_changed_stay(seeds):
    load(seeds)
    Image.objects.update(alt_text="Un tiro")
    rewrite(seeds, "Un pallone in rete", "Il pallone nella rete", "pictures/pictures.yaml")

    load(seeds)

    assert Image.objects.get().alt_text == "Un tiro"


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("team: lazio", "team: lazzio", r"stories/quattro.md, line 17: no team has the address “lazzio”"),
        ("minute: 45,", "minute: 44,", r"line 15: 0 events of inter-kairat-almaty-2025-11-05 are that one; .* goal 45' Lautaro"),
        ("publisher: terzo-tempo", "publisher: nobody", "no publisher has the address “nobody”"),
        ("authors: [ada-neri]", "authors: [nobody]", "no author has the address “nobody”"),
        ("picture: rete", "picture: palo", "no picture is called “palo”"),
        ("language: it", "language: xx", "language"),
        ("modified: 2025-11-05 23:40", "modified: 2025-11-05 22:40", "cannot be modified before it is published"),
    ],
)
def test_a_story_that_names_what_is_not_there_is_refused_with_its_line_and_nothing_is_kept(seeds, before, after, message):
    rewrite(seeds, before, after)

    with pytest.raises(Refused, match=message):
        load(seeds)

    assert [model.objects.count() for model in (Article, Image, Publisher)] == [0, 0, 0]


def test_a_picture_that_is_missing_or_no_picture_is_refused(seeds):
    (seeds / "pictures" / "rete.jpg").write_text("no picture")
    with pytest.raises(Refused, match=r"pictures/pictures.yaml, line 1: rete.jpg: "):
        load(seeds)

    (seeds / "pictures" / "rete.jpg").unlink()
    with pytest.raises(Refused, match=r"the picture rete.jpg cannot be read"):
        load(seeds)


def test_words_of_a_picture_that_cannot_be_are_refused_with_their_place(seeds):
    load(seeds)
    rewrite(seeds, "Un pallone in rete", "Un pallone " * 40, "pictures/pictures.yaml")

    with pytest.raises(Refused, match=r"pictures/pictures.yaml, line 1: rete.jpg: "):
        load(seeds)

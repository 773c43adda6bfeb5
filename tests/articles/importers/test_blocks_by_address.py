"""Blocks and speakers in a story file: named by address, kept by number; a name that means nothing is refused with its file."""

import pytest

from articles.importers.store.blocks import with_numbers
from articles.models import Image
from articles.text import marked_to_html
from teams.importers.records import Place, Refused
from tests.making import make_goal, make_match, make_person, make_stage

pytestmark = pytest.mark.django_db

HERE = Place("stories/prova.md", 1)


@pytest.fixture
def night():
    match = make_match("Inter 2-1 Kairat Almaty", stage=make_stage("Serie A"))
    make_goal(match, "Lautaro Martínez", 45, stoppage=2)
    return match


def kept(text, images=None):
    return with_numbers(marked_to_html(text), HERE, images or {})


def test_each_kind_of_block_finds_its_rows(night):
    goal = night.events.get()
    told = {
        f"{{match: {night.slug}}}": f'data-kind="match" data-id="{night.pk}"',
        f"{{event: {night.slug}, minute: 45+2}}": f'data-kind="event" data-id="{goal.pk}"',
        "{person: lautaro-martinez}": f'data-kind="person" data-id="{goal.person_id}"',
        "{table: serie-a 2025-26, on: 2025-11-03}": f'data-kind="table" data-id="{night.stage_id}" data-on="2025-11-03"',
        f"{{lineup: {night.slug}, side: home}}": f'data-kind="lineup" data-id="{night.pk}" data-side="home"',
        "{meetings: inter kairat-almaty}": f'data-kind="meetings" data-id="{night.home_id}" data-other="{night.away_id}"',
        "{fixtures: inter}": f'data-kind="fixtures" data-id="{night.home_id}"',
        "{picture: rete, caption: Il gol}": 'data-kind="picture" data-caption="Il gol" data-id="7"',
        "{embed: https://youtu.be/dQw4w9WgXcQ}": 'data-kind="embed" data-url="https://youtu.be/dQw4w9WgXcQ"',
    }

    assert {text: kept(text, {"rete": Image(pk=7)}) for text in told} == {
        text: f"<story-block {said}></story-block>" for text, said in told.items()
    }


def test_a_quotation_finds_its_speaker():
    speaker = make_person("Cristian Chivu")

    assert kept("> Colpa mia.\n> -- cristian-chivu") == (
        f'<blockquote data-person="{speaker.pk}" data-speaker="Cristian Chivu"><p>Colpa mia.</p></blockquote>'
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{match: inter-nessuno}", "no match has the address “inter-nessuno”"),
        ("{secret: x}", "{secret: x}: a block is one of match, event, person, table"),
        ("{event: inter-kairat-almaty-2025-11-05, minute: ieri}", "minute: 67 or 45+2 was expected, not “ieri”"),
        ("{table: serie-a}", "{table: serie-a}: no competition has a table by that address and season"),
        ("{picture: nessuna}", "{picture: nessuna}: no picture is called that"),
        ("{embed: https://example.org/1}", "the block does not say all that it has to, or says it wrongly"),
        ("> Sì.\n> -- nessuno", "no person has the address “nessuno”"),
    ],
)
def test_what_names_nothing_is_refused_with_the_file(night, text, why):
    with pytest.raises(Refused) as refused:
        kept(text)

    assert str(refused.value).startswith("stories/prova.md")
    assert why in str(refused.value)

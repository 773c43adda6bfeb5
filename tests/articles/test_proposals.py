"""What a text asks to be tied to, beyond teams and people: grounds, papers cited, quotations with their speakers."""

from datetime import date

import pytest
from django.utils import translation

from articles.checking import check
from articles.proposals import Text, citations, proposals, quotations
from teams.models import Person, Spell, Venue
from tests.making import make_goal, make_match, make_publisher, make_spell, make_team


@pytest.fixture
def evening(db):
    ground = Venue.objects.create(name="San Siro", city="Milano", slug="san-siro")
    inter = make_team("Inter", city="Milano", home_venue=ground)
    make_spell("Lautaro Martínez", inter)
    make_spell("Cristian Chivu", inter, role="coach")
    match = make_match("Inter 2-1 Kairat Almaty", venue=ground)
    make_goal(match, "Lautaro Martínez", 45)
    make_goal(match, "Lautaro Martínez", 67)
    make_goal(match, "Ofri Arad", 55, side="away")
    return match


def text(*paragraphs, headline="Inter, la notte di Lautaro"):
    return Text(headline, paragraphs, "it", date(2025, 11, 6))


def test_a_ground_is_proposed_with_the_words_that_name_it(evening):
    with translation.override("en"):
        found = proposals(text("L'Inter batte il Kairat Almaty 2-1 al Meazza."))

    ground = next(one for one in found if isinstance(one.fact, Venue))
    assert (ground.fact.name, ground.role, [word.surface for word in ground.words], ground.why) == (
        "San Siro",
        "about",
        ["Meazza"],
        "named as such",
    )


def test_papers_and_our_publishers_are_cited(db):
    make_publisher("Inter News 24")

    found = citations(text("Come racconta La Repubblica, è finita bene. Secondo Inter News 24 no.", headline="Inter"))

    assert found == ["La Repubblica", "Inter News 24"]


def test_quotations_come_with_their_speaker(evening):
    whole = text("L'Inter vince. «Dovevamo fare meglio», ha detto Chivu.")

    found = quotations(whole)

    assert [(one.words, str(one.speaker), one.name) for one in found] == [
        ("Dovevamo fare meglio", "Cristian Chivu", "Chivu"),
    ]
    assert whole.whole[found[0].start : found[0].end] == "Dovevamo fare meglio"


def test_a_wrong_claim_carries_the_words_to_put_in_its_place(evening):
    with translation.override("en"):
        found = check(text("L'Inter batte il Kairat Almaty 3-1 a San Siro."))

    wrong = next(one.as_data() for one in found if one.is_disputed)
    assert wrong == {
        "kind": "score",
        "verdict": "wrong",
        "surface": "3-1",
        "start": 58,
        "end": 61,
        "sentence": "L'Inter batte il Kairat Almaty 3-1 a San Siro",
        "because": "Inter - Kairat Almaty ended 2-1",
        "replacement": "2-1",
        "row": {"model": "teams.match", "pk": evening.pk, "name": "Inter 2-1 Kairat Almaty"},
        "is_quoted": False,
    }


def test_of_two_by_one_name_the_squad_tells_who_is_captain(evening):
    make_spell("Josep Martínez", "Inter", shirt=13)
    Spell.objects.filter(person__name="Lautaro Martínez").update(captain=True, shirt=10)

    found = proposals(
        text("L'Inter vince: il capitano Martinez sorride, il numero 13 Martinez pure.", headline="Inter, che festa")
    )

    people = {str(one.fact): [word.start for word in one.words] for one in found if isinstance(one.fact, Person)}
    assert list(people) == ["Lautaro Martínez", "Josep Martínez"]

"""Two rows made one: everything follows, nothing is told twice, and it can be taken back to the last row."""

import pytest
from django.core import serializers
from django.core.exceptions import ValidationError
from django.urls import reverse

from articles.models import Listing
from teams import merging
from teams.models import (
    Absorbed,
    Alias,
    Appearance,
    ExternalId,
    FormerSlug,
    ImportedRow,
    Match,
    MatchEvent,
    Person,
    ReviewItem,
    Spell,
    Team,
)
from tests.making import make_appearance, make_event, make_goal, make_match, make_person, make_published, make_spell, make_team

pytestmark = pytest.mark.django_db

MODELS = (Person, Team, Match, MatchEvent, Appearance, Spell, Alias, ExternalId, FormerSlug, ImportedRow, Absorbed)


def everything():
    return {model.__name__: serializers.serialize("json", model.objects.order_by("pk")) for model in MODELS}


@pytest.fixture
def two():
    """One player under two names: a sheet knows one, the scorers another."""
    match = make_match("Inter 2-1 Kairat Almaty")
    kept, gone = make_person("Lautaro Martínez"), make_person("L. Martinez")
    make_appearance(match, kept, 10)
    goal = make_goal(match, gone, 45)
    make_goal(match, "Carlos Augusto", 67, second_person=gone)
    make_spell(gone, "Inter", shirt=10)
    Alias.objects.create(person=gone, text="El Toro")
    ExternalId.objects.create(source="openfootball", key="Inter: L. Martinez", person=gone)
    FormerSlug.objects.create(kind="person", slug="martinez", target_id=gone.pk)
    key = f"match_id={match.pk}|kind=goal|side=home|person_id={gone.pk}"
    ImportedRow.objects.create(source="football-txt", kind="matchevent", key=key, row_id=goal.pk, said={"minute": 45})
    return kept, gone


def test_events_spells_names_and_ids_follow(two):
    kept, gone = two

    merging.merge(kept, gone, by=None)

    assert not Person.objects.filter(name="L. Martinez").exists()
    assert [MatchEvent.objects.filter(**{name: kept}).count() for name in ("person", "second_person")] == [1, 1]
    assert (kept.spells.count(), ExternalId.objects.get().person) == (1, kept)
    assert sorted(kept.aliases.values_list("text", flat=True)) == ["El Toro", "L. Martinez"]
    assert set(FormerSlug.objects.values_list("slug", "target_id")) == {("martinez", kept.pk), ("l-martinez", kept.pk)}
    assert ImportedRow.objects.get().key.endswith(f"person_id={kept.pk}")


def test_the_old_address_leads_to_the_row_that_stays(two, client):
    kept, gone = two

    merging.merge(kept, gone, by=None)

    assert client.get(reverse("person", args=["l-martinez"])).headers["Location"] == kept.get_absolute_url()


def test_a_merge_is_undone_to_the_last_row(two):
    kept, gone = two
    before = everything()

    merging.undo(merging.merge(kept, gone, by=None), by=None)

    assert everything() == before


def test_stories_and_the_lists_they_stand_in_follow(two):
    kept, gone = two
    article = make_published(about=[gone])

    done = merging.merge(kept, gone, by=None)

    assert article.person_links.get().person == kept
    assert Listing.objects.get(kind="person").target_id == kept.pk

    merging.undo(done, by=None)

    assert article.person_links.get().person_id == gone.pk


def test_an_appearance_and_a_goal_told_under_both_names_become_one(two):
    kept, gone = two
    match = Match.objects.get()
    make_appearance(match, gone, None)
    make_goal(match, kept, 45)
    before = everything()

    done = merging.merge(kept, gone, by=None)

    assert (match.appearances.get().shirt, match.events.filter(minute=45).count()) == (10, 1)

    merging.undo(done, by=None)

    assert everything() == before


def test_two_who_met_are_two(two):
    kept, gone = two
    make_appearance(Match.objects.get(), gone, 9)

    with pytest.raises(ValidationError, match="sono due persone"):
        merging.merge(kept, gone, by=None)

    with pytest.raises(ValidationError, match="sono due squadre"):
        merging.merge(Team.objects.get(slug="inter"), Team.objects.get(slug="kairat-almaty"), by=None)


def test_what_the_database_will_not_have_is_refused_and_leaves_no_trace(two):
    kept, gone = two
    make_event(Match.objects.get(), "substitution", kept, 80, second_person=gone)
    before = everything()

    with pytest.raises(ValidationError, match="non possono essere uno solo"):
        merging.merge(kept, gone, by=None)

    assert everything() == before


def test_teams_are_merged_with_the_matches_that_both_have():
    internazionale, inter = make_team("Internazionale"), make_team("Inter")
    make_match("Inter 2-1 Kairat Almaty", matchday=4)
    twin = make_match("Internazionale 2-1 Kairat Almaty", matchday=4)
    make_goal(twin)
    make_match("Internazionale 4-0 Slavia Prague", matchday=2)
    before = everything()

    done = merging.merge(inter, internazionale, by=None)

    assert sorted(map(str, Match.objects.of(inter))) == ["Inter 2-1 Kairat Almaty", "Inter 4-0 Slavia Prague"]
    assert MatchEvent.objects.get().match.home == inter

    merging.undo(done, by=None)

    assert everything() == before


def test_the_question_is_answered_with_the_merge(two, django_user_model):
    kept, gone = two
    user = django_user_model.objects.create(username="desk")
    item = ReviewItem.objects.create(
        kind="person", source="openfootball", key="x", text=gone.name, row_id=gone.pk, near=[kept.pk]
    )

    done = merging.merge(kept, gone, by=user)

    item.refresh_from_db()
    assert (item.status, item.decided_by, item.row_id) == ("merged", user, kept.pk)

    merging.undo(done, by=user)

    item.refresh_from_db()
    assert (item.status, item.row_id) == ("kept", gone.pk)


def test_a_merge_is_undone_once(two):
    done = merging.merge(*two, by=None)
    merging.undo(done, by=None)

    with pytest.raises(ValidationError, match="già stata annullata"):
        merging.undo(done, by=None)


def test_the_number_of_a_row_that_is_gone_leads_to_the_one_that_stays_through_several_merges(two):
    kept, gone = two
    other = make_person("Toro Martinez")
    number = gone.pk

    first = merging.merge(kept, gone, by=None)
    second = merging.merge(other, Person.objects.get(pk=kept.pk), by=None)

    assert Absorbed.objects.now(Person, [number, other.pk]) == {number: other.pk}
    merging.undo(second, by=None)
    assert Absorbed.objects.now(Person, [number]) == {number: kept.pk}
    merging.undo(first, by=None)
    assert Absorbed.objects.now(Person, [number]) == {}


def test_what_went_along_with_a_row_is_found_by_its_number_and_in_lists_too(two):
    kept, gone = two
    goal = MatchEvent.objects.get(person=gone)
    twin = make_goal(goal.match, kept, 45)
    story = make_published(about=[goal])

    merging.merge(kept, gone, by=None)

    assert Absorbed.objects.now(MatchEvent, [goal.pk]) == {goal.pk: twin.pk}
    assert list(Listing.objects.filter(article=story, kind="event").values_list("target_id", flat=True)) == [twin.pk]

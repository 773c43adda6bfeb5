"""Arranging the top of a page: what readers see when, and what an editor can and cannot do."""

import doctest
from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import actions, arranging, presence
from articles.arranging import Key, Pin
from articles.models import Arrangement, FeedState, Publisher
from teams.models import AuditEntry
from tests.making import make_published, make_publisher, make_team

pytestmark = pytest.mark.django_db

FRONT = Key("front", 0, "it")


@pytest.fixture
def stories():
    """Four of the own desk, the newest first."""
    make_publisher("Terzo Tempo", kind="own")
    return [
        make_published(f"Storia {hours}", at=timezone.now() - timedelta(hours=hours), publisher=make_publisher("Terzo Tempo"))
        for hours in (1, 2, 3, 4)
    ]


def shown(key=FRONT, limit=10):
    return [story.headline for story in arranging.arranged(*key, limit).stories]


def arrange(*headlines_at, key=FRONT, **options):
    pins = [Pin(position, story.pk, *until) for position, story, *until in headlines_at]
    return actions.arrange(key, pins, by=None, **options)


def page_of(key=FRONT):
    return f"/admin/articles/arrangement/{key.kind}/{key.target_id}/{key.language}/"


def chosen(*stories, **more):
    """The form with these stories in the first places."""
    data = {f"slot-{position}-{name}": "" for position in range(4) for name in ("story", "until_0", "until_1")}
    data |= {f"slot-{position}-story": story.pk for position, story in enumerate(stories)}
    data |= {"starts_at_0": "", "starts_at_1": "", "based_on": Arrangement.objects.count(), "tab": str(uuid4())}
    return {**data, **more}


def test_places_are_filled_around_the_pinned_ones():
    assert doctest.testmod(arranging).failed == 0


def test_a_pinned_story_stands_in_its_place_and_the_newest_around_it(stories):
    arrange((1, stories[3]))

    assert shown() == ["Storia 1", "Storia 4", "Storia 2", "Storia 3"]


def test_one_older_than_the_list_goes_back_is_pinned_all_the_same(stories):
    arrange((0, stories[3]))

    assert shown(limit=2) == ["Storia 4", "Storia 1", "Storia 2"]


def test_a_place_is_given_back_when_its_time_is_over(stories):
    arrange((0, stories[3], timezone.now() + timedelta(hours=2)))

    before = shown()
    with time_machine.travel(timezone.now() + timedelta(hours=3)):
        after = shown()

    assert (before[0], after[0]) == ("Storia 4", "Storia 1")


def test_what_is_arranged_for_later_comes_at_its_hour_without_anybody(stories):
    arrange((0, stories[1]))
    arrange((0, stories[2]), starts_at=timezone.now() + timedelta(hours=1))

    now = shown()[0]
    with time_machine.travel(timezone.now() + timedelta(hours=1, seconds=1)):
        later = shown()[0]

    assert (now, later) == ("Storia 2", "Storia 3")


def test_a_story_that_is_withdrawn_leaves_its_place_to_the_newest(stories):
    arrange((0, stories[3]))

    actions.withdraw(stories[3], by=None)

    assert shown() == ["Storia 1", "Storia 2", "Storia 3"]


@pytest.mark.parametrize("number", [1, 3])
def test_the_top_asks_one_query(stories, number, django_assert_num_queries):
    arrange(*((position, stories[position]) for position in range(number)))

    with django_assert_num_queries(1):
        found = arranging.arranged(*FRONT, 10)
        assert [story.publisher.name for story in found.stories] == ["Terzo Tempo"] * 4


def test_a_teams_page_begins_as_it_was_arranged(client, stories):
    inter = make_team("Inter")
    told = [make_published(f"Inter {hours}", about=[inter], at=timezone.now() - timedelta(hours=hours)) for hours in (1, 2, 3)]

    arrange((0, told[2]), key=Key("team", inter.pk, "it"))

    page = client.get("/it/teams/inter/").content.decode()
    assert page.index("Inter 3") < page.index("Inter 1") < page.index("Inter 2")


def test_every_arrangement_is_a_version_and_is_in_the_audit_log(stories):
    editor = User.objects.create_user("ada")

    first = actions.arrange(FRONT, [Pin(0, stories[1].pk)], by=editor)
    second = actions.arrange(FRONT, [], by=editor)

    assert [first.number, second.number] == [1, 2]
    assert [entry.details["stories"] for entry in AuditEntry.objects.filter(verb="arrange")] == [[], [stories[1].pk]]
    assert FeedState.objects.filter(kind="front", language="it").exists()


@pytest.mark.parametrize(
    ("pins", "told"),
    [
        (lambda a, b: [Pin(0, a), Pin(1, a)], "in un solo posto"),
        (lambda a, b: [Pin(4, a)], "quel posto non esiste"),
        (lambda a, b: [Pin(0, b)], "altra edizione"),
    ],
)
def test_what_cannot_stand_there_is_refused_and_nothing_is_kept(stories, pins, told):
    english = make_published("In English", language="en")

    with pytest.raises(ValidationError) as refused:
        actions.arrange(FRONT, pins(stories[0].pk, english.pk), by=None)

    assert told in str(refused.value)
    assert not Arrangement.objects.exists()


def test_two_editors_at_once_do_not_arrange_over_each_other(stories):
    arrange((0, stories[1]), based_on=0)

    with pytest.raises(ValidationError, match="versione 1"):
        arrange((0, stories[2]), based_on=0)


# On the desk


@pytest.fixture
def desk(client):
    client.force_login(User.objects.create_superuser("chief"))
    return client


def test_an_editor_arranges_the_front_and_readers_see_it(desk, stories):
    sent = desk.post(page_of(), chosen(stories[2], stories[0]), follow=True)

    assert [str(message) for message in sent.context["messages"]] == ["Disposizione salvata: i lettori la vedono da ora."]
    assert shown() == ["Storia 3", "Storia 1", "Storia 2", "Storia 4"]
    front = desk.get("/it/").content.decode()
    assert front.index("Storia 3") < front.index("Storia 1")


def test_a_story_in_two_places_is_refused_with_all_that_was_chosen_still_there(desk, stories):
    answer = desk.post(page_of(), chosen(stories[2], stories[2]))

    assert answer.status_code == 400
    assert "Un articolo può stare in un solo posto." in answer.content.decode()
    assert [form["story"].value() for form in answer.context["slots"]] == [str(stories[2].pk)] * 2 + [""] * 2


def test_an_hour_that_is_over_is_no_plan(desk, stories):
    answer = desk.post(page_of(), chosen(stories[0], starts_at_0="2020-01-01", starts_at_1="09:00"))

    assert answer.status_code == 400
    assert "ora è passata" in answer.content.decode()


def test_the_preview_is_the_readers_page_and_keeps_nothing(desk, stories):
    answer = desk.post(f"{page_of()}preview/", chosen(stories[3]))

    page = answer.content.decode()
    assert page.index("Storia 4") < page.index("Storia 1")
    assert (answer.status_code, answer["X-Frame-Options"]) == (200, "SAMEORIGIN")
    assert not Arrangement.objects.exists()
    assert shown()[0] == "Storia 1"


def test_one_person_at_a_time_arranges_a_page_and_another_may_take_it_over(desk, client, stories):
    """The second keeps what was chosen, is told who was first, and arranges once it is taken over."""
    presence.enter("arrangement front 0 it", uuid4(), by=User.objects.create_superuser("ada"))
    tab = str(uuid4())

    refused = desk.post(page_of(), chosen(stories[2], tab=tab))
    taken = desk.post(page_of(), chosen(stories[2], tab=tab, **{"take-over": "1"}))
    kept = desk.post(page_of(), chosen(stories[2], tab=tab))

    assert "ada sta disponendo questa pagina." in refused.content.decode()
    assert refused.context["slots"][0]["story"].value() == taken.context["slots"][0]["story"].value() == str(stories[2].pk)
    assert (refused.status_code, kept.status_code, shown()[0]) == (400, 302, "Storia 3")


def test_an_open_page_learns_who_else_has_it_open(desk, stories):
    presence.enter("arrangement front 0 it", uuid4(), by=User.objects.create_superuser("ada"))

    answer = desk.post(f"{page_of()}presence/", {"tab": str(uuid4())})

    assert [each["name"] for each in answer.json()["here"]] == ["ada"]


def test_a_former_version_comes_back_as_a_new_one(desk, stories):
    arrange((0, stories[3]))
    arrange((0, stories[2]))

    desk.post(f"{page_of()}bring-back/1/")

    assert shown()[0] == "Storia 4"
    assert Arrangement.objects.latest("number").number == 3


def test_the_page_of_choices_leads_to_both_editions_and_to_each_team(desk):
    inter = make_team("Inter")

    page = desk.get("/admin/articles/arrangement/").content.decode()

    assert f'href="{page_of(FRONT)}"' in page
    assert f'href="{page_of(Key("team", inter.pk, "en"))}"' in page


@pytest.mark.parametrize("address", ["front/1/it/", "person/1/it/", "front/0/fr/", "team/999/it/"])
def test_what_cannot_be_arranged_is_not_found(desk, address):
    assert desk.get(f"/admin/articles/arrangement/{address}").status_code == 404


def test_a_login_that_publishes_nothing_does_not_arrange(client, stories):
    client.force_login(User.objects.create_user("guest", is_staff=True))

    answers = {address: client.get(address).status_code for address in ("/admin/articles/arrangement/", page_of())}

    assert set(answers.values()) == {403}
    assert Publisher.objects.exists()


@pytest.mark.parametrize("size", [1, 4])
def test_the_desk_page_does_not_grow_with_what_is_pinned(desk, stories, size, django_assert_max_num_queries):
    arrange(*((position, stories[position]) for position in range(size)))

    with django_assert_max_num_queries(19) as asked:
        desk.get(page_of())

    assert isinstance(asked, CaptureQueriesContext)

"""The facts on the desk: addresses last, events are decided with a reason, and no page asks more for more rows."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from articles.models import EventLink
from teams.models import Alias, Appearance, FormerSlug, MatchEvent, Person
from tests.desk import as_sent, change, make_login, told
from tests.making import (
    make_appearance,
    make_article,
    make_competition,
    make_goal,
    make_match,
    make_person,
    make_spell,
    make_stage,
    make_team,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(make_login("Data desk"))
    return client


# Keeping


@pytest.mark.parametrize("kind", ["team", "person", "match", "competition"])
def test_a_new_address_leaves_the_old_one_leading_to_it(desk, kind):
    row = {"team": make_team, "person": make_person, "match": make_match, "competition": make_competition}[kind]()
    page = desk.get(change(row))
    old = row.get_absolute_url()

    desk.post(change(row), as_sent(page, slug="a-new-address"))

    row.refresh_from_db()
    assert row.slug == "a-new-address"
    assert FormerSlug.objects.filter(kind=kind, target_id=row.pk, slug=old.strip("/").split("/")[-1]).exists()
    if kind != "competition":
        assert desk.get(old).headers["Location"] == row.get_absolute_url()


def test_a_match_that_moves_raises_its_calendar_version_once(desk):
    match = make_match("Inter v Lazio")
    page = desk.get(change(match))

    desk.post(change(match), as_sent(page, kickoff_0="2025-12-01", slug="inter-lazio-moved"))

    match.refresh_from_db()
    assert (match.version, match.slug) == (1, "inter-lazio-moved")


def test_saving_what_nobody_changed_changes_nothing(desk):
    match = make_match(home_half_time=1, away_half_time=0, kickoff=datetime(2025, 11, 5, 20, 0, 42, tzinfo=UTC))
    make_goal(match, second_person=make_person("A B"))
    make_appearance(match, "Lautaro Martínez", 10)
    page = desk.get(change(match))
    before = list(MatchEvent.objects.values()), list(Appearance.objects.values())

    desk.post(change(match), as_sent(page))

    match.refresh_from_db()
    assert (list(MatchEvent.objects.values()), list(Appearance.objects.values())) == before
    assert (match.version, match.kickoff.second) == (0, 42)


def test_an_event_that_stories_tell_of_is_not_deleted_from_the_sheet(desk):
    match = make_match()
    goal = make_goal(match)
    make_article(about=[goal])
    page = desk.get(change(match))

    answer = desk.post(change(match), as_sent(page, **{"events-0-DELETE": "on"}))

    assert answer.status_code == 200
    assert "Lautaro, retroscena dopo il Kairat" in answer.content.decode()
    assert EventLink.objects.get().event == goal


def test_an_event_that_stories_tell_of_is_not_deleted_from_its_page(desk):
    goal = make_goal(make_match())
    make_article(about=[goal])
    address = reverse("admin:teams_matchevent_delete", args=[goal.pk])

    shown, answer = desk.get(address), desk.post(address, {"post": "yes"})

    assert "Lautaro, retroscena dopo il Kairat" in shown.content.decode()
    assert (answer.status_code, MatchEvent.objects.count()) == (200, 1)


def test_an_event_typed_by_mistake_goes_and_its_match_has_changed(desk):
    match = make_match()
    goal, before = make_goal(match), match.changed_at

    desk.post(reverse("admin:teams_matchevent_delete", args=[goal.pk]), {"post": "yes"})

    match.refresh_from_db()
    assert not MatchEvent.objects.exists()
    assert match.changed_at > before


# Deciding


def test_an_event_is_cancelled_with_a_reason_and_counts_again_when_restored(desk):
    goal = make_goal(make_match())
    cancel, restore = (reverse("admin:teams_matchevent_decide", args=[goal.pk, verb]) for verb in ("cancel", "restore"))

    desk.get(cancel)
    without = desk.post(cancel, {"reason": "  "})
    goal.refresh_from_db()
    assert (without.status_code, goal.status) == (200, "confirmed")

    desk.post(cancel, {"reason": "Offside"})
    goal.refresh_from_db()
    assert (goal.status, goal.reason, goal.decided_by.username) == ("cancelled", "Offside", "data desk")

    desk.get(restore)
    goal.refresh_from_db()
    assert goal.status == "cancelled"

    desk.post(restore)
    goal.refresh_from_db()
    assert (goal.status, goal.reason) == ("confirmed", "")


def test_an_event_is_given_to_another_and_the_old_row_stays(desk):
    goal, other = make_goal(make_match()), make_person("Marcus Thuram")
    give = reverse("admin:teams_matchevent_decide", args=[goal.pk, "give"])

    answer = desk.post(give, {"person": other.pk, "reason": "The league says so"}, follow=True)

    goal.refresh_from_db()
    assert (goal.status, goal.superseded_by.person, goal.superseded_by.minute) == ("superseded", other, 45)
    assert len(told(answer)) == 1


def test_what_a_verb_objects_to_is_shown_beside_the_form(desk):
    goal = make_goal(make_match())
    restore = reverse("admin:teams_matchevent_decide", args=[goal.pk, "restore"])

    answer = desk.post(restore)

    assert answer.context["form"].non_field_errors()
    assert answer.status_code == 200


def test_status_and_reason_of_an_event_are_not_typed_but_decided(desk):
    goal = make_goal(make_match())
    page = desk.get(change(goal))

    desk.post(change(goal), as_sent(page, status="cancelled", reason="I say so", match="999", clock="46"))

    goal.refresh_from_db()
    assert (goal.status, goal.reason, goal.minute, goal.period) == ("confirmed", "", 46, "2")


# Counting


def lines(match, number):
    player, other = make_person(f"Player {number}"), make_person(f"Other {number}")
    make_spell(player, match.home, shirt=number)
    make_appearance(match, player, number)
    make_goal(match, player, 10 + number, second_person=other)


@pytest.mark.parametrize("rows", [1, 3])
def test_a_match_page_asks_as_much_for_one_line_as_for_three(desk, django_assert_num_queries, rows):
    match = make_match(referee=make_person("R R"), home_coach=make_person("C C"))
    for number in range(1, rows + 1):
        lines(match, number)
    desk.get(change(match))

    with django_assert_num_queries(16):
        desk.get(change(match))


@pytest.mark.parametrize(
    ("model", "queries"), [("match", 9), ("matchevent", 7), ("person", 7), ("team", 6), ("season", 7), ("stage", 7)]
)
@pytest.mark.parametrize("rows", [1, 3])
def test_a_list_asks_as_much_for_one_row_as_for_three(desk, django_assert_num_queries, model, queries, rows):
    for number in range(1, rows + 1):
        match = make_match(f"Team {number}0 1-0 Team {number}1", stage=make_stage("Serie A", f"202{number}"))
        lines(match, number)
    address = reverse(f"admin:teams_{model}_changelist")
    desk.get(address)

    with django_assert_num_queries(queries):
        desk.get(address)


@pytest.mark.parametrize(("model", "queries"), [("team", 10), ("person", 9)])
@pytest.mark.parametrize("rows", [1, 3])
def test_a_page_of_names_asks_as_much_for_one_line_as_for_three(desk, django_assert_num_queries, model, queries, rows):
    team, person = make_team("Inter"), make_person()
    for number in range(1, rows + 1):
        Alias.objects.create(text=f"Name {number}", **{model: team if model == "team" else person})
        make_spell(f"Player {number}", team, shirt=number)
        make_spell(person, f"Team {number}")
    row = team if model == "team" else Person.objects.get(pk=person.pk)
    desk.get(change(row))

    with django_assert_num_queries(queries):
        desk.get(change(row))

"""Names to review, merges and overruled guards on the desk."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from teams.models import ExternalId, ImportedRow, Merge, Overruled, Person, ReviewItem
from tests.making import make_goal, make_match, make_person, make_team

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(User.objects.create_superuser("desk"))
    return client


def make_item(name="L. Martinez", near=("Lautaro Martínez",), **fields):
    row = make_person(name)
    numbers = [make_person(other).pk for other in near]
    told = {"kind": "person", "source": "openfootball", "key": f"Inter: {name}", "row_id": row.pk, "near": numbers}
    return ReviewItem.objects.create(text=name, place="a.txt, line 4", **{**told, **fields})


def test_a_name_is_listed_with_its_row_and_a_button_for_each_name_near_it(desk):
    item = make_item()

    page = desk.get(reverse("admin:teams_reviewitem_changelist")).content.decode()

    address = reverse("admin:teams_reviewitem_same", args=[item.pk])
    assert f'<button type="submit" formaction="{address}" name="row" value="{item.near[0]}">Lautaro Martínez</button>' in page
    assert f'<a href="{reverse("admin:teams_person_change", args=[item.row_id])}">L. Martinez</a>' in page


def test_one_click_makes_it_the_same_and_one_takes_it_back(desk):
    item = make_item()
    goal = make_goal(make_match(), Person.objects.get(pk=item.row_id))

    desk.post(reverse("admin:teams_reviewitem_same", args=[item.pk]), {"row": item.near[0]})

    goal.refresh_from_db()
    item.refresh_from_db()
    assert (goal.person.name, item.status, item.decided_by.username) == ("Lautaro Martínez", "merged", "desk")

    desk.post(reverse("admin:teams_merge_undo", args=[Merge.objects.get().pk]))

    goal.refresh_from_db()
    assert (goal.person.name, Merge.objects.get().undone_by.username) == ("L. Martinez", "desk")


def test_a_name_that_two_rows_bear_is_answered_once_for_all_imports(desk):
    inter = make_team("Inter")
    item = ReviewItem.objects.create(
        kind="team", source="openfootball", key="Internazionale", text="Internazionale", near=[inter.pk]
    )

    desk.post(reverse("admin:teams_reviewitem_same", args=[item.pk]), {"row": inter.pk})

    assert ExternalId.objects.values_list("source", "key", "team").get() == ("openfootball", "Internazionale", inter.pk)


def test_what_stands_against_a_merge_is_told_and_nothing_is_done(desk):
    match = make_match()
    item = ReviewItem.objects.create(
        kind="team", source="csv", key="x", text="Kairat", row_id=match.away_id, near=[match.home_id]
    )

    page = desk.post(reverse("admin:teams_reviewitem_same", args=[item.pk]), {"row": match.home_id}).content.decode()

    assert '<p class="errornote">Hanno giocato l&#x27;una contro l&#x27;altra: sono due squadre.</p>' in page
    assert not Merge.objects.exists()


def test_new_rows_are_kept_by_the_handful(desk):
    items = [make_item(name, near=()) for name in ("Uno Due", "Tre Quattro")]

    desk.post(reverse("admin:teams_reviewitem_changelist"), {"action": "keep", "_selected_action": [item.pk for item in items]})

    assert list(ReviewItem.objects.values_list("status", flat=True)) == ["kept", "kept"]


@pytest.mark.parametrize("items", [1, 3])
def test_the_list_asks_the_same_however_long_it_is(desk, items, django_assert_num_queries):
    for number in range(items):
        make_item(f"Nome Cognome {number}", near=(f"Altro Cognome {number}",))

    with django_assert_num_queries(7):
        desk.get(reverse("admin:teams_reviewitem_changelist"))


def test_a_guard_is_overruled_with_a_reason_by_whoever_does_it(desk):
    match = make_match()

    desk.post(
        reverse("admin:teams_overruled_add"),
        {"match": match.pk, "guard": "goals_add_up", "about": "", "reason": "Only two of the scorers are known"},
    )

    assert Overruled.objects.values_list("guard", "overruled_by__username").get() == ("goals_add_up", "desk")


@pytest.mark.parametrize("name", ["teams_merge_changelist", "teams_overruled_changelist"])
def test_the_other_lists_can_be_read(desk, name):
    Merge.objects.create(
        kind="person", kept_id=make_person().pk, gone_id=99, gone_name="L. Martinez", merged_at="2025-11-06T08:00Z"
    )
    Overruled.objects.create(match=make_match(), guard="eleven_start", reason="A friendly")

    assert "results" in desk.get(reverse(f"admin:{name}")).content.decode()


def test_who_may_not_change_names_may_not_merge(client):
    client.force_login(User.objects.create_user("reporter", is_staff=True))
    item = make_item()

    response = client.post(reverse("admin:teams_reviewitem_same", args=[item.pk]), {"row": item.near[0]})

    assert (response.status_code, Merge.objects.exists()) == (403, False)


def test_the_disagreements_of_a_season_stand_on_one_page_each_with_a_way_to_let_it_stand(desk):
    match = make_match("Inter 2-1 Kairat Almaty", attendance=69983)
    make_goal(match)
    ImportedRow.objects.create(source="football-txt", kind="match", key="x", row_id=match.pk, said={"attendance": 70000})

    page = desk.get(reverse("admin:teams_overruled_audit"), {"season": match.stage.season_id})

    assert [found.guard for _, found in page.context["findings"]] == ["goals_add_up"]
    assert f"?match={match.pk}&amp;guard=goals_add_up&amp;about=" in page.content.decode()
    assert "<strong>69983</strong>, football-txt: 70000" in page.content.decode()

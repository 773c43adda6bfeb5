"""The facts on the desk: found by any name, typed as they are printed, decided with a reason, never lost."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse

from teams import clock
from teams.models import Alias, Appearance, ExternalId, Match, MatchEvent, PlaceDecision, PointsAdjustment, Stage, Team
from tests.desk import as_sent, change, make_login, new_line
from tests.making import (
    make_appearance,
    make_event,
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


def offered(client, model, field, term, app="articles"):
    """What a picker offers for what was typed."""
    answer = client.get(reverse("admin:autocomplete"), {"app_label": app, "model_name": model, "field_name": field, "term": term})
    return [row["text"] for row in answer.json()["results"]]


def listed(client, model, **asked):
    """The rows that a list page shows."""
    return list(client.get(reverse(f"admin:teams_{model}_changelist"), asked).context["cl"].result_list)


# Finding


@pytest.mark.parametrize("typed", ["martinez", "MARTÍNEZ", "laut mart", "toro", "lautaro-martinez"])
def test_a_person_is_found_by_any_name_however_it_is_typed(desk, typed):
    lautaro = make_person("Lautaro Martínez")
    Alias.objects.create(text="Toro", person=lautaro)
    make_person("Ofri Arad")

    assert listed(desk, "person", q=typed) == [lautaro]


def test_namesakes_are_told_apart_by_club_shirt_and_year_of_birth(desk):
    inter = make_team("Inter")
    make_spell(make_person("Lautaro Martínez", birth_date=date(1997, 8, 22)), inter, shirt=10)
    make_person("Josef Martínez", birth_date=date(1993, 5, 19))

    assert offered(desk, "personlink", "person", "martinez") == ["Josef Martínez (1993)", "Lautaro Martínez (Inter 10, 1997)"]


@pytest.mark.parametrize("typed", ["inter", "Internazionale", "nerazzurri milano"])
def test_a_team_is_found_by_its_other_names(desk, typed):
    inter = make_team("Inter")
    Alias.objects.create(text="Nerazzurri", team=inter)
    Alias.objects.create(text="Internazionale Milano", team=inter)
    make_team("Lazio")

    assert listed(desk, "team", q=typed) == [inter]


@pytest.mark.parametrize(
    "typed", ["inter kai", "kairat inter", "Inter-Kairat", "inter 2025-11-05", "nerazzurri almaty", "champions kairat"]
)
def test_a_match_is_found_by_parts_of_both_names_or_its_day(desk, typed):
    match = make_match("Inter 2-1 Kairat Almaty")
    Alias.objects.create(text="Nerazzurri", team=match.home)
    make_match("Inter v Lazio", kickoff=datetime(2025, 11, 9, 19, 45, tzinfo=UTC), stage=make_stage("Serie A"))

    assert listed(desk, "match", q=typed) == [match]
    assert offered(desk, "matchlink", "match", typed) == ["Inter 2-1 Kairat Almaty, 5 nov 2025, Champions League"]


def test_the_match_played_last_is_offered_first_and_then_what_comes_next(desk):
    now = clock.now()
    for days, told_as in ((-9, "Inter 1-0 Lazio"), (-2, "Inter 2-1 Kairat Almaty"), (9, "Inter v Napoli"), (3, "Inter v Roma")):
        make_match(told_as, kickoff=now + timedelta(days=days))

    assert [str(match) for match in listed(desk, "match", q="inter")] == [
        "Inter 2-1 Kairat Almaty", "Inter 1-0 Lazio", "Inter - Roma", "Inter - Napoli",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("inter kai 67", ["67' Goal Carlos Augusto"]),
        ("kairat 45+2", ["45+2' Yellow card Nicolò Barella"]),
        ("martinez goal", ["45' Goal Lautaro Martínez"]),
        ("inter kai", ["45' Goal Lautaro Martínez", "45+2' Yellow card Nicolò Barella", "67' Goal Carlos Augusto"]),
    ],
)
def test_an_event_is_picked_by_its_match_its_minute_or_its_people(desk, settings, typed, found):
    settings.LANGUAGE_CODE = "en"
    match = make_match("Inter 2-1 Kairat Almaty")
    make_goal(match, "Lautaro Martínez", 45)
    make_event(match, "yellow", "Nicolò Barella", 45, stoppage=2)
    make_goal(match, "Carlos Augusto", 67)
    make_goal(make_match("Lazio 1-0 Napoli"), "Mattia Zaccagni", 67)
    desk.cookies["django_language"] = "en"

    assert offered(desk, "eventlink", "event", typed) == [f"{event} - Inter 2-1 Kairat Almaty 5 Nov 2025" for event in found]


def test_the_newest_match_comes_first_where_events_are_picked(desk):
    for kickoff in (datetime(2025, 9, 1, 18, tzinfo=UTC), datetime(2025, 11, 5, 20, tzinfo=UTC)):
        make_goal(make_match("Inter 2-1 Kairat Almaty", kickoff=kickoff), "Lautaro Martínez", 45)

    days = [label.split("Almaty ")[1] for label in offered(desk, "eventlink", "event", "inter kai 45")]

    assert [day.split()[0] for day in days] == ["5", "1"]


# Typing


@pytest.mark.parametrize(
    ("typed", "kept"), [("67", ("2", 67, 0)), ("45+2", ("1", 45, 2)), ("120+3'", ("4", 120, 3)), ("", ("9", None, 0))]
)
def test_a_minute_is_typed_as_it_is_printed_and_the_period_follows(desk, typed, kept):
    match = make_match()
    page = desk.get(change(match))
    scorer = make_person()

    line = new_line(as_sent(page), "events", clock=typed, kind="goal", side="home", person=scorer.pk, order="0")
    desk.post(change(match), line)

    goal = MatchEvent.objects.get()
    assert (goal.period, goal.minute, goal.stoppage) == kept


@pytest.mark.parametrize("typed", ["0", "121", "44+1", "soon", "4 5"])
def test_a_minute_that_no_match_has_is_refused_beside_the_field(desk, typed):
    match = make_match()
    page = desk.get(change(match))

    answer = desk.post(change(match), new_line(as_sent(page), "events", clock=typed, kind="goal", side="home", order="0"))

    assert list(answer.context["inline_admin_formsets"][0].formset.errors[0]) == ["clock"]
    assert not MatchEvent.objects.exists()


def test_a_shoot_out_kick_needs_no_minute_and_takes_none(desk):
    match = make_match()
    page = desk.get(change(match))
    kick = {"kind": "shootout_scored", "side": "home", "order": "1"}

    refused = desk.post(change(match), new_line(as_sent(page), "events", clock="90", **kick))
    taken = desk.post(change(match), new_line(as_sent(page), "events", clock="", **kick))

    assert (refused.status_code, taken.status_code) == (200, 302)
    assert (MatchEvent.objects.get().period, MatchEvent.objects.get().minute) == ("5", None)


def test_a_var_decision_says_what_was_decided_and_nothing_else_has_one(desk):
    match = make_match()
    page = desk.get(change(match))
    missing = new_line(as_sent(page), "events", clock="30", kind="var", side="home", order="0", decision="")
    odd = new_line(as_sent(page), "events", clock="30", kind="goal", side="home", order="0", decision="checked")

    answers = [desk.post(change(match), data) for data in (missing, odd)]

    assert [list(answer.context["inline_admin_formsets"][0].formset.errors[0]) for answer in answers] == [["decision"]] * 2


def test_half_a_score_is_refused_kindly(desk):
    match = make_match()
    page = desk.get(change(match))

    answer = desk.post(change(match), as_sent(page, away_half_time="", home_half_time="1"))

    assert list(answer.context["adminform"].errors) == ["away_half_time"]


def test_a_player_is_once_on_the_sheet_and_a_shirt_once_on_a_side(desk):
    match, lautaro = make_match(), make_person()
    make_appearance(match, lautaro, 10)
    page = desk.get(change(match))
    line = {"side": "away", "person": lautaro.pk, "shirt": "7", "starter": "on", "order": "0"}
    again = new_line(as_sent(page), "appearances", **line)
    same_shirt = new_line(
        as_sent(page), "appearances", **{**line, "side": "home", "person": make_person("A B").pk, "shirt": "10"}
    )

    answers = [desk.post(change(match), data) for data in (again, same_shirt)]

    assert [answer.status_code for answer in answers] == [200, 200]
    assert Appearance.objects.count() == 1


def test_a_new_match_is_given_its_address(desk):
    stage, inter, lazio = make_stage(), make_team("Inter"), make_team("Lazio")
    page = desk.get(reverse("admin:teams_match_add"))
    data = as_sent(page, stage=stage.pk, home=inter.pk, away=lazio.pk, kickoff_0="2025-11-09", kickoff_1="00:30")

    desk.post(reverse("admin:teams_match_add"), data)

    match = Match.objects.get()
    assert (match.slug, match.kickoff) == ("inter-lazio-2025-11-09", datetime(2025, 11, 8, 23, 30, tzinfo=UTC))


def test_nobody_plays_himself(desk):
    stage, inter = make_stage(), make_team("Inter")
    page = desk.get(reverse("admin:teams_match_add"))
    data = as_sent(page, stage=stage.pk, home=inter.pk, away=inter.pk, kickoff_0="2025-11-09", kickoff_1="20:45")

    answer = desk.post(reverse("admin:teams_match_add"), data)

    assert answer.status_code == 200
    assert not Match.objects.exists()


def test_names_that_fold_alike_are_refused_kindly(desk):
    inter = make_team("Inter")
    Alias.objects.create(text="Nerazzurri", team=inter)
    page = desk.get(change(inter))

    answer = desk.post(
        change(inter), new_line(as_sent(page), "aliases", text="NERAZZÙRRI", kind="name", scope="anywhere", language="")
    )

    assert answer.status_code == 200
    assert Alias.objects.count() == 1


def test_a_key_of_a_source_that_names_another_team_is_refused_kindly(desk):
    ExternalId.objects.create(source="openfootball", key="inter", team=make_team("Inter"))
    page = desk.get(reverse("admin:teams_team_add"))
    data = new_line(as_sent(page, name="Lazio", slug="lazio"), "external_ids", source="openfootball", key="inter")

    answer = desk.post(reverse("admin:teams_team_add"), data)

    assert answer.status_code == 200
    assert Team.objects.count() == 1


def test_rules_and_zones_of_a_stage_are_typed_a_line_each(desk):
    stage = make_stage()
    page = desk.get(change(stage))
    rules, zones = "head_to_head_points\ngoal_difference\n", "1-8 round-of-16\n9-24 knockout-play-off"

    desk.post(change(stage), as_sent(page, tie_breaks=rules, zones=zones))

    stage.refresh_from_db()
    assert stage.tie_breaks == ["head_to_head_points", "goal_difference"]
    assert stage.zones == [
        {"first": 1, "last": 8, "kind": "round-of-16"},
        {"first": 9, "last": 24, "kind": "knockout-play-off"},
    ]


@pytest.mark.parametrize(
    "typed", [{"tie_breaks": "luck"}, {"zones": "8-1 title"}, {"zones": "the best"}, {"zones": "1-2 heaven"}]
)
def test_a_rule_or_a_zone_that_nobody_knows_is_refused_kindly(desk, typed):
    stage = make_stage()
    page = desk.get(change(stage))

    answer = desk.post(change(stage), as_sent(page, **typed))

    assert list(answer.context["adminform"].errors) == list(typed)


def test_play_offs_are_typed_as_places(desk):
    stage = make_stage()

    desk.post(change(stage), as_sent(desk.get(change(stage)), play_offs="1\n17"))
    refused = desk.post(change(stage), as_sent(desk.get(change(stage)), play_offs="the last"))

    stage.refresh_from_db()
    assert stage.play_offs == [1, 17]
    assert list(refused.context["adminform"].errors) == ["play_offs"]


def test_a_place_that_was_decided_is_entered_with_its_reason(desk):
    stage, inter = make_stage(), make_team("Inter")
    place = {"team": inter.pk, "position": "2", "on": "2025-11-01", "reason": "Drawing of lots"}

    desk.post(change(stage), new_line(as_sent(desk.get(change(stage))), "place_decisions", **place))

    decision = PlaceDecision.objects.get()
    assert (decision.team, decision.position, decision.reason) == (inter, 2, "Drawing of lots")
    assert decision.decided_by.username == "data desk"


def test_whoever_enters_a_deduction_stands_by_it(desk):
    stage, inter = make_stage(), make_team("Inter")
    page = desk.get(change(stage))

    desk.post(change(stage), new_line(as_sent(page), "adjustments", team=inter.pk, points="-3", on="2025-11-01", reason="Ruling"))

    assert PointsAdjustment.objects.get().decided_by.username == "data desk"
    assert Stage.objects.get().tie_breaks == stage.tie_breaks

"""The live desk: what is typed is shown before it is kept, late buttons do nothing, and only who may keep a match enters."""

import pytest
from django.urls import reverse

from teams import night
from teams.models import Appearance, Match, MatchEvent, Person
from tests.desk import as_sent, make_login
from tests.making import make_appearance, make_goal, make_match, make_spell

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(make_login("Data desk"))
    return client


@pytest.fixture
def match():
    """Inter v Kairat, kicked off, with some people on each sheet."""
    match = make_match("Inter v Kairat Almaty")
    for shirt, name in ((10, "Lautaro Martínez"), (23, "Nicolò Barella"), (30, "Carlos Augusto"), (94, "Pio Esposito")):
        make_appearance(match, name, shirt)
    make_appearance(match, "Hakan Çalhanoğlu", 20, starter=False)
    make_appearance(match, "Ofri Arad", 10, side="away")
    return night.start(match, by=None)


def address(match, name="", **more):
    return reverse(f"admin:teams_match_live{name}", kwargs={"pk": match.pk, **more})


def read(client, match, line):
    return client.get(address(match, "_reading"), {"line": line}).json()


def keep(client, match, line):
    return client.post(address(match), {"token": read(client, match, line)["token"]}, headers={"X-Requested-With": "fetch"})


def events(match):
    return [str(event) for event in match.events.all()]


def whistle(client, match, verb, **more):
    answer = client.post(address(match, "_whistle"), {"verb": verb, **more}, headers={"X-Requested-With": "fetch"})
    return answer.status_code, Match.objects.get(pk=match.pk).status


# The console


def test_the_reading_is_shown_and_nothing_is_kept(desk, match):
    shown = read(desk, match, "45+2 gol carlos augusto (esposito)")

    assert (shown["ok"], shown["message"]) == (True, "45+2' Gol: Carlos Augusto, assist di Pio Esposito (Inter)")
    assert events(match) == []


def test_what_is_kept_is_what_was_shown(desk, match):
    for line in ("10 gol carlos augusto (esposito)", "12 giallo barella", "20 var rigore annullato", "40 sub calhanoglu barella"):
        assert keep(desk, match, line).status_code == 200

    assert [
        (e.minute, e.kind, e.person and e.person.name, e.second_person and e.second_person.name) for e in match.events.all()
    ] == [
        (10, "goal", "Carlos Augusto", "Pio Esposito"),
        (12, "yellow", "Nicolò Barella", None),
        (20, "var", None, None),
        (40, "substitution", "Hakan Çalhanoğlu", "Nicolò Barella"),
    ]
    assert Match.objects.get().score == "1-0"


def test_a_line_that_cannot_be_read_names_the_candidates(desk, match):
    shown = read(desk, match, "10 gol 10")

    assert not shown["ok"]
    assert "10 Lautaro Martínez (Inter), 10 Ofri Arad (Kairat Almaty)" in shown["message"]


def test_without_scripts_a_line_is_read_on_one_page_and_kept_from_it(desk, match):
    shown = desk.post(address(match), {"line": "10 gol lautaro"})
    kept = desk.post(address(match), {"token": shown.context["reading"]["token"]}, follow=True)

    assert "10&#x27; Gol: Lautaro Martínez (Inter)" in shown.content.decode()
    assert kept.redirect_chain == [(address(match), 302)]
    assert Match.objects.get().score == "1-0"


def test_a_seal_is_good_for_its_match_only_and_cannot_be_forged(desk, match):
    other = night.start(make_match("Lazio v Napoli"), by=None)
    token = read(desk, match, "10 gol lautaro")["token"]

    answers = [desk.post(address(other), {"token": token}), desk.post(address(match), {"token": token[:-2]}, follow=True)]

    assert [answer.status_code for answer in answers] == [400, 200]
    assert MatchEvent.objects.count() == 0


def test_one_line_sent_twice_is_kept_once(desk, match):
    token = read(desk, match, "10 gol lautaro")["token"]

    for _twice in range(2):
        desk.post(address(match), {"token": token})

    assert len(events(match)) == 1


def test_two_people_lose_nothing_and_each_sees_the_others(desk, client, match):
    tokens = [read(desk, match, line)["token"] for line in ("10 gol lautaro", "10 giallo arad")]
    before = desk.get(address(match, "_state"))
    for token in tokens:
        desk.post(address(match), {"token": token})

    after = desk.get(address(match, "_state"), headers={"If-None-Match": before.headers["ETag"]})
    same = desk.get(address(match, "_state"), headers={"If-None-Match": after.headers["ETag"]})

    assert (after.status_code, same.status_code) == (200, 304)
    assert "Lautaro" in after.content.decode() and "Arad" in after.content.decode()
    assert [event.kind for event in match.events.all()] == ["goal", "yellow"]


def test_where_no_lineup_is_entered_the_squad_is_known(desk):
    match = make_match("Inter v Lazio")
    make_spell("Nicolò Barella", match.home, shirt=23)
    night.start(match, by=None)

    assert read(desk, match, "10 giallo 23")["message"].endswith("Nicolò Barella (Inter)")


# The clock


def test_the_buttons_of_a_whole_night(desk, match):
    stands = [
        whistle(desk, match, "pause", period="1"),
        whistle(desk, match, "resume", period="2"),
        whistle(desk, match, "clock", minute=60),
        whistle(desk, match, "finish", goals_home=0, goals_away=0, seen_home=0, seen_away=0),
        whistle(desk, match, "reopen", reason="Il VAR"),
    ]

    assert stands == [(200, "live" if n != 0 else "half_time") if n != 3 else (200, "finished") for n in range(5)]


@pytest.mark.parametrize(
    ("verb", "more", "status"),
    [
        ("start", {}, 409),
        ("resume", {"period": "2"}, 409),
        ("pause", {"period": "2"}, 409),
        ("finish", {"goals_home": 1}, 409),
        ("clock", {"minute": "x"}, 409),
        ("reopen", {"reason": ""}, 409),
        ("dance", {}, 400),
    ],
)
def test_a_button_pressed_late_or_wrongly_changes_nothing(desk, match, verb, more, status):
    assert whistle(desk, match, verb, **more) == (status, "live")


def test_the_page_draws_the_buttons_that_apply(desk, match):
    drawn = {}
    for stage in ("live", "half_time", "second", "finished"):
        page = desk.get(address(match)).content.decode()
        drawn[stage] = [verb for verb in ("start", "pause", "resume", "finish", "reopen") if f'value="{verb}"' in page]
        row = Match.objects.get()
        if stage == "live":
            night.pause(row, "1", by=None)
        elif stage == "half_time":
            night.resume(row, "2", by=None)
        elif stage == "second":
            night.finish(row, (0, 0), seen=(0, 0), by=None)

    assert drawn == {"live": ["pause"], "half_time": ["resume"], "second": ["finish"], "finished": ["reopen"]}


# Undo and corrections


def test_a_slip_is_undone_and_an_old_event_is_not(desk, match):
    keep(desk, match, "10 gol lautaro")
    event, old = match.events.get(), make_goal(match, "Nicolò Barella", 5)
    answers = [
        desk.post(address(match, "_undo"), {"event": pk}, headers={"X-Requested-With": "fetch"}) for pk in (event.pk, old.pk, "x")
    ]

    assert [answer.status_code for answer in answers] == [200, 409, 404]
    assert list(match.events.all()) == [old]


def test_a_minute_is_changed_from_the_live_desk_with_a_reason_and_comes_back_to_it(desk, match):
    goal = make_goal(match, "Lautaro Martínez", 10)
    decide = reverse("admin:teams_matchevent_decide", args=[goal.pk, "move"])

    refused = desk.post(f"{decide}?live", {"clock": "50+1", "reason": "referto"})
    done = desk.post(f"{decide}?live", {"clock": "45+1", "reason": "referto"})

    assert refused.status_code == 200
    assert done.headers["Location"] == address(match)
    assert match.events.get().clock_label == "45+1'"
    history = desk.get(reverse("admin:teams_matchevent_change", args=[goal.pk])).content.decode()
    assert "45+1&#x27;: referto" in history


def test_what_cannot_all_be_true_is_said_and_may_be_let_stand(desk, match):
    keep(desk, match, "30 sub calhanoglu barella")
    keep(desk, match, "40 sub calhanoglu lautaro")

    page = desk.get(address(match)).content.decode()

    assert page.count("guard=substitutes_fit") == 1
    assert "Hakan Çalhanoğlu" in page


# Line-ups

PASTED = "3-5-2\n10 Lautaro (c)\n23\n77 Tizio Nuovo\n\n20 Calhanoglu"


@pytest.fixture
def squad():
    match = make_match("Inter v Lazio")
    for shirt, name in ((10, "Lautaro Martínez"), (23, "Nicolò Barella"), (20, "Hakan Çalhanoğlu")):
        make_spell(name, match.home, shirt=shirt)
    return match


def test_a_pasted_lineup_is_shown_with_who_each_name_is(desk, squad):
    page = desk.post(address(squad, "_lineup", side="home"), {"text": PASTED, "show": ""})

    assert [(row.shirt, row.person and row.person.name, bool(row.problem)) for row in page.context["rows"]] == [
        (10, "Lautaro Martínez", False),
        (23, "Nicolò Barella", False),
        (None, None, True),
        (20, "Hakan Çalhanoğlu", False),
    ]
    assert Appearance.objects.count() == 0


def test_it_is_not_kept_while_a_name_is_nobodys(desk, squad):
    page = desk.get(address(squad, "_lineup", side="home"))
    desk.post(address(squad, "_lineup", side="home"), {"text": PASTED, "keep": "", "mark": page.context["mark"]})

    assert Appearance.objects.count() == 0


def test_a_new_name_is_added_where_that_is_said(desk, squad):
    page = desk.get(address(squad, "_lineup", side="home"))
    told = {"text": PASTED, "keep": "", "new": "on", "mark": page.context["mark"]}

    answer = desk.post(address(squad, "_lineup", side="home"), told)

    assert answer.headers["Location"] == address(squad)
    assert [(line.shirt, line.person.name, line.starter, line.captain) for line in squad.appearances.order_by("order")] == [
        (10, "Lautaro Martínez", True, True),
        (23, "Nicolò Barella", True, False),
        (77, "Tizio Nuovo", True, False),
        (20, "Hakan Çalhanoğlu", False, False),
    ]
    assert Person.objects.get(name="Tizio Nuovo").slug == "tizio-nuovo"
    assert Match.objects.get().home_formation == "3-5-2"


def test_a_kept_lineup_comes_back_as_a_list_to_change(desk, match):
    page = desk.get(address(match, "_lineup", side="home"))

    assert page.context["text"].endswith("94 Pio Esposito\n\n20 Hakan Çalhanoğlu")
    assert not any(row.problem for row in page.context["rows"])


def test_a_stale_list_does_not_overwrite_the_others(desk, squad):
    page = desk.get(address(squad, "_lineup", side="home"))
    make_appearance(squad, "Yann Sommer", 1)

    answer = desk.post(address(squad, "_lineup", side="home"), {"text": "10 Lautaro", "keep": "", "mark": page.context["mark"]})

    assert answer.status_code == 200
    assert [line.person.name for line in squad.appearances.all()] == ["Yann Sommer"]


def test_two_may_change_shirts_and_those_who_stay_keep_their_row(desk, squad):
    rows = [make_appearance(squad, "Lautaro Martínez", 10), make_appearance(squad, "Nicolò Barella", 23)]
    page = desk.get(address(squad, "_lineup", side="home"))
    told = {"text": "23 Lautaro Martínez\n10 Nicolò Barella", "keep": "", "mark": page.context["mark"]}

    desk.post(address(squad, "_lineup", side="home"), told)

    assert {line.pk: line.shirt for line in squad.appearances.all()} == {rows[0].pk: 23, rows[1].pk: 10}


def test_nobody_leaves_a_sheet_of_whom_something_is_told(desk, squad):
    make_appearance(squad, "Lautaro Martínez", 10)
    make_goal(squad, "Lautaro Martínez", 10)
    page = desk.get(address(squad, "_lineup", side="home"))

    desk.post(address(squad, "_lineup", side="home"), {"text": "23 Barella", "keep": "", "mark": page.context["mark"]})

    assert squad.appearances.get().person.name == "Lautaro Martínez"


@pytest.mark.parametrize("text", ["10 Lautaro\n9 Lautaro Martínez", "10 Lautaro\n10 Barella"])
def test_nobody_twice_and_no_shirt_twice(desk, squad, text):
    page = desk.get(address(squad, "_lineup", side="home"))

    desk.post(address(squad, "_lineup", side="home"), {"text": text, "keep": "", "mark": page.context["mark"]})

    assert Appearance.objects.count() == 0


# Who may


@pytest.mark.parametrize("who", ["Editor", "Reporter", None])
def test_only_who_keeps_the_facts_keeps_a_match_live(client, match, who):
    client.force_login(make_login(who))

    answers = [
        client.get(address(match)),
        client.get(address(match, "_reading"), {"line": "1 gol lautaro"}),
        client.get(address(match, "_state")),
        client.post(address(match, "_whistle"), {"verb": "pause", "period": "1"}),
        client.post(address(match, "_undo"), {"event": "1"}),
        client.post(address(match, "_lineup", side="home"), {"text": "10 Lautaro"}),
    ]

    assert {answer.status_code for answer in answers} == {403}
    assert Match.objects.get().status == "live"


def test_a_form_without_its_seal_of_origin_is_refused(match):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    strict.force_login(make_login("Data desk"))

    assert strict.post(address(match, "_whistle"), {"verb": "pause", "period": "1"}).status_code == 403


def test_the_page_of_a_match_leads_to_its_live_desk(desk, match):
    page = desk.get(reverse("admin:teams_match_change", args=[match.pk])).content.decode()

    assert f'href="{address(match)}"' in page


def test_the_form_of_a_match_that_stood_open_overwrites_no_goal(desk, match):
    page = reverse("admin:teams_match_change", args=[match.pk])
    opened = as_sent(desk.get(page))
    keep(desk, match, "10 gol lautaro")

    refused = desk.post(page, {**opened, "attendance": "70000"})
    again = desk.post(page, {**as_sent(desk.get(page)), "attendance": "70000"})

    assert (refused.status_code, again.status_code) == (200, 302)
    row = Match.objects.get()
    assert (row.score, row.attendance, row.status, row.period) == ("1-0", 70000, "live", "1")

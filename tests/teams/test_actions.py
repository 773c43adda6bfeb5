"""Every change of a fact is made whole or not at all, and leaves a trace."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.utils.translation import override

from teams import actions
from teams.models import AuditEntry, FormerSlug, Match, MatchEvent
from tests.making import make_goal, make_match, make_person, make_published, make_publisher, make_team

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _refusals_in_english():
    with override("en"):
        yield


@pytest.fixture
def desk():
    return get_user_model().objects.create_user("desk")


def version(match):
    return Match.objects.get(pk=match.pk).version


# Matches


@pytest.mark.parametrize(
    "change",
    [
        {"kickoff_confirmed": False},
        {"status": "postponed"},
        {"status": "finished", "home_goals": 1, "away_goals": 0},
    ],
)
def test_the_version_rises_when_the_calendar_entry_changes(change):
    match = make_match("Inter v Lazio")
    for name, value in change.items():
        setattr(match, name, value)

    actions.save_match(match, by=None)

    assert version(match) == 1


def test_a_moved_kickoff_raises_the_version_each_time():
    match = make_match("Inter v Lazio")

    for _day in range(2):
        match.kickoff += timedelta(days=1)
        actions.save_match(match, by=None)

    assert version(match) == 2


def test_the_version_stays_when_only_the_score_changes():
    match = make_match("Inter 1-0 Lazio", status="live")
    match.home_goals = 2

    actions.save_match(match, by=None)

    assert version(match) == 0


def test_a_copy_read_before_another_change_cannot_lower_the_version():
    match = make_match("Inter v Lazio")
    stale = Match.objects.get(pk=match.pk)
    match.kickoff += timedelta(days=1)
    actions.save_match(match, by=None)

    stale.kickoff, stale.attendance = match.kickoff, 70000
    actions.save_match(stale, by=None)

    assert version(match) == 1


def test_a_new_match_begins_with_version_zero():
    match = make_match("Inter v Lazio")
    fresh = Match(stage=match.stage, home=match.away, away=match.home, kickoff=match.kickoff, slug="lazio-inter")

    actions.save_match(fresh, by=None)

    assert version(fresh) == 0


def test_a_match_that_cannot_be_is_not_saved_and_the_refusal_can_be_read():
    match = make_match("Inter v Lazio")
    match.status = "finished"

    with pytest.raises(ValidationError) as refusal:
        actions.save_match(match, by=None)

    assert refusal.value.messages == ["A fixture has no score, and a match that has begun has one."]
    assert Match.objects.get().status == "scheduled"


# Events


def test_a_cancelled_event_stays_with_its_reason_who_said_so_and_when(desk):
    goal = make_goal(make_match())

    actions.cancel_event(goal, reason=" Fuorigioco di Pio Esposito ", by=desk)

    kept = MatchEvent.objects.get()
    assert (kept.status, kept.reason, kept.decided_by) == ("cancelled", "Fuorigioco di Pio Esposito", desk)
    assert kept.decided_at is not None
    assert list(MatchEvent.objects.standing()) == []
    assert AuditEntry.objects.get().row_id == goal.pk


def test_cancelling_needs_a_reason():
    goal = make_goal(make_match())

    with pytest.raises(ValidationError) as refusal:
        actions.cancel_event(goal, reason="  ", by=None)

    assert set(refusal.value.error_dict) == {"reason"}
    assert list(MatchEvent.objects.standing()) == [goal]


def test_an_event_that_no_longer_counts_is_not_cancelled_again():
    goal = make_goal(make_match())
    actions.cancel_event(goal, reason="Fuorigioco", by=None)

    with pytest.raises(ValidationError, match="counts"):
        actions.cancel_event(goal, reason="Fallo", by=None)

    assert MatchEvent.objects.get().reason == "Fuorigioco"


def test_a_restored_event_counts_again():
    goal = make_goal(make_match())
    actions.cancel_event(goal, reason="Fuorigioco", by=None)

    actions.restore_event(goal, by=None)

    assert list(MatchEvent.objects.standing()) == [goal]
    assert MatchEvent.objects.get().reason == ""


def test_only_a_cancelled_event_can_be_restored():
    goal = make_goal(make_match())

    with pytest.raises(ValidationError, match="restored"):
        actions.restore_event(goal, by=None)


def test_a_goal_given_to_another_leaves_the_old_row_pointing_to_the_new(desk):
    goal = make_goal(make_match(), "Lautaro Martínez", 45, stoppage=2, order=3)
    augusto = make_person("Carlos Augusto")

    corrected = actions.give_event_to(goal, augusto, reason="Deviazione decisiva", by=desk)

    old = MatchEvent.objects.get(pk=goal.pk)
    assert (old.status, old.reason, old.superseded_by) == ("superseded", "Deviazione decisiva", corrected)
    assert (corrected.person, corrected.clock_label, corrected.order, corrected.status) == (augusto, "45+2'", 3, "confirmed")
    assert list(MatchEvent.objects.standing()) == [corrected]


def test_a_goal_can_become_an_own_goal_as_it_is_given_to_another():
    goal = make_goal(make_match(), "Lautaro Martínez", 45, second_person=make_person("Denzel Dumfries"))

    corrected = actions.give_event_to(
        goal, make_person("Damir Kassabulat"), reason="Autorete", by=None, kind="own_goal", second_person=None
    )

    assert (corrected.kind, corrected.side, corrected.second_person) == ("own_goal", "home", None)


def test_what_no_longer_counts_cannot_be_given_to_another():
    goal = make_goal(make_match())
    actions.cancel_event(goal, reason="Fuorigioco", by=None)

    with pytest.raises(ValidationError, match="given"):
        actions.give_event_to(goal, make_person("Carlos Augusto"), reason="Deviazione", by=None)

    assert MatchEvent.objects.count() == 1


def test_giving_without_a_reason_leaves_everything_as_it_was():
    goal = make_goal(make_match())

    with pytest.raises(ValidationError):
        actions.give_event_to(goal, make_person("Carlos Augusto"), reason="", by=None)

    assert list(MatchEvent.objects.standing()) == [goal]


def test_a_superseded_event_is_neither_cancelled_nor_restored():
    goal = make_goal(make_match())
    actions.give_event_to(goal, make_person("Carlos Augusto"), reason="Deviazione", by=None)

    with pytest.raises(ValidationError, match="counts"):
        actions.cancel_event(goal, reason="Fuorigioco", by=None)
    with pytest.raises(ValidationError, match="restored"):
        actions.restore_event(goal, by=None)


def test_a_match_has_changed_when_one_of_its_events_has():
    match = make_match()
    before = Match.objects.get().changed_at

    actions.cancel_event(make_goal(match), reason="Fuorigioco", by=None)

    assert Match.objects.get().changed_at > before


# Addresses


def test_a_former_address_leads_to_the_new_one_from_pages_and_keeps_the_question(client):
    team = make_team("Inter")

    actions.rename(team, "internazionale", by=None)
    answer = client.get("/it/teams/inter/?pagina=2")

    assert (answer.status_code, answer["Location"]) == (301, "/it/teams/internazionale/?pagina=2")


def test_every_former_address_leads_straight_to_the_last_one(client):
    team = make_team("Inter")
    actions.rename(team, "internazionale", by=None)
    actions.rename(team, "fc-internazionale", by=None)

    answers = [client.get(f"/it/teams/{slug}/")["Location"] for slug in ("inter", "internazionale")]

    assert answers == ["/it/teams/fc-internazionale/"] * 2


def test_a_name_taken_back_leads_nowhere_else(client):
    team = make_team("Inter")
    actions.rename(team, "internazionale", by=None)
    actions.rename(team, "inter", by=None)

    assert client.get("/it/teams/inter/").status_code == 200
    assert client.get("/it/teams/internazionale/")["Location"] == "/it/teams/inter/"
    assert FormerSlug.objects.count() == 1


def test_whoever_takes_an_abandoned_address_gets_its_readers(client):
    actions.rename(make_team("Inter"), "internazionale", by=None)
    miami = make_team("Inter Miami")

    actions.rename(miami, "inter", by=None)

    assert client.get("/it/teams/inter-miami/")["Location"] == "/it/teams/inter/"
    assert client.get("/it/teams/inter/").context["team"] == miami


def test_an_address_that_another_has_is_refused():
    make_team("Lazio")
    team = make_team("Inter")

    with pytest.raises(ValidationError) as refusal:
        actions.rename(team, "lazio", by=None)

    assert set(refusal.value.error_dict) == {"slug"}
    assert FormerSlug.objects.count() == 0


def test_renaming_to_the_same_address_changes_nothing():
    actions.rename(make_team("Inter"), "inter", by=None)

    assert FormerSlug.objects.count() == 0


@pytest.mark.parametrize(
    ("make", "old", "new"),
    [
        (make_person, "/en/players/lautaro-martinez/", "/en/players/renamed/"),
        (make_publisher, "/en/publishers/inter-news-24/", "/en/publishers/renamed/"),
        (
            lambda: make_match().stage.season.competition,
            "/en/competitions/champions-league/2025-26/",
            "/en/competitions/renamed/2025-26/",
        ),
        (make_match, "/en/matches/inter-kairat-almaty-2025-11-05/", "/en/matches/renamed/"),
    ],
)
def test_everything_with_an_address_can_be_renamed(client, make, old, new):
    actions.rename(make(), "renamed", by=None)

    answer = client.get(old)

    assert (answer.status_code, answer["Location"]) == (301, new)


def test_the_page_of_an_event_moves_with_its_match(client):
    goal = make_goal(make_match())
    actions.rename(goal.match, "renamed", by=None)

    answer = client.get(f"/it/matches/inter-kairat-almaty-2025-11-05/events/{goal.pk}/")

    assert (answer.status_code, answer["Location"]) == (301, f"/it/matches/renamed/events/{goal.pk}/")


def test_feeds_and_calendars_move_too(client):
    make_published(about=[make_match()])
    actions.rename(make_team("Inter"), "internazionale", by=None)

    answers = [client.get(f"/it/teams/inter/{name}") for name in ("feed.rss", "fixtures.ics")]

    assert [answer.get("Location") for answer in answers] == [
        "/it/teams/internazionale/feed.rss",
        "/it/teams/internazionale/fixtures.ics",
    ]


def test_an_address_that_nobody_ever_had_is_not_found(client):
    assert client.get("/it/teams/nobody/").status_code == 404

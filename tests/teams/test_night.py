"""A match kept live: the whistle in its order, the score from the events, a slip undone, a mistake corrected with a reason."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.utils.translation import override

from teams import actions, clock, night
from teams.live.console import Reading
from teams.models import AuditEntry, Match, MatchEvent
from tests.making import make_goal, make_match, make_person, make_published

pytestmark = pytest.mark.django_db
NINE = datetime(2025, 11, 5, 20, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _refusals_in_english():
    with override("en"):
        yield


@pytest.fixture
def desk():
    return get_user_model().objects.create_user("desk")


@pytest.fixture
def match(desk):
    with clock.at(NINE):
        return night.start(make_match("Inter v Kairat Almaty"), by=desk)


def goal(match, minute, person="Lautaro Martínez", *, by=None, kind="goal", side="home", at=None, **told):
    period = "1" if minute <= 45 else "2" if minute <= 90 else "3"
    reading = Reading(kind, period, minute, 0, side, make_person(person).pk, **told)
    with clock.at(at or NINE + timedelta(minutes=minute)):
        return night.enter_event(match, reading, entry=uuid4(), by=by)


def now(match):
    """How the match stands, as it is kept."""
    row = Match.objects.get(pk=match.pk)
    return row.status, row.period, row.period_started_at is not None, row.score, row.half_time_score


# The whistle


def test_a_night_from_kickoff_to_full_time(match, desk):
    stands = [now(match)]
    goal(match, 40)
    match = night.pause(match, "1", by=desk)
    stands.append(now(match))
    match = night.resume(match, "2", by=desk)
    goal(match, 67)
    stands.append(now(match))
    night.finish(match, (2, 0), seen=(2, 0), by=desk)
    stands.append(now(match))

    assert stands == [
        ("live", "1", True, "0-0", ""),
        ("half_time", "1", False, "1-0", "1-0"),
        ("live", "2", True, "2-0", "1-0"),
        ("finished", "2", False, "2-0", "1-0"),
    ]


def test_extra_time_and_a_shootout_keep_the_parts_of_the_score(match, desk):
    goal(match, 80)
    for period in ("2", "3", "4", "5"):
        if period != "2":
            night.pause(match, str(int(period) - 1), by=desk)
        else:
            night.pause(match, "1", by=desk)
        night.resume(match, period, by=desk)
        if period == "3":
            goal(match, 95, side="away")
    reading = Reading("shootout_scored", "5", None, 0, "home", make_person().pk)
    night.enter_event(match, reading, entry=uuid4(), by=desk)
    night.finish(match, (1, 1), seen=(1, 1), by=desk)

    row = Match.objects.get()
    assert (row.score, row.home_ninety, row.away_ninety, row.shootout_score) == ("1-1", 1, 0, "1-0")


@pytest.mark.parametrize(
    "verb",
    [
        lambda match: night.start(match, by=None),
        lambda match: night.resume(match, "2", by=None),
        lambda match: night.pause(match, "2", by=None),
        lambda match: night.finish(match, (0, 0), seen=(0, 0), by=None),
        lambda match: night.reopen(match, reason="Again", by=None),
        lambda match: night.set_clock(match, 0, by=None),
    ],
)
def test_the_whistle_keeps_its_order(match, verb):
    before = now(match)

    with pytest.raises(ValidationError):
        verb(match)
    assert now(match) == before


def test_who_presses_half_time_late_does_not_end_the_second_half(match):
    night.pause(match, "1", by=None)
    night.resume(match, "2", by=None)

    with pytest.raises(ValidationError):
        night.pause(match, "1", by=None)
    assert now(match)[1:3] == ("2", True)


def test_a_half_ended_by_mistake_goes_on(match):
    night.pause(match, "1", by=None)

    with clock.at(NINE):
        night.set_clock(match, 30, by=None)

    assert now(match) == ("live", "1", True, "0-0", "")
    assert Match.objects.get().period_started_at == NINE - timedelta(minutes=29)


def test_full_time_is_confirmed_by_who_has_seen_the_score(match):
    night.pause(match, "1", by=None)
    night.resume(match, "2", by=None)
    goal(match, 90)

    with pytest.raises(ValidationError, match="1-0"):
        night.finish(match, (0, 0), seen=(0, 0), by=None)
    night.finish(match, (2, 0), seen=(1, 0), by=None)

    assert now(match)[3] == "2-0"


def test_a_finished_match_reopens_with_a_reason_only(match, desk):
    night.pause(match, "1", by=None)
    night.resume(match, "2", by=None)
    night.finish(match, (0, 0), seen=(0, 0), by=None)

    with pytest.raises(ValidationError):
        night.reopen(match, reason=" ", by=desk)
    night.reopen(match, reason="The referee played on", by=desk)

    assert now(match)[:3] == ("live", "2", False)
    assert AuditEntry.objects.filter(by=desk).first().details == {"message": "Reopened: The referee played on"}


def test_a_result_without_its_goals_is_not_reopened_to_nil_nil():
    match = make_match("Inter 2-1 Kairat Almaty")

    with pytest.raises(ValidationError):
        night.reopen(match, reason="Wrong", by=None)


# Events


def test_the_score_follows_each_event_and_each_correction(match, desk):
    first = goal(match, 10)
    goal(match, 20, "Ofri Arad", side="away")
    scores = [now(match)[3]]
    actions.cancel_event(first, reason="Offside", by=desk)
    scores.append(now(match)[3])
    actions.restore_event(first, by=desk)
    scores.append(now(match)[3])
    actions.give_event_to(first, make_person("Ofri Arad"), reason="His", side="away", kind="own_goal", by=desk)
    scores.append(now(match)[3])

    assert scores == ["1-1", "0-1", "1-1", "0-2"]


def test_a_goal_of_the_first_half_taken_back_later_leaves_half_time_too(match):
    first = goal(match, 45)
    night.pause(match, "1", by=None)
    night.resume(match, "2", by=None)

    actions.cancel_event(first, reason="VAR", by=None)

    assert now(match)[3:] == ("0-0", "0-0")


def test_a_line_sent_twice_is_kept_once(match):
    reading, entry = Reading("goal", "1", 10, 0, "home", make_person().pk), uuid4()

    rows = {night.enter_event(match, reading, entry=entry, by=None) for _twice in range(2)}

    assert len(rows) == 1
    assert now(match)[3] == "1-0"


def test_events_of_one_minute_stay_in_the_order_in_which_they_came(match):
    people = ["Lautaro Martínez", "Nicolò Barella", "Pio Esposito"]
    for person in people:
        goal(match, 10, person)

    assert [event.person.name for event in match.events.all()] == people


def test_nothing_is_typed_into_a_match_that_is_not_under_way():
    match = make_match("Inter v Lazio")

    with pytest.raises(ValidationError):
        goal(match, 10)
    assert MatchEvent.objects.count() == 0


def test_an_event_undone_within_thirty_seconds_was_never_there(match, desk):
    at = NINE + timedelta(minutes=10)
    event = goal(match, 10, at=at)

    with clock.at(at + timedelta(seconds=30)):
        night.undo_event(event, by=desk)

    assert MatchEvent.objects.count() == 0
    assert now(match)[3] == "0-0"
    assert "Undone" in AuditEntry.objects.first().details["message"]


def test_after_thirty_seconds_an_event_is_corrected_only(match):
    at = NINE + timedelta(minutes=10)
    event = goal(match, 10, at=at)

    with clock.at(at + timedelta(seconds=31)), pytest.raises(ValidationError):
        night.undo_event(event, by=None)
    assert MatchEvent.objects.count() == 1


def test_an_event_that_a_story_tells_of_is_not_undone(match):
    at = NINE + timedelta(minutes=10)
    event = goal(match, 10, at=at)
    make_published(about=[event])

    with clock.at(at), pytest.raises(ValidationError):
        night.undo_event(event, by=None)
    assert now(match)[3] == "1-0"


def test_the_var_takes_a_goal_back_and_undoing_it_gives_it_again(match):
    scored = goal(match, 10)
    at = NINE + timedelta(minutes=12)
    decision = goal(match, 12, kind="var", decision="goal_cancelled", cancels=scored.pk, at=at)
    taken = MatchEvent.objects.get(pk=scored.pk)
    scores = [now(match)[3]]

    with clock.at(at):
        night.undo_event(decision, by=None)
    scores.append(now(match)[3])

    assert (taken.status, taken.reason) == ("cancelled", "VAR")
    assert scores == ["0-0", "1-0"]


def test_a_minute_is_changed_with_a_reason_and_the_event_keeps_its_address(match, desk):
    event = goal(match, 10)

    actions.move_event(event, period="1", minute=45, stoppage=1, reason="The report", by=desk)

    event.refresh_from_db()
    assert (event.clock_label, event.reason, event.decided_by, event.counts) == ("45+1'", "The report", desk, True)
    assert AuditEntry.objects.first().details["message"] == "Moved from 10' to 45+1': The report"
    with pytest.raises(ValidationError):
        actions.move_event(event, period="1", minute=44, reason="", by=desk)


def test_a_score_that_is_not_kept_live_here_is_left_alone():
    match = make_match("Inter 1-0 Lazio", status="live")

    make_goal(match, "Lautaro Martínez", 10)
    actions.match_changed(match)

    assert now(match)[3] == "1-0"

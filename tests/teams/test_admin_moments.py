"""Hours typed on the desk: the ones that clocks skip are refused, the ones that come twice are asked about."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError

from teams.admin.moments import DayAndTime, ToTheMinute
from teams.wall_clock import instants
from tests.desk import as_sent, change, make_login
from tests.making import make_match

ROME = ZoneInfo("Europe/Rome")
SKIPPED, TWICE = ("2026-03-29", "02:30"), ("2026-10-25", "02:30")


@pytest.mark.parametrize(
    ("shown", "found"),
    [
        (datetime(2025, 11, 6, 9, 0), ["08:00"]),
        (datetime(2026, 3, 29, 2, 30), []),
        (datetime(2026, 3, 29, 3, 0), ["01:00"]),
        (datetime(2026, 10, 25, 2, 30), ["00:30", "01:30"]),
        (datetime(2026, 10, 25, 3, 0), ["02:00"]),
    ],
)
def test_what_a_wall_clock_shows_is_one_instant_or_none_or_two(shown, found):
    assert [f"{instant.astimezone(UTC):%H:%M}" for instant in instants(shown, ROME)] == found


def test_an_hour_that_does_not_exist_is_refused():
    with pytest.raises(ValidationError) as refused:
        ToTheMinute().clean([*SKIPPED, "ask"])

    assert refused.value.code == "skipped"


def test_an_hour_that_comes_twice_is_asked_about_and_then_is_the_one_that_was_meant():
    field = ToTheMinute()

    with pytest.raises(ValidationError) as asked:
        field.clean([*TWICE, "ask"])

    assert asked.value.code == "twice"
    assert field.clean([*TWICE, "first"]) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert field.clean([*TWICE, "second"]) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_the_answer_to_a_question_that_is_not_asked_changes_nothing():
    assert ToTheMinute().clean(["2025-11-06", "09:00", "second"]) == datetime(2025, 11, 6, 8, 0, tzinfo=UTC)
    assert ToTheMinute(required=False).clean(["", "", "ask"]) is None


def test_the_second_of_two_hours_is_shown_as_the_second_and_is_no_change_when_sent_back():
    second = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    field = ToTheMinute()

    drawn = DayAndTime().render("at", second)

    assert '<option value="second" selected>' in drawn and "01:30 UTC" in drawn
    assert not field.has_changed(second, ["2026-10-25", "02:30", "second"])
    assert field.has_changed(second, ["2026-10-25", "02:30", "first"])


@pytest.mark.django_db
def test_a_kick_off_in_the_hour_that_comes_twice_is_asked_about_with_all_that_was_typed_still_there(client):
    client.force_login(make_login("Data desk"))
    match = make_match("Inter v Milan", kickoff=datetime(2026, 10, 24, 18, 0, tzinfo=UTC))
    typed = {"kickoff_0": TWICE[0], "kickoff_1": TWICE[1], "matchday": "9"}

    page = client.post(change(match), as_sent(client.get(change(match)), **typed))
    again = as_sent(page)
    client.post(change(match), {**again, "kickoff_2": "second"})

    assert page.status_code == 200
    assert (again["kickoff_0"], again["kickoff_1"], again["matchday"]) == (*TWICE, "9")
    assert b"00:30 UTC" in page.content and b"01:30 UTC" in page.content
    match.refresh_from_db()
    assert (match.kickoff, match.matchday) == (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), 9)

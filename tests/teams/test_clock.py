"""The paper's clock can start elsewhere, and then runs on."""

from datetime import UTC, date, datetime, timedelta

import time_machine
from django.utils import timezone

from teams import clock

MORNING = datetime.fromisoformat("2025-11-06T09:00+01:00")


def test_without_a_setting_it_is_the_real_time(settings):
    settings.NEWSROOM_CLOCK = None

    with time_machine.travel(datetime(2026, 3, 1, 12, tzinfo=UTC), tick=False):
        assert clock.now() == datetime(2026, 3, 1, 12, tzinfo=UTC)
        assert not clock.is_shifted()


def test_a_shifted_clock_starts_where_it_is_told(settings):
    settings.NEWSROOM_CLOCK = MORNING

    assert timedelta(0) <= clock.now() - MORNING < timezone.now() - clock._started + timedelta(seconds=1)
    assert clock.is_shifted()


def test_a_shifted_clock_runs_on(settings):
    settings.NEWSROOM_CLOCK = MORNING

    with time_machine.travel(clock._started + timedelta(hours=2), tick=False):
        assert clock.now() == MORNING + timedelta(hours=2)


def test_it_says_utc_wherever_the_newsroom_is(settings):
    settings.NEWSROOM_CLOCK = MORNING

    assert clock.now().tzinfo == UTC


def test_the_day_is_that_of_the_newsrooms_zone(settings):
    settings.NEWSROOM_CLOCK = None

    with time_machine.travel(datetime(2025, 11, 5, 23, 30, tzinfo=UTC), tick=False):
        assert clock.today() == date(2025, 11, 6)


def test_the_day_changes_for_a_reader_elsewhere_when_it_changes_there(settings):
    settings.NEWSROOM_CLOCK = None

    with time_machine.travel(datetime(2025, 11, 5, 23, 30, tzinfo=UTC), tick=False), timezone.override("America/New_York"):
        assert clock.today() == date(2025, 11, 5)


def test_it_can_be_held_at_an_instant_and_let_go(settings):
    settings.NEWSROOM_CLOCK = MORNING

    with clock.at(MORNING - timedelta(days=1)):
        held = clock.now()

    assert held == MORNING - timedelta(days=1)
    assert clock.now() >= MORNING

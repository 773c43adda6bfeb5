"""The background worker: what the queue holds is done, what was cut off or failed is tried again, the clock's rounds are made."""

import logging
import os
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult

from articles.models import FeedState
from newsroom import queue, ticking
from newsroom.management.commands import work
from newsroom.management.commands.work import work_off
from newsroom.models import Round
from tests.making import make_published

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
IN_THE_DATABASE = override_settings(TASKS={"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}})
done = []


@task()
def write_down(word):
    done.append(word)


@task()
def stumble(word):
    done.append(word)
    raise ValueError("a stone")


@pytest.fixture(autouse=True)
def _queue(monkeypatch):
    """The real queue. A worker looks after its connection; that of a test is in the middle of a transaction."""
    done.clear()
    for module in (work, db_worker):
        monkeypatch.setattr(module, "close_old_connections", lambda: None)
    with IN_THE_DATABASE:
        yield


@pytest.fixture
def jobs(monkeypatch):
    """No round but those that a test adds."""
    monkeypatch.setattr(ticking, "JOBS", [])
    return ticking.JOBS


def given_up_by(worker, *, attempts=1, minutes_ago=0):
    """A task that a worker took and never ended."""
    write_down.enqueue("goal")
    row = DBTaskResult.objects.get()
    row.status, row.started_at = TaskResultStatus.RUNNING, timezone.now() - timedelta(minutes=minutes_ago)
    row.worker_ids = [worker] * attempts
    row.save()
    return row


def test_the_worker_does_what_stands_in_the_queue_in_its_order():
    write_down.enqueue("first")
    write_down.enqueue("second")

    call_command("work", "--once")

    assert done == ["first", "second"]
    assert set(DBTaskResult.objects.values_list("status", flat=True)) == {TaskResultStatus.SUCCESSFUL}


def test_a_task_of_a_transaction_that_failed_was_never_asked_for():
    with transaction.atomic():
        write_down.enqueue("never")
        transaction.set_rollback(True)

    work_off()

    assert done == []


def test_a_task_that_fails_is_tried_four_times_with_longer_and_longer_pauses(caplog):
    caplog.set_level(logging.CRITICAL, "django_tasks")
    with time_machine.travel(NOON, tick=False) as clock:
        stumble.enqueue("again")
        tried = []
        for _minute in range(60):
            before = len(done)
            work_off()
            tried += [_minute] * (len(done) - before)
            clock.shift(timedelta(minutes=1))

    assert tried == [0, 2, 8, 39]
    assert DBTaskResult.objects.get().status == TaskResultStatus.FAILED


@pytest.mark.parametrize(
    ("worker", "minutes_ago"),
    [(f"{queue.HOST}:999999999", 0), (f"{queue.HOST}:{os.getpid()}", 0), ("another-machine:1", 16)],
    ids=["killed here", "killed here and its number given to this one", "silent elsewhere"],
)
def test_a_task_whose_worker_was_killed_is_done_by_the_next(worker, minutes_ago):
    with time_machine.travel(NOON, tick=False) as clock:
        given_up_by(worker, minutes_ago=minutes_ago)

        work_off()
        clock.shift(timedelta(minutes=2))
        work_off()

    assert done == ["goal"]


@pytest.mark.parametrize("worker", [f"{queue.HOST}:1", "another-machine:1"])
def test_a_task_whose_worker_lives_is_left_to_it(worker):
    row = given_up_by(worker, minutes_ago=14)

    queue.put_back_abandoned()

    row.refresh_from_db()
    assert row.status == TaskResultStatus.RUNNING


def test_a_task_that_kills_its_worker_each_time_is_given_up():
    row = given_up_by(f"{queue.HOST}:999999999", attempts=queue.ATTEMPTS)

    queue.put_back_abandoned()

    row.refresh_from_db()
    assert row.status == TaskResultStatus.FAILED
    assert "stopped in the middle" in row.traceback


def test_results_are_thrown_away_after_two_weeks():
    with time_machine.travel(NOON, tick=False) as clock:
        write_down.enqueue("old")
        work_off()
        clock.shift(timedelta(days=15))
        write_down.enqueue("new")
        work_off()

    assert [row.args_kwargs["args"] for row in DBTaskResult.objects.all()] == [["new"]]


def test_a_round_is_made_when_it_is_due_with_the_time_that_has_passed(jobs):
    told = []
    jobs.append(ticking.Job("the hour", timedelta(minutes=1), lambda since, until: told.append((since, until))))
    with time_machine.travel(NOON, tick=False) as clock:
        for seconds in (0, 30, 30, 90):
            clock.shift(timedelta(seconds=seconds))
            ticking.tick()

    minute = timedelta(minutes=1)
    assert told == [(NOON, NOON), (NOON, NOON + minute), (NOON + minute, NOON + 2.5 * minute)]


def test_a_round_that_fails_is_logged_and_made_up_for_and_stops_no_other(jobs, caplog):
    told, broken = [], [True]

    def slip(since, until):
        Round.objects.create(name="half of it", reached=until)
        if broken:
            raise ValueError("a stone")
        told.append((since, until))

    jobs.append(ticking.Job("slippery", timedelta(minutes=1), slip))
    jobs.append(ticking.Job("firm", timedelta(minutes=1), lambda since, until: told.append("firm")))
    with time_machine.travel(NOON, tick=False) as clock:
        ticking.tick()
        ticking.tick()
        broken.clear()
        clock.shift(timedelta(minutes=3))
        ticking.tick()

    assert [record.message for record in caplog.records] == ["The worker could not do its round of slippery"]
    assert told == ["firm", (NOON, NOON + timedelta(minutes=3)), "firm"]


def test_what_a_clock_that_was_set_back_has_told_is_not_told_again(jobs, settings):
    told = []
    jobs.append(ticking.Job("the hour", timedelta(minutes=1), lambda since, until: told.append(until > since)))
    with time_machine.travel(NOON, tick=False) as clock:
        ticking.tick()
        clock.shift(timedelta(minutes=5))
        ticking.tick()
        settings.NEWSROOM_CLOCK, settings.NEWSROOM_CLOCK_SET = NOON, NOON + timedelta(minutes=6)
        clock.shift(timedelta(minutes=1))
        ticking.tick()

    assert told == [False, True, False]
    assert Round.objects.get().reached == NOON + timedelta(minutes=5)


def test_a_list_changes_when_a_story_that_waited_appears_also_after_the_worker_was_down():
    with time_machine.travel(NOON, tick=False) as clock:
        work_off()
        make_published(at=NOON + timedelta(minutes=10))
        before = FeedState.objects.get(kind="front").changed_at
        clock.shift(timedelta(hours=5))
        work_off()

    assert (before, FeedState.objects.get(kind="front").changed_at) == (NOON, NOON + timedelta(minutes=10))

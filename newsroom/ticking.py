"""What the worker does by the clock and not by order. A new job is a line in JOBS."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from articles import actions, announcing, listing, renditions, tasks
from newsroom import queue
from newsroom.models import Round
from teams import clock

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Job:
    """`do(since, until)` gets the stretch of the paper's time that has passed since it last succeeded.

    It runs in a transaction together with the note that it did, in one worker however many there are. So it is short: what
    takes time, or speaks with others, it puts into the queue.
    """

    name: str
    every: timedelta
    do: Callable[[datetime, datetime], object]


MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
JOBS = [
    Job("facts that changed", timedelta(seconds=2), tasks.ask_for_a_review),
    Job("stories whose time has come", timedelta(seconds=5), listing.raise_those_that_appeared),
    Job("feeds that hubs have not been told of", timedelta(seconds=5), announcing.ask_to_tell_hubs),
    Job("tasks of workers that are gone", MINUTE, queue.put_back_abandoned),
    Job("tasks that failed", MINUTE, queue.put_back_failed),
    Job("pictures without their sizes", timedelta(hours=1), tasks.ask_for_missing_renditions),
    Job("results that are old", DAY, queue.prune),
    Job("working copies that nobody came back to", DAY, actions.drop_old_copies),
    Job("files that no picture uses", DAY, renditions.clear_after_a_while),
]


def tick() -> None:
    """Do what is due. What fails is logged and tried again in its turn, with all the time that has passed by then."""
    made = dict(Round.objects.values_list("name", "made_at"))
    for job in JOBS:
        now = timezone.now()
        if _is_due(job, made.get(job.name), now):
            try:
                _do(job, now)
            except Exception:
                logger.exception("The worker could not do its round of %s", job.name)
                Round.objects.filter(name=job.name).update(made_at=now)


def _do(job, now):
    until = clock.now()
    Round.objects.get_or_create(name=job.name, defaults={"reached": until})
    with transaction.atomic():
        last = Round.objects.select_for_update().get(name=job.name)
        if _is_due(job, last.made_at, now):  # and no other worker was quicker
            job.do(last.reached, until)
            # A demo's clock may start earlier than it stopped: what was told is not told again.
            last.made_at, last.reached = now, max(last.reached, until)
            last.save()


def _is_due(job, made_at, now):
    # A machine's clock that was set back must not stop the rounds until it has caught up.
    return made_at is None or not made_at <= now < made_at + job.every

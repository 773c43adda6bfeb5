"""The task queue's own upkeep, which its library leaves to us: a task that was cut off or that failed is tried again."""

import os
import socket
from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

ATTEMPTS = 4
# Longer than any task takes; a worker of this machine that is gone is noticed at once.
HOST = socket.gethostname()[:40]
STALE = timedelta(minutes=15)
# Before the second, third and fourth attempt.
PAUSES = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30))
KEPT_DAYS = 14


def worker_name() -> str:
    """How this process signs the tasks that it takes: "desk-1:4711"."""
    return f"{HOST}:{os.getpid()}"


def put_back_abandoned(since=None, until=None) -> None:
    """Tasks that still run in the name of a worker that was killed. Only a worker that runs none itself may ask."""
    for task in DBTaskResult.objects.running():
        if _is_gone(task.worker_ids[-1]) or task.started_at < timezone.now() - STALE:
            _try_again(task)


def put_back_failed(since=None, until=None) -> None:
    """Tasks that failed and have an attempt left, each after a pause."""
    for task in DBTaskResult.objects.failed().filter(finished_at__gt=timezone.now() - timedelta(days=1)):
        _try_again(task)


def prune(since=None, until=None) -> None:
    """Throw away the results of tasks that ended two weeks ago."""
    call_command("prune_db_task_results", queue_name="*", min_age_days=KEPT_DAYS, verbosity=0)


def _is_gone(name):
    """Whether the worker of that name ran on this machine and runs no more; this very one runs no task while it asks."""
    host, _, process = name.rpartition(":")
    if host != HOST:
        return False
    return int(process) == os.getpid() or not _exists(int(process))


def _exists(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _try_again(task):
    attempts = len(task.worker_ids)
    if attempts < ATTEMPTS:
        task.status, task.run_after = TaskResultStatus.READY, timezone.now() + PAUSES[attempts - 1]
        task.save(update_fields=["status", "run_after"])
    elif task.status == TaskResultStatus.RUNNING:
        task.set_failed(RuntimeError("Its worker was stopped in the middle of it, each time."))

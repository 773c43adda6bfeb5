"""`manage.py work`: the background worker: does what is in the task queue, and what the clock asks for."""

import signal
import threading

from django.core.management.base import BaseCommand
from django.db import close_old_connections
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from newsroom import queue, ticking

PAUSE = 1  # seconds between two looks at an empty queue
STOPPING = (signal.SIGINT, signal.SIGTERM)


class Command(BaseCommand):
    help = "Does the tasks of the queue and the rounds of the clock until it is stopped; as many may run as one likes."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="do what is there and due, and end")

    def handle(self, *, once, **options):
        if once:
            work_off()
            return
        stopped = threading.Event()
        for number in STOPPING:  # the task at hand is finished first
            signal.signal(number, lambda *_: stopped.set())
        while not stopped.is_set():
            if not work():
                stopped.wait(PAUSE)


def work_off() -> None:
    """Everything that is due now."""
    while work():
        pass


def work() -> bool:
    """The rounds that are due and then one task; whether there was one."""
    close_old_connections()
    ticking.tick()
    # Looking costs a read; taking locks the whole of SQLite.
    if not DBTaskResult.objects.ready().exists():
        return False
    one = Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=1,
        worker_id=queue.worker_name(),
        excluded_queue_names=[],
    )
    one.run()
    return True

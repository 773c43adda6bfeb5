"""`python -m bench.live [READERS]`: so many readers of one live match ask every five seconds, as static/js/live.js does.

Serves a scratch database by gunicorn, two workers of four threads, on 127.0.0.1 alone, for less than a minute; every ten
seconds a goal is scored. Prints how long answers took, beside a page of one line that was asked for in the same way.
"""

import asyncio
import os
import random
import shutil
import socket
import statistics
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

ROOT = Path(__file__).resolve().parent.parent
READERS = int(sys.argv[1]) if len(sys.argv) > 1 else 500
SECONDS, EVERY, GOAL_EVERY = 30, 5, 10
AIM = 300  # milliseconds, within which 95 of 100 answers are there
os.environ |= {"BENCH_ARTICLES": "live", "DJANGO_SETTINGS_MODULE": "bench.settings"}


def prepare():
    """A league on a scratch database, with a match that has just kicked off."""
    shutil.rmtree(ROOT / "var" / "bench" / "live", ignore_errors=True)
    import django

    django.setup()
    from django.core.management import call_command

    from bench.archive import fill
    from teams import night
    from teams.models import Match

    call_command("migrate", verbosity=0)
    fill(500)
    return night.start(Match.objects.fixtures().filter(stage__season__competition__slug="serie-a").first(), by=None)


def score(match):
    from teams import night
    from teams.live.console import Reading
    from teams.models import Person

    scorer = Person.objects.order_by("?").first()
    night.enter_event(match, Reading("goal", "1", 1, 0, "home", scorer.pk), entry=uuid4(), by=None)


@contextmanager
def server():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port = listening.getsockname()[1]
    command = ["gunicorn", "newsroom.wsgi", f"--bind=127.0.0.1:{port}", "--preload", "--worker-class=gthread", "--workers=2"]
    run = subprocess.Popen([sys.executable, "-m", *command, "--threads=4", "--log-level=error"], cwd=ROOT)  # noqa: S603
    try:
        for _attempt in range(100):
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.2)
        yield port
    finally:
        run.terminate()
        run.wait(10)


async def ask(port, path, tag=""):
    """One answer on a connection of its own: its status and its tag."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    condition = f"If-None-Match: {tag}\r\n" if tag else ""
    asked = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n{condition}Connection: close\r\n\r\n"
    writer.write(asked.encode())
    answer = await reader.read(-1)
    writer.close()
    head = answer.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    return int(head[0].split()[1]), dict(line.split(": ", 1) for line in head[1:]).get("ETag", "")


async def read(port, path, until, answers):
    """A reader who came at some moment and stays."""
    tag = ""
    await asyncio.sleep(random.uniform(0, EVERY))
    while time.monotonic() < until:
        begun = time.perf_counter()
        status, tag = await ask(port, path, tag)
        answers.append((status, (time.perf_counter() - begun) * 1000))
        await asyncio.sleep(EVERY * random.uniform(0.9, 1.1))


async def goals(match, until):
    while time.monotonic() + GOAL_EVERY < until:
        await asyncio.sleep(GOAL_EVERY)
        await asyncio.to_thread(score, match)


async def crowd(port, path, match=None):
    """What all of them were answered: (status, milliseconds)."""
    until, answers = time.monotonic() + SECONDS, []
    readers = [read(port, path, until, answers) for _reader in range(READERS)]
    await asyncio.gather(*readers, *([goals(match, until)] if match else []))
    return answers


def told(name, answers):
    times = sorted(took for _status, took in answers)
    at95 = statistics.quantiles(times, n=20)[-1]
    same = sum(status == 304 for status, _took in answers)
    wrong = sum(status not in (200, 304) for status, _took in answers)
    print(f"{name:12}{len(answers):8,}{same:9,}{wrong:7}{statistics.median(times):9.1f}{at95:9.1f}{times[-1]:9.1f}")
    return at95, wrong


def main():
    match = prepare()
    with server() as port:
        asyncio.run(ask(port, match.get_absolute_url()))
        print(f"{READERS} readers, one question in {EVERY} s each, for {SECONDS} s\n")
        print(f"{'':12}{'answers':>8}{'304':>9}{'wrong':>7}{'median':>9}{'p95 ms':>9}{'worst':>9}")
        plain, _wrong = told("one line", asyncio.run(crowd(port, "/one-line/")))
        live, wrong = told("live match", asyncio.run(crowd(port, f"{match.get_absolute_url()}live/", match)))
    print(f"\np95 is {live / plain:.1f} times that of one line; the aim is {AIM} ms.")
    return 1 if live > AIM or wrong else 0


sys.exit(main())

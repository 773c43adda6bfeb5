"""The server is killed in the middle of saves: each time the old story is there or the new one, whole."""

import http.client
import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing, suppress
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlencode

import pytest
from django.db import connection

from tests.desk import as_sent, change, make_login
from tests.making import make_published

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="finds the workers of a server in /proc"),
]
KILLS = 8


class Server:
    """gunicorn with one worker on a copy of the database; a worker that is killed is followed by another at once."""

    def __init__(self, database, session):
        self.session, self.csrf = session, "x" * 32
        with closing(socket.socket()) as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        command = [sys.executable, "-m", "gunicorn", "newsroom.wsgi", "--preload", "-w", "1", "-b", f"127.0.0.1:{self.port}"]
        env = {**os.environ, "DATABASE_URL": f"sqlite:///{database}", "DEBUG": "1", "LOG_LEVEL": "ERROR"}
        self.process = subprocess.Popen([*command, "--log-level", "critical"], env=env)  # noqa: S603

    def ask(self, address, data=None):
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)) as wire:
            headers = {"Cookie": f"sessionid={self.session}; csrftoken={self.csrf}"}
            if data:
                headers["Content-Type"] = "application/x-www-form-urlencoded"
            wire.request("POST" if data else "GET", address, urlencode(data) if data else None, headers)
            answer = wire.getresponse()
            return SimpleNamespace(status=answer.status, content=answer.read())

    def page(self, address):
        """Asks until a worker is there."""
        until = time.monotonic() + 60
        while time.monotonic() < until:
            with suppress(OSError, http.client.HTTPException):
                return self.ask(address)
            time.sleep(0.05)
        raise TimeoutError(address)

    def kill_worker(self):
        for pid in Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split():
            os.kill(int(pid), signal.SIGKILL)

    def stop(self):
        self.process.terminate()
        self.process.wait(30)


@pytest.fixture
def server(client, tmp_path):
    if connection.vendor != "sqlite":
        pytest.skip("on a copy of an SQLite file")
    article = make_published("0", topics=["topic 0"])
    client.force_login(make_login("Desk chief", is_superuser=True))
    database = tmp_path / "killed.sqlite3"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(database)])
    server = Server(database, client.cookies["sessionid"].value)
    server.address, server.database, server.number = change(article), database, article.pk
    yield server
    server.stop()


def typed(server, said):
    data = as_sent(server.page(server.address), headline=said, standfirst=said, tags=f'"topic {said}"', _continue="1")
    return {**data, "csrfmiddlewaretoken": server.csrf}


def everything_that_says_it(server):
    """What row, topics, list of the topic, newest version and search say of the story: one word if it is whole."""
    with closing(sqlite3.connect(server.database)) as rows:

        def ask(query):
            return rows.execute(query, [server.number]).fetchall()

        [(headline, standfirst, token)] = ask("SELECT headline, standfirst, token FROM articles_article WHERE id = ?")
        tags = ask("SELECT name FROM taggit_tag t JOIN taggit_taggeditem i ON i.tag_id = t.id WHERE i.object_id = ?")
        listed = "SELECT t.name FROM articles_listing l JOIN taggit_tag t ON t.id = l.target_id"
        lists = ask(f"{listed} WHERE l.kind = 'topic' AND l.article_id = ?")
        [(data, kept)] = ask("SELECT data, token FROM articles_version WHERE article_id = ? ORDER BY number DESC LIMIT 1")
    version = json.loads(data)
    assert token == kept
    said = [headline, standfirst, version["headline"], version["standfirst"]]
    return {*said, *(name.removeprefix("topic ") for name in (*version["topics"], *(row[0] for row in tags + lists)))}


def test_a_server_that_is_killed_while_it_saves_leaves_the_old_story_or_the_new_one_whole(server):
    before = time.monotonic()
    assert server.ask(server.address, typed(server, "1")).status == 302
    takes, now, outcomes = time.monotonic() - before, "1", []

    for number in range(2, 2 + KILLS):
        data = typed(server, str(number))
        killing = threading.Timer(takes * (number - 1) / KILLS / 2, server.kill_worker)
        killing.start()
        with suppress(OSError, http.client.HTTPException):
            server.ask(server.address, data)
        killing.join()
        said = everything_that_says_it(server)
        outcomes.append(said)
        assert said in ({now}, {str(number)})
        [now] = said

    assert len(outcomes) == KILLS

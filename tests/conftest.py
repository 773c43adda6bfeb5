"""What every test starts from: the cache empty, the default language, one browser, the seeded paper."""

import os
import shutil
import sqlite3
from datetime import datetime
from io import StringIO

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.utils import translation

# Playwright runs an event loop in the thread of the test; Django would refuse the database there.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

CHROMIUM_ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(autouse=True)
def _a_clean_slate():
    """A request leaves its language in the thread, and what it cached; the next test must not see either."""
    cache.clear()
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture(scope="session")
def chromium(django_db_setup):
    """One headless browser for the whole run: BROWSER_PATH, the machine's own, or playwright's."""
    from playwright.sync_api import Error, sync_playwright

    # Beside an event loop Django opens another connection; that one too must know the rows to put back between tests.
    rows_of_migrations = connection._test_serialized_contents
    path = os.environ.get("BROWSER_PATH") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        connection._test_serialized_contents = rows_of_migrations
        try:
            browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGS)
        except Error as error:
            pytest.skip(f"no browser was found (apt install chromium, or set BROWSER_PATH): {error.message.splitlines()[0]}")
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def _seeded_before(tmp_path_factory):
    """Where the rows of the seeds are kept: they take half a minute to make and a moment to copy."""
    return tmp_path_factory.mktemp("seeded") / "rows.sqlite3"


@pytest.fixture
def seeded_site(live_server, settings, _seeded_before):
    """The demo's morning, served: the seeds and nothing else."""
    settings.NEWSROOM_CLOCK = datetime.fromisoformat("2025-11-06T09:00+01:00")
    settings.SITE_URL = live_server.url
    if _seeded_before.exists():
        _copy(sqlite3.connect(_seeded_before), connection.connection)
        return live_server
    call_command("seed", stdout=StringIO())
    call_command("reindex", stdout=StringIO())
    if connection.vendor == "sqlite":
        _copy(connection.connection, sqlite3.connect(_seeded_before))
    return live_server


def _copy(here, there):
    here.backup(there)
    for each in {here, there} - {connection.connection}:
        each.close()

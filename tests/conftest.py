"""What every test starts from: the cache empty, the default language, one browser."""

import os
import shutil

import pytest
from django.conf import settings
from django.core.cache import cache
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

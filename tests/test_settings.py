"""A setting that is misspelt, malformed or missing stops the start and says what to write."""

import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parent.parent
PRODUCTION = {"SECRET_KEY": "k9$" * 20, "ALLOWED_HOSTS": "www.example.org"}


@pytest.fixture
def read(monkeypatch, tmp_path):
    """The settings as they are with these variables and no others."""

    def read(**variables):
        for name in os.environ:
            monkeypatch.delenv(name)
        for name, value in {"DATA_DIR": str(tmp_path), **PRODUCTION, **variables}.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(ROOT / "newsroom" / "settings.py"))

    return read


def start(*command, **variables):
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return subprocess.run(  # noqa: S603
        [sys.executable, *command], cwd=ROOT, env={**kept, **variables}, capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({}, "SECRET_KEY and ALLOWED_HOSTS must be set"),
        ({"SECRET_KEY": "k" * 50}, "ALLOWED_HOSTS must be set"),
        ({"ALLOWED_HOSTS": "www.example.org"}, "SECRET_KEY must be set"),
        ({"SECRET_KEY": " ", "ALLOWED_HOSTS": ","}, "SECRET_KEY and ALLOWED_HOSTS must be set"),
    ],
)
def test_a_production_start_without_a_key_or_hosts_is_refused_with_a_clear_message(given, missing, tmp_path):
    result = start("-c", "import newsroom.wsgi", DATA_DIR=str(tmp_path), **given)

    assert result.returncode == 1
    assert result.stderr.splitlines()[-1].startswith(
        f"django.core.exceptions.ImproperlyConfigured: {missing} in the environment."
    )


def test_a_production_start_with_a_key_and_hosts_succeeds(tmp_path):
    (tmp_path / "static").mkdir()

    result = start("-c", "import newsroom.wsgi", DATA_DIR=str(tmp_path), **PRODUCTION)

    assert (result.returncode, result.stderr) == (0, "")


def test_a_production_environment_passes_the_deployment_checks(tmp_path):
    key = "a-key-of-fifty-letters-that-is-not-one-letter-repeated-0123456789"

    result = start(
        "manage.py", "check", "--deploy", "--fail-level", "WARNING",
        DATA_DIR=str(tmp_path), SECRET_KEY=key, ALLOWED_HOSTS="www.example.org",
    )  # fmt: skip

    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == "System check identified no issues (0 silenced).\n"


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("DEBUG", "ture", "DEBUG='ture': say 1 or 0"),
        ("BEHIND_PROXY", "maybe", "BEHIND_PROXY='maybe': say 1 or 0"),
        ("ALLOWED_HOSTS", "https://www.example.org/", "'https://www.example.org/' is no host name"),
        ("ALLOWED_HOSTS", "a.example b.example", "'a.example b.example' is no host name"),
        ("SITE_URL", "www.example.org", "SITE_URL='www.example.org': write it like https://www.example.org"),
        ("SITE_URL", "https://www.example.org/paper", "with no path"),
        ("TAG_AUTHORITY", "example.org", "TAG_AUTHORITY='example.org': write it like www.example.org,2026"),
        ("NEWSROOM_CLOCK", "yesterday", "NEWSROOM_CLOCK='yesterday': write it like 2025-11-06T09:00+01:00"),
        ("NEWSROOM_CLOCK", "2025-11-06T09:00", "the offset is missing"),
        ("NEWSROOM_TIME_ZONE", "Rome", "NEWSROOM_TIME_ZONE='Rome': no such time zone"),
        ("NEWSROOM_TIME_ZONE", "../etc/passwd", "no such time zone"),
        ("DATABASE_URL", "mysql://localhost/newsroom", "DATABASE_URL: start it with sqlite:/// or postgresql://"),
        ("DATABASE_URL", "postgresql://localhost/", "DATABASE_URL: it names no database"),
        ("CACHE_URL", "memcache://localhost", "CACHE_URL='memcache://localhost': start it with redis://"),
        ("MEDIA_URL", "media", "MEDIA_URL='media': write it like /media/"),
        ("EMAIL_URL", "smpt://mail.example.org", "EMAIL_URL: write it like smtp+tls://"),
        ("DEFAULT_FROM_EMAIL", "the desk", "DEFAULT_FROM_EMAIL='the desk': write it like"),
        ("HSTS_SECONDS", "1h", "HSTS_SECONDS='1h': a whole number was expected"),
        ("LOG_LEVEL", "loud", "LOG_LEVEL='loud': write it like INFO"),
    ],
)
def test_a_malformed_value_is_an_error_that_names_the_setting(read, name, value, says):
    with pytest.raises(ImproperlyConfigured) as raised:
        read(**{name: value})

    assert says in str(raised.value)


def test_a_password_is_not_repeated_in_an_error(read):
    with pytest.raises(ImproperlyConfigured) as raised:
        read(DATABASE_URL="mysql://desk:secret-word@localhost/newsroom")

    assert "secret-word" not in str(raised.value)


def test_the_embedded_database_is_sqlite_with_a_journal_that_readers_do_not_wait_for(read, tmp_path):
    database = read()["DATABASES"]["default"]

    assert (database["ENGINE"], database["NAME"]) == ("django.db.backends.sqlite3", str(tmp_path / "newsroom.sqlite3"))
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in database["OPTIONS"]["init_command"]


def test_postgresql_is_reached_through_a_pool(read):
    database = read(DATABASE_URL="postgresql://desk:word@db.example/newsroom")["DATABASES"]["default"]

    assert (database["ENGINE"], database["HOST"], database["NAME"]) == (
        "django.db.backends.postgresql", "db.example", "newsroom",
    )  # fmt: skip
    assert database["OPTIONS"] == {"pool": True}


def test_an_address_with_https_makes_cookies_and_transport_strict(read):
    settings = read(SITE_URL="https://www.example.org")

    names = ("SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE")
    assert [settings[name] for name in names] == [True, 31536000, True, True]


def test_the_address_follows_the_first_host_unless_it_is_given(read):
    assert read()["SITE_URL"] == "https://www.example.org"
    assert read(SITE_URL="http://127.0.0.1:8123/")["SITE_URL"] == "http://127.0.0.1:8123"


def test_the_clock_is_the_real_one_unless_it_is_set(read):
    assert read()["NEWSROOM_CLOCK"] is None
    assert read(NEWSROOM_CLOCK="2025-11-06T09:00+01:00")["NEWSROOM_CLOCK"].isoformat() == "2025-11-06T09:00:00+01:00"


def test_a_development_start_needs_nothing_but_debug(tmp_path):
    result = start("manage.py", "check", DEBUG="1", DATA_DIR=str(tmp_path))

    assert (result.returncode, result.stderr) == (0, "")

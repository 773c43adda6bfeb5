"""All settings of the newsroom, read strictly from the environment (README, "Settings")."""

import os
import re
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import environ
from django.core.exceptions import ImproperlyConfigured
from js_asset import static_lazy

from articles.text import ALLOWANCES

BASE_DIR = Path(__file__).resolve().parent.parent


def text(name, default=""):
    return os.environ.get(name, "").strip() or default


def flag(name, default=False):
    value = text(name).lower()
    if value in ("1", "true", "yes", "on"):
        return True
    if value in ("0", "false", "no", "off"):
        return False
    if value:
        raise ImproperlyConfigured(f"{name}={value!r}: say 1 or 0, true or false, yes or no, on or off.")
    return default


def words(name, default=()):
    return [word.strip() for word in text(name).split(",") if word.strip()] or list(default)


def number(name, default):
    value = text(name)
    if value and not value.isdigit():
        raise ImproperlyConfigured(f"{name}={value!r}: a whole number was expected.")
    return int(value) if value else default


def matching(name, default, pattern, example):
    value = text(name, default)
    if not re.fullmatch(pattern, value):
        raise ImproperlyConfigured(f"{name}={value!r}: write it like {example}.")
    return value


def hosts(name, default):
    names = words(name, default)
    if wrong := [host for host in names if not re.fullmatch(r"\*|\.?[A-Za-z0-9.-]+|\[[0-9a-fA-F:]+\]", host)]:
        raise ImproperlyConfigured(f"{name}: {wrong[0]!r} is no host name; write them like www.example.org,example.org.")
    return names


def zone(name, default):
    value = text(name, default)
    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError) as error:
        raise ImproperlyConfigured(f"{name}={value!r}: no such time zone; an example is Europe/Rome.") from error
    return value


def moment(name):
    value = text(name)
    if not value:
        return None
    try:
        parsed = datetime.fromisoformat(value)
    except ValueError as error:
        raise ImproperlyConfigured(f"{name}={value!r}: write it like 2025-11-06T09:00+01:00.") from error
    if parsed.tzinfo is None:
        raise ImproperlyConfigured(f"{name}={value!r}: the offset is missing; write it like 2025-11-06T09:00+01:00.")
    return parsed


def address(name, default):
    value = text(name, default).rstrip("/")
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path or parts.query:
        raise ImproperlyConfigured(f"{name}={value!r}: write it like https://www.example.org, with no path.")
    return value


def endpoints(name):
    values = words(name)
    if wrong := [one for one in values if urlsplit(one).scheme not in ("http", "https") or not urlsplit(one).hostname]:
        raise ImproperlyConfigured(f"{name}: {wrong[0]!r} is no address; write them like https://hub.example.org/,https://....")
    return values


def database(name, default):
    value = text(name, default)
    if not value.startswith(("sqlite:///", "postgres://", "postgresql://")):
        raise ImproperlyConfigured(f"{name}: start it with sqlite:/// or postgresql://.")
    config = environ.Env.db_url_config(value)
    if not config["NAME"]:
        raise ImproperlyConfigured(f"{name}: it names no database; write it like postgresql://user:password@host/newsroom.")
    if config["ENGINE"].endswith("sqlite3"):
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32000;",
        }
        config["CONN_MAX_AGE"] = None
    else:
        config.setdefault("OPTIONS", {})["pool"] = True
    return config


def cache(name, default):
    value = text(name, default)
    if not value.startswith(("locmemcache://", "redis://", "rediss://", "dummycache://", "filecache://")):
        raise ImproperlyConfigured(f"{name}={value!r}: start it with redis://, filecache:// or locmemcache://.")
    config = environ.Env.cache_url_config(value)
    if value.startswith("redis"):
        config["BACKEND"] = "django.core.cache.backends.redis.RedisCache"
        config.pop("OPTIONS", None)
    return config


def email(name, default):
    value = text(name, default)
    try:
        return environ.Env.email_url_config(value)
    except (ImproperlyConfigured, ValueError) as error:
        raise ImproperlyConfigured(f"{name}: write it like smtp+tls://user:password@mail.example.org:587.") from error


DEBUG = flag("DEBUG")
SECRET_KEY = text("SECRET_KEY", "only-for-development-" * 3 if DEBUG else "")
ALLOWED_HOSTS = hosts("ALLOWED_HOSTS", ["127.0.0.1", "localhost", "[::1]"] if DEBUG else [])
if missing := [name for name in ("SECRET_KEY", "ALLOWED_HOSTS") if not globals()[name]]:
    raise ImproperlyConfigured(
        f"{' and '.join(missing)} must be set in the environment. "
        "For a look at the demo use `make run`; for development set DEBUG=1; the README lists every setting."
    )
SITE_URL = address("SITE_URL", "http://127.0.0.1:8000" if DEBUG else f"https://{ALLOWED_HOSTS[0].lstrip('.*')}")
SITE_NAME = text("SITE_NAME", "Terzo Tempo")
HTTPS = SITE_URL.startswith("https://")

# Permanent ids of feeds and calendars are made from this; it must never change, even if the domain does (RFC 4151).
TAG_AUTHORITY = matching("TAG_AUTHORITY", "terzotempo.example,2025", r"[a-z0-9.-]+,\d{4}(-\d\d(-\d\d)?)?", "www.example.org,2026")

# The instant at which the paper's own clock starts (teams/clock.py); unset in production.
NEWSROOM_CLOCK = moment("NEWSROOM_CLOCK")
# The true instant at which it was started, for processes that share it; unset, each counts from its own beginning.
NEWSROOM_CLOCK_SET = moment("NEWSROOM_CLOCK_SET")

INSTALLED_APPS = [
    "newsroom",
    "articles",
    "teams",
    "newsroom.apps.DeskConfig",  # django.contrib.admin with a site of our own
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_prose_editor",
    "js_asset",
    "taggit",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "newsroom.readers.Readers",
    "newsroom.editions.Editions",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "newsroom.forwarding.FormerAddresses",
]

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "newsroom.context.paper",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
INSTALLED_APPS.append("django.forms")

DATA_DIR = Path(text("DATA_DIR", str(BASE_DIR / "var")))
DATA_DIR.mkdir(parents=True, exist_ok=True)
DATABASES = {"default": database("DATABASE_URL", f"sqlite:///{DATA_DIR / 'newsroom.sqlite3'}")}
WEBSUB_HUBS = endpoints("WEBSUB_HUBS")
CACHES = {"default": cache("CACHE_URL", "locmemcache://")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{validator}"}
    for validator in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LANGUAGE_CODE = "it"
LANGUAGES = [("it", "Italiano"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "newsroom" / "locale", BASE_DIR / "newsroom" / "locale" / "django"]  # ours; Django's, mended
TIME_ZONE = zone("NEWSROOM_TIME_ZONE", "Europe/Rome")
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
FONTS_DIR = DATA_DIR / "fonts"  # subset by `manage.py build_fonts`, never in the repository
STATICFILES_DIRS = [BASE_DIR / "static", *([("fonts", FONTS_DIR)] if FONTS_DIR.is_dir() else [])]
MEDIA_URL = matching(
    "MEDIA_URL", "/media/", r"(https?:/)?/\S+/", "/media/ or https://media.example.org/, with a slash at the end"
)
MEDIA_ROOT = Path(text("MEDIA_ROOT", str(DATA_DIR / "media")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ["map", "jpg", "jpeg", "png", "webp", "avif", "woff2"]

# What takes time is a row in the same transaction; `manage.py work` does it.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# Our own parts of the editor: what types and draws them, and what the sanitiser lets through for them.
DJANGO_PROSE_EDITOR_EXTENSIONS = [
    {
        "js": [static_lazy(f"admin-desk/prose-{part}.js") for part in ("blocks", "quotation", "paste")],
        "extensions": ALLOWANCES,
    }
]

TAGGIT_CASE_INSENSITIVE = True
TAGGIT_STRIP_UNICODE_WHEN_SLUGIFYING = True

vars().update(email("EMAIL_URL", "consolemail://"))
DEFAULT_FROM_EMAIL = matching(
    "DEFAULT_FROM_EMAIL", f"newsroom@{urlsplit(SITE_URL).hostname}", r"[^@]+@[^@\s]+", "Terzo Tempo <desk@example.org>"
)

SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = number("HSTS_SECONDS", 31536000 if HTTPS else 0)
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
CSRF_TRUSTED_ORIGINS = [SITE_URL]
X_FRAME_OPTIONS = "DENY"
if flag("BEHIND_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": matching("LOG_LEVEL", "WARNING", "DEBUG|INFO|WARNING|ERROR", "INFO")},
}

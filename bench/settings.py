"""The site's own settings on a scratch database; what is measured differs from production in the names of static files only."""

import os
from pathlib import Path

os.environ["DATA_DIR"] = str(Path(__file__).resolve().parent.parent / "var" / "bench" / os.environ["BENCH_ARTICLES"])
os.environ["SECRET_KEY"] = "measured-" * 6
os.environ["ALLOWED_HOSTS"] = "127.0.0.1"
os.environ["SITE_URL"] = "http://127.0.0.1"
os.environ["NEWSROOM_CLOCK"] = "2026-03-31T09:00+02:00"
for name in ("DEBUG", "DATABASE_URL", "CACHE_URL", "MEDIA_ROOT", "MEDIA_URL"):
    os.environ.pop(name, None)

from newsroom.settings import *  # noqa: E402, F403

ROOT_URLCONF = "bench.urls"
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"  # noqa: F405
STATIC_ROOT.mkdir(exist_ok=True)  # noqa: F405

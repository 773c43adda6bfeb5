"""The site's own settings, told for tests: quick passwords, files in a folder that is thrown away."""

import os
import tempfile
from pathlib import Path

_scratch = tempfile.mkdtemp(prefix="newsroom-tests-")
Path(_scratch, "static").mkdir()  # whitenoise warns where there is none
os.environ.setdefault("SECRET_KEY", "tests-" * 10)
os.environ.setdefault("ALLOWED_HOSTS", "testserver,127.0.0.1,localhost")
os.environ.setdefault("SITE_URL", "http://testserver")
os.environ["DATA_DIR"] = os.environ["MEDIA_ROOT"] = _scratch
for name in ("NEWSROOM_CLOCK", "NEWSROOM_CLOCK_SET", "DEBUG"):
    os.environ.pop(name, None)

from newsroom.management.commands.compile_catalogues import compile_catalogues  # noqa: E402
from newsroom.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"  # noqa: F405
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405
    DATABASES["default"]["TEST"] = {"NAME": f"{_scratch}/tests.sqlite3"}  # noqa: F405
else:
    DATABASES["default"]["OPTIONS"].pop("pool", None)  # noqa: F405

# Before anything is translated: what Django has read once it does not read again.
compile_catalogues(LOCALE_PATHS)  # noqa: F405

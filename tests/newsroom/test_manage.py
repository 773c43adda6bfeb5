"""The command line without its settings: one clear sentence, and the code of a wrong call."""

import subprocess
import sys

from django.conf import settings


def test_without_its_settings_the_command_line_says_in_one_sentence_what_is_missing(tmp_path):
    command = [sys.executable, settings.BASE_DIR / "manage.py", "check"]

    done = subprocess.run(command, env={}, cwd=tmp_path, capture_output=True, text=True)  # noqa: S603

    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("SECRET_KEY and ALLOWED_HOSTS must be set in the environment.")


def test_a_hub_that_is_no_address_stops_the_start_and_is_named(tmp_path):
    command = [sys.executable, settings.BASE_DIR / "manage.py", "check"]

    done = subprocess.run(command, env={"DEBUG": "1", "WEBSUB_HUBS": "hub"}, cwd=tmp_path, capture_output=True, text=True)  # noqa: S603

    assert done.returncode == 2
    assert done.stderr.startswith("WEBSUB_HUBS: 'hub' is no address")

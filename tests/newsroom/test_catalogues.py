"""The desk and the paper speak Italian: all that the code says is collected as `make messages` does, and has its translation."""

import shutil
import subprocess
from pathlib import Path

import polib
import pytest
from django.core.management import call_command
from django.utils import translation

ROOT = Path(__file__).resolve().parents[2]
CATALOGUES = sorted((ROOT / "newsroom" / "locale").rglob("*.po"))

MSGFMT = shutil.which("msgfmt")
needs_gettext = pytest.mark.skipif(not MSGFMT, reason="gettext is not installed (apt install gettext)")


@pytest.fixture
def a_copy(tmp_path, monkeypatch, settings):
    """The code elsewhere, for makemessages writes beside the templates that it reads."""
    for folder in ("teams", "articles", "newsroom", "templates", "static"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__", "*.mo", "migrations"))
    monkeypatch.chdir(tmp_path)
    settings.LOCALE_PATHS = [tmp_path / "newsroom" / "locale"]
    return settings.LOCALE_PATHS[0]


@needs_gettext
@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_all_that_the_code_says_has_its_italian(a_copy, domain):
    call_command("makemessages", locale=["it"], domain=domain, no_location=True, no_obsolete=True, verbosity=0)

    collected = polib.pofile(a_copy / "it" / "LC_MESSAGES" / f"{domain}.po")
    assert [entry.msgid for entry in collected if entry.fuzzy or not entry.translated()] == []


@needs_gettext
@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_translation_asks_for_the_values_that_its_sentence_has(catalogue):
    command = [MSGFMT, "--check-format", "-o", "/dev/null", catalogue]

    checked = subprocess.run(command, capture_output=True, text=True)  # noqa: S603

    assert (checked.returncode, checked.stderr) == (0, "")


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: str(path.relative_to(ROOT)))
def test_italian_quotes_as_the_house_does(catalogue):
    said = [text for entry in polib.pofile(catalogue) for text in (entry.msgstr, *entry.msgstr_plural.values())]

    assert [text for text in said if "“" in text or "”" in text] == []


@pytest.mark.parametrize("done", ["added", "changed"])
def test_what_was_saved_is_told_without_an_article_that_its_name_may_not_take(done):
    with translation.override("it"):
        told = translation.gettext(f"The {{name}} “{{obj}}” was {done} successfully.")

    assert told.format(name="articolo", obj="Derby").startswith("Fatto: articolo «Derby»")

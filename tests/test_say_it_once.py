"""What is decided in one place is written in one place."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("teams", "articles", "newsroom")
PYTHON = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py") if "migrations" not in path.parts]
TEMPLATES = [path for path in (ROOT / "templates").rglob("*.*") if path.is_file()]
STYLES = list((ROOT / "static").rglob("*.css"))

# (what is said, the words that say it, where to look, where alone they may stand)
SAID_ONCE = [
    (
        "Article.objects.published() is the one gate: nobody else compares published_at with a clock",
        r"published_at__(lte?|gte?)\s*=\s*\w*\.?(now|today)\(|published_at__lte?=",
        PYTHON,
        {"articles/models/articles.py"},
    ),
    (
        "the status that lets a story through is compared in the models, its verbs and its lists",
        r"status\s*=\s*(\"published\"|'published'|Article\.Status\.PUBLISHED|Status\.PUBLISHED)",
        PYTHON,
        {"articles/models/articles.py", "articles/actions/publishing.py"},
    ),
    (
        "teams/clock.py alone knows what time it is; the worker's appointments and the age of files are the machine's",
        r"timezone\.now\(|timezone\.localdate\(\)|datetime\.now\(|date\.today\(|utcnow\(|time\.time\(|\{% now ",
        PYTHON + TEMPLATES,
        {"teams/clock.py", "newsroom/ticking.py", "newsroom/queue.py", "teams/admin/held.py"},
    ),
    (
        "rows of Listing are written by articles/listing.py alone",
        r"Listing\.objects\.(bulk_create|create|update)",
        PYTHON,
        {"articles/listing.py"},
    ),
    (
        "times of change are written by articles/listing.py alone",
        r"FeedState\.objects\.(create|get_or_create|update|bulk)",
        PYTHON,
        {"articles/listing.py"},
    ),
    ("names are folded by teams/names.py alone", r"unicodedata\.combining|NFKD|NFD\b", PYTHON, {"teams/names.py"}),
    ("the environment is read by the settings alone", r"os\.environ(\[|\.get)|os\.getenv", PYTHON, {"newsroom/settings.py"}),
    ("colours are tokens", r"(?<![-\w])(?!--)[a-z][a-z-]*:[^;{]*#[0-9a-fA-F]{3,8}\b", STYLES, set()),
    ("nothing is important by force, but the wish for no movement", r"!important", STYLES, {"static/admin-desk/motion.css"}),
    ("templates carry no style of their own", r"<style", TEMPLATES, set()),
]


@pytest.mark.parametrize(("saying", "pattern", "files", "allowed"), SAID_ONCE, ids=[row[0] for row in SAID_ONCE])
def test_it_is_said_once(saying, pattern, files, allowed):
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in files
        if path.relative_to(ROOT).as_posix() not in allowed
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(pattern, line)
    ]

    assert not found, f"{saying}:\n" + "\n".join(found)


@pytest.mark.parametrize(("saying", "pattern", "files", "allowed"), SAID_ONCE, ids=[row[0] for row in SAID_ONCE])
def test_the_place_where_it_is_said_exists(saying, pattern, files, allowed):
    assert [place for place in allowed if not (ROOT / place).is_file()] == []

"""Read a text against our facts as of a day: the links it asks for with words and reasons, its claims with verdicts."""

import json
import sys
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from articles.checking import checked
from articles.proposals import Text, proposals_of, read_text
from articles.reading.language import language_of
from teams import clock


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE|-", help="a text whose first line is its headline; - reads what is piped in")
        parser.add_argument("--lang", choices=["it", "en"], default="", help="told from the text if it is not given")
        parser.add_argument("--date", type=date.fromisoformat, default=None, help="the day of the text, such as 2025-11-06")
        parser.add_argument("--json", action="store_true", help="one JSON object instead of lines for people")

    def handle(self, *, file, lang, date, json: bool, **options):
        whole = _content(file)
        headline, *paragraphs = [line.strip() for line in whole.splitlines() if line.strip()] or [""]
        language = lang or language_of(whole)
        if not language:
            raise CommandError("The text is neither clearly Italian nor clearly English; say which with --lang.")
        text = Text(headline, tuple(paragraphs), language, date or clock.today())
        found = read_text(text)
        with translation.override("en"):
            told = {"links": _links(proposals_of(found, text)), "claims": [one.as_data() for one in checked(found)]}
        self.stdout.write(_as_json(told) if json else _as_lines(told))


def _content(file: str) -> str:
    try:
        return sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"The text cannot be read: {error}") from error


def _links(proposed) -> list[dict]:
    return [
        {
            "kind": one.fact._meta.model_name,
            "id": one.fact.pk,
            "name": str(one.fact),
            "role": str(one.role),
            "why": one.why,
            "words": [{"start": word.start, "end": word.end, "text": word.surface} for word in one.words],
        }
        for one in proposed
    ]


def _as_json(told: dict) -> str:
    return json.dumps(told, ensure_ascii=False, indent=1)


def _as_lines(told: dict) -> str:
    lines = ["Links"]
    for one in told["links"]:
        words = ", ".join(dict.fromkeys(word["text"] for word in one["words"]))
        lines.append(f"  {one['role']:8} {one['kind']:11} {one['name']} [{words}] {one['why']}")
    lines.append("Claims")
    for one in told["claims"]:
        instead = f" → {one['replacement']}" if one["replacement"] else ""
        lines.append(f"  {one['verdict']:8} {one['kind']:11} “{one['surface']}”{instead} {one['because']}".rstrip())
    return "\n".join(lines)

"""Read the texts of a corpus against its own knowledge base, and write what was found as predictions to be scored."""

import json
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles.reading.corpus import prediction, register_of


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("texts", type=Path, metavar="TEXTS.jsonl")
        parser.add_argument("--kb", type=Path, required=True, metavar="KB.json", help="the knowledge base, its ids are kept")
        parser.add_argument("--lean", action="store_true", help="without the knowledge base's aliases and nicknames")
        parser.add_argument("--out", type=Path, required=True, metavar="PREDICTIONS.jsonl")

    def handle(self, *, texts, kb, lean, out, **options):
        try:
            register = register_of(json.loads(kb.read_text(encoding="utf-8")), lean=lean)
            rows = [json.loads(line) for line in texts.read_text(encoding="utf-8").splitlines() if line.strip()]
        except (OSError, ValueError) as error:
            raise CommandError(f"The corpus cannot be read: {error}") from error
        lines = [prediction(row["id"], row["text"], register, date.fromisoformat(row["date"]), row["lang"]) for row in rows]
        out.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
        self.stdout.write(f"{len(lines)} texts read.")

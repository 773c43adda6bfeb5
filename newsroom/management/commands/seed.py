"""`manage.py seed`: bring the facts and stories of seeds/ in; safe to repeat, and whole or not at all."""

from itertools import chain
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, no_translations
from django.db import transaction

from articles.importers.store import load_stories
from newsroom import demo
from teams import clock
from teams.importers import match_sheet, reference, results_csv, store
from teams.importers.records import Refused

FOLDER = settings.BASE_DIR / "seeds"


class Command(BaseCommand):
    help = "Loads the facts and stories of seeds/. What an editor has changed since the last time is kept."

    @no_translations
    def handle(self, **options):
        try:
            tally = load(FOLDER)
        except Refused as error:
            raise CommandError(f"Nothing was loaded. {error}") from error
        told = [[], tally.counts(), tally.kept][: options["verbosity"] + 1]
        for line in chain.from_iterable(told):
            self.stdout.write(line)


@transaction.atomic
def load(folder: Path) -> store.Tally:
    """Everything in the folder, as it was known on the demo's morning or, in a database that has lived longer, by now."""
    tally = store.Tally()
    with clock.at(demo.seeding_time()):
        load_facts(folder, tally)
        load_stories(folder, tally)
    return tally


def load_facts(folder: Path, tally: store.Tally) -> None:
    """Grounds before clubs, clubs before people and matches: each names what was loaded before it."""
    zone, names = settings.TIME_ZONE, {"source": "seeds", "tally": tally}
    store.store_venues(reference.read_venues(*_file(folder, "venues.yaml")), **names)
    store.store_teams(reference.read_teams(*_file(folder, "teams.yaml")), **names)
    store.store_competitions(reference.read_competitions(*_file(folder, "competitions.yaml")), **names)
    people = (reference.read_people(*file) for file in _files(folder, "people/*.yaml"))
    store.store_people(chain.from_iterable(people), **names)
    results = (results_csv.read_results(*file, zone=zone) for file in _files(folder, "results/*.csv"))
    store.store_matches(chain.from_iterable(results), source="openfootball", tally=tally)
    sheets = (match_sheet.read_match_sheet(*file, zone=zone) for file in _files(folder, "matches/*.yaml"))
    store.store_matches(sheets, source="match-sheet", tally=tally)


def _files(folder: Path, pattern: str) -> list[tuple[bytes, str]]:
    return [_file(folder, path.relative_to(folder)) for path in sorted(folder.glob(pattern))]


def _file(folder: Path, name: str | Path) -> tuple[bytes, str]:
    """The content of a file, and the name under which messages speak of it."""
    return (folder / name).read_bytes(), f"{folder.name}/{name}"

"""`manage.py import_clubs FILES`: the other names of clubs, from openfootball's clubs files."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, no_translations

from teams.importers import store
from teams.importers.football_txt.clubs import read_clubs
from teams.importers.records import Refused
from teams.importers.sources import content_of


class Command(BaseCommand):
    help = "Gives clubs that are there the other names that seasons and papers have for them."

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--all", action="store_true", dest="everyone", help="make the clubs that are not there")

    @no_translations
    def handle(self, *, files, everyone, **options):
        tally = store.Tally()
        try:
            for path in files:
                store.store_clubs(read_clubs(content_of(path), path.name), tally=tally, everyone=everyone)
        except Refused as error:
            raise CommandError(error) from error
        for line in (*tally.counts(), *tally.kept):
            self.stdout.write(line)

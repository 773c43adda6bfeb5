"""`manage.py import_squads FILES --season LABEL`: who played for whom, from openfootball's squads files."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, no_translations

from teams.importers import store
from teams.importers.football_txt.squads import read_squads
from teams.importers.records import Refused
from teams.importers.sources import content_of
from teams.names import season_label


class Command(BaseCommand):
    help = "Imports squads; a player who is there already gets a spell at the club, or a longer one."

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--season", required=True, metavar="LABEL", help="2025-26, or 2026 for a summer tournament")
        parser.add_argument("--dry-run", action="store_true", help="count, and write nothing")
        parser.add_argument("--strict", action="store_true", help="refuse names that nothing bears instead of making rows")

    @no_translations
    def handle(self, *, files, season, dry_run, strict, **options):
        tally = store.Tally()
        try:
            for path in files:
                reading = read_squads(content_of(path), path.name, season=season_label(season))
                store.store_squads(reading, source="football-txt", tally=tally, strict=strict, dry_run=dry_run)
                tally.kept += map(str, reading.doubts)
        except (Refused, ValueError) as error:
            raise CommandError(error) from error
        for line in (*tally.counts(), *tally.kept):
            self.stdout.write(line)

"""`manage.py import_matches SOURCE FILES...`: bring in a season, a tournament or a match from somebody's files."""

import sys
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, no_translations

from teams.importers import store
from teams.importers.reading import Reading
from teams.importers.records import Refused
from teams.importers.sources import NEED_BOTH, SOURCES, readings, remembered_as
from teams.names import season_label

_BAR = 30


class Command(BaseCommand):
    help = "Imports matches; running it twice changes nothing, and what an editor has corrected stays."

    def add_arguments(self, parser):
        parser.add_argument("source", choices=SOURCES, help="how the files are written")
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--competition", metavar="SLUG", help="its address: serie-a; it is made if it is not there")
        parser.add_argument("--season", metavar="LABEL", help="2025-26, or 2026 for a summer tournament")
        parser.add_argument("--zone", default=settings.TIME_ZONE, help="of hours that tell none: Europe/Rome")
        parser.add_argument("--dry-run", action="store_true", help="count, and write nothing")
        parser.add_argument("--keep-good", action="store_true", help="take what is good of a file in which something is refused")
        parser.add_argument("--strict", action="store_true", help="refuse names that nothing bears instead of making rows")

    @no_translations
    def handle(self, *, source, files, competition, season, zone, **options):
        if source in NEED_BOTH and not (competition and season):
            raise CommandError(f"{source} names neither competition nor season; give --competition and --season")
        season, tally = season and season_label(season), store.Tally()
        try:
            for reading in readings(source, files, competition=competition, season=season, zone=zone):
                self._store(reading, source, tally, options)
        except Refused as error:
            tally.refused.append(error)
        self._tell(tally, options)
        if tally.refused:
            raise CommandError(f"{len(tally.refused)} refused" + ("" if options["keep_good"] else "; see --keep-good"))

    def _store(self, reading: Reading, source: str, tally: store.Tally, options: dict) -> None:
        """A file that is taken whole is not stored at all where something in it is refused."""
        chosen = {name: options[name] for name in ("strict", "keep_good", "dry_run")}
        if not reading.refused or options["keep_good"]:
            bar = Bar(self.stdout, len(reading.matches))
            try:
                store.store_reading(reading, source=remembered_as(source), tally=tally, progress=bar.step, **chosen)
            except Refused as error:
                reading.refused.append(error)
            bar.done()
        tally.kept += map(str, reading.doubts)
        tally.refused += reading.refused

    def _tell(self, tally: store.Tally, options: dict) -> None:
        if options["dry_run"]:
            self.stdout.write("Nothing is written; this is what would be:")
        for line in tally.counts():
            self.stdout.write(line)
        if tally.refused:
            self.stdout.write(f"{'refused':14}{len(tally.refused):6}")
        for line in tally.kept if options["verbosity"] else ():
            self.stdout.write(line)
        for error in tally.refused:
            self.stderr.write(f"refused: {error}")


class Bar:
    """How far it has come, on a terminal only."""

    def __init__(self, out, whole: int):
        self._out, self._whole, self._count = out, max(whole, 1), 0
        self._shown = sys.stderr.isatty() and whole > 1

    def step(self, count: int) -> None:
        self._count += count
        if self._shown:
            part = min(_BAR, _BAR * self._count // self._whole)
            sys.stderr.write(f"\r[{'#' * part}{'.' * (_BAR - part)}] {self._count}/{self._whole}")
            sys.stderr.flush()

    def done(self) -> None:
        if self._shown:
            sys.stderr.write("\n")

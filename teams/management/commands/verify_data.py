"""`manage.py verify_data FOLDER`: import a folder of match data into a scratch database and compare the tables with its own."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils.translation import override

from teams import named, printed, tables
from teams.importers import store
from teams.importers.folders import COMPARED, Expected, Matches, matches_in, tables_in
from teams.importers.records import Refused
from teams.importers.sources import readings


class Command(BaseCommand):
    help = "Imports every file of a folder, twice, and compares every table in it with the one that follows from the rows."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path)

    def handle(self, *, folder, **options):
        if not folder.is_dir():
            raise CommandError(f"{folder} is no folder")
        own = connection.settings_dict["NAME"]
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        try:
            with override("en"):
                wrong = self._imported(folder) + self._compared(folder)
        finally:
            connection.creation.destroy_test_db(own, verbosity=0)
        if wrong:
            raise CommandError(f"{wrong} differences")
        self.stdout.write("Everything agrees.")

    def _imported(self, folder: Path) -> int:
        """Imports everything; what the second time would still change, or was refused, is wrong."""
        wrong = 0
        for matches in matches_in(folder):
            names = ", ".join(str(path.relative_to(folder)) for path in matches.files[:2])
            first, again = self._import(matches), self._import(matches)
            moved = sum((again.new + again.changed).values())
            told = f"{first.new['match'] + first.changed['match'] + first.same['match']:5} matches, {first.new['match']} new"
            self.stdout.write(f"{'ok' if not moved + len(first.refused) else 'WRONG':6} {names}: {told}")
            wrong += moved + len(first.refused)
            for line in (*map(str, first.refused), *([f"{moved} rows changed when it was imported again"] if moved else ())):
                self.stdout.write(f"       {line}")
        return wrong

    def _import(self, matches: Matches) -> store.Tally:
        tally = store.Tally()
        about = {"competition": matches.competition, "season": matches.season, "zone": settings.TIME_ZONE}
        try:
            for reading in readings(matches.source, list(matches.files), **about):
                store.store_reading(reading, source=matches.source, tally=tally, keep_good=True)
                tally.refused += reading.refused
        except Refused as refused:
            tally.refused.append(refused)
        return tally

    def _compared(self, folder: Path) -> int:
        wrong = 0
        for expected in tables_in(folder):
            differences = self._differences(expected)
            when = f" on {expected.on}" if expected.on else ""
            about = " ".join(filter(None, (expected.competition, expected.season, expected.stage)))
            self.stdout.write(f"{'WRONG' if differences else 'ok':6} table of {about}{when}: {len(expected.rows)} teams")
            for line in differences:
                self.stdout.write(f"       {line}")
            wrong += len(differences)
        return wrong

    def _differences(self, expected: Expected) -> list[str]:
        try:
            season = named.season(expected.competition, expected.season)
            (stage, *_) = named.stages(season, expected.stage or None)
        except (named.NotNamed, ValueError) as error:
            return [str(error)]
        ours = [printed.table_row(row) for row in tables.table_of(stage, expected.on)]
        pairs = [(theirs, {name: str(row[name]) for name in COMPARED}) for theirs, row in zip(expected.rows, ours, strict=False)]
        told = [f"expected {_line(theirs)}, got {_line(row)}" for theirs, row in pairs if theirs != row]
        if len(ours) != len(expected.rows):
            told.append(f"{len(expected.rows)} teams expected, got {len(ours)}")
        return told


def _line(row: dict[str, str]) -> str:
    return " ".join(row[name] for name in COMPARED)

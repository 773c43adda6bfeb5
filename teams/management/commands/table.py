"""Print a table exactly as its page shows it, for programs and for whoever checks it."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import override

from teams import named, printed, tables
from teams.stats.tallies import PARTS


class Command(BaseCommand):
    help = "Print the table of a season, as of any day or matchday, as JSON or CSV."

    def add_arguments(self, parser):
        parser.add_argument("competition", help="its address or name: serie-a")
        parser.add_argument("season", help="2025-26, or 2026 for a summer tournament")
        parser.add_argument("--on", metavar="DATE", help="as it stood at the end of that day: 2025-11-06")
        parser.add_argument("--matchday", type=int, metavar="N", help="after that matchday, postponed matches in their turn")
        parser.add_argument("--stage", metavar="NAME", help="one stage; otherwise all that have a table")
        parser.add_argument("--venue", choices=[part for part in PARTS if part], help="at home, away, or the last five matches")
        parser.add_argument("--format", choices=printed.FORMATS, default="json")

    def handle(self, *, competition, season, on, matchday, stage, venue, format, **options):
        with override("en"):
            try:
                stages, on = named.stages(named.season(competition, season), stage), named.day(on)
            except named.NotNamed as error:
                raise CommandError(error) from None
            if not stages:
                raise CommandError(f"{competition} {season} has no stage with a table")
            tabled = tables.tables_for(stages, on, matchday=matchday, part=venue or "")
            self.stdout.write(printed.written(printed.tables(tabled), format))

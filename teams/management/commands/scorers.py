"""Print who has scored in a season, exactly as its page counts."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import override

from teams import named, printed, tables


class Command(BaseCommand):
    help = "Print the scorers of a season, as of any day, as JSON or CSV."

    def add_arguments(self, parser):
        parser.add_argument("competition", help="its address or name: serie-a")
        parser.add_argument("season", help="2025-26, or 2026 for a summer tournament")
        parser.add_argument("--on", metavar="DATE", help="as it stood at the end of that day: 2025-11-06")
        parser.add_argument("--format", choices=printed.FORMATS, default="json")

    def handle(self, *, competition, season, on, format, **options):
        with override("en"):
            try:
                season, on = named.season(competition, season), named.day(on)
            except named.NotNamed as error:
                raise CommandError(error) from None
            self.stdout.write(printed.written([printed.scorer(line) for line in tables.scorers_of(season, on)], format))

"""`manage.py export_matches COMPETITION SEASON`: the matches of a season in the columns that `import_matches csv` reads."""

from django.core.management.base import BaseCommand, CommandError

from teams import named
from teams.spreadsheets import FORMATS, lines


class Command(BaseCommand):
    help = "Prints a season as a sheet, to be worked on in a spreadsheet and imported again; --template prints only the heads."

    def add_arguments(self, parser):
        parser.add_argument("competition", nargs="?")
        parser.add_argument("season", nargs="?")
        parser.add_argument("--format", choices=FORMATS, default="csv", help="csv; xlsx goes into a file: > season.xlsx")
        parser.add_argument("--template", action="store_true", help="no matches: an empty sheet to fill")

    def handle(self, *, competition, season, template, **options):
        write, _ = FORMATS[options["format"]]
        content = write(() if template else _matches(competition, season))
        if options["format"] == "csv":
            self.stdout.write(content.decode(), ending="")
        else:
            self.stdout.buffer.write(content)


def _matches(competition, season):
    if not (competition and season):
        raise CommandError("which season? give competition and season, or --template")
    try:
        return lines(named.season(competition, season))
    except named.NotNamed as error:
        raise CommandError(error) from None

"""`manage.py export_matches COMPETITION SEASON`: the matches of a season in the columns that `import_matches csv` reads."""

import csv

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from teams import named
from teams.models import Match

COLUMNS = (
    "competition", "season", "stage", "matchday", "round", "date", "kickoff", "timezone", "home", "away", "venue", "status",
    "home_goals", "away_goals", "home_half_time", "away_half_time", "decision", "note",
)  # fmt: skip


class Command(BaseCommand):
    help = "Prints a season as CSV, to be worked on in a spreadsheet and imported again; --template prints only the heads."

    def add_arguments(self, parser):
        parser.add_argument("competition", nargs="?")
        parser.add_argument("season", nargs="?")
        parser.add_argument("--template", action="store_true", help="no matches: an empty sheet to fill")

    def handle(self, *, competition, season, template, **options):
        writer = csv.DictWriter(self.stdout, COLUMNS, lineterminator="\n")
        writer.writeheader()
        if template:
            return
        if not (competition and season):
            raise CommandError("which season? give competition and season, or --template")
        try:
            of = named.season(competition, season)
        except named.NotNamed as error:
            raise CommandError(error) from None
        for match in Match.objects.in_season(of).for_card().select_related("venue").order_by("kickoff", "pk"):
            writer.writerow(_line(match))


def _line(match: Match) -> dict:
    """A match with addresses instead of names, which mean it for certain; what is not known stays empty, but for the ground."""
    kickoff = timezone.localtime(match.kickoff, timezone.get_default_timezone())
    scores = (f"{side}_{name}" for name in ("goals", "half_time") for side in ("home", "away"))
    return {
        "competition": match.stage.season.competition.slug,
        "season": match.stage.season.label,
        "stage": match.stage.name,
        "matchday": match.matchday,
        "round": match.round,
        "date": kickoff.date(),
        "kickoff": f"{kickoff:%H:%M}" if match.kickoff_confirmed else "",
        "timezone": timezone.get_default_timezone_name(),
        "home": match.home.slug,
        "away": match.away.slug,
        "venue": match.venue.slug if match.venue else "-",
        "status": match.status,
        **{name: getattr(match, name) for name in scores},
        "decision": match.decision,
        "note": match.note,
    }

"""`manage.py audit`: every disagreement in the database, in match sheets, between sources, and with what the desk decided."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import override

from teams import audit, named
from teams.models import Match, ReviewItem


class Command(BaseCommand):
    help = "Lists every disagreement there is; what was overruled with a reason is left out."

    def add_arguments(self, parser):
        parser.add_argument("--competition", metavar="SLUG", help="only this one")
        parser.add_argument("--season", metavar="LABEL", help="only this season of it")

    def handle(self, *, competition, season, **options):
        if season and not competition:
            raise CommandError("a season belongs to a competition; give --competition too")
        matches = Match.objects.for_card().order_by("kickoff", "pk")
        with override("en"):
            try:
                if season:
                    matches = matches.in_season(named.season(competition, season))
                elif competition:
                    matches = matches.filter(stage__season__competition=named.competition(competition))
            except named.NotNamed as error:
                raise CommandError(error) from None
            self._tell(matches, whole=not competition)

    def _tell(self, matches, whole: bool) -> None:
        matches, count = list(matches), 0
        for match, found in audit.findings(matches):
            count += 1
            self.stdout.write(f"{match.slug}: {found.guard}: {found}")
        for conflict in audit.conflicts(matches):
            count += 1
            kind = "corrected here" if conflict.is_correction else "sources differ"
            self.stdout.write(f"{conflict.match.slug}: {kind}: {conflict}")
        told = f"{count} disagreements in {len(matches)} matches"
        waiting = ReviewItem.objects.open().count() if whole else 0
        self.stdout.write(f"{told}; {waiting} names wait for review" if whole else told)

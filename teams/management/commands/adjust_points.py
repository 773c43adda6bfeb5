"""Give a team points, or take some away, by a decision."""

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import override

from teams import actions, named


class Command(BaseCommand):
    help = "Record points that a decision gives or takes away: adjust_points serie-a 2022-23 juventus -10 --on 2023-05-22 ..."

    def add_arguments(self, parser):
        parser.add_argument("competition", help="its address or name: serie-a")
        parser.add_argument("season", help="2022-23")
        parser.add_argument("team", help="its address, a name, or a part of it that no other team of the season has")
        parser.add_argument("points", type=int, help="negative for a deduction: -10")
        parser.add_argument("--on", metavar="DATE", required=True, help="tables count it from this day")
        parser.add_argument("--reason", required=True, help="readers see it")
        parser.add_argument("--stage", metavar="NAME", help="needed where more than one stage has a table")

    def handle(self, *, competition, season, team, points, on, reason, stage, **options):
        with override("en"):
            try:
                season = named.season(competition, season)
                team, on = named.team_in(season, team), named.day(on)
                stages = named.stages(season, stage)
                if len(stages) != 1:
                    raise CommandError(f"{season} has {len(stages)} stages with a table: say which with --stage")
                adjustment = actions.adjust_points(stages[0], team, points, on=on, reason=reason, by=None)
            except named.NotNamed as error:
                raise CommandError(error) from None
            except ValidationError as error:
                raise CommandError("; ".join(error.messages)) from None
            self.stdout.write(f"{stages[0]}: {adjustment}")

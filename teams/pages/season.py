"""A season of a competition: its tables, one round after another, who scores, and what was taken away."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max, Min, Q
from django.http import Http404
from django.utils.translation import gettext as _

from teams import clock, tables
from teams.models import Match, Season, Stage, Team
from teams.pages import season_numbers
from teams.stats.tallies import ALL
from teams.templatetags.days import day_of


@dataclass(frozen=True)
class Round:
    """A matchday, or a round of a cup; groups play theirs together. `number` is its place in the season, from 1."""

    number: int
    matchday: int | None
    name: str
    stages: frozenset[int]
    first: datetime
    last: datetime

    def holds(self, match: Match) -> bool:
        return match.stage_id in self.stages and (match.matchday, match.round) == (self.matchday, self.name)

    @property
    def as_condition(self) -> Q:
        return Q(stage__in=self.stages, matchday=self.matchday, round=self.name)


def find(competition: str, label: str) -> tuple[Season, list[Season]]:
    """The season, and all of its competition, the latest first."""
    seasons = list(Season.objects.filter(competition__slug=competition).select_related("competition"))
    found = [season for season in seasons if season.label == label]
    if not found:
        raise Http404(_("There is no such season."))
    return found[0], seasons


def gather(season: Season, on: date | None, asked_round: str, part: str = ALL) -> dict:
    """`part`: whose matches the tables count, one of stats.tallies.PARTS."""
    rounds = rounds_of(season)
    stages = [stage for stage in season.stages.order_by("order") if stage.has_table]
    loaded = tables.load(stages, tables.Asked(on, part=part))
    teams = Team.objects.in_bulk(loaded.playing)
    return {
        "today": clock.today(),
        "part": part,
        "tables": [(stage, [rows]) for stage, rows in loaded.tables(teams) if rows],
        "rulings": [(teams[row.team], row) for rows in loaded.decisions.values() for row in rows],
        **season_numbers.gather(season, on, loaded, teams),
        "rounds": rounds,
        "shown": with_matches(chosen(rounds, asked_round) or about(rounds, on or clock.today())),
    }


def rounds_of(season: Season) -> list[Round]:
    """All rounds in the order in which stages and matchdays follow each other."""
    rows = (
        Match.objects.filter(stage__season=season)
        .values_list("stage", "stage__kind", "stage__order", "matchday", "round")
        .annotate(Min("kickoff"), Max("kickoff"))
        .order_by("stage__order", "matchday", "kickoff__min")
    )
    found = {}
    for stage, kind, order, matchday, name, first, last in rows:
        place = kind if kind == Stage.Kind.GROUP else order
        stages, firsts, lasts = found.setdefault((place, matchday, name), ([], [], []))
        stages.append(stage), firsts.append(first), lasts.append(last)
    return [
        Round(number, matchday, name, frozenset(stages), min(firsts), max(lasts))
        for number, ((_place, matchday, name), (stages, firsts, lasts)) in enumerate(found.items(), 1)
    ]


def chosen(rounds: list[Round], asked: str) -> list[Round]:
    """The round that the reader asked for by its number, if there is such a one."""
    return [each for each in rounds if str(each.number) == asked]


def about(rounds: list[Round], day: date) -> list[Round]:
    """The last round that had begun by that day, and the next."""
    begun = [each for each in rounds if day_of(each.first) <= day]
    last = max(begun, key=lambda each: each.first, default=None)
    following = min((each for each in rounds if each not in begun), key=lambda each: each.first, default=None)
    return [each for each in (last, following) if each]


def with_matches(rounds: list[Round]) -> list[tuple[Round, list[Match]]]:
    condition = Q(pk=None)
    for each in rounds:
        condition |= each.as_condition
    matches = list(Match.objects.filter(condition).for_card().order_by("kickoff", "pk"))
    return [(each, [match for match in matches if each.holds(match)]) for each in rounds]

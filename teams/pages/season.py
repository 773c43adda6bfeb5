"""A season of a competition: its tables, one round after another, who scores, and what was taken away."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max, Min, Q
from django.http import Http404
from django.utils.translation import gettext as _

from teams import clock, tables
from teams.models import Match, PointsAdjustment, Season, Stage
from teams.stats.scorers import scorers as ranked
from teams.templatetags.days import day_of

SCORERS = 12
OWN_GOALS_APART = 0.9  # own goals are on no scorer's account, and never as many as a tenth


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


def scorers(season: Season, on: date | None, tabled) -> dict:
    """The best scorers; and, where far fewer goals than the tables hold have a scorer entered, how many have."""
    lines = ranked(tables.goals_of(season, on))
    entered = sum(line.goals for line in lines)
    scored = sum(row.goals_for for _stage, [rows] in tabled for row in rows)
    partly = {"entered": entered, "scored": scored} if entered < scored * OWN_GOALS_APART else None
    return {"scorers": tables.with_names(lines[:SCORERS]), "partly": partly}


def find(competition: str, label: str) -> tuple[Season, list[Season]]:
    """The season, and all of its competition, the latest first."""
    seasons = list(Season.objects.filter(competition__slug=competition).select_related("competition"))
    found = [season for season in seasons if season.label == label]
    if not found:
        raise Http404(_("There is no such season."))
    return found[0], seasons


def gather(season: Season, on: date | None, asked_round: str) -> dict:
    rounds = rounds_of(season)
    tabled = [(stage, [rows]) for stage, rows in tables.tables_of(season, on) if rows]
    shown = chosen(rounds, asked_round) or about(rounds, on or clock.today())
    return {
        "today": clock.today(),
        "tables": tabled,
        **scorers(season, on, tabled),
        "adjustments": list(adjustments(season, on)) if any(row.adjustment for _stage, [rows] in tabled for row in rows) else [],
        "rounds": rounds,
        "shown": with_matches(shown),
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


def adjustments(season: Season, on: date | None):
    until = on or clock.today()
    return PointsAdjustment.objects.filter(stage__season=season, on__lte=until).select_related("team")

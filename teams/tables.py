"""Tables, scorers and match sheets: loads rows in a fixed number of queries for the pure functions of `teams.stats`.

table_of(stage, on)     the table of one stage: a list of stats.table.Row with `team` (a Team), `zone` and `form` [3 queries]
tables_of(season, on)   all tables of a season: a list of (Stage, rows), groups in order [4]
tables_for(stages, on)  the tables of these stages, in the same shape [3]
scorers_of(season, on)  a list of stats.scorers.Scorer with `person` (a Person) and `teams` (Teams), best first [3]
timeline_of(match)      a stats.timeline.Timeline of MatchEvents with their people [1]
sheet_of(match)         a Sheet: `timeline`, and the stats.lineups.Lineup of `home` and of `away` [2]

`on` is a day in the newsroom's zone: matches that kicked off on it or before. Only results that stand count: finished
and awarded ones. Nothing here is kept: whatever is asked follows from the rows as they are.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from django.db.models import BooleanField, Case, ExpressionWrapper, Q, When
from django.utils import timezone

from teams import clock
from teams.models import Match, MatchEvent, Person, PointsAdjustment, Season, Stage, Team
from teams.names import fold
from teams.rules import event_kinds
from teams.rules.zones import zone_of
from teams.stats import form, lineups, scorers, table, timeline


@dataclass(frozen=True, slots=True)
class Sheet:
    """A match for its page: what happened, and who took part."""

    timeline: timeline.Timeline
    home: lineups.Lineup
    away: lineups.Lineup


def table_of(stage: Stage, on: date | None = None) -> list[table.Row]:
    return tables_for([stage], on)[0][1]


def tables_of(season: Season, on: date | None = None) -> list[tuple[Stage, list[table.Row]]]:
    return tables_for([stage for stage in season.stages.order_by("order") if stage.has_table], on)


def tables_for(stages: list[Stage], on: date | None = None) -> list[tuple[Stage, list[table.Row]]]:
    matches = _by_stage(
        Match.objects.filter(stage__in=stages)
        .exclude(status__in=[Match.Status.CANCELLED, Match.Status.ABANDONED])
        .annotate(counts=ExpressionWrapper(_that_count(on), BooleanField()))
        .order_by("kickoff", "pk")
        .values_list("stage", "home", "away", "home_goals", "away_goals", "counts", named=True)
    )
    adjustments = _by_stage(
        PointsAdjustment.objects.filter(stage__in=stages, on__lte=on or clock.today()).values_list(
            "stage", "team", "points", named=True
        )
    )
    playing = {team for rows in matches.values() for row in rows for team in (row.home, row.away)}
    playing |= {row.team for rows in adjustments.values() for row in rows}
    teams = Team.objects.in_bulk(playing)
    return [(stage, _rows(stage, matches[stage.pk], adjustments[stage.pk], teams)) for stage in stages]


def scorers_of(season: Season, on: date | None = None) -> list[scorers.Scorer]:
    return _with_names(scorers.scorers(_goals_of(season, on)))


def timeline_of(match: Match) -> timeline.Timeline:
    return _timeline(match, match.events.for_timeline())


def sheet_of(match: Match) -> Sheet:
    events = list(match.events.for_timeline())
    home, away = lineups.lineups(match.appearances.for_sheet(), events)
    return Sheet(_timeline(match, events), home, away)


def _by_stage(rows: Iterable) -> dict[int, list]:
    grouped = defaultdict(list)
    for row in rows:
        grouped[row.stage].append(row)
    return grouped


def _rows(stage: Stage, matches: list, adjustments: list, teams: dict[int, Team]) -> list[table.Row]:
    results = [row for row in matches if row.counts]
    playing = {team for row in matches for team in (row.home, row.away)}
    rows = table.table(
        results,
        stage.tie_breaks,
        points_for_win=stage.points_for_win,
        adjustments=adjustments,
        teams=sorted(playing, key=lambda pk: fold(teams[pk].name)),
        to_come=[(row.home, row.away) for row in matches if not row.counts],
    )
    letters = form.forms(results)
    return [
        replace(row, team=teams[row.team], zone=zone_of(row.position, stage.zones), form=letters.get(row.team, ()))
        for row in rows
    ]


def _goals_of(season: Season, on: date | None) -> Iterable:
    goals = MatchEvent.objects.standing().filter(_that_count(on, "match__"), match__stage__season=season)
    return (
        goals.filter(kind__in=event_kinds.SCORED_BY_PERSON)
        .annotate(team_id=Case(When(side="home", then="match__home"), default="match__away"))
        .order_by("match__kickoff", "pk")
        .values_list("kind", "status", "person_id", "second_person_id", "team_id", named=True)
    )


def _with_names(lines: list[scorers.Scorer]) -> list[scorers.Scorer]:
    people = Person.objects.in_bulk({line.person for line in lines})
    teams = Team.objects.in_bulk({team for line in lines for team in line.teams})
    return [replace(line, person=people[line.person], teams=tuple(teams[team] for team in line.teams)) for line in lines]


def _timeline(match: Match, events: Iterable[MatchEvent]) -> timeline.Timeline:
    official = None if match.home_goals is None else (match.home_goals, match.away_goals)
    return timeline.timeline(events, official)


def _that_count(on: date | None = None, match: str = "") -> Q:
    """Results that stand on that day, as a condition; `match` is the path to the match, such as "match__"."""
    condition = Q(**{f"{match}status__in": Match.WITH_RESULT})
    return condition & Q(**{f"{match}kickoff__lt": _end_of(on)}) if on else condition


def _end_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min), timezone.get_default_timezone())

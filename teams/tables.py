"""Numbers for pages: loads rows in a fixed number of queries and hands them to the pure functions of `teams.stats`.

table_of(stage, on)          the table of one stage: a list of stats.table.Row with `team` (a Team), `zone` and `form` [3]
tables_of(season, on)        all tables of a season: a list of (Stage, rows), groups in order [4]
tables_for(stages, on)       the tables of these stages, of whatever season: a list of (Stage, rows) [3]
position_of(team, stage, on) that team's Row in that table, or None [3]
scorers_of(season, on)       a list of stats.scorers.Scorer with `person` (a Person) and `teams` (Teams), best first [3]
assists_of(season, on)       the same, ordered by assists [3]
form_of(team, on, last)      a list of stats.form.Outcome, the oldest first; `result` is a Match ready for its card [1]
timeline_of(match)           a stats.timeline.Timeline of MatchEvents with their people [1]
sheet_of(match)              a Sheet: `timeline`, and the stats.lineups.Lineup of `home` and of `away` [2]
seasons_of(person, on)       a list of PersonSeason: Season, Teams and stats.players.Account, the newest first [4]
head_to_head_of(one, two)    a stats.head_to_head.HeadToHead, newest first; each `result` a Match ready for its card [1]

`on` is a day in the newsroom's zone: matches that kicked off on it or before. Only results that stand count: finished
and awarded ones. In brackets stands the number of queries. Nothing here is kept: whatever is asked
follows from the rows as they are.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from django.db.models import BooleanField, Case, ExpressionWrapper, F, Q, When
from django.utils import timezone

from teams import clock
from teams.models import Appearance, Match, MatchEvent, Person, PointsAdjustment, Season, Stage, Team
from teams.names import fold
from teams.rules import event_kinds
from teams.rules.zones import zone_of
from teams.stats import form, head_to_head, lineups, players, scorers, table, timeline


@dataclass(frozen=True, slots=True)
class Sheet:
    """A match for its page: what happened, and who took part."""

    timeline: timeline.Timeline
    home: lineups.Lineup
    away: lineups.Lineup


@dataclass(frozen=True, slots=True)
class PersonSeason:
    """What a person did in one season of one competition."""

    season: Season
    teams: tuple[Team, ...]
    account: players.Account


def table_of(stage: Stage, on: date | None = None) -> list[table.Row]:
    return tables_for([stage], on)[0][1]


def tables_of(season: Season, on: date | None = None) -> list[tuple[Stage, list[table.Row]]]:
    return tables_for([stage for stage in season.stages.order_by("order") if stage.has_table], on)


def position_of(team: Team, stage: Stage, on: date | None = None) -> table.Row | None:
    return next((row for row in table_of(stage, on) if row.team == team), None)


def scorers_of(season: Season, on: date | None = None) -> list[scorers.Scorer]:
    return _with_names(scorers.scorers(_goals_of(season, on)))


def assists_of(season: Season, on: date | None = None) -> list[scorers.Scorer]:
    return _with_names(scorers.assist_makers(_goals_of(season, on)))


def form_of(team: Team, on: date | None = None, last: int = 5) -> list[form.Outcome]:
    latest = Match.objects.of(team).filter(that_count(on)).results().for_card()[:last]
    return form.outcomes(reversed(latest), team)


def timeline_of(match: Match) -> timeline.Timeline:
    return _timeline(match, match.events.for_timeline())


def sheet_of(match: Match) -> Sheet:
    events = list(match.events.for_timeline())
    home, away = lineups.lineups(match.appearances.for_sheet(), events)
    return Sheet(_timeline(match, events), home, away)


def head_to_head_of(one: Team, two: Team, on: date | None = None) -> head_to_head.HeadToHead:
    meetings = Match.objects.of(one).of(two).filter(that_count(on)).results().for_card()
    return head_to_head.head_to_head(meetings, one, two)


def seasons_of(person: Person, on: date | None = None) -> list[PersonSeason]:
    sheets, deeds = _sheets_of(person, on), _events_of(person, on)
    season_of = {row.match_id: row.season_id for row in (*sheets, *deeds)}
    seasons = Season.objects.select_related("competition").in_bulk(set(season_of.values()))
    teams = Team.objects.in_bulk({row.team_id for row in (*sheets, *deeds)})
    told = []
    for season in seasons.values():
        lines, events = ([row for row in rows if row.season_id == season.pk] for rows in (sheets, deeds))
        played_for = dict.fromkeys(teams[row.team_id] for row in (*lines, *events))
        told.append(PersonSeason(season, tuple(played_for), players.account(person.pk, lines, events)))
    return sorted(told, key=lambda line: (-line.season.starts.toordinal(), line.season.competition.weight))


def that_count(on: date | None = None, match: str = "") -> Q:
    """Results that stand on that day, as a condition; `match` is the path to the match, such as "match__"."""
    condition = Q(**{f"{match}status__in": Match.WITH_RESULT})
    return condition & Q(**{f"{match}kickoff__lt": _end_of(on)}) if on else condition


def _end_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min), timezone.get_default_timezone())


def tables_for(stages: list[Stage], on: date | None = None) -> list[tuple[Stage, list[table.Row]]]:
    matches = _by_stage(
        Match.objects.filter(stage__in=stages)
        .exclude(status__in=[Match.Status.CANCELLED, Match.Status.ABANDONED])
        .annotate(counts=ExpressionWrapper(that_count(on), BooleanField()))
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
    goals = MatchEvent.objects.standing().filter(that_count(on, "match__"), match__stage__season=season)
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


def _sheets_of(person: Person, on: date | None) -> list:
    return list(
        Appearance.objects.filter(that_count(on, "match__"), person=person)
        .annotate(
            season_id=F("match__stage__season"),
            team_id=Case(When(side="home", then="match__home"), default="match__away"),
            length=Case(When(match__home_ninety=None, then=players.REGULAR), default=players.WITH_EXTRA_TIME),
        )
        .order_by("match__kickoff", "pk")
        .values_list("match_id", "starter", "length", "season_id", "team_id", named=True)
    )


def _events_of(person: Person, on: date | None) -> list:
    """What names this person first or second; the team is his own, which of an own goal is the other side."""
    own_goal = Q(kind=event_kinds.OWN_GOAL)
    at_home = Q(side="home") & ~own_goal | Q(side="away") & own_goal
    return list(
        MatchEvent.objects.standing()
        .filter(Q(person=person) | Q(second_person=person), that_count(on, "match__"))
        .annotate(season_id=F("match__stage__season"), team_id=Case(When(at_home, then="match__home"), default="match__away"))
        .order_by("match__kickoff", "pk")
        .values_list("season_id", "team_id", "match_id", *_EVENT_FIELDS, named=True)
    )


_EVENT_FIELDS = ("pk", "kind", "side", "status", "period", "minute", "stoppage", "order", "person_id", "second_person_id")

"""Tables, scorers and match sheets: loads rows in a fixed number of queries for the pure functions of `teams.stats`.

table_of(stage, on)     the table of one stage: a list of stats.table.Row with `team` (a Team), `zone` and `form` [3 queries]
tables_on(stage, days)  the table of one stage as of each of these days [3]
tables_of(season, on)   all tables of a season: a list of (Stage, rows), groups in order [4]
tables_for(stages, on)  the tables of these stages, in the same shape [3]
scorers_of(season, on)  a list of stats.scorers.Scorer with `person` (a Person) and `teams` (Teams), best first [3]
leaders_of(season, on)  Leaders: the first of the scorers and of those who gave assists [2 where the teams are given]
timeline_of(match)      a stats.timeline.Timeline of MatchEvents with their people [1]
sheet_of(match)         a Sheet: `timeline`, and the stats.lineups.Lineup of `home` and of `away` [2]

`on` is a day in the newsroom's zone: matches that kicked off on it or before. What counts: finished and awarded matches,
and in a table, as provisional, those that are under way. Nothing here is kept: whatever is asked follows from the rows.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import NamedTuple

from django.db.models import Case, ExpressionWrapper, F, IntegerField, Q, Value, When
from django.utils import timezone

from teams import clock
from teams.models import Match, MatchEvent, Person, PlaceDecision, PointsAdjustment, Season, Stage, Team
from teams.names import fold
from teams.rules import event_kinds, play_offs
from teams.rules.zones import zone_of
from teams.stats import discipline, form, lineups, scorers, table, tallies, timeline


@dataclass(frozen=True, slots=True)
class Sheet:
    """A match for its page: what happened, and who took part."""

    timeline: timeline.Timeline
    home: lineups.Lineup
    away: lineups.Lineup


@dataclass(frozen=True, slots=True)
class Asked:
    """Which table: as of a day, after a matchday (postponed matches in their turn), of matches at home, away or the last five."""

    on: date | None = None
    matchday: int | None = None
    part: str = tallies.ALL


def table_of(stage: Stage, on: date | None = None, **asked) -> list[table.Row]:
    return tables_for([stage], on, **asked)[0][1]


def tables_of(season: Season, on: date | None = None, **asked) -> list[tuple[Stage, list[table.Row]]]:
    return tables_for([stage for stage in season.stages.order_by("order") if stage.has_table], on, **asked)


def tables_for(stages: list[Stage], on: date | None = None, **asked) -> list[tuple[Stage, list[table.Row]]]:
    loaded = load(stages, Asked(on, **asked))
    return loaded.tables(Team.objects.in_bulk(loaded.playing))


def tables_on(stage: Stage, days: list[date]) -> list[list[table.Row]]:
    """The table of one stage as of each of these days, read once."""
    loaded = load([stage], Asked(), days=days)
    teams = Team.objects.in_bulk(loaded.playing)
    return [loaded.on(number, day).tables(teams)[0][1] for number, day in enumerate(days)]


@dataclass(frozen=True, slots=True)
class Loaded:
    """The matches of some stages, all and by stage, and the decisions about them; `others` are other matches asked for.

    The rows have `counts`: whether a table counts them. All stand in the order in which they were played; their times
    are left out, which cost as much to read as everything else together.
    """

    stages: list[Stage]
    asked: Asked
    rows: list
    matches: dict[int, list]
    others: list
    decisions: dict[int, list]

    @property
    def playing(self) -> set[int]:
        """Whoever plays in these stages, or is the matter of a decision."""
        teams = {team for row in self.rows for team in (row.home, row.away)}
        return teams | {row.team for rows in self.decisions.values() for row in rows}

    def on(self, number: int, day: date) -> "Loaded":
        """The same as of the day that was asked for under this number."""
        rows = [row._replace(counts=getattr(row, f"counts_{number}")) for row in self.rows]
        decisions = {stage: [row for row in rows if row.on <= day] for stage, rows in self.decisions.items()}
        return replace(self, asked=Asked(day), rows=rows, matches=_by_stage(rows), decisions=defaultdict(list, decisions))

    def tables(self, teams: dict[int, Team]) -> list[tuple[Stage, list[table.Row]]]:
        """The table of each stage, and no rows for a knock-out."""
        return [(stage, _rows(stage, self, teams) if stage.has_table else []) for stage in self.stages]


def load(stages: list[Stage], asked: Asked, also: Q | None = None, days: Sequence[date] = ()) -> Loaded:
    """Two queries; with the matches in which play-offs for places may be found, and those of the condition `also`.

    For each of `days` the rows know whether they count as of that day, under counts_0, counts_1 ...
    """
    counts = {f"counts_{number}": ExpressionWrapper(_that_count(Asked(day)), IntegerField()) for number, day in enumerate(days)}
    deciding = Stage.objects.filter(kind=Stage.Kind.KNOCKOUT, season__in={stage.season_id for stage in stages if stage.play_offs})
    rows = (
        Match.objects.filter(Q(stage__in=stages) | Q(stage__in=deciding.values("pk")) | (also or Q(pk=None)))
        .exclude(status__in=[Match.Status.CANCELLED, Match.Status.ABANDONED])
        .annotate(counts=ExpressionWrapper(_that_count(asked), IntegerField()), season=F("stage__season"), **counts)
        .order_by("kickoff", "pk")
        .values_list(*_READ, *counts, named=True)
    )
    asked_for = {stage.pk for stage in stages}
    ours, others = [], []
    for row in rows:
        (ours if row.stage in asked_for else others).append(row)
    return Loaded(stages, asked, ours, _by_stage(ours), others, _decisions(stages, asked.on or clock.today()))


def _by_stage(rows: list) -> dict[int, list]:
    matches = defaultdict(list)
    for row in rows:
        matches[row.stage].append(row)
    return matches


_READ = (
    *("pk", "stage", "season", "matchday", "round", "status", "counts"),
    *("home", "away", "home_goals", "away_goals", "home_shootout", "away_shootout"),
)


def scorers_of(season: Season, on: date | None = None) -> list[scorers.Scorer]:
    lines = scorers.scorers(_goals_of(season, on))
    return _with_names(lines, Person.objects.in_bulk({line.person for line in lines}), {})


@dataclass(frozen=True, slots=True)
class Leaders:
    """The first of the lists; `entered`: how many goals have a scorer."""

    scorers: list[scorers.Scorer]
    assists: list[scorers.Scorer]
    entered: int


def leaders_of(season: Season, on: date | None, teams: dict[int, Team], *, first: int, assists: int) -> Leaders:
    """The first so many of each list: those who are not shown need no names."""
    goals = list(_goals_of(season, on))
    scored, set_up = scorers.scorers(goals), scorers.assist_makers(goals)
    best = scored[:first], set_up[:assists]
    people = Person.objects.in_bulk({line.person for lines in best for line in lines})
    return Leaders(*(_with_names(lines, people, teams) for lines in best), sum(line.goals for line in scored))


def timeline_of(match: Match) -> timeline.Timeline:
    return _timeline(match, match.events.for_timeline())


def sheet_of(match: Match) -> Sheet:
    events = list(match.events.for_timeline())
    home, away = lineups.lineups(match.appearances.for_sheet(), events)
    return Sheet(_timeline(match, events), home, away)


def _decisions(stages: list[Stage], until: date) -> dict[int, list]:
    """Points given or taken away, and places that somebody decided: the ones have no position, the others no points."""
    columns = ("stage", "team", "on", "points", "position", "reason")
    points = PointsAdjustment.objects.filter(stage__in=stages, on__lte=until).annotate(position=Value(0)).order_by()
    places = PlaceDecision.objects.filter(stage__in=stages, on__lte=until).annotate(points=Value(0)).order_by()
    found = defaultdict(list)
    for row in points.values_list(*columns, named=True).union(places.values_list(*columns, named=True), all=True):
        found[row.stage].append(row)
    return found


def _rows(stage: Stage, loaded: Loaded, teams: dict[int, Team]) -> list[table.Row]:
    matches, decisions, part = loaded.matches[stage.pk], loaded.decisions[stage.pk], loaded.asked.part
    results = [row for row in matches if row.counts]
    rows = table.table(
        results,
        stage.tie_breaks,
        points_for_win=stage.points_for_win,
        adjustments=[row for row in decisions if row.points],
        teams=in_alphabet(matches, teams),
        to_come=[(row.home, row.away) for row in matches if not row.counts],
        conduct=partial(_conduct, stage, loaded.asked),
        part=part,
        play_offs=stage.play_offs,
        legs=_legs(stage, loaded, teams) if stage.play_offs else (),
        decisions=[row for row in decisions if row.position],
    )
    letters = form.forms(row for row in results if row.status in Match.WITH_RESULT)
    live = {team for row in results if row.status in Match.UNDER_WAY for team in (row.home, row.away)}
    return [
        replace(
            row,
            team=teams[row.team],
            zone=zone_of(row.position, stage.zones) if part == tallies.ALL else "",
            form=letters.get(row.team, ()),
            provisional=row.team in live,
        )
        for row in rows
    ]


class Leg(NamedTuple):
    home: int
    away: int
    home_goals: int
    away_goals: int
    home_shootout: int | None
    away_shootout: int | None


def _legs(stage: Stage, loaded: Loaded, teams: dict[int, Team]) -> list:
    """The matches of the season's play-offs, and where none has been entered those that are known."""
    entered = [row for row in loaded.others if row.season == stage.season_id and row.counts]
    if entered:
        return entered
    season, until = stage.season, loaded.asked.on or clock.today()
    bearing = {word: team.pk for team in teams.values() for word in fold(team.name).split()}
    found = []
    for leg in play_offs.known(season.competition.slug, season.label):
        home, away = (next((bearing[word] for word in words if word in bearing), None) for words in (leg.home, leg.away))
        if home and away and leg.on <= until:
            found.append(Leg(home, away, leg.home_goals, leg.away_goals, leg.home_shootout, leg.away_shootout))
    return found


def in_alphabet(matches: list, teams: dict[int, Team]) -> list[int]:
    """Whoever plays in these matches, in the order in which teams stand that nothing parts."""
    return sorted({team for row in matches for team in (row.home, row.away)}, key=lambda pk: fold(teams[pk].name))


def _conduct(stage: Stage, asked: Asked) -> dict[int, int]:
    """The points for cards of every team of this stage; asked for only where nothing else parts two of them."""
    cards = MatchEvent.objects.standing().filter(_that_count(asked, "match__"), match__stage=stage, kind__in=MatchEvent.CARDS)
    return discipline.conduct(_for_teams(cards).values_list("match_id", "person_id", "kind", "team_id", named=True))


def _goals_of(season: Season, on: date | None) -> Iterable:
    """The goals of a season that count for their scorer, as rows, from the oldest on."""
    results = Q(match__status__in=Match.WITH_RESULT) & by_day(on)
    goals = MatchEvent.objects.standing().filter(results, match__stage__season=season, kind__in=event_kinds.SCORED_BY_PERSON)
    return (
        _for_teams(goals)
        .order_by("match__kickoff", "pk")
        .values_list("kind", "status", "person_id", "second_person_id", "team_id", named=True)
    )


def _for_teams(events):
    """Events with `team_id`: whose they are."""
    return events.annotate(team_id=Case(When(side="home", then="match__home"), default="match__away"))


def _with_names(lines: list[scorers.Scorer], people: dict, teams: dict) -> list[scorers.Scorer]:
    missing = {team for line in lines for team in line.teams if team not in teams}
    teams = {**teams, **Team.objects.in_bulk(missing)} if missing else teams
    return [replace(line, person=people[line.person], teams=tuple(teams[team] for team in line.teams)) for line in lines]


def _timeline(match: Match, events: Iterable[MatchEvent]) -> timeline.Timeline:
    official = None if match.home_goals is None else (match.home_goals, match.away_goals)
    return timeline.timeline(events, official)


def _that_count(asked: Asked, match: str = "") -> Q:
    """What a table counts, as a condition; `match` is the path to the match, such as "match__"."""
    return Q(**{f"{match}status__in": [*Match.WITH_RESULT, *Match.UNDER_WAY]}) & _by(asked, match)


def by_day(on: date | None) -> Q:
    """Events of matches that kicked off on that day or before."""
    return _by(Asked(on), "match__")


def _by(asked: Asked, match: str) -> Q:
    condition = Q(**{f"{match}kickoff__lt": _end_of(asked.on)}) if asked.on else Q()
    return condition & Q(**{f"{match}matchday__lte": asked.matchday}) if asked.matchday else condition


def _end_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min), timezone.get_default_timezone())

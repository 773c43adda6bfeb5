"""A team's season in numbers: runs, places and points by matchday, goals by quarter of an hour, bans, record scorers."""

from collections import Counter, defaultdict
from datetime import timedelta
from typing import NamedTuple

from django.db.models import Case, Count, F, Q, When

from teams import charts
from teams.models import Competition, Match, MatchEvent, Person, Stage, Team
from teams.rules import event_kinds
from teams.rules.suspensions import bookings_for
from teams.stats import discipline, form, scorers
from teams.stats.places import places
from teams.stats.quarters import quarters
from teams.tables import Loaded, in_alphabet
from teams.templatetags.days import day_of

A_SEASON = timedelta(days=430)
KINDS = (*event_kinds.GOALS, *MatchEvent.CARDS)
FEWEST = 3  # matchdays that make a line


def of_season_before(team: Team, stages: list[Stage]) -> Q:
    """The team's matches in the season before of the leagues that it plays in."""
    earlier = Q(pk=None)
    for stage in stages:
        starts = stage.season.starts
        if stage.kind == Stage.Kind.LEAGUE:
            same = {"season__competition": stage.season.competition_id, "kind": stage.kind}
            earlier |= Q(season__starts__lt=starts, season__starts__gte=starts - A_SEASON, **same)
    return Q(stage__in=Stage.objects.filter(earlier).values("pk")) & (Q(home=team) | Q(away=team))


def events_of(team: Team, loaded: Loaded) -> list:
    """Goals and cards of the team's matches in these stages, with `ours` and the name of the person."""
    ids = [row.pk for row in loaded.rows if team.pk in (row.home, row.away)]
    return list(
        MatchEvent.objects.standing()
        .filter(match__in=ids, kind__in=KINDS)
        .annotate(ours=Case(When(side_of(team), then=True), default=False))
        .order_by("match__kickoff", "pk")
        .values_list(
            *("match_id", "kind", "status", "period", "minute", "stoppage", "ours"),
            *("person_id", "person__name", "person__slug"),
            named=True,
        )
    )


def side_of(team: Team) -> Q:
    """Events of the team's own side."""
    return Q(side="home", match__home=team) | Q(side="away", match__away=team)


def goals_by_person(events) -> Counter:
    return Counter(event.person_id for event in events if event.ours and event.kind in event_kinds.SCORED_BY_PERSON)


def gather(team: Team, loaded: Loaded, teams: dict[int, Team], events: list) -> dict:
    played = [row for row in loaded.rows if row.status in Match.WITH_RESULT]
    by_quarter = quarters(events)
    return {
        "streaks": form.streaks(form.outcomes(played, team.pk)),
        **places_of(team, loaded, teams),
        "quarters": by_quarter if any(quarter.scored or quarter.conceded for quarter in by_quarter) else [],
        "quarters_chart": charts.pairs([(quarter.label, quarter.scored, quarter.conceded) for quarter in by_quarter]),
        "bans": [ban for stage in _latest_stages(loaded) if (ban := bans(team, stage, loaded, events))],
        "records": record_scorers(team),
    }


def places_of(team: Team, loaded: Loaded, teams: dict[int, Team]) -> dict:
    """The charts of the first league among these stages, where enough has been played to draw a line."""
    for stage in loaded.stages:
        matches = loaded.matches[stage.pk]
        playing = in_alphabet(matches, teams)
        if stage.kind != Stage.Kind.LEAGUE or team.pk not in playing:
            continue
        found = places(
            [row for row in matches if row.counts],
            team.pk,
            stage.tie_breaks,
            points_for_win=stage.points_for_win,
            adjustments=by_matchday([row for row in loaded.decisions[stage.pk] if row.points], stage),
            teams=playing,
            to_come=[(row.home, row.away) for row in matches if not row.counts],
        )
        if len(found) >= FEWEST:
            last = max(row.matchday or 0 for row in matches)
            chart = charts.places([(place.matchday, place.position) for place in found], len(playing), last)
            return {"places": found, "places_chart": chart, "places_of": stage, **beside(team, loaded, stage, found, last)}
    return {}


class Adjusted(NamedTuple):
    team: int
    points: int
    matchday: int


def by_matchday(decisions: list, stage: Stage) -> list[Adjusted]:
    """Points given or taken away, from the matchday of which most was played on the day of the decision or later."""
    if not decisions:
        return []
    kickoffs = defaultdict(list)
    for matchday, kickoff in stage.matches.filter(matchday__isnull=False).order_by("kickoff").values_list("matchday", "kickoff"):
        kickoffs[matchday].append(day_of(kickoff))
    middles = {matchday: days[len(days) // 2] for matchday, days in sorted(kickoffs.items())}
    first = {row: next((matchday for matchday, day in middles.items() if day >= row.on), None) for row in decisions}
    return [Adjusted(row.team, row.points, matchday) for row, matchday in first.items() if matchday]


def beside(team: Team, loaded: Loaded, stage: Stage, found: list, last: int) -> dict:
    """The points of the season before beside these, where it is known."""
    earlier = [row for row in loaded.others if row.season != stage.season_id and row.counts]
    before = places(earlier, team.pk, (), points_for_win=stage.points_for_win)
    if len(before) < FEWEST:
        return {}
    now = [(place.matchday, place.points) for place in found]
    then = [(place.matchday, place.points) for place in before]
    lines = [dict(now), dict(then)]
    compared = [(matchday, *(line.get(matchday) for line in lines)) for matchday in sorted({*lines[0], *lines[1]})]
    return {"points": compared, "points_chart": charts.points(now, then, last=max(last, then[-1][0]))}


def _latest_stages(loaded: Loaded) -> list[Stage]:
    return list({stage.season_id: stage for stage in loaded.stages}.values())


def bans(team: Team, stage: Stage, loaded: Loaded, events: list) -> dict | None:
    """Who misses the team's next match in this competition, and whom the next booking would keep out of one."""
    rule = bookings_for(stage.season.competition.slug, stage.season.label)
    ours = [row for row in loaded.rows if row.season == stage.season_id and team.pk in (row.home, row.away)]
    played = [row for row in ours if row.status in Match.WITH_RESULT]
    if not rule or not played or len(played) == len(ours):
        return None
    last = played[-1]
    counting = [row.pk for row in played if last.round not in rule.fresh or row.round in rule.fresh]
    cards = [event for event in events if event.ours and event.kind in MatchEvent.CARDS and event.match_id in counting]
    return _named_bans(stage, cards, discipline.suspended(cards, counting, rule), discipline.at_risk(cards, counting, rule))


def _named_bans(stage: Stage, cards: list, suspended: list, at_risk: list) -> dict | None:
    people = {card.person_id: Person(card.person_id, name=card.person__name, slug=card.person__slug) for card in cards}
    out = {one.person for one in suspended}
    named = [(people[one.person], one) for one in suspended]
    risky = [people[line.person] for line in at_risk if line.person not in out]
    return {"competition": stage.season.competition, "suspended": named, "at_risk": risky} if named or risky else None


def record_scorers(team: Team) -> list[tuple]:
    """For each competition the most goals that anybody has scored for the team, and by whom: as far as scorers are entered."""
    lines = list(
        MatchEvent.objects.standing()
        .filter(side_of(team), match__in=Match.objects.of(team).results().order_by().values("pk"))
        .filter(kind__in=event_kinds.SCORED_BY_PERSON, person__isnull=False)
        .values(*_HELD)
        .annotate(competition=F("match__stage__season__competition"), goals=Count("pk"))
        .order_by("match__stage__season__competition__weight", "person__name")
        .values_list("competition", *_HELD, "goals", named=True)
    )
    return [
        (_competition(held[0]), held[0].goals, [_person(line) for line in held])
        for held in scorers.record_scorers(lines).values()
    ]


_COMPETITION = "match__stage__season__competition__"
_HELD = ("person", "person__name", "person__slug", f"{_COMPETITION}slug", f"{_COMPETITION}name", f"{_COMPETITION}name_en")


def _competition(line) -> Competition:
    slug, name, name_en = (getattr(line, f"{_COMPETITION}{column}") for column in ("slug", "name", "name_en"))
    return Competition(line.competition, slug=slug, name=name, name_en=name_en)


def _person(line) -> Person:
    return Person(line.person, name=line.person__name, slug=line.person__slug)

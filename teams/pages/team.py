"""A team: its results and fixtures, where it stands, and who plays for it."""

from collections import defaultdict
from datetime import date

from django.db.models import Count, F, Q

from teams import clock, tables
from teams.models import Match, MatchEvent, Person, Spell, Stage, Team
from teams.models.competitions import SUMMER
from teams.models.matches import bring_together
from teams.pages.days import midnight
from teams.pages.match import around
from teams.rules import event_kinds
from teams.stats import form

LATEST, NEXT, FORM = 6, 6, 5


def gather(team: Team) -> dict:
    results = list(Match.objects.of(team).results()[:LATEST])
    coming = list(Match.objects.of(team).coming()[:NEXT])
    bring_together(results, coming)
    stages = stages_on([*results, *coming])
    return {
        "results": results,
        "coming": coming,
        "ours": (team,),
        "form": form.outcomes(reversed(results[:FORM]), team),
        "standings": standings(team, [stage for stage in stages if stage.has_table]),
        **squad(team, min((stage.season.starts for stage in stages), default=None)),
    }


def stages_on(matches) -> list[Stage]:
    """The stages of these matches that belong to seasons still on, or just over: of each competition the latest season."""
    stages = {match.stage for match in matches if match.stage.season.ends >= clock.today() - SUMMER}
    latest = {}
    for season in sorted((stage.season for stage in stages), key=lambda season: season.starts):
        latest[season.competition_id] = season
    ours = [stage for stage in stages if stage.season == latest[stage.season.competition_id]]
    return sorted(ours, key=lambda stage: (stage.season.competition.weight, stage.order))


def standings(team: Team, stages) -> list[tuple]:
    """For each table that the team is in: the stage, its row, and the rows about it."""
    found = []
    for stage, rows in tables.tables_for(stages):
        if row := next((row for row in rows if row.team == team), None):
            found.append((stage, row, around(rows, (team,))))
    return found


def squad(team: Team, since: date | None) -> dict:
    """Who belongs to the team now, players by position and number."""
    spells = list(Spell.objects.on(clock.today()).filter(team=team).for_squad().order_by(F("shirt").asc(nulls_last=True)))
    players = [spell for spell in spells if spell.role == Spell.Role.PLAYER]
    goals = goals_of([spell.person_id for spell in players], team, since) if since else {}
    lines = defaultdict(list)
    for spell in players:
        lines[spell.person.position].append((spell, goals.get(spell.person_id, 0)))
    named = [(position, lines[position]) for position in [*Person.Position.values, ""] if lines[position]]
    return {"squad": named, "players": players, "coaches": [spell for spell in spells if spell.role == Spell.Role.COACH]}


def goals_of(people, team: Team, since: date) -> dict[int, int]:
    """What each of them has scored for the team from that day on."""
    for_team = Q(side="home", match__home=team) | Q(side="away", match__away=team)
    goals = MatchEvent.objects.standing().filter(for_team, person__in=people, kind__in=event_kinds.SCORED_BY_PERSON)
    in_season = goals.filter(match__kickoff__gte=midnight(since))
    return dict(in_season.values_list("person").annotate(Count("pk")).order_by())

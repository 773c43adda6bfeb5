"""A team: its results and fixtures, where it stands, and who plays for it."""

from collections import defaultdict

from django.db.models import F

from teams import clock, tables
from teams.models import Match, Person, Spell, Stage, Team
from teams.models.competitions import SUMMER
from teams.models.matches import bring_together, stages_of
from teams.pages import team_numbers
from teams.pages.match import around
from teams.stats import form

LATEST, NEXT, FORM = 6, 6, 5


def gather(team: Team) -> dict:
    results = list(Match.objects.of(team).results()[:LATEST])
    coming = list(Match.objects.of(team).coming()[:NEXT])
    stages = stages_of([*results, *coming])
    on = stages_on(stages.values())
    loaded = tables.load(on, tables.Asked(), also=team_numbers.of_season_before(team, on))
    shown = {pk for match in (*results, *coming) for pk in (match.home_id, match.away_id)}
    teams = Team.objects.in_bulk(loaded.playing | shown)
    bring_together(results, coming, teams=teams, stages=stages)
    events = team_numbers.events_of(team, loaded)
    return {
        "results": results,
        "coming": coming,
        "ours": (team,),
        "form": form.outcomes(reversed(results[:FORM]), team),
        "standings": standings(team, loaded.tables(teams)),
        **squad(team, team_numbers.goals_by_person(events)),
        **team_numbers.gather(team, loaded, teams, events),
    }


def stages_on(stages) -> list[Stage]:
    """Those of these stages that belong to seasons still on, or just over: of each competition the latest season."""
    stages = {stage for stage in stages if stage.season.ends >= clock.today() - SUMMER}
    latest = {}
    for season in sorted((stage.season for stage in stages), key=lambda season: season.starts):
        latest[season.competition_id] = season
    ours = [stage for stage in stages if stage.season == latest[stage.season.competition_id]]
    return sorted(ours, key=lambda stage: (stage.season.competition.weight, stage.order))


def standings(team: Team, tabled) -> list[tuple]:
    """For each table that the team is in: the stage, its row, and the rows about it."""
    found = []
    for stage, rows in tabled:
        if row := next((row for row in rows if row.team == team), None):
            found.append((stage, row, around(rows, (team,))))
    return found


def squad(team: Team, goals: dict[int, int]) -> dict:
    """Who belongs to the team now, players by position and number, with the goals of this season."""
    spells = list(Spell.objects.on(clock.today()).filter(team=team).for_squad().order_by(F("shirt").asc(nulls_last=True)))
    players = [spell for spell in spells if spell.role == Spell.Role.PLAYER]
    lines = defaultdict(list)
    for spell in players:
        lines[spell.person.position].append((spell, goals.get(spell.person_id, 0)))
    named = [(position, lines[position]) for position in [*Person.Position.values, ""] if lines[position]]
    return {"squad": named, "players": players, "coaches": [spell for spell in spells if spell.role == Spell.Role.COACH]}

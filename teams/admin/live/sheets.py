"""Loads a match as the readers of typed lines know it: both sides' names, who is on the pitch, what counts, the clock."""

from django.utils.timezone import localdate

from teams import squads
from teams.live.sheet import SIDES, Night, words_for_sides
from teams.live.vocabulary import SIDE_OF
from teams.models import Alias, Match
from teams.stats import lineups
from teams.stats.timeline import in_order


def night_of(match: Match) -> Night:
    events = in_order(match.events.standing())
    sheet = list(squads.with_names(match.appearances.all()))
    players = [player for side in SIDES for player in _on_sheet(sheet, events, side) or squad_of(match, side)]
    return Night(
        teams={side: str(match.team_on(side)) for side in SIDES},
        players=(*players, *_coaches(match)),
        events=tuple(events),
        period=match.period,
        now=match.running,
        side_words={**SIDE_OF, **words_for_sides(_names(match))},
    )


def squad_of(match: Match, side: str):
    return squads.players_of(match.team_on(side), side, localdate(match.kickoff))


def _on_sheet(sheet, events, side):
    lineup = lineups.lineups(sheet, events)[SIDES.index(side)]
    return [
        squads.player(
            line.appearance.person,
            side,
            line.appearance.shirt,
            on_pitch=line.played and line.went_off is None and line.sent_off is None,
            booked=line.booked is not None,
        )
        for line in (*lineup.starters, *lineup.bench)
    ]


def _coaches(match):
    """They are shown cards too."""
    coaches = ((side, getattr(match, f"{side}_coach")) for side in SIDES)
    return [squads.player(coach, side, None, on_pitch=False) for side, coach in coaches if coach]


def _names(match):
    aliases = list(Alias.objects.filter(team__in=(match.home_id, match.away_id)).values_list("team_id", "text"))
    return {
        side: [team.name, team.name_en, team.code, *(text for pk, text in aliases if pk == team.pk)]
        for side in SIDES
        for team in (match.team_on(side),)
    }

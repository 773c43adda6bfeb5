"""A match with everything about it: what happened, who played, how both came to it, how the table stood."""

from datetime import timedelta

from teams import clock, tables
from teams.models import Match, MatchEvent
from teams.stats.timeline import Timeline
from teams.templatetags.days import day_of

NEIGHBOURS = 2


def gather(match: Match) -> dict:
    sheet = tables.sheet_of(match)
    before = day_of(match.kickoff) - timedelta(days=1)
    return {
        "timeline": sheet.timeline,
        "events": [moment.event for moment in sheet.timeline.moments],
        "records": records(sheet.timeline),
        "lineups": [(match.home, "home", sheet.home), (match.away, "away", sheet.away)],
        "forms": [(team, tables.form_of(team, before)) for team in (match.home, match.away)],
        "meetings": tables.head_to_head_of(match.home, match.away, before),
        **standings(match),
    }


def records(timeline: Timeline) -> str:
    """How the goals that are entered agree with the official score: agree, short (some are still missing) or disagree."""
    if not timeline.disagrees:
        return "agree"
    beyond = any(goals > official for goals, official in zip(timeline.goals, timeline.official, strict=True))
    return "disagree" if beyond else "short"


def standings(match: Match) -> dict:
    """The part of the table about the two teams as it stood at the end of that day, or stands before a fixture."""
    if not match.stage.has_table:
        return {"table": [], "table_on": None}
    on = min(day_of(match.kickoff), clock.today())
    return {"table": around(tables.table_of(match.stage, on), (match.home, match.away)), "table_on": on}


def around(rows, teams) -> list:
    """The rows of these teams and their neighbours; of a short table all."""
    places = [row.position for row in rows if row.team in teams]
    if len(rows) <= 8:
        return rows
    return [row for row in rows if any(abs(row.position - place) <= NEIGHBOURS for place in places)]


def of_event(event: MatchEvent) -> dict:
    """The event in its match: the score before and after it, and the events on either side of it."""
    timeline = tables.timeline_of(event.match)
    moments = timeline.moments
    place = next(n for n, moment in enumerate(moments) if moment.event.pk == event.pk)
    scores = [(0, 0), *(moment.score for moment in moments[:place] if moment.score)]
    return {
        "timeline": timeline,
        "moment": moments[place],
        "score_before": scores[-1],
        "previous": moments[place - 1].event if place else None,
        "next": moments[place + 1].event if place + 1 < len(moments) else None,
    }

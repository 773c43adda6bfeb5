"""A match with everything about it: what happened, who played, how both came to it, how the table stood."""

from datetime import timedelta

from teams import clock, tables
from teams.models import Match, MatchEvent
from teams.stats.timeline import Timeline
from teams.templatetags.days import day_of

NEIGHBOURS, SHORT = 2, 8


def gather(match: Match) -> dict:
    sheet = tables.sheet_of(match)
    before = day_of(match.kickoff) - timedelta(days=1)
    on, rows = table_at(match)
    return {
        "timeline": sheet.timeline,
        "records": records(sheet.timeline),
        "goals": [[moment for moment in sheet.timeline.scored if moment.event.side == side] for side in ("home", "away")],
        "home_lineup": sheet.home,
        "away_lineup": sheet.away,
        "both": (match.home, match.away),
        "sides": [side(team, rows, before) for team in (match.home, match.away)],
        "meetings": tables.head_to_head_of(match.home, match.away, before),
        "table": around(rows, (match.home, match.away)),
        "table_on": on,
    }


def side(team, rows, before) -> dict:
    """How one of the two came to the match: its last results, and its row in the table."""
    return {
        "team": team,
        "form": tables.form_of(team, before),
        "row": next((row for row in rows if row.team == team), None),
    }


def records(timeline: Timeline) -> str:
    """How the goals that are entered agree with the official score: agree, short (some are still missing) or disagree."""
    if not timeline.disagrees:
        return "agree"
    beyond = any(goals > official for goals, official in zip(timeline.goals, timeline.official, strict=True))
    return "disagree" if beyond else "short"


def table_at(match: Match) -> tuple:
    """The table as it stood at the end of that day, or stands before a fixture; no rows in a knock-out."""
    on = min(day_of(match.kickoff), clock.today())
    return on, tables.table_of(match.stage, on) if match.stage.has_table else []


def around(rows, teams) -> list[list]:
    """The rows of these teams and their neighbours, in parts where others are left out; a short table whole."""
    places = [row.position for row in rows if row.team in teams]
    whole = len(rows) <= SHORT
    parts = []
    for row in rows:
        if whole or any(abs(row.position - place) <= NEIGHBOURS for place in places):
            follows = parts and parts[-1][-1].position == row.position - 1
            parts[-1].append(row) if follows else parts.append([row])
    return parts


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

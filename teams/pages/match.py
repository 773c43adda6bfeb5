"""A match with everything about it: what happened, who played, how both came to it, how the table stood."""

from datetime import timedelta

from django.db.models import Q

from teams import clock, tables
from teams.models import Match, MatchEvent
from teams.models.matches import bring_together
from teams.stats import form, head_to_head
from teams.stats.timeline import Timeline
from teams.templatetags.days import day_of

LAST = 5
NEIGHBOURS, SHORT = 2, 8
ASK_LIVE, ASK_SOON = 5, 30
AROUND_KICKOFF = timedelta(hours=2)


def gather(match: Match) -> dict:
    on, rows = table_at(match)
    return {**moving(match, on, rows), **before(match, rows)}


def moving(match: Match, on, rows) -> dict:
    """What changes while the match is played."""
    sheet = tables.sheet_of(match)
    return {
        "timeline": sheet.timeline,
        "goals": [[moment for moment in sheet.timeline.scored if moment.event.side == side] for side in ("home", "away")],
        "records": records(sheet.timeline),
        "home_lineup": sheet.home,
        "away_lineup": sheet.away,
        "both": (match.home, match.away),
        "table": around(rows, (match.home, match.away)),
        "table_on": on,
        "every": every(match),
    }


def live(match: Match) -> dict:
    """What its page asks for again and again."""
    return moving(match, *table_at(match))


def every(match: Match) -> int:
    """How often its page asks, in seconds: not at all unless it is played, or soon will be."""
    if match.is_under_way:
        return ASK_LIVE
    soon = match.status == Match.Status.SCHEDULED and abs(match.kickoff - clock.now()) < AROUND_KICKOFF
    return ASK_SOON if soon else 0


def before(match: Match, rows) -> dict:
    """How the two came to the match: their last results, the latest last, their rows in the table, and their meetings."""
    both = (match.home, match.away)
    earlier = Match.objects.results().filter(kickoff__lt=match.kickoff)
    last = [earlier.of(team).values("pk")[:LAST] for team in both]
    found = list(earlier.filter(Q(pk__in=last[0]) | Q(pk__in=last[1]) | Q(home__in=both, away__in=both)))
    bring_together(found)
    latest = [[result for result in found if team in (result.home, result.away)][:LAST] for team in both]
    meetings = [result for result in found if {result.home, result.away} == set(both)]
    sides = [
        {
            "team": team,
            "form": form.outcomes(reversed(results), team),
            "row": next((row for row in rows if row.team == team), None),
        }
        for team, results in zip(both, latest, strict=True)
    ]
    return {"sides": sides, "meetings": head_to_head.head_to_head(meetings, *both), "past": meetings[:LAST]}


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

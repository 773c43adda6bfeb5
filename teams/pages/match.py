"""A match with everything about it: what happened, who played, how both came to it, how the table stood."""

from teams.models import Match, MatchEvent
from teams.stats import form, head_to_head, lineups, timeline

LAST = 5


def gather(match: Match) -> dict:
    events = list(match.events.for_timeline())
    home, away = lineups.lineups(match.appearances.for_sheet(), events)
    return {
        "timeline": told(match, events),
        "events": events,
        "lineups": [(match.home, "home", home), (match.away, "away", away)],
        "forms": [(team, form_before(match, team)) for team in (match.home, match.away)],
        "meetings": meetings(match),
    }


def told(match: Match, events) -> timeline.Timeline:
    official = None if match.home_goals is None else (match.home_goals, match.away_goals)
    return timeline.timeline(events, official)


def form_before(match: Match, team) -> list[form.Outcome]:
    """The team's last results before this match, the latest last."""
    results = Match.objects.of(team).results().filter(kickoff__lt=match.kickoff).for_card()[:LAST]
    return form.outcomes(reversed(results), team)


def meetings(match: Match) -> head_to_head.HeadToHead:
    """What the two did against each other before, as the home side sees it, the latest first."""
    earlier = Match.objects.of(match.home).of(match.away).results().filter(kickoff__lt=match.kickoff)
    return head_to_head.head_to_head(earlier.for_card(), match.home, match.away)


def of_event(event: MatchEvent) -> dict:
    """The event in its match: the score before and after it, and the events on either side of it."""
    events = list(event.match.events.for_timeline())
    moments = told(event.match, events).moments
    place = next(n for n, moment in enumerate(moments) if moment.event.pk == event.pk)
    scores = [(0, 0), *(moment.score for moment in moments[:place] if moment.score)]
    return {
        "moment": moments[place],
        "score_before": scores[-1],
        "previous": moments[place - 1].event if place else None,
        "next": moments[place + 1].event if place + 1 < len(moments) else None,
    }

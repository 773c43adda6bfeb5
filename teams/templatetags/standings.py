"""The words of a table: what a place means, and what parts two teams on equal points."""

from itertools import pairwise

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

register = template.Library()

ZONES = {
    "title": pgettext_lazy("place in a table", "Champions"),
    "champions-league": gettext_lazy("Champions League"),
    "champions-league-qualifying": gettext_lazy("Champions League qualifying"),
    "europa-league": gettext_lazy("Europa League"),
    "conference-league": gettext_lazy("Conference League"),
    "round-of-16": gettext_lazy("Round of 16"),
    "knockout": gettext_lazy("Knock-out phase"),
    "knockout-play-off": gettext_lazy("Knock-out play-offs"),
    "best-third": gettext_lazy("Best third-placed teams"),
    "relegation-play-off": gettext_lazy("Relegation play-off"),
    "relegation": gettext_lazy("Relegation"),
    "out": pgettext_lazy("place in a table", "Eliminated"),
}
CRITERIA = {
    "points": gettext_lazy("points"),
    "head_to_head_points": gettext_lazy("points in the matches between them"),
    "head_to_head_goal_difference": gettext_lazy("goal difference in the matches between them"),
    "head_to_head_goals_for": gettext_lazy("goals in the matches between them"),
    "head_to_head_away_goals_for": gettext_lazy("away goals in the matches between them"),
    "goal_difference": gettext_lazy("goal difference"),
    "goal_average": gettext_lazy("goal average"),
    "goals_for": gettext_lazy("goals scored"),
    "away_goals_for": gettext_lazy("goals scored away"),
    "wins": gettext_lazy("matches won"),
    "away_wins": gettext_lazy("matches won away"),
    "opponents_points": gettext_lazy("points of their opponents"),
    "opponents_goal_difference": gettext_lazy("goal difference of their opponents"),
    "opponents_goals_for": gettext_lazy("goals scored by their opponents"),
    "fair_play": gettext_lazy("points for cards"),
    "play_off": gettext_lazy("play-off"),
}


@register.filter
def zone_name(kind):
    """What a place in the table means; a kind that has no name yet says itself."""
    return ZONES.get(kind, kind)


@register.filter
def zones_in(parts):
    """The kinds of zone that the rows of these parts lie in, best first."""
    return list(dict.fromkeys(row.zone for rows in parts for row in rows if row.zone))


@register.filter
def any_provisional(parts):
    """Whether a match that is under way counts in some row."""
    return any(row.provisional for rows in parts for row in rows)


@register.filter
def ties(parts):
    """Neighbours on equal points, or parted by a ruling: the one above, the one below, and why; nothing where they are level."""
    pairs = [pair for rows in parts for pair in pairwise(rows)]
    return [
        (above.team, below.team, in_words(above.reason))
        for above, below in pairs
        if above.played and (above.reason is None or above.reason.criterion != "points")
    ]


@register.filter
def because(reason):
    """Why a team stands above the next on as many points; nothing where points say it."""
    if reason is None or reason.criterion == "points":
        return ""
    return _("Above the next: %(reason)s") % {"reason": in_words(reason)}


def in_words(reason):
    """What decided between two teams: goals scored, 14 to 11."""
    if reason is None:
        return ""
    if reason.criterion == "decided":
        return reason.value
    values = [f"{value:.2f}" if isinstance(value, float) else value for value in reason[1:]]
    return _("%(criterion)s, %(value)s to %(next)s") % {
        "criterion": CRITERIA[reason.criterion],
        "value": values[0],
        "next": values[1],
    }

"""The signs of what happened in a match, and their names for who cannot see them."""

from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, pgettext_lazy

from teams.models import MatchEvent

register = template.Library()

SIGNS = {
    "own_goal": "goal",
    "penalty_goal": "penalty",
    "penalty_missed": "missed",
    "yellow": "card",
    "red": "card",
    "second_yellow": "two",
    "substitution": "swap",
    "shootout_scored": "goal",
    "shootout_missed": "missed",
}
NAMES = {
    **dict(MatchEvent.Kind.choices),
    "on": pgettext_lazy("substitution", "Comes on"),
    "off": pgettext_lazy("substitution", "Goes off"),
    "assist": pgettext_lazy("goal", "Assist"),
}

TAKEN_BACK = {
    MatchEvent.Decision.GOAL_CANCELLED: MatchEvent.Kind.GOAL.label,
    MatchEvent.Decision.PENALTY_CANCELLED: pgettext_lazy("football", "Penalty"),
    MatchEvent.Decision.RED_CANCELLED: MatchEvent.Kind.RED.label,
}


@register.filter
def mark(kind):
    """{{ event.kind|mark }}: components/mark.html, drawn once for each kind and edition."""
    return _drawn(str(kind), get_language())


@lru_cache(maxsize=200)
def _drawn(kind, language):
    return mark_safe(render_to_string("components/mark.html", {"kind": kind}).strip())


@register.filter
def sign_of(kind):
    """Which drawing of components/marks.html stands for a kind of event, or for on, off and assist."""
    return SIGNS.get(kind, kind)


@register.filter
def name_of(kind):
    return NAMES[kind]


@register.filter
def taken_back(decision):
    """What a VAR decision took back, to be struck through; nothing where it took back nothing."""
    return TAKEN_BACK.get(decision, "")

"""Shirts for long lists: components/kit.html, drawn once for each set of colours."""

from functools import lru_cache
from typing import NamedTuple

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

register = template.Library()


class Colours(NamedTuple):
    """What the component reads of a team."""

    primary_colour: str
    secondary_colour: str
    trim_colour: str
    pattern: str


@register.filter
def kit(team, size=""):
    """{{ team|kit }} or {{ team|kit:"large" }}: its shirt; an include costs a list of matches more than all else in it."""
    return _drawn(Colours(team.primary_colour, team.secondary_colour, team.trim_colour, team.pattern), size)


@lru_cache(maxsize=2000)
def _drawn(colours, size):
    return mark_safe(render_to_string("components/kit.html", {"team": colours, "size": size}).strip())

"""Days and times as a paper prints them, in the newsroom's zone and as the reader's day sees them."""

from datetime import datetime
from functools import lru_cache

from django import template
from django.utils import formats, timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from teams import clock

register = template.Library()


@register.filter
def day_of(moment):
    """The date that an instant falls on in the zone that the paper shows."""
    return timezone.localdate(moment) if isinstance(moment, datetime) else moment


@register.filter
def in_days(moment):
    """Yesterday, Today, Tomorrow; otherwise the weekday and the date, with its year if that is another."""
    day, today = day_of(moment), clock.today()
    near = {-1: _("Yesterday"), 0: _("Today"), 1: _("Tomorrow")}.get((day - today).days)
    return near or full_day(day)


@register.filter
def full_day(moment):
    """Wednesday 5 November, with the year if it is not this one."""
    day = day_of(moment)
    return _written(day, "l j F" if day.year == clock.today().year else "l j F Y", get_language())


@register.filter
def dateline(moment):
    """Wednesday 5 November 2025, as it stands over a page."""
    return _written(day_of(moment), "l j F Y", get_language())


@register.filter
def date_only(moment):
    """5 November, with the year if it is not this one."""
    day = day_of(moment)
    return _written(day, "j F" if day.year == clock.today().year else "j F Y", get_language())


@register.filter
def short_day(moment):
    """Wed 5 Nov, with the year if it is not this one."""
    day = day_of(moment)
    return _written(day, "D j M" if day.year == clock.today().year else "j M Y", get_language())


@register.filter
def clock_time(moment):
    """21:00."""
    return f"{timezone.localtime(moment):%H:%M}"


@register.filter
def day_and_time(moment):
    """6 Nov 2025, 09:00, as the desk prints instants; nothing for none."""
    return small(timezone.localtime(moment), "j M Y, H:i") if moment else ""


@register.filter
def to_the_second(moment):
    """6 Nov 2025, 09:00:07, where one act is told from the next."""
    return small(timezone.localtime(moment), "j M Y, H:i:s")


@register.filter
def iso(moment):
    """For <time datetime>: 2025-11-05T21:00:00+01:00."""
    return timezone.localtime(moment).isoformat(timespec="seconds")


@lru_cache(maxsize=2000)
def _written(day, pattern, language):
    """Lists repeat the same few days, and writing one is dear."""
    return small(day, pattern)


def small(moment, pattern):
    """Django gives short months a capital in every language; Italian has none for days and months."""
    written = formats.date_format(moment, pattern)
    return written.lower() if get_language() == "it" else written

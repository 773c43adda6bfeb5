"""Instants as the desk prints them."""

from datetime import UTC

from django.utils.timezone import get_current_timezone_name, localtime

from teams.templatetags.days import day_and_time, small


def short(instant) -> str:
    """As the templates of the desk print it, in the newsroom's zone."""
    return day_and_time(instant)


def short_date(instant) -> str:
    """The day in the newsroom's zone, as labels print it: 5 Nov 2025."""
    return small(localtime(instant), "j M Y")


def in_both_zones(instant) -> str:
    """Thu 6 Nov 09:00 Europe/Rome = 08:00 UTC; static/admin-desk/states.js says the same."""
    shown, utc = small(localtime(instant), "D j M H:i"), small(instant.astimezone(UTC), "H:i")
    return f"{shown} {get_current_timezone_name()} = {utc} UTC"

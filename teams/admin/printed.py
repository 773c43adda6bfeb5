"""Instants as the desk prints them."""

from datetime import UTC

from django.utils.formats import date_format
from django.utils.timezone import get_current_timezone_name, localtime


def short(instant) -> str:
    """In the newsroom's zone: 6 Nov 2025, 09:00."""
    return date_format(localtime(instant), "j M Y, H:i") if instant else ""


def in_both_zones(instant) -> str:
    """Thu 6 Nov 09:00 Europe/Rome = 08:00 UTC; static/admin-desk/states.js says the same."""
    shown, utc = date_format(localtime(instant), "D j M H:i"), date_format(instant.astimezone(UTC), "H:i")
    return f"{shown} {get_current_timezone_name()} = {utc} UTC"

"""Instants as the desk prints them."""

from datetime import UTC

from django.utils.formats import date_format
from django.utils.timezone import get_current_timezone_name, localtime
from django.utils.translation import get_language


def short(instant) -> str:
    """In the newsroom's zone: 6 Nov 2025, 09:00."""
    return _written(localtime(instant), "j M Y, H:i") if instant else ""


def in_both_zones(instant) -> str:
    """Thu 6 Nov 09:00 Europe/Rome = 08:00 UTC; static/admin-desk/states.js says the same."""
    shown, utc = _written(localtime(instant), "D j M H:i"), _written(instant.astimezone(UTC), "H:i")
    return f"{shown} {get_current_timezone_name()} = {utc} UTC"


def _written(instant, pattern) -> str:
    """Italian writes its days and months small."""
    written = date_format(instant, pattern)
    return written.lower() if get_language() == "it" else written

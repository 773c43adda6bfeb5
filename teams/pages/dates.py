"""The day that a reader asks for with ?on=2025-11-05."""

import re
from datetime import date

from teams import clock

WRITTEN = re.compile(r"\d{4}-\d{2}-\d{2}")
FIRST_YEAR, YEARS_AHEAD = 1863, 10  # football has rules since then; fixtures are not made further ahead


def asked(request) -> tuple[date | None, str]:
    """The day, or None where none was asked for; and what was asked if that is no day of football's."""
    text = request.GET.get("on", "").strip()[:20]
    try:
        day = date.fromisoformat(text) if WRITTEN.fullmatch(text) else None
    except ValueError:
        day = None
    if day and not FIRST_YEAR <= day.year <= clock.today().year + YEARS_AHEAD:
        day = None
    return day, "" if day else text

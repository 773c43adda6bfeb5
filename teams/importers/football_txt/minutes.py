"""Minutes of Football.TXT, written four ways: 45+2', 45'+2, 45'+2' and 45+2."""

import re

from teams.importers.goals import Minute

MINUTE = r"(?P<minute>\d{1,3})(?:['’]?\s?\+\s?(?P<added>\d{1,2}))?['’]?"
_MINUTE = re.compile(MINUTE)


def minute_of(found: re.Match) -> Minute:
    return Minute(int(found["minute"]), int(found["added"] or 0))


def read_minute(text: str) -> Minute | None:
    """The minute that a whole text is."""
    found = _MINUTE.fullmatch(text.strip())
    return minute_of(found) if found else None

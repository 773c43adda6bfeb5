"""Minutes of Football.TXT, written four ways: 45+2', 45'+2, 45'+2' and 45+2."""

import re
from dataclasses import dataclass

from teams.rules import periods

MINUTE = r"(?P<minute>\d{1,3})(?:['’]?\s?\+\s?(?P<added>\d{1,2}))?['’]?"
_MINUTE = re.compile(MINUTE)


@dataclass(frozen=True, slots=True)
class Minute:
    """`minute` is None where it is not known."""

    minute: int | None = None
    added: int = 0

    @property
    def period(self) -> str:
        """The period that the minute lies in; not known where the minute cannot be."""
        try:
            return periods.UNKNOWN if self.minute is None else periods.period_of(self.minute, self.added)
        except ValueError:
            return periods.UNKNOWN

    @property
    def fields(self) -> dict:
        """What an event record takes; a minute that cannot be is not known."""
        if self.period == periods.UNKNOWN:
            return {"period": periods.UNKNOWN, "minute": None, "stoppage": 0}
        return {"period": self.period, "minute": self.minute, "stoppage": self.added}


NEVER_TOLD = Minute()


def minute_of(found: re.Match) -> Minute:
    return Minute(int(found["minute"]), int(found["added"] or 0))


def read_minute(text: str) -> Minute | None:
    """The minute that a whole text is."""
    found = _MINUTE.fullmatch(text.strip())
    return minute_of(found) if found else None

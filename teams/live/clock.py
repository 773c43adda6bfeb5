"""The clock of a match that is being kept: which minute it is, and what the referee may whistle next."""

from datetime import datetime, timedelta
from typing import NamedTuple

from teams.rules import periods
from teams.rules.periods import EXTRA_FIRST, EXTRA_SECOND, FIRST, SECOND, SHOOTOUT

# The periods that may follow each, once it is over.
AFTER = {
    FIRST: (SECOND,),
    SECOND: (EXTRA_FIRST, SHOOTOUT),
    EXTRA_FIRST: (EXTRA_SECOND,),
    EXTRA_SECOND: (SHOOTOUT,),
}
ENDS = (SECOND, EXTRA_SECOND, SHOOTOUT)


class Instant(NamedTuple):
    """A minute of the match; a shoot-out has none."""

    period: str
    minute: int | None
    stoppage: int = 0

    @property
    def label(self) -> str:
        return periods.label(self.minute, self.stoppage)


def instant(period: str, started_at: datetime, now: datetime) -> Instant:
    """The minute that is being played: the first second belongs to the period's first minute."""
    if period == SHOOTOUT:
        return Instant(period, None)
    first, last = periods.BOUNDS[period]
    minute = first + max(0, int((now - started_at).total_seconds())) // 60
    return Instant(period, min(minute, last), max(0, minute - last))


def started(period: str, minute: int, now: datetime) -> datetime:
    """When the period began if this is its minute now; added minutes go on counting: 47 is 45+2 of a first half."""
    return now - timedelta(minutes=minute - periods.BOUNDS[period][0])


def may_pause(period: str, running: bool) -> bool:
    return running and period != SHOOTOUT


def may_begin(period: str, running: bool) -> tuple[str, ...]:
    """The periods that may begin now."""
    return () if running or not period else AFTER.get(period, ())


def may_finish(period: str) -> bool:
    return period in ENDS

"""A day, an hour and a zone as sources write them, made into one instant."""

from datetime import UTC, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from teams.importers.rows import Row

# While only the day is known: noon, which is that day in nearly every zone of a reader.
SOME_HOUR = time(12)


def kickoff(row: Row, zone: str) -> datetime:
    """The instant of the fields date, kickoff and timezone; `zone` counts where the row names none."""
    day, clock, name = row.needed_day("date"), row.text("kickoff"), row.text("timezone", zone)
    try:
        hour = SOME_HOUR if clock is None else time.fromisoformat(clock.replace(".", ":").zfill(5))
    except ValueError:
        raise row.refuse(f"kickoff: a time like 20:45 was expected, not “{clock}”", "kickoff") from None
    try:
        return datetime.combine(day, hour, tzinfo=ZoneInfo(name))
    except (KeyError, ValueError, OSError):
        raise row.refuse(f"timezone: there is no zone “{name}”; an example is Europe/Rome", "timezone") from None


def zone_of(told: str, otherwise: str) -> tzinfo:
    """UTC+3 as a source tells it, or the zone that counts where it tells none."""
    offset = told.removeprefix("UTC").removeprefix("GMT")
    if not told:
        return ZoneInfo(otherwise)
    if not offset:
        return UTC
    hours, _, minutes = offset[1:].partition(":")
    shift = timedelta(hours=int(hours[:2]), minutes=int(minutes or hours[2:] or 0))
    return timezone(-shift if offset[0] == "-" else shift)

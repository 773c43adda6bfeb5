"""The score of a match under way, as the fields that keep it: it follows from the events that count."""

from teams.rules import event_kinds, periods
from teams.stats.timeline import Score, Timeline


def running(timeline: Timeline, period: str, *, half_over: bool, extra_time: bool) -> dict[str, int | None]:
    """The columns of the score in this period; parts that are not over, or not played, are None.

    half_over: the first half has ended; extra_time: it is or was played.
    """
    shootout = timeline.shootout if period == periods.SHOOTOUT else None
    return {
        **_pair("goals", timeline.goals),
        **_pair("half_time", _goals_in(timeline, periods.FIRST) if half_over else None),
        **_pair("ninety", _goals_in(timeline, periods.FIRST, periods.SECOND) if extra_time else None),
        **_pair("shootout", shootout),
    }


def _goals_in(timeline: Timeline, *wanted: str) -> Score:
    events = [moment.event for moment in timeline.moments if moment.counts and moment.event.kind in event_kinds.GOALS]
    sides = [event.side for event in events if event.period in wanted]
    return sides.count("home"), sides.count("away")


def _pair(part: str, score: Score | None) -> dict[str, int | None]:
    home, away = score or (None, None)
    return {f"home_{part}": home, f"away_{part}": away}

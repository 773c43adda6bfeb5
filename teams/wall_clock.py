"""What clocks on a wall show, and which instants that means: an hour may be skipped, or come twice."""

from datetime import UTC, datetime, tzinfo


def instants(shown: datetime, zone: tzinfo) -> list[datetime]:
    """The instants, in UTC and the first first, at which clocks in a zone show this (naive) day and hour.

    One as a rule; none where clocks go forward over it; two where they go back over it.
    """
    meant = {shown.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1)}
    return [found for found in sorted(meant) if found.astimezone(zone).replace(tzinfo=None, fold=0) == shown]

"""The paper's clock: the one place that says what time it is for readers and for publishing."""

from datetime import UTC

from django.conf import settings
from django.utils import timezone

_started = timezone.now()


def now():
    """The current instant, in UTC; with NEWSROOM_CLOCK set, counted on from there since the process began."""
    start = settings.NEWSROOM_CLOCK
    if start is None:
        return timezone.now()
    return start.astimezone(UTC) + (timezone.now() - _started)


def today():
    """The date that it is in the zone in which the page is shown."""
    return timezone.localdate(now())


def is_shifted():
    return settings.NEWSROOM_CLOCK is not None

"""The paper's clock: the one place that says what time it is for readers and for publishing."""

from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC

from django.conf import settings
from django.utils import timezone

_started = timezone.now()
_held = ContextVar("held", default=None)


def now():
    """The current instant, in UTC; with NEWSROOM_CLOCK set, counted on from there since that was set."""
    if held := _held.get():
        return held
    start = settings.NEWSROOM_CLOCK
    if start is None:
        return timezone.now()
    return start.astimezone(UTC) + (timezone.now() - (settings.NEWSROOM_CLOCK_SET or _started))


@contextmanager
def at(instant):
    """Hold the paper's clock at an instant, for what was known or done then."""
    token = _held.set(instant.astimezone(UTC))
    try:
        yield
    finally:
        _held.reset(token)


def today():
    """The date that it is in the zone in which the page is shown."""
    return timezone.localdate(now())


def is_shifted():
    return settings.NEWSROOM_CLOCK is not None

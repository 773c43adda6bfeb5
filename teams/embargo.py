"""What readers may not know yet. Within `for_readers()` line-ups, events and results under embargo are left out at the source.

The managers of Match, MatchEvent and Appearance ask here, so that whatever is built from their rows, be it a page, a feed, a
calendar, a sitemap or a search, cannot hold what was never read. The desk, commands and importers see everything.
"""

from contextlib import contextmanager
from contextvars import ContextVar

from django.db.models import Q

from teams import clock

_reading = ContextVar("reading", default=False)


@contextmanager
def for_readers():
    token = _reading.set(True)
    try:
        yield
    finally:
        _reading.reset(token)


def applies() -> bool:
    return _reading.get()


def holds(until) -> bool:
    """Whether an embargo until that instant keeps something from who asks."""
    return applies() and until is not None and clock.now() < until


def over(*names: str) -> Q:
    """That these embargoes, columns of the match, are over or never were."""
    condition = Q()
    for name in names:
        condition &= Q(**{name: None}) | Q(**{f"{name}__lte": clock.now()})
    return condition

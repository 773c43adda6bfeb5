"""The demo's calendar: the morning on which it starts, and how far this database has lived since."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Max

from articles.models import Article, FeedState
from teams.models import Match, MatchEvent

STARTS = datetime(2025, 11, 6, 9, tzinfo=ZoneInfo("Europe/Rome"))
# The seeds tell what was known an hour before the demo opens, so that nothing in it was changed in its future.
SEEDED = STARTS - timedelta(hours=1)
_STAMPS = (
    (Article, "updated_at"),
    (Article, "modified_at"),
    (FeedState, "changed_at"),
    (Match, "changed_at"),
    (MatchEvent, "decided_at"),
)


def latest_change():
    """The newest instant at which anything that readers see was changed here; None while there is nothing."""
    found = (model.objects.aggregate(latest=Max(name))["latest"] for model, name in _STAMPS)
    return max((instant for instant in found if instant), default=None)


def clock_start():
    """Where the demo's clock must start so that a restart hides nothing that an editor has published since."""
    latest = latest_change()
    return max(STARTS, latest.replace(microsecond=0) + timedelta(seconds=2)) if latest else STARTS

"""The demo's calendar: the morning on which it starts, and how far this database has lived since."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Max

from articles.models import Article, FeedState
from articles.models.links import LINKS
from teams.models import Match, MatchEvent

STARTS = datetime(2025, 11, 6, 9, tzinfo=ZoneInfo("Europe/Rome"))
# The seeds tell what was known an hour before the demo opens, so that nothing in it was changed in its future.
SEEDED = STARTS - timedelta(hours=1)

# When something was done, on the paper's clock. Not when a story is to appear: that may lie ahead.
_STAMPS = (
    (Article, "updated_at"),
    (Article, "modified_at"),
    (Article, "withdrawn_at"),
    (FeedState, "changed_at"),
    (Match, "changed_at"),
    (MatchEvent, "decided_at"),
    *((model, "confirmed_at") for model in LINKS),
)


def latest_change():
    """The newest instant at which anything was changed here; None while there is nothing."""
    found = (model.objects.aggregate(latest=Max(name))["latest"] for model, name in _STAMPS)
    return max((instant for instant in found if instant), default=None)


def seeding_time():
    """When the seeds say that they were loaded: never before what has been done here since."""
    return max(SEEDED, latest_change() or SEEDED)


def clock_start():
    """Where the demo's clock must start so that a restart hides nothing that an editor has done since."""
    latest = latest_change()
    return max(STARTS, latest + timedelta(seconds=1)) if latest else STARTS

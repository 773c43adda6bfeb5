"""Tells the hubs that feeds have changed (WebSub, https://www.w3.org/TR/websub/), so that subscribers need not ask."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from django.conf import settings
from django.db.models import F, Q
from django.utils.translation import override
from django_tasks import task

from articles import notes
from articles.feeds import corrections, subjects
from articles.feeds.views import FORMATS
from articles.models import FeedState
from articles.models.listings import ListKind
from teams import clock

# What changed before is old news, also to hubs that were named since.
NEWS = timedelta(days=1)
AT_ONCE = 200
PATIENCE = 10  # seconds for one answer


@task()
def tell_hub(hub: str, kind: str, target_id: int, language: str) -> None:
    """The feeds of one list have changed. What a hub does not take is told again with the task."""
    for topic in topics(kind, target_id, language):
        tell(hub, topic)


def ask_to_tell_hubs(since: datetime, until: datetime) -> None:
    """A round of the worker: nobody who publishes waits for a hub."""
    for state in waiting() if settings.WEBSUB_HUBS else ():
        for hub in settings.WEBSUB_HUBS:
            tell_hub.enqueue(hub, state.kind, state.target_id, state.language)
        FeedState.objects.filter(pk=state.pk).update(announced_at=state.changed_at)


def waiting() -> Iterable[FeedState]:
    """The lists behind feeds that have changed since their hubs were told, the newest change last."""
    untold = Q(announced_at=None) | Q(announced_at__lt=F("changed_at"))
    recent = FeedState.objects.filter(untold, changed_at__gt=clock.now() - NEWS)
    return recent.filter(kind__in=["front", *subjects.ROWS]).order_by("changed_at")[:AT_ONCE]


def topics(kind: str, target_id: int, language: str) -> list[str]:
    """The addresses of a list's feeds; none where its row is gone. With the front go the corrections: each changes both."""
    row = subjects.ROWS[kind].filter(pk=target_id).first() if kind in subjects.ROWS else None
    if row is None and kind != ListKind.FRONT:
        return []
    with override(language):
        return list(_addresses(kind, row, language))


def tell(hub: str, topic: str) -> None:
    """Raises OSError where the hub does not answer, or refuses."""
    told = urlencode({"hub.mode": "publish", "hub.url": topic}).encode()
    with urlopen(Request(hub, data=told, method="POST"), timeout=PATIENCE):  # noqa: S310  the settings take http and https alone
        pass


def _addresses(kind, row, language) -> Iterator[str]:
    for format in FORMATS:
        yield subjects.address(kind, row, format)
        if kind == ListKind.FRONT and notes.last_changed(language)[1]:
            yield corrections.address(format)

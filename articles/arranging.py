"""The top of a list as an editor arranged it: what is pinned where now, and the newest that fill the other places."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _

from articles.models import Arrangement, Article, Slot
from articles.models.listings import ListKind
from teams import clock

# The pages that can be arranged, and how many places they have at the top.
PLACES = {ListKind.FRONT: 4, ListKind.TEAM: 3, ListKind.COMPETITION: 3}
NAMES = {ListKind.FRONT: _("Front page"), ListKind.TEAM: _("Team"), ListKind.COMPETITION: _("Competition")}


class Key(NamedTuple):
    """Which list: its kind, the row that it is of (0 for the front page), the edition."""

    kind: str
    target_id: int
    language: str


class Pin(NamedTuple):
    """A story in its place, until an instant if one is given."""

    position: int
    article_id: int
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Arranged:
    """`pinned`: the stories that hold their places now, by position. `newest`: the newest of the list, those among them too."""

    pinned: dict[int, Article]
    newest: list[Article]

    @property
    def stories(self) -> list[Article]:
        return placed(self.pinned, self.newest)


def placed(pinned: dict[int, Article], others: Iterable[Article]) -> list[Article]:
    """The pinned ones in their places, the others in their order around them; nobody twice.

    >>> placed({1: "b"}, ["a", "b", "c"])
    ['a', 'b', 'c']
    >>> placed({0: "z", 2: "y"}, ["a", "b"])
    ['z', 'a', 'y', 'b']
    """
    taken = list(pinned.values())
    rest = iter([story for story in others if story not in taken])
    top = [pinned[place] if place in pinned else next(rest, None) for place in range(max(pinned, default=-1) + 1)]
    return [story for story in [*top, *rest] if story is not None]


def arranged(kind: str, target_id: int, language: str, limit: int) -> Arranged:
    """The pinned stories of a list and its newest `limit` [1 query]."""
    key = Key(kind, target_id, language)
    newest = Article.objects.published().listed(*key)
    if (instead := _instead.get()) and instead[0] == key:
        return _as_if(instead[1], newest, limit)
    pinned = _pins_now(key)
    latest = Article.objects.filter(pk__in=newest.values("pk")[:limit]).order_by()
    wanted = pinned.values("article").union(latest.values("pk"), all=True)
    position = pinned.filter(article=OuterRef("pk")).values("position")[:1]
    listed = Exists(newest.filter(pk=OuterRef("pk")).order_by())
    found = Article.objects.published().for_card().filter(pk__in=wanted).annotate(position=Subquery(position), listed=listed)
    stories = sorted(found, key=lambda story: (story.published_at, story.pk), reverse=True)
    held = {story.position: story for story in stories if story.position is not None}
    return Arranged(held, [story for story in stories if story.listed][:limit])


def in_force(key: Key) -> Arrangement | None:
    """The arrangement that readers see now [1 query]."""
    return _in_force(key).first()


def coming(key: Key) -> list[Arrangement]:
    """What is arranged for later, the next first [1 query]."""
    return list(_of(key).filter(starts_at__gt=clock.now()).order_by("starts_at", "number").select_related("made_by"))


def versions(key: Key) -> QuerySet:
    """All arrangements of a list, the newest first, with their slots, stories and publishers."""
    slots = Prefetch("slots", Slot.objects.select_related("article__publisher"))
    return _of(key).select_related("made_by").prefetch_related(slots).order_by("-number")


def last_number(key: Key) -> int:
    return _of(key).order_by("-number").values_list("number", flat=True).first() or 0


def _of(key):
    return Arrangement.objects.filter(kind=key.kind, target_id=key.target_id, language=key.language)


def _in_force(key):
    return _of(key).filter(starts_at__lte=clock.now()).order_by("-starts_at", "-number")


def _pins_now(key):
    """The slots of the arrangement in force whose time is not over."""
    still = Q(pinned_until=None) | Q(pinned_until__gt=clock.now())
    return Slot.objects.filter(still, arrangement=Subquery(_in_force(key).values("pk")[:1]), article__isnull=False).order_by()


# Previews: the page as it would be with another arrangement, for the one request that asks.

_instead: ContextVar[tuple[Key, list[Pin]] | None] = ContextVar("instead", default=None)


@contextmanager
def as_if(key: Key, pins: list[Pin]) -> Iterator[None]:
    """Within this block the list stands as if these pins were in force."""
    token = _instead.set((key, pins))
    try:
        yield
    finally:
        _instead.reset(token)


def _as_if(pins, newest, limit):
    stories = Article.objects.published().for_card().in_bulk([pin.article_id for pin in pins])
    now = clock.now()
    held = {pin.position: stories[pin.article_id] for pin in pins if pin.article_id in stories and not _over(pin, now)}
    return Arranged(held, list(newest.for_card()[:limit]))


def _over(pin, now):
    return pin.until is not None and pin.until <= now

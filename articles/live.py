"""A story that is followed live, as readers meet it: its entries, the newest first, and how soon to ask for more."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max, prefetch_related_objects
from django.db.models.query import Prefetch

from articles.models import Article, LiveEntry, MatchLink

ASK = 10


@dataclass(frozen=True, slots=True)
class Coverage:
    entries: list[LiveEntry]
    every: int

    @property
    def moments(self) -> list[LiveEntry]:
        return [entry for entry in self.entries if entry.is_key]

    @property
    def days(self) -> int:
        """On how many days something was told."""
        return len({entry.day for entry in self.entries})

    @property
    def last(self) -> str:
        """The newest in a line, said to those who do not see it come."""
        return str(self.entries[0]) if self.entries else ""


def of(article: Article) -> Coverage | None:
    """None for a story that nobody has followed live, which asks nothing [else 1 query]."""
    if article.live_from is None:
        return None
    return Coverage(list(article.live_entries.shown().for_page()), ASK if article.is_live else 0)


def with_entries(articles: Iterable[Article]) -> None:
    """Load `told_live`, the entries of those that were followed live [1 query, none without such]."""
    followed = [article for article in articles if article.live_from]
    prefetch_related_objects(followed, Prefetch("live_entries", LiveEntry.objects.shown().for_page(), "told_live"))


def last_changed(article: Article) -> datetime:
    """When anything was changed that its page renews by itself: the story, or a match that it is tied to [1 query]."""
    played = MatchLink.objects.filter(article=article).aggregate(last=Max("match__changed_at"))["last"]
    return max(filter(None, (article.updated_at, played)))

"""The stories that search engines are told of: ours, and only where our page is the one to find."""

from datetime import timedelta

from django.db.models import F, Max, Subquery
from django.db.models.functions import Coalesce

from articles.models import Article, FeedState
from articles.models.publishers import CanonicalPolicy
from teams import clock

NEWS_DAYS = timedelta(days=2)
NEWS_LIMIT = 1000


def changed():
    """When the stories that readers see last changed, in one query; the front page lists them all."""
    newest = Article.objects.published().newest_first().values("published_at")[:1]
    states = FeedState.objects.filter(kind="front").values_list("changed_at", Subquery(newest))
    return max((time for state in states for time in state if time), default=None)


def articles():
    stories = Article.objects.published().filter(canonical_policy=CanonicalPolicy.OWN).select_related("image")
    return stories.annotate(changed=Coalesce("modified_at", "published_at"))


def with_sisters():
    """Those stories, each with the sister that its page names; see `articles.translations`."""
    return articles().with_sister(Article.objects.published())


def blocks(size):
    """(number, time of the last change) of the articles by the thousand, oldest first."""
    rows = articles().order_by().values(block=F("pk") / size).annotate(latest=Max("changed")).order_by("block")
    return [(row["block"], row["latest"]) for row in rows]


def news():
    """What Google News takes: the last two days."""
    return articles().filter(published_at__gt=_since()).newest_first()[:NEWS_LIMIT]


def news_changed():
    """As `changed`, or the moment at which the last story became too old."""
    too_old = articles().exclude(published_at__gt=_since()).newest_first().values_list("published_at", flat=True)
    times = [changed(), *(time + NEWS_DAYS for time in too_old[:1])]
    return max(filter(None, times), default=None)


def _since():
    return clock.now() - NEWS_DAYS

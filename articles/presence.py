"""Who has a page of the desk open now: each page of a browser says so every few seconds, and is gone when it stops."""

from datetime import timedelta
from uuid import UUID

from django.db import models, transaction

from articles.models import Article, Presence
from teams import clock

GONE_AFTER = timedelta(seconds=30)


@transaction.atomic
def enter(subject: str, tab: UUID, *, by) -> list[Presence]:
    """Say that a page is open, and see which others are: the one that was opened first stands first [2 queries]."""
    now = clock.now()
    if not Presence.objects.filter(subject=subject, tab=tab, user=by).update(seen_at=now):
        Presence.objects.bulk_create([Presence(subject=subject, tab=tab, user=by)], ignore_conflicts=True)
    return list(others(subject, tab))


def of_article(article: Article) -> str:
    return f"article {article.pk}"


def holder(subject: str, tab: UUID, *, by) -> Presence | None:
    """Where only one person works at a time: who opened the page first, unless that is this login; and that it is open here."""
    enter(subject, tab, by=by)
    open_now = Presence.objects.filter(subject=subject, seen_at__gt=clock.now() - GONE_AFTER).select_related("user")
    first = open_now.order_by("since", "pk").first()
    return None if first.user_id == by.pk else first


@transaction.atomic
def take_over(subject: str, tab: UUID, *, by) -> None:
    """Be the first from now on; the others are told at their next beat."""
    Presence.objects.filter(subject=subject).delete()
    enter(subject, tab, by=by)


def leave(subject: str, tab: UUID, *, by) -> None:
    """Say that a page was closed."""
    Presence.objects.filter(subject=subject, tab=tab, user=by).delete()


def others(subject: str, tab: UUID) -> models.QuerySet:
    """The other pages that are open now; a demo's clock may have been set back since some were."""
    now = clock.now()
    open_now = Presence.objects.filter(subject=subject, seen_at__gt=now - GONE_AFTER, seen_at__lt=now + GONE_AFTER)
    return open_now.exclude(tab=tab).select_related("user").order_by("since", "pk")

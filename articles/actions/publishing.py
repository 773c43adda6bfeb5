"""What readers see: publishing, withdrawing, and what is missing before."""

from datetime import datetime

from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article
from teams import clock

from .keeping import keep, settle
from .linking import confirm_links
from .pictures import missing_of_picture


@transaction.atomic
def publish(article: Article, *, by, at: datetime | None = None) -> Article:
    """Let readers see the story, now or from `at` on; whoever publishes confirms its links."""
    _may(by, "articles.publish_article")
    if missing := missing_before_publishing(article, at):
        raise ValidationError(missing)
    article.status = Article.Status.PUBLISHED
    article.published_at = at or article.published_at or clock.now()
    article.withdrawn_at = None
    keep(article, by=by)
    confirm_links(article, by=by)
    settle(article, by=by, modified=False)
    _log(by, article, _("Published"))
    return article


def publish_now(article: Article, *, by) -> Article:
    """Let readers see at once what was to wait for its time."""
    return publish(article, by=by, at=clock.now())


@transaction.atomic
def withdraw(article: Article, *, by) -> Article:
    """Take the story from the readers; its address then says so. One that they never saw is a draft again."""
    _may(by, "articles.publish_article")
    if article.status != Article.Status.PUBLISHED:
        raise ValidationError(_("Only a published story can be withdrawn."))
    if article.is_public:
        article.status, article.withdrawn_at = Article.Status.WITHDRAWN, clock.now()
    else:
        article.status = Article.Status.DRAFT
    article.save(update_fields=["status", "withdrawn_at"])
    settle(article, by=by, modified=False)
    _log(by, article, _("Withdrawn"))
    return article


def missing_before_publishing(article: Article, at: datetime | None = None) -> list[str]:
    """What an editor still has to add, or to wait for, before readers may see the story, now or from `at` on."""
    missing = []
    out = at or article.published_at or clock.now()
    if article.pk and article.event_links.filter(event__match__result_embargo__gt=out).exists():
        missing.append(_("It tells of an event that is under embargo until later."))
    if not article.body.strip():
        missing.append(_("The story has no text."))
    if not article.publisher_id:
        missing.append(_("Say who publishes it."))
    if article.image:
        missing += missing_of_picture(article.image)
    return missing


def _may(by, permission):
    if by is not None and not by.has_perm(permission):
        raise PermissionDenied(_("You may not publish or withdraw stories; an editor can."))


def _log(by, row, message):
    if by is not None:
        LogEntry.objects.log_actions(by.pk, [row], CHANGE, change_message=message, single_object=True)

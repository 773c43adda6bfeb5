"""What readers see: publishing, scheduling, withdrawing, republishing, and what is missing before."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from articles import permissions, picture_uses
from articles.models import Article, Version
from articles.models.states import State
from articles.permissions import Verb
from teams import clock
from teams.auditlog import record

from .keeping import hold, keep, settle
from .linking import confirm_links
from .pictures import missing_of_picture
from .standing_by import stand_by


@transaction.atomic
def publish(article: Article, *, by, at: datetime | None = None, reason: str = "") -> Article:
    """Let readers see the story: from `at` on, or from the hour that is planned for it, or now; links are confirmed with it.

    `reason`: why it goes out although the facts dispute what it says; asked of people, not of the system.

    What is asked for during an embargo goes out when that ends; an hour to come that lies before its end is refused.
    """
    out = _instant(article, at)
    verb = Verb.SCHEDULE if out > clock.now() else Verb.PUBLISH
    # A seed that follows its file is let out again where it stands.
    if by is not None or article.state != State.PUBLISHED:
        begin(article, verb, by)
    _nothing_missing(article, out)
    if by is not None:
        stand_by(article, by=by, reason=reason)
    article.status, article.published_at = Article.Status.PUBLISHED, out
    keep(article, by=by)
    confirm_links(article, by=by)
    settle(article, by=by, modified=False, moment=Version.Moment.PUBLISHED)
    record(by, verb, article, at=out.isoformat())
    return article


def publish_now(article: Article, *, by, reason: str = "") -> Article:
    """Let readers see at once what was to wait for its time."""
    return publish(article, by=by, at=clock.now(), reason=reason)


@transaction.atomic
def unschedule(article: Article, *, by) -> Article:
    """What waits for its hour is a draft again, without an hour; nobody has seen it."""
    begin(article, Verb.UNSCHEDULE, by)
    planned = article.published_at
    article.status, article.published_at = Article.Status.DRAFT, None
    _move(article, by, Verb.UNSCHEDULE, "status", "published_at", planned=planned.isoformat())
    return article


@transaction.atomic
def withdraw(article: Article, *, by, note: str = "") -> Article:
    """Take the story from the readers; its address then says so, and why if there is a note."""
    begin(article, Verb.WITHDRAW, by)
    article.status, article.withdrawn_at, article.withdrawal_note = Article.Status.WITHDRAWN, clock.now(), note.strip()
    article.clean_fields(exclude={field.name for field in article._meta.fields} - {"withdrawal_note"})
    fields = ("status", "withdrawn_at", "withdrawal_note")
    _move(article, by, Verb.WITHDRAW, *fields, moment=Version.Moment.WITHDRAWN, note=article.withdrawal_note)
    return article


@transaction.atomic
def republish(article: Article, *, by) -> Article:
    """Give a withdrawn story back to the readers: the same number, address and hour of publication."""
    begin(article, Verb.REPUBLISH, by)
    out = max(article.published_at, article.embargo_until or article.published_at)
    _nothing_missing(article, out)
    article.status, article.published_at = Article.Status.PUBLISHED, out
    article.withdrawn_at, article.withdrawal_note = None, ""
    keep(article, by=by)
    settle(article, by=by, modified=False, moment=Version.Moment.PUBLISHED)
    record(by, Verb.REPUBLISH, article, at=out.isoformat())
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
    for image in picture_uses.shown_by(article):
        missing += missing_of_picture(image)
    return missing


def begin(article: Article, verb: Verb, by) -> None:
    """Hold the story until the verb is done; nobody acts upon a state in which it no longer is."""
    hold(article)
    permissions.require(by, verb, article)


def _instant(article, at):
    now, embargo = clock.now(), article.embargo_until
    out = at or article.published_at or now
    if embargo is None or out >= embargo:
        return out
    if out > now:
        until = date_format(localtime(embargo), "SHORT_DATETIME_FORMAT")
        raise ValidationError(_("It is under embargo until %(until)s: choose that hour or a later one.") % {"until": until})
    return embargo


def _nothing_missing(article, out):
    if missing := missing_before_publishing(article, out):
        raise ValidationError(missing)


def _move(article, by, verb, *fields, moment="", **details):
    article.save(update_fields=fields)
    settle(article, by=by, modified=False, moment=moment)
    record(by, verb, article, **details)

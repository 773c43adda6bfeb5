"""Between writing and publishing: a story is handed to somebody, sent for review, or sent back."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from articles import permissions
from articles.models import Article, Version
from articles.permissions import Verb
from teams.auditlog import record

from .commenting import comment
from .keeping import settle
from .publishing import begin
from .telling import tell


@transaction.atomic
def send_for_review(article: Article, *, by, words: str = "") -> Article:
    """The text is done; an editor of its publisher is to read it."""
    begin(article, Verb.SEND_FOR_REVIEW, by)
    _stand(article, Article.Status.REVIEW, by, Verb.SEND_FOR_REVIEW, moment=Version.Moment.REVIEW)
    if words.strip():
        comment(article, by=by, words=words)
    return article


@transaction.atomic
def send_back(article: Article, *, by, words: str) -> Article:
    """It is a draft again; the comment says what is still to be done."""
    begin(article, Verb.SEND_BACK, by)
    if not words.strip():
        raise ValidationError(_("Say what is still to be done."))
    _stand(article, Article.Status.DRAFT, by, Verb.SEND_BACK)
    comment(article, by=by, words=words, to=article.assigned_to or article.created_by)
    return article


@transaction.atomic
def assign(article: Article, *, by, to, due_at: datetime | None = None) -> Article:
    """Give the story to a colleague, who gets a letter, or to nobody; by when, if that is known."""
    permissions.require(by, Verb.ASSIGN, article)
    if to and not permissions.works_for(to, article.publisher):
        raise ValidationError(_("%(name)s does not work for %(publisher)s.") % {"name": to, "publisher": article.publisher})
    article.assigned_to, article.due_at = to, due_at
    article.save(update_fields=["assigned_to", "due_at"])
    settle(article, by=by, modified=False)
    record(by, Verb.ASSIGN, article, to=str(to or ""), due_at=due_at and due_at.isoformat())
    if to:
        tell(article, [to], by=by, opening=gettext_noop("%(who)s has assigned a story to you"))
    return article


def _stand(article, status, by, verb, moment=""):
    article.status = status
    article.save(update_fields=["status"])
    settle(article, by=by, modified=False, moment=moment)
    record(by, verb, article)

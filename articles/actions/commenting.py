"""What the desk says about a story: comments, to one colleague or to all who work on it."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from articles import permissions
from articles.models import Article, Comment
from articles.permissions import Verb
from teams import clock
from teams.auditlog import record

from .telling import tell, work_on


@transaction.atomic
def comment(article: Article, *, by, words: str, to=None, quote: str = "") -> Comment:
    """A word on a story; whom it is for gets a letter."""
    permissions.require(by, Verb.COMMENT, article)
    if to and not permissions.may_see(to, article):
        raise ValidationError({"to": _("%(name)s may not see this story.") % {"name": to}})
    said = Comment(article=article, words=words.strip(), quote=quote.strip(), made_by=by, to=to)
    said.full_clean()
    said.save()
    quoted = f"“{said.quote}”\n\n" if said.quote else ""
    tell(
        article, [to] if to else work_on(article), by=by, opening=gettext_noop("A comment by %(who)s"), words=quoted + said.words
    )
    record(by, "comment", article, words=said.words[:200])
    return said


@transaction.atomic
def settle_comment(said: Comment, *, by) -> Comment:
    """What it asks for is done."""
    permissions.require(by, Verb.COMMENT, said.article)
    return _answer(said, by, by, clock.now(), "settle_comment")


@transaction.atomic
def reopen_comment(said: Comment, *, by) -> Comment:
    """It is not done after all."""
    permissions.require(by, Verb.COMMENT, said.article)
    return _answer(said, by, None, None, "reopen_comment")


def _answer(said, by, settled_by, settled_at, verb):
    said.settled_by, said.settled_at = settled_by, settled_at
    said.save(update_fields=["settled_by", "settled_at"])
    record(by, verb, said.article, words=said.words[:200])
    return said

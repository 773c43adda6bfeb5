"""A story from another one: the same again to be written over, its sister in the other language, and the tie between sisters."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from articles import permissions
from articles.models import Article, Publisher
from articles.models.links import LINKS
from articles.models.publishers import CanonicalPolicy
from articles.permissions import Verb
from articles.text import blocks_in, written
from teams.auditlog import record

from .keeping import hold, keep, settle
from .linking import Said, cite, quote
from .publishing import begin
from .writing import UNTITLED, draft, sign

# The languages as a sentence names them.
IN_WORDS = {"it": pgettext_lazy("within a sentence", "Italian"), "en": pgettext_lazy("within a sentence", "English")}
# What a copy begins with; its state, hours, address, origin and what was said of the other one are its own.
COPIED = ("kind", "headline", "search_headline", "standfirst", "publisher", "partner", "image_caption")


@transaction.atomic
def duplicate(article: Article, *, by) -> Article:
    """A new draft with the text and the ties of a story, the ties proposed anew."""
    copy = _begun(article, by, language=article.language)
    noted = article.quotations.filter(from_text=False).select_related("speaker")
    quote(copy, [Said(each.words, each.name, each.speaker) for each in noted], by=by)
    if not by.has_perm(permissions.PUBLISH):
        sign(copy, by=by)
    record(by, "duplicate", copy, of=article.pk)
    return settle(copy, by=by, modified=False)


@transaction.atomic
def begin_translation(article: Article, language: str, *, by) -> Article:
    """A draft in the other language, with the words still to be written over, under the names of those who wrote them."""
    hold(article)
    family = _family(article)
    if taken := next((each for each in family if each.language == language), None):
        raise ValidationError(_taken(taken, by))
    authors = [byline.author for byline in article.bylines.select_related("author")]
    copy = _begun(article, by, language=language, translated_from=_root(family), authors=authors)
    record(by, "translate", copy, of=article.pk)
    return settle(copy, by=by, modified=False)


@transaction.atomic
def tie_translations(article: Article, other: Article, *, by) -> None:
    """Make two stories sisters, with those that either had; the eldest is what the others are translations of."""
    for each in (article, other):
        begin(each, Verb.CHANGE, by)
    sisters = {each.pk: each for each in (*_family(article), *_family(other))}
    if (article.translated_from_id or article.pk) == (other.translated_from_id or other.pk):
        raise ValidationError(_("These two are linked already."))
    if len({each.language for each in sisters.values()}) < len(sisters):
        raise ValidationError(_("A story has one sister in each language: these two cannot be linked."))
    eldest = sisters[min(sisters)]
    for sister in sorted(sisters.values(), key=lambda each: each.pk):
        _place(sister, None if sister is eldest else eldest, by)
    record(by, "link translations", article, sisters=sorted(sisters))


@transaction.atomic
def untie_translations(article: Article, *, by) -> None:
    """The story has no sister any more; those that it leaves behind stay with each other."""
    begin(article, Verb.CHANGE, by)
    left = [each for each in _family(article) if each.pk != article.pk]
    if not left:
        raise ValidationError(_("It has no translation."))
    eldest = min(left, key=lambda each: each.pk)
    _place(article, None, by)
    for sister in left:
        _place(sister, None if sister is eldest else eldest, by)
    record(by, "unlink translations", article, sisters=[each.pk for each in left])


def _begun(article, by, *, language, **more) -> Article:
    """A draft of this login with what is copied; who neither sees the story nor writes for its publisher is refused."""
    if not permissions.may_see(by, article):
        raise PermissionDenied
    if not permissions.may_write_for(by).filter(pk=article.publisher_id).exists():
        raise PermissionDenied(_("This login does not write for %(publisher)s.") % {"publisher": article.publisher})
    ties = [
        (tie.target, tie.role) for model in LINKS for tie in model.objects.filter(article=article).select_related(model.TARGET)
    ]
    fields = {name: getattr(article, name) for name in COPIED}
    copy = draft(
        by=by,
        links=ties,
        topics=article.tags.names(),
        language=language,
        slug=UNTITLED,
        body=_without_corrections(article.body),
        canonical_policy=_policy(article.publisher),
        image=article.picture,
        created_by=by,
        **fields,
        **more,
    )
    cite(copy, article.citations.values_list("name", "url"), by=by)
    return copy


def _policy(publisher: Publisher) -> str:
    """What a new story of this publisher starts with; an original that it could point to, it does not have."""
    copied = publisher.canonical_policy == CanonicalPolicy.ORIGINAL
    return CanonicalPolicy.NOINDEX if copied else publisher.canonical_policy


def _without_corrections(body: str) -> str:
    """A correction is of the story that was corrected."""
    for block in blocks_in([body]):
        if block.kind == "correction":
            body = body.replace(written(block), "")
    return body


def _family(article: Article) -> list[Article]:
    """The story and its sisters, as they stand in the database."""
    root = article.translated_from_id or article.pk
    return list(Article.objects.filter(Q(pk=root) | Q(translated_from=root)).order_by("pk"))


def _root(family: list[Article]) -> Article:
    return next(each for each in family if each.translated_from_id is None)


def _place(sister: Article, root: Article | None, by) -> None:
    if sister.translated_from_id == (root and root.pk):
        return
    sister.translated_from = root
    settle(keep(sister, by=by), by=by, modified=False)


def _taken(sister: Article, by) -> str:
    """Why there can be no other, without the words of a story that is not for these eyes."""
    told = {"language": IN_WORDS[sister.language], "headline": sister}
    if not permissions.may_see(by, sister):
        return _("There is one in %(language)s already.") % told
    if sister.binned_at:
        return _("There is one in %(language)s already, in the bin: “%(headline)s”.") % told
    return _("There is one in %(language)s already: “%(headline)s”.") % told

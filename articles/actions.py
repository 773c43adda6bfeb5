"""Every change of a story, as a verb: who did it, whole or not at all."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import File
from django.db import models, transaction
from django.utils.translation import gettext as _

from articles import index, listing, pictures
from articles.models import Article, Author, Byline, Citation, Image, Link
from articles.models.links import LINKS
from teams import clock
from teams.names import to_slug


@transaction.atomic
def draft(
    *,
    by,
    authors: Iterable[Author] = (),
    citations: Iterable[str] = (),
    topics: Iterable[str] = (),
    links: Iterable[tuple[models.Model, str]] = (),
    **fields,
) -> Article:
    """A new story, not published. `links` are (fact, role) in reading order, proposed and not yet confirmed."""
    article = Article(**fields)
    article.full_clean()
    article.save()
    _tie(article, authors, citations, topics, links, by)
    return article


@transaction.atomic
def rewrite(article: Article, *, by, authors=(), citations=(), topics=(), links=(), **fields) -> Article:
    """Say a story anew from beginning to end, its ties too; what is not given is gone."""
    for name, value in fields.items():
        setattr(article, name, value)
    keep(article, by=by)
    for rows in (Byline, Citation, *LINKS):
        rows.objects.filter(article=article).delete()
    _tie(article, authors, citations, topics, links, by)
    return settle(article, by=by, modified=False)


@transaction.atomic
def revise(article: Article, *, by, **changes) -> Article:
    """Change fields of a story; a published one is modified from now on."""
    for name, value in changes.items():
        setattr(article, name, value)
    return settle(keep(article, by=by), by=by, modified=True)


@transaction.atomic
def keep(article: Article, *, by) -> Article:
    """Save a story as it stands; `settle` brings up to date what follows, once its links are saved too."""
    if article.modified_at and (article.published_at is None or article.modified_at < article.published_at):
        article.modified_at = None
    article.full_clean()
    article.save()
    return article


@transaction.atomic
def settle(article: Article, *, by, modified: bool) -> Article:
    """After any edit, also by a form: bring up to date what follows from it. `modified`: a change of substance."""
    article.updated_at = clock.now()
    if modified and article.is_public:
        article.modified_at = max(article.updated_at, article.published_at)
    article.save(update_fields=["updated_at", "modified_at"])
    listing.rebuild(article)
    index.rebuild(article)
    return article


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


@transaction.atomic
def link(article: Article, fact: models.Model, *, by, role: str = Link.Role.ABOUT, confirmed: bool = True) -> Link:
    """Tie the story to a fact, or give the tie another role; new ties come last."""
    model = next(model for model in LINKS if model._meta.get_field(model.TARGET).related_model is type(fact))
    model(article=article, **{model.TARGET: fact}).clean()
    order = model.objects.filter(article=article).count()
    stamp = {"confirmed_by": by, "confirmed_at": clock.now()} if confirmed else {}
    tie, _created = model.objects.update_or_create(
        article=article,
        **{model.TARGET: fact},
        defaults={"role": role, **stamp},
        create_defaults={"role": role, "order": order, **stamp},
    )
    if article.status == Article.Status.PUBLISHED:
        settle(article, by=by, modified=False)
    return tie


@transaction.atomic
def unlink(article: Article, fact: models.Model, *, by) -> None:
    """Untie the story from a fact."""
    for model in LINKS:
        if model._meta.get_field(model.TARGET).related_model is type(fact):
            model.objects.filter(article=article, **{model.TARGET: fact}).delete()
    settle(article, by=by, modified=False)


def confirm_link(tie: Link, *, by) -> Link:
    """Keep a tie that somebody made or changed by hand, and sign it."""
    tie.confirmed_by, tie.confirmed_at = by, clock.now()
    tie.full_clean()
    tie.save()
    return tie


def confirm_links(article: Article, *, by) -> None:
    """Sign every tie that was only proposed."""
    for model in LINKS:
        model.objects.filter(article=article, confirmed_at=None).update(confirmed_by=by, confirmed_at=clock.now())


@transaction.atomic
def add_picture(*, by, file: File, alt_text: str, credit: str, **fields) -> Image:
    """Keep a picture: JPEG, PNG, WebP or AVIF of at most 40 million pixels, upright, without metadata, with its renditions."""
    return save_picture(Image(file=pictures.cleaned(file), alt_text=alt_text, credit=credit, **fields), by=by)


@transaction.atomic
def save_picture(image: Image, *, by) -> Image:
    """Keep what is said of a picture, and make the sizes that follow from its focal point; feeds show both."""
    image.full_clean()
    image.save()
    make_renditions(image)
    listing.mark_changed(listing.showing(image))
    return image


def make_renditions(image: Image) -> None:
    """The sizes that pages and feeds use; those that are there already are left alone."""
    for rendition in image.file.field.formats:
        image.file.process(rendition)


def sign(article: Article, *, by) -> None:
    """Put the writer's own byline under a story, so that it is theirs to change; made at the first story."""
    names = {"name": by.get_full_name() or by.get_username(), "slug": f"{to_slug(by.get_username()) or 'desk'}-{by.pk}"}
    author, _created = Author.objects.get_or_create(user=by, defaults=names)
    Byline.objects.get_or_create(article=article, author=author, defaults={"order": article.bylines.count()})


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
    return missing


def _tie(article, authors, citations, topics, links, by):
    Byline.objects.bulk_create(Byline(article=article, author=author, order=n) for n, author in enumerate(authors))
    Citation.objects.bulk_create(Citation(article=article, name=name, order=n) for n, name in enumerate(citations))
    article.tags.set(topics)
    for fact, role in links:
        link(article, fact, role=role, by=by, confirmed=False)


def _may(by, permission):
    if by is not None and not by.has_perm(permission):
        raise PermissionDenied(_("You may not publish or withdraw stories; an editor can."))


def _log(by, row, message):
    if by is not None:
        LogEntry.objects.log_actions(by.pk, [row], CHANGE, change_message=message, single_object=True)

"""Bringing an earlier version of a story back, and naming one."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from articles import permissions, versions
from articles.models import Article, Byline, Citation, Quotation, Version
from articles.models.links import LINKS
from teams import auditlog, clock

from .keeping import keep, settle


@transaction.atomic
def bring_back(article: Article, version: Version, *, by) -> Article:
    """Say again what an earlier version said; its address, hour and state stay as they are now. It is a new version."""
    _may_change(by, article)
    data = versions.still_possible(version.data, now=article)
    substance = {
        name: getattr(article, name) for name in ("headline", "standfirst", "body", "image_id", "image_caption", "partner")
    }
    for name in versions.WRITTEN:
        setattr(article, Article._meta.get_field(name).attname, data[name])
    keep(article, by=by)
    _bring_rows_back(article, data, by)
    modified = any(getattr(article, name) != value for name, value in substance.items())
    settle(article, by=by, modified=modified, moment=Version.Moment.BROUGHT_BACK, brought_from=version.number)
    auditlog.record(by, "bring_version_back", article, version=version.number)
    return article


def name_version(version: Version, name: str, *, by) -> Version:
    """Give a version a name, so that it is found again; an empty one takes the name away."""
    _may_change(by, version.article)
    version.name = name.strip()
    version.full_clean()
    version.save(update_fields=["name"])
    return version


def _bring_rows_back(article, data, by):
    for rows in (Byline, Citation, Quotation):
        rows.objects.filter(article=article).delete()
    Byline.objects.bulk_create(Byline(article=article, author_id=pk, order=n) for n, pk in enumerate(data["bylines"]))
    Citation.objects.bulk_create(
        Citation(article=article, name=name, url=url, order=n) for n, (name, url) in enumerate(data["citations"])
    )
    Quotation.objects.bulk_create(
        Quotation(article=article, words=words, name=name, speaker_id=speaker, order=n)
        for n, (words, name, speaker) in enumerate(data["quotations"])
    )
    article.tags.set(data["topics"])
    for model in LINKS:
        _tie(article, model, [(number, role) for kind, number, role in data[versions.TIES] if kind == model.TARGET], by)


def _tie(article, model, wanted, by):
    """Exactly these ties to one kind of fact, in this order; those that stay keep who confirmed them."""
    column = f"{model.TARGET}_id"
    known = {getattr(row, column): row for row in model.objects.filter(article=article)}
    model.objects.filter(article=article).exclude(**{f"{column}__in": [number for number, _role in wanted]}).delete()
    for order, (number, role) in enumerate(wanted):
        row = known.get(number) or model(article=article, confirmed_by=by, confirmed_at=clock.now(), **{column: number})
        if not row.pk or (row.role, row.order) != (role, order):
            row.role, row.order = role, order
            row.full_clean()
            row.save()


def _may_change(by, article):
    if by is not None and not permissions.may_change(by, article):
        raise PermissionDenied(_("You may not change this story."))

"""What goes with a row that is deleted, and what stands against that: stories are told to those who may see them."""

from collections.abc import Sequence

from django.contrib.admin.utils import NestedObjects, quote
from django.contrib.contenttypes.models import ContentType
from django.db import models, router
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from taggit.models import TaggedItem

from articles import permissions
from articles.models import Article


def what_goes(rows: Sequence[models.Model], request, site) -> tuple[list, dict, set, list]:
    """What `ModelAdmin.get_deleted_objects` returns; a row that hangs on a story stands for that story."""
    collector = NestedObjects(using=router.db_for_write(type(rows[0])), origin=rows)
    collector.collect(rows)
    found = [row for kept in collector.model_objs.values() for row in kept] + list(collector.protected)
    seen = permissions.visible(request.user).in_bulk({_story_of(row) for row in found} - {None})

    def told(row):
        number = _story_of(row)
        if number is None:
            return _named(row, site)
        return _named(seen[number], site) if number in seen else _("A story that this login may not see")

    counts = {model._meta.verbose_name_plural: len(kept) for model, kept in collector.model_objs.items()}
    protected = sorted(dict.fromkeys(map(told, collector.protected)))
    return collector.nested(told), counts, _lacking(found, request, site), protected


def _lacking(rows, request, site) -> set[str]:
    """The kinds of rows among them that this login may not delete."""
    admins = [(row, site.get_model_admin(type(row))) for row in rows if site.is_registered(type(row))]
    return {row._meta.verbose_name for row, own in admins if not own.has_delete_permission(request, row)}


def _story_of(row) -> int | None:
    """The number of the story that a row is, or hangs on."""
    match row:
        case Article():
            return row.pk
        case TaggedItem():
            return row.object_id if row.content_type == ContentType.objects.get_for_model(Article) else None
    return getattr(row, "article_id", None)


def _named(row, site) -> str:
    kind, meta = capfirst(row._meta.verbose_name), row._meta
    if not site.is_registered(type(row)):
        return f"{kind}: {row}"
    try:
        page = reverse(f"{site.name}:{meta.app_label}_{meta.model_name}_change", args=[quote(row.pk)])
    except NoReverseMatch:
        return f"{kind}: {row}"
    return format_html('{}: <a href="{}">{}</a>', kind, page, row)

"""What a feed hangs off: the paper itself, or a row that stories are listed under."""

from django.conf import settings
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from taggit.models import Tag

from articles.models import Author, Publisher
from teams.addresses import absolute
from teams.models import Competition, Match, Person, Team

ROWS = {
    "team": Team.objects,
    "person": Person.objects,
    "match": Match.objects.for_card(),
    "competition": Competition.objects,
    "publisher": Publisher.objects,
    "topic": Tag.objects,
    "author": Author.objects,
}


def find(kind, slug):
    """The row, or None for the front page, which needs none."""
    return get_object_or_404(ROWS[kind].all(), slug=slug) if slug else None


def title(row):
    return f"{row} – {settings.SITE_NAME}" if row else settings.SITE_NAME


def description(row):
    return _("All stories about %(name)s.") % {"name": row} if row else _("All stories, newest first.")


def page(kind, row):
    return absolute(reverse(kind, args=[row.slug] if row else []))


def address(kind, row, format, before=""):
    path = reverse(f"{kind}-feed", args=[row.slug, format] if row else [format])
    return absolute(f"{path}?before={before}" if before else path)

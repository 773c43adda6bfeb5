"""OPML 2.0: every feed that has a story in it, to be taken into a feed reader at one go."""

from collections import defaultdict

from django.conf import settings
from django.db.models import Count, Max
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from articles import notes
from articles.feeds import corrections, subjects, xml
from articles.models import FeedState
from teams import conditional
from teams.addresses import absolute

CONTENT_TYPE = "text/x-opml; charset=utf-8"
KINDS = ("competition", "team", "person", "publisher", "author", "topic")


@require_safe
def opml(request):
    states = FeedState.objects.filter(kind__in=("front", *KINDS)).with_stories()
    changed, count = states.aggregate(Max("changed_at"), Count("pk")).values()
    return conditional.answer(request, lambda: _write(states), content_type=CONTENT_TYPE, changed=changed, state=count)


def _write(states):
    targets = defaultdict(set)
    for kind, target, language in states.values_list("kind", "target_id", "language"):
        targets[kind].add((target, language))
    rows = {kind: subjects.ROWS[kind].in_bulk({target for target, _language in targets[kind]}) for kind in KINDS}
    noted = notes.times()
    root = xml.root("opml", version="2.0")
    xml.add(xml.add(root, "head"), "title", settings.SITE_NAME)
    body = xml.add(root, "body")
    for language, label in settings.LANGUAGES:
        with override(language):
            _edition(xml.add(body, "outline", attributes={"text": label}), rows, targets, language, noted)
    return xml.to_bytes(root)


def _edition(outline, rows, targets, language, noted):
    _feed(outline, "front", None, language)
    if language in noted:
        _corrections(outline, language)
    names = {
        "competition": _("Competitions"), "team": _("Teams"), "person": _("People"), "publisher": _("Publishers"),
        "author": _("Authors"), "topic": _("Topics"),
    }  # fmt: skip
    for kind in KINDS:
        found = [row for pk, row in rows[kind].items() if (pk, language) in targets[kind]]
        group = xml.add(outline, "outline", attributes={"text": names[kind]}) if found else None
        for row in sorted(found, key=str):
            _feed(group, kind, row, language)


def _corrections(outline, language):
    about = {"text": _("Corrections"), "title": corrections.title(), "type": "rss", "version": "RSS2", "language": language}
    addresses = {"xmlUrl": corrections.address("rss"), "htmlUrl": absolute(reverse("corrections"))}
    xml.add(outline, "outline", attributes={**about, **addresses})


def _feed(outline, kind, row, language):
    about = {
        "text": str(row or settings.SITE_NAME),
        "title": subjects.title(row),
        "type": "rss",
        "version": "RSS2",
        "xmlUrl": subjects.address(kind, row, "rss"),
        "htmlUrl": subjects.page(kind, row),
        "language": language,
    }
    xml.add(outline, "outline", attributes=about)

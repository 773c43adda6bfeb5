"""Answers requests for feeds."""

from django.http import Http404
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import cursors, listing
from articles.feeds import atom, hubs, jsonfeed, rss, stories, subjects
from teams import conditional

FORMATS = {"rss": rss, "atom": atom, "json": jsonfeed}


@require_safe
def feed(request, kind, format, slug=None):
    """The feed of one list of stories in one format, forty to a page."""
    if format not in FORMATS:
        raise Http404(_("There is no feed in that format."))
    row, language, before = subjects.find(kind, slug), get_language(), request.GET.get("before", "")
    cursors.read(before)
    changed, newest = listing.last_changed(kind, row.pk if row else 0, language)

    def write():
        since = changed or conditional.BEGINNING
        return FORMATS[format].write(stories.feed(kind, row, language, format=format, before=before, changed=since))

    state = (newest, str(row), hubs.of_page(before))
    response = conditional.answer(request, write, content_type=FORMATS[format].CONTENT_TYPE, changed=changed, state=state)
    return hubs.named_in(response, subjects.address(kind, row, format), before)

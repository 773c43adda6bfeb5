"""The feed of what the paper has put right: one entry for each note."""

from django.conf import settings
from django.http import Http404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import cursors, notes
from articles.feeds import hubs
from articles.feeds.documents import Entry, Feed, Signature
from articles.feeds.views import FORMATS
from articles.models import Correction
from teams import conditional
from teams.addresses import absolute, permanent_id

PAGE = 40


@require_safe
def feed(request, format):
    if format not in FORMATS:
        raise Http404(_("There is no feed in that format."))
    language, before = get_language(), request.GET.get("before", "")
    cursors.read(before)
    changed, length = notes.last_changed(language)

    def write():
        return FORMATS[format].write(_document(language, format, before, changed or conditional.BEGINNING))

    state = (length, hubs.of_page(before))
    response = conditional.answer(request, write, content_type=FORMATS[format].CONTENT_TYPE, changed=changed, state=state)
    return hubs.named_in(response, address(format), before)


def title() -> str:
    return f"{_('Corrections')} – {settings.SITE_NAME}"


def address(format: str, before: str = "") -> str:
    path = reverse("corrections-feed", args=[format])
    return absolute(f"{path}?before={before}" if before else path)


def _document(language, format, before, changed) -> Feed:
    page = notes.page_of(language, before, PAGE)
    return Feed(
        id=permanent_id("feed", f"corrections/0/{language}"),
        title=title(),
        description=_("What we got wrong, or what changed after we had told it."),
        language=language,
        page=absolute(reverse("corrections")),
        address=address(format, before),
        first=address(format),
        next=address(format, page.older) if page.older else "",
        changed=changed,
        entries=tuple(_entry(note) for note in page.notes),
        hubs=hubs.of_page(before),
    )


def _entry(note: Correction) -> Entry:
    story = note.article
    page = absolute(story.get_absolute_url())
    return Entry(
        id=permanent_id("correction", note.pk),
        url=f"{page}#correction-{note.pk}",
        title=_("Corrected: %(headline)s") % {"headline": " ".join(story.headline.split())},
        summary=note.note,
        html=render_to_string("articles/correction_body.html", {"note": note, "page": page}),
        published=note.made_at,
        modified=note.amended_at or note.made_at,
        authors=(Signature(name=story.publisher.name, url=absolute(story.publisher.get_absolute_url())),),
        categories=(),
    )

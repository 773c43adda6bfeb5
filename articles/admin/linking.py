"""What the panel of links asks for while a story is written: facts by a search, events to tick, the unsaved text read."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils.dateparse import parse_date
from django.utils.translation import pgettext
from django.views.decorators.http import require_GET, require_POST

from articles import linking
from articles.actions.linking import folded
from articles.actions.standing_by import text_of
from articles.link_lines import KINDS, kind_of, label, line
from articles.models import Article, RefusedLink, RefusedSource
from articles.proposals import Proposal, Quoted, citations, proposals_of, quotations_of, read_text
from articles.quoted import is_in_text
from articles.reading.scene import Mention
from articles.source_lines import quotation
from teams import clock
from teams.models import Match

from .checks import kept, verdicts


def urls(model_admin) -> list:
    views = {"search": search, "events": events, "read": read}
    return [
        path(f"links/{name}/", model_admin.admin_site.admin_view(_for_writers(model_admin, view)), name=f"articles_links_{name}")
        for name, view in views.items()
    ]


def _for_writers(model_admin, view):
    """Only for who may change the story that is open, or begin one where none is."""

    def asked(request):
        number = (request.POST or request.GET).get("article", "")
        article = get_object_or_404(model_admin.get_queryset(request), pk=number) if number.isdecimal() else None
        allowed = model_admin.has_change_permission(request, article) if article else model_admin.has_add_permission(request)
        if not allowed:
            raise PermissionDenied
        return view(request, article)

    return asked


@require_GET
def search(request, article):
    around = linking.Around(
        parse_day(request.GET.get("on", "")) or clock.today(),
        _numbers(request.GET.get("matches", "")),
        _numbers(request.GET.get("teams", "")),
    )
    found = linking.search(request.GET.get("q", ""), around)
    groups = [{"kind": kind, "title": title(kind), "facts": [_fact(row) for row in rows]} for kind, rows in found.items()]
    return JsonResponse({"groups": groups})


@require_GET
def events(request, article):
    """What happened in a match, in order."""
    match = get_object_or_404(Match.objects.for_card(), pk__in=_numbers(request.GET.get("match", ""))[:1])
    found = linking.events_of(match)
    for event in found:
        event.match = match
    return JsonResponse({"events": [{**_fact(event), "short": _short(event)} for event in found]})


@require_POST
def read(request, article):
    """The text as it stands in the form: what it asks to be tied to, whom it cites and quotes, what the facts say of it."""
    story = unsaved(request.POST, article)
    text = text_of(story)
    found = read_text(text)
    refused = set(RefusedLink.objects.filter(article=article).values_list("kind", "target_id")) if article else set()
    proposed = [one for one in proposals_of(found, text) if (kind_of(one.fact), one.fact.pk) not in refused]
    in_vain = set(RefusedSource.objects.filter(article=article).values_list("kind", "folded")) if article else set()
    proposed.sort(key=lambda one: KINDS.index(kind_of(one.fact)))
    whole = text.whole
    answer = {
        "text": whole.split("\n"),
        "links": [_proposed(one, whole) for one in with_labels(proposed)],
        "citations": [name for name in citations(text) if ("citations", folded(name)) not in in_vain],
        "quotations": [
            _quoted(one, whole)
            for one in quotations_of(found)
            if ("quotations", folded(one.words)) not in in_vain and not is_in_text(one.words, story.body)
        ],
        "claims": verdicts(found),
        "kept": kept(article),
    }
    return JsonResponse(answer)


def unsaved(posted, article: Article | None) -> Article:
    """The story as it stands in the form; nothing of it is kept."""
    language = posted.get("language", "")
    return Article(
        headline=posted.get("headline", ""),
        standfirst=posted.get("standfirst", ""),
        body=posted.get("body", ""),
        language=language if language in Article.Language.values else article.language if article else Article.Language.ITALIAN,
        dateline=parse_day(posted.get("dateline", "")) or parse_day(posted.get("published_at_0", "")),
        published_at=article and article.published_at,
    )


def with_labels(proposed: Iterable[Proposal]) -> list[tuple[Proposal, models.Model]]:
    """Each with its fact read anew, with all that its label says."""
    numbers: dict[str, list[int]] = {}
    for one in proposed:
        numbers.setdefault(kind_of(one.fact), []).append(one.fact.pk)
    rows = {kind: linking.facts_of(kind, found) for kind, found in numbers.items()}
    return [(one, rows[kind_of(one.fact)][one.fact.pk]) for one in proposed]


def title(kind: str) -> str:
    return linking.MODELS[kind]._meta.verbose_name_plural.capitalize()


def place(whole: str, start: int, end: int) -> dict:
    """Where words stand: the line of the text, and code points within it."""
    line = whole.count("\n", 0, start)
    begins = whole.rfind("\n", 0, start) + 1
    return {"line": line, "start": start - begins, "end": end - begins}


def parse_day(written: str) -> date | None:
    try:
        return parse_date(written)
    except ValueError:
        return None


def _fact(row):
    kind = kind_of(row)
    return {"kind": kind, "id": row.pk, "label": label(row), "line": line(row, "about"), "title": title(kind)}


def _short(event):
    """An event among those of its match."""
    told = str(event) if event.second_person is None else f"{event} ({event.second_person})"
    return told if event.counts else f"{told}, {event.get_status_display()}"


def _proposed(one, whole):
    proposal, row = one
    words: tuple[Mention, ...] = proposal.words
    return {
        **_fact(row),
        "role": proposal.role,
        "line": line(row, proposal.role),
        "why": proposal.why,
        "words": [{"text": word.surface, **place(whole, word.start, word.end)} for word in words],
    }


def _quoted(one: Quoted, whole):
    return {
        "line": quotation(one.words, one.name, one.speaker),
        "words": one.words,
        "speaker": str(one.speaker or one.name or pgettext("speaker of a quotation", "nobody certain")),
        "place": place(whole, one.start, one.end),
    }


def _numbers(written: str) -> tuple[int, ...]:
    return tuple(int(part) for part in written.split(",")[:20] if part.isdecimal())

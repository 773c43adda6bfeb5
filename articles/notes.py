"""Corrections as readers meet them: under a story, and all of them, the newest first."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Q

from articles import cursors
from articles.models import Article, Correction

SIZE = 30


@dataclass(frozen=True, slots=True)
class Page:
    """Some notes; the mark after which the older ones come, if there are any; the query that asked for this page."""

    notes: list[Correction]
    older: str
    query: str


def under(article: Article) -> list[Correction]:
    """The notes of one story, the oldest first; a story that was never modified has none and asks nothing."""
    return list(article.corrections.order_by("made_at", "pk")) if article.modified_at else []


def page_of(language: str, mark: str, size: int = SIZE) -> Page:
    """A page of the notes in one language, with their stories [1 query]."""
    notes = list(_listed(language, cursors.read(mark))[: size + 1])
    older = cursors.mark_at(notes[size - 1].made_at, notes[size - 1].pk) if len(notes) > size else ""
    return Page(notes[:size], older, f"before={mark}" if mark else "")


def last_changed(language: str) -> tuple[datetime | None, int]:
    """When the list last changed, and how long it is: each change of a note or of its story saves the story, and so does
    taking one back, so that the time only rises."""
    noted = Correction.objects.filter(article__language=language)
    told = noted.aggregate(changed=Max("article__updated_at"), length=Count("pk", filter=Q(pk__in=noted.public().order_by())))
    return told["changed"], told["length"]


def _listed(language: str, before: tuple[datetime, int] | None):
    notes = Correction.objects.public().filter(article__language=language).select_related("article__publisher")
    if before:
        instant, pk = before
        notes = notes.filter(Q(made_at__lt=instant) | Q(made_at=instant, pk__lt=pk))
    return notes.defer("article__body")


def times() -> dict[str, datetime]:
    """The languages in which readers find notes, with the time of the last change [1 query]."""
    noted = Correction.objects.public().order_by().values_list("article__language")
    return dict(noted.annotate(changed=Max("article__updated_at")))

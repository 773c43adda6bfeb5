"""Where a page of a list ends: a mark that stays true when stories come in above it or go."""

import re
from datetime import UTC, datetime

from django.http import Http404
from django.utils.translation import gettext as _

from articles.models import Article

FORMAT = "%Y%m%dT%H%M%S.%f"
MARK = re.compile(r"(\d{8}T\d{6}\.\d{6})-(\d{1,18})")


def mark(article: Article) -> str:
    """For `?before=`: the page that begins after this story."""
    return mark_at(article.published_at, article.pk)


def mark_at(instant: datetime, pk: int) -> str:
    """The same, after whatever else a list is ordered by."""
    return f"{instant.astimezone(UTC).strftime(FORMAT)}-{pk}"


def read(text: str) -> tuple[datetime, int] | None:
    """(instant, number) for `ArticleQuerySet.listed`; None for the first page, 404 for what is no mark."""
    if not text:
        return None
    found = MARK.fullmatch(text)
    try:
        return datetime.strptime(found[1], FORMAT).replace(tzinfo=UTC), int(found[2])
    except (TypeError, ValueError) as error:
        raise Http404(_("There is no such page.")) from error

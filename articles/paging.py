"""Long lists of stories, read page by page from the newest on, without ever counting them."""

from dataclasses import dataclass

from articles import cursors
from articles.models import Article

SIZE = 30


@dataclass(frozen=True, slots=True)
class Page:
    """Some stories; the mark after which the older ones come, if there are any; the query that asked for this page."""

    stories: list[Article]
    older: str
    query: str


def page_of(request, kind, target_id, language) -> Page:
    """What the request asks for with ?before=..., of the stories listed there."""
    mark = request.GET.get("before", "")
    listed = Article.objects.published().listed(kind, target_id, language, before=cursors.read(mark))
    stories = list(listed.for_card()[: SIZE + 1])
    older = cursors.mark(stories[SIZE - 1]) if len(stories) > SIZE else ""
    return Page(stories[:SIZE], older, f"before={mark}" if mark else "")

"""What a person has said, as readers find it: in the stories that they may see, the newest first."""

from dataclasses import dataclass

from articles import cursors
from articles.models import Article
from teams.models import Person

SIZE = 30


@dataclass(frozen=True, slots=True)
class Page:
    """Some quotations, each its story with its `words`; the mark of the older ones, if any; the query asked with."""

    quotations: list[Article]
    older: str
    query: str


def page_of(person: Person, language: str, mark: str = "", size: int = SIZE) -> Page:
    """A page of somebody's words in one language; those of one story stand in its order [1 query]."""
    stories = Article.objects.published().in_language(language).quoting(person, before=cursors.read(mark))
    said = list(stories.for_line()[: size + 1])
    older = cursors.mark_at(said[size - 1].published_at, said[size - 1].quotation_id) if len(said) > size else ""
    return Page(said[:size], older, f"before={mark}" if mark else "")

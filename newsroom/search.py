"""Search: the stories that hold all the words, and before them the teams, people and competitions of that name."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Model, Q, QuerySet
from django.db.models.functions import Length
from django.http import Http404
from django.utils.translation import gettext as _

from articles import index
from articles.models import Article
from articles.reading.excerpts import Piece, excerpt
from teams import clock
from teams.models import Alias, Competition, Person, Team
from teams.names import fold, to_slug

MOST_FACTS = 8


class Result(NamedTuple):
    story: Article
    passage: list[Piece]


@dataclass(frozen=True, slots=True)
class Search:
    """What was asked and what was found; `older` is the mark after which more stories come, if there are any."""

    query: str
    by_rank: bool
    is_first: bool
    teams: list[Team]
    people: list[Person]
    competitions: list[Competition]
    results: list[Result]
    older: int | None

    @property
    def facts(self):
        """Everything found that is no story."""
        return [*self.teams, *self.competitions, *self.people]


def search(asked, language) -> Search:
    """Answers ?q=...&order=best&before=... in one edition [6 queries; 2 from the second page on, 0 for no words]."""
    query = " ".join(asked.get("q", "").replace("\x00", " ").split())[: index.LONGEST_QUERY]
    by_rank, before = asked.get("order") == "best", _mark(asked.get("before", ""))
    words = index.words_of(query, language)
    found = index.best(words, language) if by_rank else index.newest(words, language, before)
    names = query if before is None else ""
    return Search(
        query=query,
        by_rank=by_rank,
        is_first=before is None,
        teams=named(Team.objects.all(), names),
        people=named(Person.objects.with_club_on(clock.today()), names),
        competitions=named(Competition.objects.all(), names),
        results=[Result(story, _passage(story, words)) for story in found.stories],
        older=found.older,
    )


def named(rows: QuerySet, query: str) -> list[Model]:
    """The rows of which every word asked for begins a word of their name or of another name; the shortest name first."""
    words = fold(query).split()[: index.MOST_WORDS]
    if len("".join(words)) < 2:
        return []
    others = Alias.objects.filter(_begin("folded", " ", words)).values(rows.model._meta.model_name)
    named_so = _begin("slug", "-", [slug for word in words if (slug := to_slug(word))]) | Q(pk__in=others)
    if hasattr(rows.model, "name_en"):
        named_so |= _begin("name_en", " ", query.split())
    return list(rows.filter(named_so).order_by(Length("slug"), "slug")[:MOST_FACTS])


def _begin(field: str, gap: str, words: list[str]) -> Q:
    """A condition: each of the words begins the text or a word of it. A name that no word is left of bears nothing."""
    condition = Q() if words else Q(pk__in=[])
    for word in words:
        condition &= Q(**{f"{field}__istartswith": word}) | Q(**{f"{field}__icontains": gap + word})
    return condition


def _passage(story: Article, words: list[str]) -> list[Piece]:
    return excerpt(index.plain(story.html), set(words), story.language)


def _mark(text: str) -> int | None:
    """The place before which the page begins; 404 for what is none."""
    if not text:
        return None
    if not re.fullmatch(r"-?[0-9]{1,19}", text) or abs(int(text)) >= 1 << 63:
        raise Http404(_("There is no such page."))
    return int(text)

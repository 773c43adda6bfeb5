"""What a story still lacks: what has to be there before readers may see it, and what an editor would add.

`missing_before_publishing` (articles/actions) decides the first; the second only advises.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, When
from django.utils.translation import gettext as _

from articles.actions import missing_before_publishing
from articles.models import Article, Link
from articles.models.links import LINKS

# The letters of a title that search engines and cards show before they cut it.
SHOWN_IN_SEARCH = 70


class Level(StrEnum):
    NECESSARY = "necessary"
    ADVICE = "advice"


class Need(NamedTuple):
    level: Level
    message: str


@dataclass(frozen=True, slots=True)
class Ties:
    """Whether the story is about anything and has a topic, as it stands or as somebody is typing it."""

    links: bool
    topics: bool


def of(article: Article, ties: Ties | None = None) -> list[Need]:
    """What the story lacks, in the order in which one would see to it; `ties` where they are not those that are kept."""
    necessary = [Need(Level.NECESSARY, message) for message in dict.fromkeys(missing_before_publishing(article))]
    return necessary + [Need(Level.ADVICE, message) for message in _advice(article, ties or _ties(article))]


def _advice(article, ties):
    lacking = {
        _("It has no standfirst."): not article.standfirst.strip(),
        _("It has no picture."): not article.image_id,
        _("It is tied to nothing: link what it is about."): not ties.links,
        _("It has no topic."): not ties.topics,
        _("A quotation does not say who speaks."): "<blockquote>" in article.body,
        _("The headline is too long for search: give a shorter one."): _is_cut(article),
    }
    return [message for message, lacks in lacking.items() if lacks]


def _is_cut(article):
    return len(article.search_headline or article.headline) > SHOWN_IN_SEARCH


def with_ties(articles: QuerySet) -> QuerySet:
    """The stories with `links` and `topics`: whether they are about anything, and have a topic."""
    about = Q(pk=None)
    for model in LINKS:
        about |= Q(Exists(model.objects.filter(article=OuterRef("pk"), role=Link.Role.ABOUT)))
    topics = Exists(Article.objects.filter(pk=OuterRef("pk"), tags__isnull=False))
    return articles.annotate(links=Case(When(about, then=True), default=False), topics=topics)


def _ties(article):
    """One query, or none where the story was read by `with_ties`."""
    if hasattr(article, "links"):
        return Ties(article.links, article.topics)
    found = with_ties(Article.objects.filter(pk=article.pk)).values_list("links", "topics").first()
    return Ties(*(found or (False, False)))

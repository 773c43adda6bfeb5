"""Writing a story: drafts, changes, and who signs."""

from collections.abc import Iterable

from django.db import models, transaction

from articles import desk_index, versions
from articles.models import Article, Author, Byline, Citation
from articles.models.links import LINKS
from teams.names import to_slug

from .keeping import keep, settle
from .linking import link
from .topics import topics_called

# The address of a story that has no headline of its own yet.
UNTITLED = "story"


@transaction.atomic
def draft(
    *,
    by,
    authors: Iterable[Author] = (),
    citations: Iterable[str] = (),
    topics: Iterable[str] = (),
    links: Iterable[tuple[models.Model, str]] = (),
    **fields,
) -> Article:
    """A new story, not published. `links` are (fact, role) in reading order, proposed and not yet confirmed."""
    article = Article(**fields)
    article.full_clean()
    article.save()
    _tie(article, authors, citations, topics, links, by)
    versions.remember(article, by=by)
    desk_index.rebuild(article)
    return article


@transaction.atomic
def rewrite(article: Article, *, by, authors=(), citations=(), topics=(), links=(), **fields) -> Article:
    """Say a story anew from beginning to end, its ties too; what is not given is gone."""
    for name, value in fields.items():
        setattr(article, name, value)
    keep(article, by=by)
    for rows in (Byline, Citation, *LINKS):
        rows.objects.filter(article=article).delete()
    _tie(article, authors, citations, topics, links, by)
    return settle(article, by=by, modified=False)


@transaction.atomic
def revise(article: Article, *, by, **changes) -> Article:
    """Change fields of a story; a published one is modified from now on."""
    for name, value in changes.items():
        setattr(article, name, value)
    return settle(keep(article, by=by), by=by, modified=True)


def address_of(headline: str) -> str:
    """What the address of a story says, if nobody chooses otherwise."""
    return to_slug(headline)[:120] or UNTITLED


def sign(article: Article, *, by) -> None:
    """Put the writer's own byline under a story, so that it is theirs to change; made at the first story."""
    names = {"name": by.get_full_name() or by.get_username(), "slug": f"{to_slug(by.get_username()) or 'desk'}-{by.pk}"}
    author, _created = Author.objects.get_or_create(user=by, defaults=names)
    Byline.objects.get_or_create(article=article, author=author, defaults={"order": article.bylines.count()})


def _tie(article, authors, citations, topics, links, by):
    Byline.objects.bulk_create(Byline(article=article, author=author, order=n) for n, author in enumerate(authors))
    Citation.objects.bulk_create(Citation(article=article, name=name, order=n) for n, name in enumerate(citations))
    article.tags.set(topics_called(topics))
    for fact, role in links:
        link(article, fact, role=role, by=by, confirmed=False)

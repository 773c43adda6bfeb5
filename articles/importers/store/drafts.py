"""Keeps a story that came as plain text: as a draft, tied to what it names, for an editor to read and publish."""

from django.db import transaction

from articles import actions
from articles.importers.records import PlatformText
from articles.models import Article, Publisher
from articles.models.publishers import CanonicalPolicy
from articles.proposals import Text, propose
from articles.reading.language import language_of
from articles.reading.papers import cited_papers
from articles.text import paragraphs_to_html
from teams.importers.records import Refused
from teams.names import fold, to_slug


@transaction.atomic
def keep_draft(text: PlatformText, *, by, language: str = "") -> tuple[Article, bool]:
    """The draft, and whether it is new. One publisher, date and headline make one article, whatever became of it since."""
    publisher = _publisher(text.publisher)
    slug = to_slug(text.headline)[:120].strip("-") or f"{text.dateline}"
    origin = f"platform:{publisher.slug}:{text.dateline}:{slug}"[:190]
    if known := Article.objects.filter(origin=origin).first():
        return known, False
    language = language or _language(text)
    whole = "\n".join(text.paragraphs)
    article = actions.draft(
        by=by,
        citations=cited_papers(whole),
        links=propose(Text(text.headline, text.paragraphs, language, text.dateline)),
        language=language,
        headline=text.headline,
        slug=slug,
        body=paragraphs_to_html(text.paragraphs),
        publisher=publisher,
        partner=text.partner,
        canonical_policy=_canonical_policy(publisher),
        dateline=text.dateline,
        origin=origin,
    )
    return article, True


def _publisher(name):
    """The publisher of that name, however it is written; a new one is a partner, whose copies search engines leave out."""
    known = {fold(publisher.name): publisher for publisher in Publisher.objects.all()}
    if fold(name) in known:
        return known[fold(name)]
    publisher = Publisher(name=name, slug=to_slug(name))
    publisher.full_clean()
    publisher.save()
    return publisher


def _language(text):
    language = language_of("\n".join([text.headline, *text.paragraphs]))
    if not language:
        raise Refused(text.place, "the text is neither clearly Italian nor clearly English; say which with --language")
    return language


def _canonical_policy(publisher):
    """The publisher's own; a plain text has no address of an original to point to, so search engines leave it out instead."""
    policy = publisher.canonical_policy
    return CanonicalPolicy.NOINDEX if policy == CanonicalPolicy.ORIGINAL else policy

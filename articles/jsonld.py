"""Stories in the words of schema.org: who wrote them, for whom, from whom they come, and what they are about."""

from django.conf import settings
from django.templatetags.static import static
from django.utils import timezone

from articles.passages import plain
from teams import jsonld
from teams.addresses import absolute
from teams.models import Competition, Match, Person, Team, Venue

SHAPES = ("wide", "square", "card")  # 16:9, 1:1 and what is shared


def article(row, facts=(), notes=(), coverage=None):
    """`facts`: (row, role) of its ties; `notes`: its corrections; `coverage`: its live entries, if it was followed live.

    Reads what `Article.objects.for_page()` loads.
    """
    address = absolute(row.get_absolute_url())
    partner = organization(row.publisher) if row.publisher.is_partner else None
    return {
        "@type": "LiveBlogPosting" if coverage else "NewsArticle",
        "@id": f"{address}#article",
        "mainEntityOfPage": address,
        "url": address,
        "headline": row.headline,
        "description": row.standfirst,
        "image": pictures(row),
        "datePublished": _time(row.published_at),
        "dateModified": _time(row.last_changed),
        "inLanguage": row.language,
        "articleSection": str(row.get_kind_display()),
        "keywords": [tag.name for tag in row.tags.all()],
        "isAccessibleForFree": True,
        "author": authors(row),
        "publisher": paper(),
        "sourceOrganization": partner,
        "copyrightHolder": partner,
        "creditText": row.publisher.name if partner else "",
        "isBasedOn": row.source_url,
        "citation": [{"@type": "CreativeWork", "name": citation.name, "url": citation.url} for citation in row.citations.all()],
        "correction": [_correction(note, address) for note in notes],
        "about": [thing(fact) for fact, role in facts if role == "about"],
        "mentions": [thing(fact) for fact, role in facts if role != "about"],
        **(_coverage(row, address, coverage) if coverage else {}),
    }


def _correction(note, address):
    told = {"text": note.note, "datePublished": _time(note.made_at)}
    return {"@type": "CorrectionComment", "@id": f"{address}#correction-{note.pk}", **told}


def _coverage(row, address, coverage):
    """From when to when it was followed, and what was told."""
    return {
        "coverageStartTime": _time(row.live_from),
        "coverageEndTime": "" if row.is_live or row.live_until is None else _time(row.live_until),
        "liveBlogUpdate": [_update(entry, row, address) for entry in coverage.entries],
    }


def _update(entry, row, address):
    return {
        "@type": "BlogPosting",
        "@id": f"{address}#{entry.anchor}",
        "url": f"{address}#{entry.anchor}",
        "headline": str(entry),
        "articleBody": plain(entry.body),
        "datePublished": _time(entry.at),
        "dateModified": _time(entry.edited_at or entry.at),
        "author": authors(row),
        "publisher": {"@id": paper()["@id"]},
    }


def authors(row):
    """Who signs it; where nobody does, who publishes it."""
    return [author(byline.author) for byline in row.bylines.all()] or [organization(row.publisher)]


def author(row):
    return {"@type": "Person", "@id": jsonld.identity(row, "author"), "name": row.name, "url": absolute(row.get_absolute_url())}


def organization(row):
    return {
        "@type": "NewsMediaOrganization",
        "@id": jsonld.identity(row, "publisher"),
        "name": row.name,
        "url": absolute(row.get_absolute_url()),
        "sameAs": row.site_url,
        "logo": row.logo and not row.logo.binned_at and absolute(row.logo.square.url),
    }


def paper():
    """The paper itself."""
    return {
        "@type": "NewsMediaOrganization",
        "@id": f"{settings.SITE_URL}/#paper",
        "name": settings.SITE_NAME,
        "url": f"{settings.SITE_URL}/",
        "logo": {"@type": "ImageObject", "url": absolute(static("logo.png"))},
    }


def pictures(row):
    if not row.picture:
        return []
    said = {"caption": row.caption or row.image.alt_text, "creditText": row.image.credit}
    return [{"@type": "ImageObject", "url": absolute(getattr(row.image, shape).url), **said} for shape in SHAPES]


def thing(fact):
    """A fact as a story refers to it; the page of a match or an event says the rest under the same @id."""
    if isinstance(fact, Team):
        return jsonld.named(fact)
    if isinstance(fact, Person):
        return jsonld.reference(fact)
    if isinstance(fact, Venue):
        return {"@type": "Place", "name": str(fact)}
    if isinstance(fact, Match):
        return jsonld.fixture(fact)
    fragment = "competition" if isinstance(fact, Competition) else "event"
    return {"@type": "Thing", "@id": jsonld.identity(fact, fragment), "name": str(fact), "url": absolute(fact.get_absolute_url())}


def _time(instant):
    return timezone.localtime(instant).isoformat(timespec="seconds")

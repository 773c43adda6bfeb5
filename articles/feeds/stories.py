"""Gathers stories with all that a feed says about them, in a fixed number of queries."""

from collections import defaultdict
from html import unescape
from mimetypes import guess_type
from textwrap import shorten

import nh3
from django.db.models import Prefetch
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import strip_tags
from taggit.models import Tag

from articles import cursors
from articles.feeds import subjects
from articles.feeds.documents import Category, Entry, Feed, Origin, Picture, Signature
from articles.models import Article, Byline
from articles.models.images import WIDTHS
from teams.addresses import absolute, permanent_id
from teams.models import Competition, Match, MatchEvent, Person, Team

PAGE = 40
SUMMARY = 300
PICTURE = "large"

# What the lists that a story stands in are called in `_sport`, and where their rows come from.
FACTS = {
    "match": ("matches", Match.objects.for_card()),
    "team": ("teams", Team.objects),
    "person": ("people", Person.objects),
    "competition": ("competitions", Competition.objects),
    "event": ("events", MatchEvent.objects.select_related("person", "match")),
    "topic": ("topics", Tag.objects),
}
CATEGORIES = {"team": "teams", "person": "players", "competition": "competitions", "topic": "topics"}


def feed(kind, row, language, *, format, before, changed):
    """The document that the address stands for; one more story than a page holds says whether there is a next."""
    target = row.pk if row else 0
    stories = list(_rows(kind, target, language, cursors.read(before))[: PAGE + 1])
    following = cursors.mark(stories[PAGE - 1]) if len(stories) > PAGE else ""
    facts = _facts(stories[:PAGE])
    return Feed(
        id=permanent_id("feed", f"{kind}/{target}/{language}"),
        title=subjects.title(row),
        description=subjects.description(row),
        language=language,
        page=subjects.page(kind, row),
        address=subjects.address(kind, row, format, before),
        first=subjects.address(kind, row, format),
        next=subjects.address(kind, row, format, following) if following else "",
        changed=changed,
        entries=tuple(entry(story, facts) for story in stories[:PAGE]),
    )


def entry(story, facts):
    address, picture = absolute(story.get_absolute_url()), _picture(story)
    return Entry(
        id=permanent_id("article", story.pk),
        url=address,
        title=" ".join(story.headline.split()),
        summary=story.standfirst or _opening(story.body),
        html=_html(story, address, picture),
        published=story.published_at,
        modified=story.last_changed,
        authors=_authors(story),
        categories=tuple(_categories(story, facts)),
        picture=picture,
        origin=_origin(story.publisher),
        original_url=story.source_url,
        about=_about(story, facts),
    )


def _rows(kind, target, language, before):
    bylines = Prefetch("bylines", Byline.objects.select_related("author"))
    stories = Article.objects.published().listed(kind, target, language, before=before)
    return stories.select_related("publisher", "image").prefetch_related(bylines, "listings")


def _facts(stories):
    """The rows behind the lists that these stories stand in, by kind and number: one query for each kind."""
    wanted = defaultdict(set)
    for story in stories:
        for listing in story.listings.all():
            wanted[listing.kind].add(listing.target_id)
    return {kind: rows.in_bulk(wanted[kind]) for kind, (_name, rows) in FACTS.items()}


def _listed(story, facts, kind):
    """The rows of one kind that the story is listed under, in the order of their names."""
    found = [facts[kind].get(listing.target_id) for listing in story.listings.all() if listing.kind == kind]
    return sorted(filter(None, found), key=str)


def _categories(story, facts):
    for kind, scheme in CATEGORIES.items():
        home = absolute(reverse("front") + f"{scheme}/")
        for row in _listed(story, facts, kind):
            yield Category(scheme=home, term=row.slug, label=str(row))


def _about(story, facts):
    about = {}
    for kind, (name, _rows) in FACTS.items():
        if kind != "topic" and (rows := _listed(story, facts, kind)):
            about[name] = [
                {"id": permanent_id(kind, row.pk), "url": absolute(row.get_absolute_url()), "name": _name(row)} for row in rows
            ]
    return about


def _name(row):
    """A match without its score, which changes when no story does."""
    return f"{row.home} - {row.away}" if isinstance(row, Match) else str(row)


def _authors(story):
    """Who signs it; where nobody does, who publishes it."""
    signed = [byline.author for byline in story.bylines.all()] or [story.publisher]
    return tuple(Signature(name=str(row), url=absolute(row.get_absolute_url())) for row in signed)


def _picture(story):
    if not story.image:
        return None
    url = getattr(story.image.file, PICTURE)
    width, height = WIDTHS[PICTURE]
    return Picture(
        url=absolute(url),
        type=guess_type(url)[0] or "image/jpeg",
        width=width,
        height=height,
        alt=story.image.alt_text,
        caption=story.caption,
        credit=story.image.credit,
    )


def _origin(publisher):
    if not publisher.is_partner:
        return None
    return Origin(name=publisher.name, site=publisher.site_url, feed=publisher.feed_url)


def _opening(body):
    first = body.partition("</p>")[0]
    return shorten(unescape(strip_tags(first)), SUMMARY, placeholder="…")


def _html(story, address, picture):
    """The whole story for a reader that knows only HTML: every address absolute, picture and credit in the text."""
    body = nh3.clean(story.body, link_rel=None, url_relative=("rewrite_with_base", address))
    return render_to_string("articles/feed_body.html", {"story": story, "body": body, "picture": picture}).strip()

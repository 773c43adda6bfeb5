"""Gathers stories with all that a feed says about them, in a fixed number of queries."""

from html import unescape
from mimetypes import guess_type
from textwrap import shorten

import nh3
from django.db.models import Prefetch
from django.template.loader import get_template, render_to_string
from django.utils.html import strip_tags

from articles import blocks, cursors, live
from articles.feeds import facts, hubs, subjects
from articles.feeds.documents import Entry, Feed, Origin, Picture, Signature
from articles.models import Article, Byline
from teams.addresses import absolute, permanent_id

PAGE = 40
SUMMARY = 300


def feed(kind, row, language, *, format, before, changed):
    """The document that the address stands for; one more story than a page holds says whether there is a next."""
    target = row.pk if row else 0
    stories = list(_rows(kind, target, language, cursors.read(before))[: PAGE + 1])
    following = cursors.mark(stories[PAGE - 1]) if len(stories) > PAGE else ""
    live.with_entries(stories[:PAGE])
    told, body = facts.behind(stories[:PAGE]), get_template("articles/feed_body.html")
    texts = blocks.of(*(story.body for story in stories[:PAGE]))
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
        entries=tuple(entry(story, told[story.pk], body, texts) for story in stories[:PAGE]),
        hubs=hubs.of_page(before),
    )


def entry(story, told, body, texts):
    """`told`: the facts that it is about; `body`: the template of its text; `texts`: where its blocks are loaded."""
    address, picture = absolute(story.get_absolute_url()), _picture(story)
    return Entry(
        id=permanent_id("article", story.pk),
        url=address,
        title=" ".join(story.headline.split()),
        summary=story.standfirst or _opening(story.body),
        html=_html(story, texts, address, picture, body),
        published=story.published_at,
        modified=story.last_changed,
        authors=_authors(story),
        categories=tuple(facts.categories(told)),
        picture=picture,
        origin=_origin(story.publisher),
        original_url=story.source_url,
        about=facts.about(told),
    )


def _rows(kind, target, language, before):
    bylines = Prefetch("bylines", Byline.objects.select_related("author"))
    stories = Article.objects.published().listed(kind, target, language, before=before)
    return stories.select_related("publisher", "image").prefetch_related(bylines, "corrections")


def _authors(story):
    """Who signs it; where nobody does, who publishes it."""
    signed = [byline.author for byline in story.bylines.all()] or [story.publisher]
    return tuple(Signature(name=str(row), url=absolute(row.get_absolute_url())) for row in signed)


def _picture(story):
    if not story.picture:
        return None
    url, width, height, *_ = story.image.wide
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


def _html(story, texts, address, picture, template):
    """The whole story for a reader that knows only HTML: every address absolute, picture, credit and live entries in the text."""
    entries = render_to_string("articles/feed_entries.html", {"story": story, "address": address}) if story.live_from else ""
    body = nh3.clean(f"{texts.plain(story.body)}{entries}", link_rel=None, url_relative=("rewrite_with_base", address))
    return template.render({"story": story, "body": body, "picture": picture}).strip()

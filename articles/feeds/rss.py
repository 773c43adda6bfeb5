"""RSS 2.0, with the whole text, Dublin Core dates and Media RSS pictures."""

from email.utils import format_datetime
from html import escape

from articles.feeds import xml
from articles.feeds.documents import Entry, Feed

CONTENT_TYPE = "application/rss+xml; charset=utf-8"
MINUTES_TO_LIVE = "15"
NAMESPACES = {
    "xmlns:atom": "http://www.w3.org/2005/Atom",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:media": "http://search.yahoo.com/mrss/",
}


def write(feed: Feed) -> bytes:
    rss = xml.root("rss", version="2.0", **NAMESPACES)
    channel = xml.add(rss, "channel")
    for tag, text in (("title", feed.title), ("link", feed.page), ("description", feed.description)):
        xml.add(channel, tag, text)
    xml.add(channel, "language", feed.language)
    xml.add(channel, "lastBuildDate", _rfc822(feed.changed))
    xml.add(channel, "ttl", MINUTES_TO_LIVE)
    for rel, address in (("self", feed.address), ("first", feed.first), ("next", feed.next)):
        if address:
            xml.add(channel, "atom:link", attributes={"rel": rel, "href": address, "type": "application/rss+xml"})
    for hub in feed.hubs:
        xml.add(channel, "atom:link", attributes={"rel": "hub", "href": hub})
    for entry in feed.entries:
        _item(xml.add(channel, "item"), entry)
    return xml.to_bytes(rss)


def _item(item, entry: Entry):
    xml.add(item, "title", entry.title)
    xml.add(item, "link", entry.url)
    xml.add(item, "guid", entry.id, {"isPermaLink": "false"})
    xml.add(item, "pubDate", _rfc822(entry.published))
    xml.add(item, "dcterms:modified", xml.rfc3339(entry.modified))
    for author in entry.authors:
        xml.add(item, "dc:creator", author.name)
    for category in entry.categories:
        xml.add(item, "category", category.label, {"domain": category.scheme})
    xml.add(item, "description", escape(entry.summary, quote=False))  # of all texts this one is read as HTML
    xml.add(item, "content:encoded", entry.html)
    if entry.picture:
        _picture(item, entry.picture)
    if entry.origin and entry.origin.feed:
        xml.add(item, "source", entry.origin.name, {"url": entry.origin.feed})


def _picture(item, picture):
    size = {"width": picture.width, "height": picture.height}
    content = xml.add(item, "media:content", attributes={"url": picture.url, "medium": "image", "type": picture.type, **size})
    xml.add(content, "media:title", picture.caption or picture.alt, {"type": "plain"})
    xml.add(content, "media:description", picture.alt, {"type": "plain"})
    xml.add(content, "media:credit", picture.credit)


def _rfc822(instant):
    return format_datetime(instant.astimezone(xml.UTC), usegmt=True)

"""Atom 1.0 (RFC 4287), paged by RFC 5005."""

from articles.feeds import xml
from articles.feeds.documents import Entry, Feed

CONTENT_TYPE = "application/atom+xml; charset=utf-8"
NAMESPACE = "http://www.w3.org/2005/Atom"


def write(feed: Feed) -> bytes:
    root = xml.root("feed", **{"xmlns": NAMESPACE, "xml:lang": feed.language})
    xml.add(root, "id", feed.id)
    xml.add(root, "title", feed.title)
    xml.add(root, "subtitle", feed.description)
    xml.add(root, "updated", xml.rfc3339(feed.changed))
    xml.add(root, "link", attributes={"rel": "alternate", "type": "text/html", "href": feed.page})
    for rel, address in (("self", feed.address), ("first", feed.first), ("next", feed.next)):
        if address:
            xml.add(root, "link", attributes={"rel": rel, "type": "application/atom+xml", "href": address})
    for hub in feed.hubs:
        xml.add(root, "link", attributes={"rel": "hub", "href": hub})
    for entry in feed.entries:
        _entry(xml.add(root, "entry"), entry)
    return xml.to_bytes(root)


def _entry(element, entry: Entry):
    xml.add(element, "id", entry.id)
    xml.add(element, "title", entry.title)
    xml.add(element, "published", xml.rfc3339(entry.published))
    xml.add(element, "updated", xml.rfc3339(entry.modified))
    xml.add(element, "link", attributes={"rel": "alternate", "type": "text/html", "href": entry.url})
    if entry.original_url:
        xml.add(element, "link", attributes={"rel": "via", "href": entry.original_url})
    for author in entry.authors:
        person = xml.add(element, "author")
        xml.add(person, "name", author.name)
        xml.add(person, "uri", author.url)
    for category in entry.categories:
        xml.add(element, "category", attributes={"term": category.term, "scheme": category.scheme, "label": category.label})
    xml.add(element, "summary", entry.summary)
    xml.add(element, "content", entry.html, {"type": "html"})
    if entry.origin and (entry.origin.feed or entry.origin.site):
        _source(element, entry)


def _source(element, entry):
    """Where it first appeared. When their feed last changed is not known: as far as this story goes, with it."""
    source = xml.add(element, "source")
    xml.add(source, "id", entry.origin.feed or entry.origin.site)
    xml.add(source, "title", entry.origin.name)
    xml.add(source, "updated", xml.rfc3339(entry.published))
    if entry.origin.feed:
        xml.add(source, "link", attributes={"rel": "self", "href": entry.origin.feed})
    if entry.origin.site:
        xml.add(source, "link", attributes={"rel": "alternate", "href": entry.origin.site})

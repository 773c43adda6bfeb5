"""JSON Feed 1.1, with our own `_sport`: the rows of the facts that a story is about."""

import json
from dataclasses import asdict

from articles.feeds.documents import Entry, Feed
from articles.feeds.xml import rfc3339

CONTENT_TYPE = "application/feed+json"


def write(feed: Feed) -> bytes:
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.description,
        "home_page_url": feed.page,
        "feed_url": feed.address,
        "next_url": feed.next,
        "language": feed.language,
        "hubs": [{"type": "WebSub", "url": hub} for hub in feed.hubs],
    }
    document = {key: value for key, value in document.items() if value}
    document["items"] = [_item(entry, feed.language) for entry in feed.entries]
    return json.dumps(document, ensure_ascii=False).encode()


def _item(entry: Entry, language):
    item = {
        "id": entry.id,
        "url": entry.url,
        "external_url": entry.original_url,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.html,
        "image": entry.picture.url if entry.picture else "",
        "date_published": rfc3339(entry.published),
        "date_modified": rfc3339(entry.modified),
        "authors": [asdict(author) for author in entry.authors],
        "tags": [category.label for category in entry.categories],
        "language": language,
        "_sport": {"about": entry.about} if entry.about else {},
    }
    return {key: value for key, value in item.items() if value}

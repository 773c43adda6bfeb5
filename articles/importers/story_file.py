"""Our own story files and the lists of publishers and pictures beside them (docs/stories.md): bytes in, records out."""

import re
from datetime import datetime
from pathlib import PurePath

from articles.importers.records import (
    AuthorRecord,
    EventReference,
    LiveRecord,
    PictureRecord,
    PublisherRecord,
    Reference,
    StoryRecord,
)
from articles.text import lines_to_html, marked_to_html
from teams.importers.records import Place
from teams.importers.rows import Row, decoded, each, read_list, read_one

FENCE = "---"
ROLES = ("about", "mentions")
KINDS = ("team", "person", "competition", "match")


def read_story(content: bytes, file: str) -> StoryRecord:
    """The story in a file: fields between two lines of three hyphens, then its text."""
    head, text = _parted(decoded(content, file), file)
    row = read_one(head.encode(), file)
    try:
        body = marked_to_html(text)
    except ValueError as error:
        raise row.refuse(str(error)) from error
    story = _story(row, PurePath(file).stem, body)
    row.done()
    if not story.body:
        raise row.refuse("the story has no text; write it below the second ---")
    return story


def read_publishers(content: bytes, file: str) -> tuple[PublisherRecord, ...]:
    return each(read_list(content, file), _publisher)


def read_pictures(content: bytes, file: str) -> tuple[PictureRecord, ...]:
    return each(read_list(content, file), _picture)


def _parted(text, file):
    """Fields and text; an empty line stands for the first fence, so that line numbers stay those of the file."""
    lines = text.replace("\r\n", "\n").split("\n")
    if lines[0].rstrip() != FENCE:
        raise Row(Place(file, 1), {}).refuse("a story begins with a line of three hyphens")
    try:
        end = [line.rstrip() for line in lines].index(FENCE, 1)
    except ValueError:
        raise Row(Place(file, len(lines)), {}).refuse("the fields end with a line of three hyphens") from None
    return "\n".join(["", *lines[1:end]]), "\n".join(lines[end + 1 :])


def _story(row, name, body):
    row.needed("provenance")
    headline = row.needed("headline")
    return StoryRecord(
        place=row.place,
        name=name,
        language=row.needed("language"),
        kind=row.needed("kind"),
        headline=headline,
        slug=row.text("slug", name),
        standfirst=row.text("standfirst", ""),
        body=body,
        publisher=row.needed("publisher"),
        **_times(row),
        partner=row.text("partner", ""),
        source_url=row.text("source", ""),
        canonical=row.text("canonical"),
        picture=row.text("picture"),
        caption=row.text("caption", ""),
        authors=row.texts("authors") or (),
        topics=row.texts("topics") or (),
        cites=row.texts("cites") or (),
        links=tuple(_reference(one, role) for role in ROLES for one in row.rows(role)),
        live=tuple(_live(one) for one in row.rows("live")),
        live_until=_moment(row, "live_until"),
    )


def _times(row):
    """When it was published, and modified if it was: not before that."""
    published, modified = _moment(row, "published") or row.needed("published"), _moment(row, "modified")
    if modified and modified < published:
        raise row.refuse("modified: a story cannot be modified before it is published")
    return {"published": published, "modified": modified}


def _moment(row, name):
    value = row.text(name)
    try:
        return value and datetime.strptime(value, "%Y-%m-%d %H:%M")
    except ValueError:
        raise row.refuse(f"{name}: a time like 2025-11-05 23:10 was expected, not “{value}”") from None


def _reference(row, role):
    reference = _event(row, role) if row.has("event") else _fact(row, role)
    row.done()
    return reference


def _live(row):
    row.needed("at")
    entry = LiveRecord(
        place=row.place,
        at=_moment(row, "at"),
        event=_event(row, "mentions") if row.has("event") else None,
        headline=row.text("headline", ""),
        body=lines_to_html(row.needed("text")),
        is_key=row.flag("key") or False,
    )
    row.done()
    return entry


def _fact(row, role):
    named = [kind for kind in KINDS if row.has(kind)]
    if len(named) != 1:
        raise row.refuse(f"name one of {', '.join(KINDS)}, event here")
    return Reference(row.place, named[0], row.needed(named[0]), role)


def _event(row, role):
    minute, stoppage = _minute(row)
    slug, kind, person = row.needed("event"), row.needed("kind"), row.text("person")
    return EventReference(row.place, "event", slug, role, kind, minute, stoppage, person)


def _minute(row):
    value = row.text("minute")
    if value is None:
        return None, 0
    if found := re.fullmatch(r"(\d{1,3})(?:\+(\d{1,2}))?", value, re.ASCII):
        return int(found[1]), int(found[2] or 0)
    raise row.refuse(f"minute: 67 or 45+2 was expected, not “{value}”")


def _publisher(row):
    return PublisherRecord(
        place=row.place,
        slug=row.needed("slug"),
        name=row.needed("name"),
        kind=row.needed("kind"),
        site_url=row.text("site", ""),
        feed_url=row.text("feed", ""),
        colour=row.needed("colour"),
        about=row.text("about", ""),
        terms=row.text("terms", ""),
        canonical=row.needed("canonical"),
        authors=each(row.rows("authors"), _author),
    )


def _author(row):
    return AuthorRecord(
        place=row.place, slug=row.needed("slug"), name=row.needed("name"), role=row.text("role", ""), about=row.text("about", "")
    )


def _picture(row):
    return PictureRecord(
        place=row.place,
        name=row.needed("name"),
        file=row.needed("file"),
        alt_text=row.needed("alt"),
        caption=row.text("caption", ""),
        credit=row.needed("credit"),
        focus=row.text("focus", "0.5x0.5"),
    )

"""What a good record is, whatever source it was read from; `store` finds the rows that it names."""

from dataclasses import dataclass
from datetime import date, datetime

from teams.importers.records import Place


@dataclass(frozen=True, slots=True)
class PlatformText:
    """A story as copied from a platform: plain text; nothing in it points to our facts yet."""

    place: Place
    publisher: str
    partner: str
    dateline: date
    headline: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A fact that a story is tied to: the kind of row, its address, the tie's role, and where that is written."""

    place: Place
    kind: str
    slug: str
    role: str


@dataclass(frozen=True, slots=True)
class EventReference(Reference):
    """An event of the match with that address. Without a minute: one whose minute is not known. A person tells two apart."""

    event: str
    minute: int | None
    stoppage: int
    person: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveRecord:
    """What a story that was followed live told at one moment."""

    place: Place
    at: datetime
    event: EventReference | None
    headline: str
    body: str
    is_key: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRecord:
    """A whole story, ready to be read: people, pictures and publishers by their addresses, times in the newsroom's zone.

    In `body` blocks and speakers are named too (`articles.text.marked_to_html`).
    """

    place: Place
    name: str
    language: str
    kind: str
    headline: str
    slug: str
    standfirst: str
    body: str
    publisher: str
    published: datetime
    modified: datetime | None
    partner: str
    source_url: str
    canonical: str | None
    picture: str | None
    caption: str
    authors: tuple[str, ...]
    topics: tuple[str, ...]
    cites: tuple[str, ...]
    links: tuple[Reference, ...]
    live: tuple[LiveRecord, ...]
    live_until: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorRecord:
    place: Place
    slug: str
    name: str
    role: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublisherRecord:
    place: Place
    slug: str
    name: str
    kind: str
    site_url: str
    feed_url: str
    colour: str
    about: str
    terms: str
    canonical: str
    authors: tuple[AuthorRecord, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureRecord:
    """A picture file with the words that go with it; `focus` is across and down, "0.5x0.5"."""

    place: Place
    name: str
    file: str
    alt_text: str
    caption: str
    credit: str
    focus: str

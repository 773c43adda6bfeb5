"""What a feed says, whatever the format it is written in."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class Signature:
    name: str
    url: str


@dataclass(frozen=True)
class Category:
    scheme: str
    term: str
    label: str


@dataclass(frozen=True)
class Picture:
    url: str
    type: str
    width: int
    height: int
    alt: str
    caption: str
    credit: str


@dataclass(frozen=True)
class Origin:
    """The partner who published a story first; `feed` may be empty."""

    name: str
    site: str
    feed: str


@dataclass(frozen=True)
class Entry:
    id: str
    url: str
    title: str
    summary: str
    html: str
    published: datetime
    modified: datetime
    authors: tuple[Signature, ...]
    categories: tuple[Category, ...]
    picture: Picture | None = None
    origin: Origin | None = None
    original_url: str = ""
    about: dict[str, list[dict[str, str]]] = field(default_factory=dict)


@dataclass(frozen=True)
class Feed:
    id: str
    title: str
    description: str
    language: str
    page: str
    address: str
    first: str
    next: str
    changed: datetime
    entries: tuple[Entry, ...]
    hubs: tuple[str, ...] = ()

"""Blocks in a text: which row they show, never how it looks; how they are written, read and checked.

In the text a block is an empty element at the top level, `<story-block data-kind="table" data-id="3" data-on="2025-11-05">`.
The one exception holds words: who said what a quotation quotes, `<blockquote data-person="7" data-speaker="Cristian Chivu">`.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from html import escape, unescape
from typing import NamedTuple

from .embeds import embed

ELEMENT = "story-block"


class Block(NamedTuple):
    """`told` are its attributes without `data-`, sorted: hashable, so that the same block is loaded once."""

    kind: str
    told: tuple[tuple[str, str], ...]

    def get(self, name: str) -> str:
        return dict(self.told).get(name, "")

    @property
    def id(self) -> int:
        return int(self.get("id"))


def _is_id(value: str) -> bool:
    return bool(re.fullmatch(r"[1-9]\d{0,17}", value, re.ASCII))


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_side(value: str) -> bool:
    return value in ("home", "away")


def _is_caption(value: str) -> bool:
    return 0 < len(value.strip()) <= 300


def _is_embed(value: str) -> bool:
    return bool(re.fullmatch(r"\S{1,500}", value)) and embed(value) is not None


CHECKS: dict[str, Callable[[str], bool]] = {
    "id": _is_id,
    "other": _is_id,
    "on": _is_day,
    "side": _is_side,
    "caption": _is_caption,
    "url": _is_embed,
}

# What a block of each kind says: what it has to, and what it may.
KINDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "match": (("id",), ()),
    "event": (("id",), ()),
    "person": (("id",), ()),
    "table": (("id",), ("on",)),
    "lineup": (("id",), ("side",)),
    "meetings": (("id", "other"), ()),
    "fixtures": (("id",), ()),
    "correction": (("id",), ()),
    "picture": (("id",), ("caption",)),
    "embed": (("url",), ()),
}

# A tag as the sanitiser writes it: every "<" of a text is escaped, every value stands in double quotes.
TAG = re.compile(r'<(?P<end>/?)(?P<name>[a-z][a-z0-9-]*)(?P<attributes>(?:\s+[\w-]+="[^"]*")*)\s*>')
ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
VOID = ("br",)


def attributes(tag: re.Match) -> dict[str, str]:
    return {name: unescape(value) for name, value in ATTRIBUTE.findall(tag["attributes"])}


def block_of(kind: str, told: dict[str, str]) -> Block | None:
    """The block that says this, without what its kind does not know; None if that is not a block."""
    needed, also = KINDS.get(kind, ((), ()))
    known = {name: told[name] for name in (*needed, *also) if told.get(name) and CHECKS[name](told[name])}
    return Block(kind, tuple(sorted(known.items()))) if kind in KINDS and known.keys() >= set(needed) else None


def written(made: Block) -> str:
    """The block as it stands in a text."""
    told = "".join(f' data-{name}="{escape(value)}"' for name, value in made.told)
    return f'<{ELEMENT} data-kind="{made.kind}"{told}></{ELEMENT}>'


def read(tag: re.Match) -> Block | None:
    told = {name.removeprefix("data-"): value for name, value in attributes(tag).items()}
    return block_of(told.pop("kind", ""), told)


def parts(body: str) -> Iterator[str | Block]:
    """A sanitised text in its order: stretches of HTML, and the blocks between them.

    Who said a quotation comes as a block of kind "speaker", at the end of the quotation.
    """
    said, start = [], 0
    for tag in TAG.finditer(body):
        if tag["name"] == "blockquote" and not tag["end"]:
            said.append(_speaker(attributes(tag)))
        elif tag["name"] == "blockquote" and said and (speaker := said.pop()):
            yield from (body[start : tag.start()], speaker)
            start = tag.start()
        elif tag["name"] == ELEMENT and not tag["end"]:
            yield body[start : tag.start()]
            yield from filter(None, [read(tag)])
            start = tag.end() + len(f"</{ELEMENT}>")
    yield body[start:]


def blocks_in(bodies: Iterable[str]) -> set[Block]:
    """Every block of these texts; asks nothing of a text that has none."""
    marked = (body for body in bodies if f"<{ELEMENT}" in body or "data-speaker=" in body)
    return {part for body in marked for part in parts(body) if isinstance(part, Block)}


def pictures_in(body: str) -> set[int]:
    """The numbers of the pictures that stand in the text."""
    return {block.id for block in blocks_in([body]) if block.kind == "picture"}


def _speaker(told: dict[str, str]) -> Block | None:
    name, person = told.get("data-speaker", ""), told.get("data-person", "")
    if not name:
        return None
    return Block("speaker", (("id", person), ("name", name)) if _is_id(person) else (("name", name),))

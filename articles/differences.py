"""What two texts say differently: block by block, and within a block word by word. Pure: HTML and words in, rows out."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from html.parser import HTMLParser
from itertools import pairwise
from typing import NamedTuple

SAME, REMOVED, ADDED = "same", "removed", "added"

_BLOCKS = {"p", "h2", "h3", "h4", "li", "td", "th", "blockquote", "figcaption", "pre"}
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*"}
_VOID_MARKS = {"br": "\n", "hr": "—"}
_NO_MARKS = {"ul", "ol", "table", "tbody", "thead", "tr", "div", "figure", "span", "colgroup", "col"}
# Words keep their apostrophe (l’Inter is two), numbers their points; spaces and marks stand alone.
_TOKENS = re.compile(r"\w+(?:[.,:]\w+)*|\s+|[^\w\s]")
# Below this share of common words two blocks are not the same one changed, but one gone and another come.
_ALIKE = 0.3


class Block(NamedTuple):
    """A paragraph, a heading, a line of a list, a cell; `text` shows bold, italic and links by light marks."""

    tag: str
    text: str


class Piece(NamedTuple):
    kind: str
    text: str


class Row(NamedTuple):
    """A block of the older text beside what became of it in the newer one; None: it has none there."""

    tag: str
    old: list[Piece] | None
    new: list[Piece] | None

    @property
    def is_changed(self) -> bool:
        pieces = (self.old or []) + (self.new or [])
        return self.old is None or self.new is None or any(piece.kind != SAME for piece in pieces)


def blocks_of(html: str) -> list[Block]:
    reader = _Blocks()
    reader.feed(html)
    reader.close()
    reader.end_block()
    return reader.blocks


def lines_of(text: str) -> list[Block]:
    """A text without marks, a block for each line."""
    return [Block("p", line) for line in text.splitlines() if line.strip()]


def compare(old: Sequence[Block], new: Sequence[Block]) -> list[Row]:
    """Both texts side by side, from beginning to end."""
    rows = []
    for kind, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            rows += [Row(block.tag, [Piece(SAME, block.text)], [Piece(SAME, block.text)]) for block in old[start:end]]
        else:
            rows += _changed(old[start:end], new[new_start:new_end])
    return rows


def words_changed(old: Sequence[Block], new: Sequence[Block]) -> tuple[int, int]:
    """How many words came and how many went; one that only moved did neither."""
    before, after = (Counter(re.findall(r"\w+", " ".join(block.text for block in blocks))) for blocks in (old, new))
    return (after - before).total(), (before - after).total()


def _changed(old, new) -> Iterator[Row]:
    pairs = _alike(old, new)
    for (start, new_start), (end, new_end) in pairwise([(-1, -1), *pairs, (len(old), len(new))]):
        yield from (Row(block.tag, [Piece(REMOVED, block.text)], None) for block in old[start + 1 : end])
        yield from (Row(block.tag, None, [Piece(ADDED, block.text)]) for block in new[new_start + 1 : new_end])
        if end < len(old):
            yield Row(new[new_end].tag, *_words(old[end].text, new[new_end].text))


def _alike(old, new) -> list[tuple[int, int]]:
    """Which changed block of the old text goes on in which of the new one, in their order."""
    if len(old) == len(new) == 1:
        return [(0, 0)]
    words = [set(re.findall(r"\w+", block.text.lower())) for block in new]
    pairs, first = [], 0
    for number, block in enumerate(old):
        mine = set(re.findall(r"\w+", block.text.lower()))
        shares = [(len(mine & words[n]) / (len(mine | words[n]) or 1), -n) for n in range(first, len(new))]
        best, place = max(shares, default=(0, 0))
        if best >= _ALIKE:
            pairs.append((number, -place))
            first = 1 - place
    return pairs


def _words(old: str, new: str) -> tuple[list[Piece], list[Piece]]:
    before, after = _TOKENS.findall(old), _TOKENS.findall(new)
    told, now = [], []
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for number, (kind, start, end, new_start, new_end) in enumerate(codes):
        # A space between two words that went is part of what went.
        between = 0 < number < len(codes) - 1 and "".join(before[start:end]).isspace()
        is_same = kind == "equal" and not between
        for pieces, tokens, change in ((told, before[start:end], REMOVED), (now, after[new_start:new_end], ADDED)):
            _add(pieces, SAME if is_same else change, "".join(tokens))
    return told, now


def _add(pieces, kind, text):
    """One piece for all that has the same lot."""
    if pieces and text and pieces[-1].kind == kind:
        pieces[-1] = Piece(kind, pieces[-1].text + text)
    elif text:
        pieces.append(Piece(kind, text))


class _Blocks(HTMLParser):
    def __init__(self):
        super().__init__()
        self.blocks, self.text, self.tag, self.links = [], "", "p", []

    def handle_starttag(self, tag, attrs):
        if tag in _BLOCKS:
            self.end_block()
            # A line of a list holds a paragraph: the outer one says more.
            self.tag = tag if tag != "p" or self.tag == "p" else self.tag
        elif tag == "a":
            self.text += "["
            self.links.append(dict(attrs).get("href") or "")
        elif tag not in _NO_MARKS:
            self.text += _MARKS.get(tag) or _VOID_MARKS.get(tag) or _thing(tag, attrs)

    def handle_endtag(self, tag):
        if tag in _BLOCKS:
            self.end_block()
            self.tag = "p" if tag != "p" else self.tag
        elif tag == "a" and self.links:
            self.text += f"]({self.links.pop()})"
        else:
            self.text += _MARKS.get(tag, "")

    def handle_data(self, data):
        self.text += re.sub(r"\s+", " ", data)

    def end_block(self):
        if text := self.text.strip():
            self.blocks.append(Block(self.tag, text))
        self.text = ""


def _thing(tag, attrs):
    """What has no words of its own, a picture or a card, by its name and what it points to."""
    told = " ".join(str(value) for _name, value in attrs if value)
    return f"⟨{tag} {told}⟩"

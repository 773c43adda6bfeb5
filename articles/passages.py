"""The plain text of a body, and changes made to it that leave its markup alone."""

import re
from html import escape, unescape
from typing import NamedTuple

_TOKEN = re.compile(r"<[^>]*>|&#?\w+;|[^<&]|.", re.DOTALL)
_BREAKS = re.compile(r"<(?:/(?:p|h\d|li|td|th|tr|blockquote|figcaption|figure|table|ul|ol)|br)\b", re.IGNORECASE)


class Passage(NamedTuple):
    """The letters of a body, its blocks parted by line breaks, and where each of them stands in the HTML."""

    text: str
    spans: list[tuple[int, int]]


def passage(html: str) -> Passage:
    """
    >>> passage("<p>L&amp;R <strong>2-1</strong></p><p>Fine</p>").text
    'L&R 2-1\\nFine'
    """
    letters: list[str] = []
    spans: list[tuple[int, int]] = []
    for found in _TOKEN.finditer(html):
        token, span = found[0], found.span()
        if token.startswith("<") and len(token) > 1:
            if _BREAKS.match(token) and letters and letters[-1] != "\n":
                letters.append("\n")
                spans.append((span[0], span[0]))
            continue
        for letter in unescape(token):
            letters.append(" " if letter.isspace() else letter)
            spans.append(span)
    while letters and letters[-1] == "\n":
        letters.pop(), spans.pop()
    return Passage("".join(letters), spans)


def plain(html: str) -> str:
    return passage(html).text


def replaced(html: str, start: int, end: int, words: str) -> str:
    """The HTML with the letters from `start` to `end` of its plain text made `words`; what both have in common is not touched.

    >>> replaced("<p>L'Inter <em>vince</em> 2-1 <a href='/'>a Roma</a>.</p>", 0, 24, "L'Inter vince 1-1 a Roma")
    "<p>L'Inter <em>vince</em> 1-1 <a href='/'>a Roma</a>.</p>"
    """
    found = passage(html)
    before = found.text[start:end]
    head = _shared(before, words)
    tail = _shared(before[head:][::-1], words[head:][::-1])
    start, end, words = start + head, end - tail, words[head : len(words) - tail]
    at = found.spans[start][0] if start < end else found.spans[start - 1][1] if start else 0
    for first, last in sorted(set(found.spans[start:end]), reverse=True):
        html = html[:first] + html[last:]
    return html[:at] + escape(words, quote=False) + html[at:]


def _shared(one: str, other: str) -> int:
    """How many letters both begin with."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))

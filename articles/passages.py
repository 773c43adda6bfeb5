"""The plain text of a body, and changes made to it that leave its markup alone."""

import re
from difflib import SequenceMatcher
from html import escape, unescape
from itertools import accumulate
from typing import NamedTuple

_TOKEN = re.compile(r"<[^>]*>|&#?\w+;|[^<&]|.", re.DOTALL)
_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
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

    >>> replaced("<p>L'Inter <em>vince</em> 2-1 <a href='/'>a Roma</a>.</p>", 0, 24, "L'Inter perde 1-2 a Roma")
    "<p>L'Inter <em>perde</em> 1-2 <a href='/'>a Roma</a>.</p>"
    """
    found = passage(html)
    before, after = _WORDS.findall(found.text[start:end]), _WORDS.findall(words)
    places = list(accumulate(map(len, before), initial=start))
    for kind, i, j, k, m in reversed(SequenceMatcher(None, before, after, autojunk=False).get_opcodes()):
        if kind != "equal":
            html = _put(html, found.spans, places[i], places[j], "".join(after[k:m]))
    return html


def _put(html: str, spans: list[tuple[int, int]], start: int, end: int, words: str) -> str:
    """One run of letters made other words; the last run of a text first, so that the places of the others stay true."""
    at = spans[start][0] if start < end else spans[start - 1][1] if start else 0
    for first, last in sorted(set(spans[start:end]), reverse=True):
        html = html[:first] + html[last:]
    return html[:at] + escape(words, quote=False) + html[at:]

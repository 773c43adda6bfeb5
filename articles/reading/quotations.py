"""Speech marks: what stands between them, and which paragraphs are somebody's words from beginning to end."""

import re

_CLOSED_BY = {"«": "»", "“": "”", "„": "“", '"': '"'}
# Single marks are apostrophes too: they open behind a blank and close before one.
_SINGLE = re.compile(r"(?<![\w’'])[‘'](?=\w)([^‘\n]+?)(?<=[.,!?…])[’'](?!\w)")


def is_quotation(paragraph: str) -> bool:
    """Whether the marks that open the paragraph close at its very end, so that nothing in it stands outside them.

    >>> is_quotation("«Colpa mia – ha detto – e di nessun altro».")
    True
    >>> is_quotation("«Bene», ha detto. «Molto bene»."), is_quotation("Ha detto: «Bene».")
    (False, False)
    """
    paragraph = paragraph.strip()
    closing = _CLOSED_BY.get(paragraph[:1])
    return closing is not None and paragraph[_end(paragraph, closing) + 1 :].strip(" .") == "" and len(paragraph) > 2


def _end(paragraph, closing):
    """Where the first mark is closed, with marks of the same kind inside it skipped; the last place if nowhere."""
    opening, depth = paragraph[0], 0
    for place, letter in enumerate(paragraph):
        if letter == closing and place and depth == 1:
            return place
        depth += (letter == opening) - (letter == closing and opening != closing)
    return -1


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Where words stand between speech marks, the marks left out, in order; marks within marks belong to the outer ones.

    >>> text = 'Ha detto: «Bene «così»», poi "basta".'
    >>> [text[start:end] for start, end in quoted_spans(text)]
    ['Bene «così»', 'basta']
    """
    spans, at = [], 0
    while at < len(text):
        closing = _CLOSED_BY.get(text[at])
        end = _end(text[at : _line_end(text, at)], closing) if closing else -1
        if end > 0:
            spans.append((at + 1, at + end))
            at += end
        at += 1
    outside = [found.span(1) for found in _SINGLE.finditer(text)]
    return sorted([*spans, *(one for one in outside if not any(a <= one[0] < b for a, b in spans))])


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end

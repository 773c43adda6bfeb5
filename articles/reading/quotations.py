"""Speech marks: which paragraphs are somebody's words from beginning to end."""

_CLOSED_BY = {"«": "»", "“": "”", "„": "“", '"': '"'}


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

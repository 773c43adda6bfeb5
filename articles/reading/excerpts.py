"""The passage of a text that shows best why it was found, its words marked."""

from typing import NamedTuple

from articles.reading.words import WORD, stems

WIDTH, LEAD, MOST_HITS = 220, 60, 20


class Piece(NamedTuple):
    """Some of the passage; `found` where it is one of the words that were looked for."""

    text: str
    found: bool


def excerpt(text: str, wanted: set[str], language: str) -> list[Piece]:
    """About 220 characters around the place where the most different words stand; the beginning if none of them does.

    `wanted`: stems. Concatenated, the pieces are a part of the text, with … where something was left out.
    """
    hits = [(match.start(), match.end(), wanted.intersection(stems(match[0], language))) for match in WORD.finditer(text)]
    hits = [hit for hit in hits if hit[2]]
    start = max(0, _best(hits) - LEAD)
    start = text.rfind(" ", 0, start) + 1
    end = len(text) if len(text) <= start + WIDTH else max(text.rfind(" ", start, start + WIDTH), start + LEAD)
    passage = _pieces(text, [(first, last) for first, last, _ in hits if start <= first and last <= end], start, end)
    return [Piece("… ", False)] * (start > 0) + passage + [Piece(" …", False)] * (end < len(text))


def _best(hits: list[tuple[int, int, set[str]]]) -> int:
    """Where the window begins that holds the most different words; the first one of several."""
    best, most = 0, 0
    for number, (start, _, _) in enumerate(hits):
        near = hits[number : number + MOST_HITS]
        within = set().union(*(words for _, last, words in near if last <= start + WIDTH - LEAD))
        if len(within) > most:
            best, most = start, len(within)
    return best


def _pieces(text: str, hits: list[tuple[int, int]], start: int, end: int) -> list[Piece]:
    pieces, place = [], start
    for first, last in hits:
        pieces += [Piece(text[place:first], False), Piece(text[first:last], True)]
        place = last
    return [piece for piece in [*pieces, Piece(text[place:end], False)] if piece.text]

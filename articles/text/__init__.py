"""The text of a story: what it may contain, how plain text becomes it, and the blocks in it that are drawn from live data."""

from .blocks import ELEMENT, Block, block_of, blocks_in, parts, pictures_in, written
from .grammar import ALLOWANCES, BODY_EXTENSIONS, LINE_EXTENSIONS, modernised, tidied
from .marks import html_to_lines, lines_to_html, marked_to_html, paragraphs_to_html

__all__ = [
    "ALLOWANCES",
    "BODY_EXTENSIONS",
    "ELEMENT",
    "LINE_EXTENSIONS",
    "Block",
    "block_of",
    "blocks_in",
    "html_to_lines",
    "lines_to_html",
    "marked_to_html",
    "modernised",
    "paragraphs_to_html",
    "parts",
    "pictures_in",
    "tidied",
    "written",
]

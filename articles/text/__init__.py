"""The text of a story: what it may contain, how plain text becomes it, and the blocks in it that are drawn from live data."""

from .blocks import ELEMENT, Block, block_of, blocks_in, parts, pictures_in, written
from .grammar import ALLOWANCES, BODY_EXTENSIONS, modernised, tidied
from .marks import marked_to_html, paragraphs_to_html

__all__ = [
    "ALLOWANCES",
    "BODY_EXTENSIONS",
    "ELEMENT",
    "Block",
    "block_of",
    "blocks_in",
    "marked_to_html",
    "modernised",
    "paragraphs_to_html",
    "parts",
    "pictures_in",
    "tidied",
    "written",
]

"""Which stories state what has just changed: what texts state, held against the facts, and the queue that follows from it."""

from .queue import open_for
from .reviewing import is_due, review
from .stated import compare, rebuild

__all__ = ["compare", "is_due", "open_for", "rebuild", "review"]

"""Which stories state what has just changed: what texts state, held against the facts, and the queue that follows from it."""

from .queue import close, draft_of_note, open_for, open_in
from .reviewing import is_due, review
from .stated import compare, rebuild

__all__ = ["close", "compare", "draft_of_note", "is_due", "open_for", "open_in", "rebuild", "review"]

"""The blocks in the text of a story, drawn from live data: for its page, for the desk, and as plain lines for feeds."""

from .drawing import Drawn, context, of

__all__ = ["Drawn", "context", "of"]

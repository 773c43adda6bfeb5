"""Lists of words as patterns."""

import re


def any_of(words: str) -> re.Pattern[str]:
    """A pattern for any of the words, whole and in any case; each may be a pattern, with _ for the blank within it.

    >>> bool(any_of("gol own_goals?").search("Two own goals")), bool(any_of("gol").search("golf"))
    (True, False)
    """
    return re.compile(rf"(?<!\w)(?:{'|'.join(words.split()).replace('_', ' ')})(?!\w)", re.IGNORECASE)


def words(text: str) -> tuple[str, ...]:
    """The words of a list, in order; as a tuple, because some of them are counted."""
    return tuple(text.split())

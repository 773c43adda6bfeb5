"""The words of a text as the search index keeps them: stems without accents, so that allenatore finds allenatori."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import snowballstemmer

from teams.names import fold

WORD = re.compile(r"[^\W_]+")
_ALGORITHMS = {"it": "italian", "en": "english"}


@lru_cache(maxsize=1 << 16)
def stems(word: str, language: str) -> tuple[str, ...]:
    """The stem of one word, and the one it has for readers who leave its accents out, where that is another.

    >>> stems("Allenatori", "it"), stems("Martínez", "en")
    (('allen',), ('martinez',))
    """
    # A stemmer keeps its place in the word between two steps: threads must not share one.
    stemmer = snowballstemmer.stemmer(_ALGORITHMS[language])
    written = unicodedata.normalize("NFC", word.lower())
    found = (_plain(stemmer.stemWord(form)) for form in (written, _plain(written)))
    return tuple(dict.fromkeys(stem for stem in found if stem))


def stems_of(text: str, language: str) -> Iterable[str]:
    """The stems of every word of a text, in its order."""
    for word in WORD.findall(text):
        yield from stems(word, language)


def _plain(word: str) -> str:
    return "".join(WORD.findall(fold(word)))

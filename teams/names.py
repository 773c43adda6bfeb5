"""One way of comparing names: what is folded the same is written the same."""

import re
import unicodedata

_LETTERS = str.maketrans({"ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "e", "Ə": "e", "þ": "th", "ð": "d"})  # fmt: skip
_APOSTROPHES = re.compile(r"[’‘`´ʼ]")
_NOT_WORDS = re.compile(r"[^\w']+", re.UNICODE)


def fold(text: str) -> str:
    """Lower case, no accents, one blank between words, straight apostrophes.

    >>> fold("FC Internazionale  Milano"), fold("Çalhanoğlu"), fold("D’Aversa")
    ('fc internazionale milano', 'calhanoglu', "d'aversa")
    """
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS).lower())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _NOT_WORDS.sub(" ", _APOSTROPHES.sub("'", plain)).strip()


def to_slug(text: str) -> str:
    """The address of a name: Lautaro Martínez becomes lautaro-martinez."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text).replace("'", "")).strip("-")

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


def season_label(text: str) -> str:
    """A season as it is labelled: 2024/25 and 2024-2025 are 2024-25, a summer is 2022.

    >>> season_label("1999/2000"), season_label("2024/25"), season_label("2022")
    ('1999-00', '2024-25', '2022')
    """
    found = re.fullmatch(r"(\d{4})[-/–](?:\d{2})?(\d{2})", text.strip())
    return f"{found[1]}-{found[2]}" if found else text.strip()

"""Numbers in words, in Italian and in English: cardinals and ordinals up to what sport needs."""

import re
from typing import NamedTuple

from articles.reading.vocabulary import words

_IT = words(
    """
    zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici
    diciassette diciotto diciannove venti
    """
)
_EN = words(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty
    """
)
_MORE = {"nil": 0, "una": 1, "un": 1, "trenta": 30, "quaranta": 40, "thirty": 30, "forty": 40, "ventuno": 21, "ventidue": 22}
NUMBER_WORDS = {word: number for words in (_IT, _EN) for number, word in enumerate(words)} | {"nil": 0, "una": 1}
CARDINALS = NUMBER_WORDS | _MORE

_IT_ORDINALS = words(
    """
    primo secondo terzo quarto quinto sesto settimo ottavo nono decimo undicesimo dodicesimo tredicesimo quattordicesimo
    quindicesimo sedicesimo diciassettesimo diciottesimo diciannovesimo ventesimo
    """
)
_EN_ORDINALS = words(
    """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth twentieth
    """
)


class Language(NamedTuple):
    """Its words for numbers in order: cardinals from nought, ordinals from the first."""

    cardinals: tuple[str, ...]
    ordinals: tuple[str, ...]


ITALIAN, ENGLISH = Language(_IT, _IT_ORDINALS), Language(_EN, _EN_ORDINALS)
ORDINALS = {word[:-1] + ending: place for place, word in enumerate(_IT_ORDINALS, start=1) for ending in "oaie"}
ORDINALS["terzi"] = 3
ORDINALS |= {word: place for place, word in enumerate(_EN_ORDINALS, start=1)}
CARDINAL = r"\d+|" + "|".join(sorted(CARDINALS, key=len, reverse=True))
ORDINAL = r"\d{1,3}(?:st|nd|rd|th|º|ª|°|esim[oaie])|" + "|".join(sorted(ORDINALS, key=len, reverse=True))
_LEADING = re.compile(r"\d+")


def number_of(text: str) -> int | None:
    """The number that a word or figure says, be it of count or of order.

    >>> number_of("quattro"), number_of("10th"), number_of("sesti"), number_of("gol")
    (4, 10, 6, None)
    """
    text = text.lower()
    if found := _LEADING.match(text):
        return int(found[0])
    return CARDINALS.get(text, ORDINALS.get(text))

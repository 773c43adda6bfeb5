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
_IT_TENS = words("venti trenta quaranta cinquanta sessanta settanta ottanta novanta")
_EN_TENS = words("twenty thirty forty fifty sixty seventy eighty ninety")


def _italian(number: int) -> str:
    """The word for a number from 20 to 99: a vowel is dropped before "uno" and "otto", and "tre" bears an accent."""
    ten, one = _IT_TENS[number // 10 - 2], number % 10
    stem = ten[:-1] if one in (1, 8) else ten
    return stem + ("tré" if one == 3 else _IT[one] if one else "")


def _english(number: int) -> str:
    ten, one = _EN_TENS[number // 10 - 2], number % 10
    return f"{ten}-{_EN[one]}" if one else ten


_IT = (*_IT[:20], *(_italian(number) for number in range(20, 100)))
_EN = (*_EN[:20], *(_english(number) for number in range(20, 100)))
_ALSO = {word.replace("tré", "tre"): number for number, word in enumerate(_IT) if word.endswith("tré")}
_ALSO |= {word.replace("-", " "): number for number, word in enumerate(_EN) if "-" in word}
NUMBER_WORDS = {word: number for words in (_IT[:21], _EN[:21]) for number, word in enumerate(words)} | {"nil": 0, "una": 1}
CARDINALS = (
    NUMBER_WORDS | {word: number for words in (_IT, _EN) for number, word in enumerate(words)} | _ALSO | {"nil": 0, "un": 1}
)

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


def _italian_place(number: int) -> str:
    """ "ventunesimo", but "ventitreesimo" and "ventiseiesimo" keep their vowel."""
    word = _IT[number].replace("é", "e")
    return (word if number % 10 in (3, 6) else word[:-1]) + "esimo"


def _english_place(number: int) -> str:
    ten = _EN_TENS[number // 10 - 2]
    return f"{ten}-{_EN_ORDINALS[number % 10 - 1]}" if number % 10 else f"{ten[:-1]}ieth"


_IT_ORDINALS = (*_IT_ORDINALS, *(_italian_place(number) for number in range(21, 41)))
_EN_ORDINALS = (*_EN_ORDINALS, *(_english_place(number) for number in range(21, 41)))


class Language(NamedTuple):
    """Its words for numbers in order: cardinals from nought, ordinals from the first."""

    cardinals: tuple[str, ...]
    ordinals: tuple[str, ...]


ITALIAN, ENGLISH = Language(_IT, _IT_ORDINALS), Language(_EN, _EN_ORDINALS)
ORDINALS = {word[:-1] + ending: place for place, word in enumerate(_IT_ORDINALS, start=1) for ending in "oaie"}
ORDINALS["terzi"] = 3
ORDINALS |= {word: place for place, word in enumerate(_EN_ORDINALS, start=1)}
# Each pattern tries few words at a place: what shares a beginning or an ending stands in one branch.
_UNITS = "|".join(_EN[1:10])
_BEYOND = (
    rf"(?:{'|'.join(_EN_TENS)})(?:[- ](?:{_UNITS})\b)?"
    rf"|(?:{'|'.join(ten[:-1] for ten in _IT_TENS)})(?:uno|otto|[ia](?:due|tr[eé]|quattro|cinque|sei|sette|nove)?)"
)
CARDINAL = rf"\d+|{_BEYOND}|" + "|".join(sorted({*NUMBER_WORDS, "un"} - {"venti", "twenty"}, key=len, reverse=True))
_IT_STEMS = "|".join(word[:-1] for word in reversed(_IT_ORDINALS[:20]))
ORDINAL_WORD = (
    rf"(?:(?:vent|trent)(?:un|ott|[ia](?:du|tre|quattr|cinqu|sei|sett|nov))esim|trentesim|quarantesim|{_IT_STEMS})[oaie]"
    rf"|(?:twenty|thirty)-(?:{'|'.join(_EN_ORDINALS[:9])})|(?:thirt|fort)ieth"
    rf"|{'|'.join(sorted(_EN_ORDINALS[:20], key=len, reverse=True))}"
)
ORDINAL = rf"\d{{1,3}}(?:st|nd|rd|th|º|ª|°|esim[oaie])|{ORDINAL_WORD}"
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

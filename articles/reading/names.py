"""Where a text bears a name that we know: a dictionary of folded words, the longest name first; not who is meant."""

import re
from collections.abc import Hashable, Iterable, Sequence
from typing import NamedTuple

from articles.reading.tokens import Token, folded
from articles.reading.vocabulary import words

# Between the words of one name: a blank, a hyphen, an apostrophe, a stroke, the full stop of an initial; no comma, no new line.
_WITHIN_A_NAME = re.compile(r"[ \t\u00a0]*[-–’'‘`/&]?[ \t\u00a0]*|\.[ \u00a0]?")
_WORD = re.compile(r"\w+")
# What a colour or a demonym ends in, with its other forms: rossonero, rossonera, rossoneri, rossonere.
_ENDINGS = (("chi", ("co", "ca", "che", "chi")), ("ghi", ("go", "ga", "ghe", "ghi")), ("i", ("o", "a", "e", "i")))
# A first name alone says who is meant only where few have it: Lautaro, not Marco.
FEW = 4
_PARTICLES = frozenset(
    words(
        """
    de di da do dos del della dal la le lo van von der den ten ter el al ben bin mc mac san st
    """
    )
)
# What may stand small at the beginning of a name, however the name is kept: san Siro, la Liga, de Ligt.
_SMALL_FIRST = _PARTICLES | {"real", "stadio", "coppa", "serie", "monsieur", "santiago"}
_TWO_FORMS = re.compile(r"(esi|ensi|ali|esti|enti|oti)$")


class Name(NamedTuple):
    """One spelling of one thing.

    `target` None: something that is none of ours, so that "Inter" inside "Inter News 24" is left alone.
    `sort`: "" for a name; "people" for a word for a club's people, "colours" for its colours; "surname", "given" of a person,
    "part" for the last word of a longer surname: Felix, Gittens.
    `in_context`: it counts only where the text speaks of the thing otherwise too. `town`: its town is spelled the same.
    """

    text: str
    target: Hashable | None
    language: str = ""
    in_context: bool = False
    town: bool = False
    sort: str = ""


class Spot(NamedTuple):
    """Words of the text that are a name, and all who bear it: from the word `first` to the word `last`, inclusive."""

    first: int
    last: int
    bearers: tuple[Name, ...]

    @property
    def is_single(self) -> bool:
        return self.first == self.last


class Dictionary:
    """Built once from names, then asked about texts; 200,000 names take a second and some tens of megabytes."""

    def __init__(self, names: Iterable[Name]):
        self._bearers: dict[str, Name | tuple[Name, ...]] = {}
        self._longest: dict[str, int] = {}
        given: dict[str, list[Name]] = {}
        for name in names:
            words = key_of(name.text)
            if name.sort == "given" and words:
                given.setdefault(words[0], []).append(name)
            elif words:
                self._add(words, name)
        self.given_names = frozenset(given)
        for word, bearers in given.items():
            for name in bearers if len(bearers) <= FEW else ():
                self._add((word,), name)

    def __len__(self):
        return len(self._bearers)

    def _add(self, words: tuple[str, ...], name: Name) -> None:
        key = " ".join(words)
        self._longest[words[0]] = max(self._longest.get(words[0], 0), len(words))
        there = self._bearers.get(key)
        if there is None:
            self._bearers[key] = name
        elif name not in (known := there if type(there) is tuple else (there,)):
            self._bearers[key] = (*known, name)

    def bearers(self, words: Sequence[str]) -> tuple[Name, ...]:
        there = self._bearers.get(" ".join(words), ())
        return there if type(there) is tuple else (there,)

    def spots(self, text: str, words: Sequence[Token], language: str = "") -> list[Spot]:
        """Every place where a name stands, the longest that begins there; they do not overlap.

        A word of one name is written with its capital if the name is.
        """
        found, at = [], 0
        while at < len(words):
            reach = _reach(words, at, self._longest.get(words[at].folded, 0))
            for last in range(at + reach - 1, at - 1, -1):
                bearers = self.bearers([word.folded for word in words[at : last + 1]])
                if fitting := tuple(name for name in bearers if _fits(name, words, at, last, language)):
                    found.append(Spot(at, last, fitting))
                    at = last
                    break
            at += 1
        return found


def key_of(text: str) -> tuple[str, ...]:
    """The words of a name as they are compared.

    >>> key_of("Atlético de Madrid"), key_of("Bodø/Glimt")
    (('atletico', 'de', 'madrid'), ('bodo', 'glimt'))
    """
    return tuple(folded(word) for word in _WORD.findall(text))


def surname_of(name: str) -> str:
    """The surname of a full name, with the particles before it.

    >>> surname_of("Gian Piero Gasperini"), surname_of("Daniele De Rossi"), surname_of("Erik ten Hag"), surname_of("Pedro")
    ('Gasperini', 'De Rossi', 'ten Hag', 'Pedro')
    """
    words = name.split()
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in _PARTICLES:
        first -= 1
    return " ".join(words[first:])


def declined(word: str) -> set[str]:
    """The forms of an Italian colour or demonym that stands in the plural.

    >>> sorted(declined("rossoneri")), sorted(declined("laziali")), declined("granata")
    (['rossonera', 'rossonere', 'rossoneri', 'rossonero'], ['laziale', 'laziali'], {'granata'})
    """
    if " " in word or word.istitle():
        return {word}
    if _TWO_FORMS.search(word):
        return {word, word[:-1] + "e"}
    if word.endswith("isti"):
        return {word, word[:-1] + "a", word[:-1] + "e"}
    for ending, forms in _ENDINGS:
        if word.endswith(ending):
            return {word[: -len(ending)] + form for form in forms}
    return {word}


def _reach(words: Sequence[Token], first: int, longest: int) -> int:
    """How many words from `first` on may be one name: no more than the dictionary's longest, none across a comma."""
    reach = min(longest, 1)
    while reach < longest and first + reach < len(words):
        before, gap = words[first + reach - 1], words[first + reach].gap
        if not _WITHIN_A_NAME.fullmatch(gap) or (gap.startswith(".") and before.end - before.start > 3):
            break
        reach += 1
    return reach


def _fits(name: Name, words: Sequence[Token], first: int, last: int, language: str) -> bool:
    """Whether the name may stand here: its language, and its capital where it is one word."""
    if name.language and language and name.language != language:
        return False
    if first == last or len(words[first].folded) == 1:
        return words[first].is_capital or not name.text[0].isupper()
    capitals = [word.is_capital for word in words[first : last + 1]]
    if name.target is None:
        # What hides a name of ours has to be written as it is: "la Roma tre volte" is no university.
        return all(capital or not word[0].isupper() for capital, word in zip(capitals, _WORD.findall(name.text), strict=True))
    if not capitals[0] and name.text[0].isupper() and words[first].folded not in _SMALL_FIRST:
        return False
    return any(capitals) or name.text.islower()

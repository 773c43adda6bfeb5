"""Which names a text bears: a dictionary of folded words, the longest name first, and never a guess."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from articles.reading.language import COMMON_WORDS
from teams.names import fold

# Between the words of one name: a blank, a hyphen, an apostrophe, a stroke, the full stop of an initial; no comma, no new line.
_WITHIN_A_NAME = re.compile(r"[ \t\u00a0]*[-–’'‘`/&]?[ \t\u00a0]*|\.[ \u00a0]?")
_WORD = re.compile(r"\w+")
# "a Roma", "in Bologna": the town; the club takes an article or none.
_BEFORE_A_TOWN = {"it": {"a", "ad", "in", "di", "da"}, "en": {"in", "from", "near"}}


@dataclass(frozen=True)
class Name:
    """One spelling of one thing.

    `target` None: something that is none of ours, so that "Inter" inside "Inter News 24" is left alone.
    `in_context`: it counts only where the text names the thing otherwise too. `town`: its town is spelled the same.
    """

    text: str
    target: Hashable | None
    language: str = ""
    in_context: bool = False
    town: bool = False


class Mention(NamedTuple):
    """A name found: code points into the text, end exclusive, and whose it is."""

    start: int
    end: int
    surface: str
    target: Hashable


class _Word(NamedTuple):
    start: int
    end: int
    folded: str
    is_capital: bool


class _Span(NamedTuple):
    """A name in the text with all who bear it."""

    first: int
    last: int
    bearers: tuple[Name, ...]


class Dictionary:
    """Built once from names, then asked about texts; 50,000 names take a fraction of a second."""

    def __init__(self, names: Iterable[Name]):
        self._bearers: dict[tuple[str, ...], list[Name]] = defaultdict(list)
        self._longest: dict[str, int] = defaultdict(int)
        for name in names:
            key = tuple(fold(word) for word in _WORD.findall(name.text))
            if key:
                self._bearers[key].append(name)
                self._longest[key[0]] = max(self._longest[key[0]], len(key))

    def mentions(self, text: str, language: str = "") -> list[Mention]:
        """The names in the text that can only mean one thing, in reading order.

        A name that two things bear is left out; so is one that is part of a longer name, known or not.
        """
        words = [_Word(found.start(), found.end(), fold(found[0]), not found[0][0].islower()) for found in _WORD.finditer(text)]
        known = self._spans(text, words, language)
        spans = [span for span in known if _stands_alone(span, text, words, known)]
        certain = (span for span in spans if not all(name.in_context for name in span.bearers))
        named = {_only({name.target for name in span.bearers}) for span in certain}
        found = []
        for span in spans:
            meant = _only({name.target for name in span.bearers if not name.in_context or name.target in named})
            if meant is not None:
                start, end = words[span.first].start, words[span.last].end
                found.append(Mention(start, end, text[start:end], meant))
        return found

    def _spans(self, text, words, language):
        """Every place where a name stands, the longest that begins there; they do not overlap."""
        spans, at = [], 0
        while at < len(words):
            reach = _reach(text, words, at, self._longest.get(words[at].folded, 0))
            for last in range(at + reach - 1, at - 1, -1):
                bearers = self._bearers.get(tuple(word.folded for word in words[at : last + 1]), ())
                if fitting := tuple(name for name in bearers if _fits(name, words, at, last, language)):
                    spans.append(_Span(at, last, fitting))
                    at = last
                    break
            at += 1
        return spans


def _reach(text, words, first, longest):
    """How many words from `first` on may be one name: no more than the dictionary's longest, none across a comma."""
    reach = min(longest, 1)
    while reach < longest and first + reach < len(words):
        before, after = words[first + reach - 1], words[first + reach]
        gap = text[before.end : after.start]
        if not _WITHIN_A_NAME.fullmatch(gap) or (gap.startswith(".") and before.end - before.start > 2):
            break
        reach += 1
    return reach


def _fits(name, words, first, last, language):
    """Whether the name may be meant here: its language, its capital where it is one word, not its town."""
    if name.language and language and name.language != language:
        return False
    if first == last and name.text[0].isupper() and not words[first].is_capital:
        return False
    return not (name.town and first and words[first - 1].folded in _BEFORE_A_TOWN.get(language, ()))


def _stands_alone(span, text, words, spans):
    """Whether a name of one word is whole: no capital beside it that no name accounts for, as in Inter Miami, Filippo Inzaghi.

    A common word that begins a sentence ("Ma Lautaro") is no such capital, nor is a name of its own ("Lautaro Inter");
    where most words of the line have one, as in English headlines, it cannot be told and is not asked.
    """
    if span.first != span.last or _is_in_title_case(text, words[span.first]):
        return True
    accounted = {place for other in spans for place in range(other.first, other.last + 1)}
    beside = {span.first - 1, span.last + 1} & set(range(len(words))) - accounted
    return not any(_joins(text, words, span.first, place) for place in beside)


def _joins(text, words, place, neighbour):
    """Whether the neighbour is a capitalised word, not a common one, with only a blank between."""
    before, after = sorted((words[place], words[neighbour]))
    word = words[neighbour]
    is_name = word.is_capital and word.folded.isalpha() and not any(word.folded in common for common in COMMON_WORDS.values())
    return is_name and text[before.end : after.start] == " "


def _is_in_title_case(text, word):
    start, end = text.rfind("\n", 0, word.start) + 1, text.find("\n", word.end)
    line = _WORD.findall(text[start : end if end >= 0 else len(text)])
    return len(line) >= 4 and sum(not word[0].islower() for word in line) > len(line) * 0.6


def _only(targets):
    """The one there is; None where there are none or several, or it is none of ours."""
    return next(iter(targets)) if len(targets) == 1 else None

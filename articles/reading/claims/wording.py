"""The right value in the words of the text: a figure for a figure, a word for a word, in its language and gender."""

import re

from articles.reading.numbers import CARDINAL, CARDINALS, ENGLISH, ITALIAN, ORDINAL, ORDINALS
from articles.reading.scores import Score

_NUMBER = re.compile(rf"(?<!\w)(?:{ORDINAL}|{CARDINAL})(?!\w)|\d+", re.IGNORECASE)
_UNITS = {"punto": "punti", "point": "points", "rete": "reti", "goal": "goals", "vittoria": "vittorie", "win": "wins"}
_ONE_OF = {many: one for one, many in _UNITS.items()}
_TEENS = (11, 12, 13)


def with_number(words: str, number: int) -> str:
    """The words with their first number made another one.

    >>> with_number("quarta vittoria", 3), with_number("16th", 13), with_number("12 punti", 1), with_number("sei gol", 40)
    ('terza vittoria', '13th', '1 punto', '40 gol')
    """
    found = _NUMBER.search(words)
    if found is None:
        return str(number)
    rest = words[found.end() :]
    if found[0].lower() not in ORDINALS and not _is_nth(found[0]):
        forms = _ONE_OF if number == 1 else _UNITS
        rest = re.sub(r"\w+", lambda word: forms.get(word[0].lower(), word[0]), rest, count=1)
    return words[: found.start()] + _like(found[0], number) + rest


def _is_nth(text: str) -> bool:
    return text[:1].isdigit() and not text.isdigit()


def _like(text: str, number: int) -> str:
    """The number written as the text writes another."""
    if text[0].isdigit():
        ending = text.lstrip("0123456789")
        return f"{number}{_ending(number) if ending.lower() in ('st', 'nd', 'rd', 'th') else ending}"
    word = _word(text.lower(), number)
    return word.capitalize() if text[0].isupper() else word


def _ending(number: int) -> str:
    return "th" if number % 100 in _TEENS else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _word(text: str, number: int) -> str:
    """A number beyond the words that we know is written in figures."""
    if text in CARDINALS:
        cardinals = (ENGLISH if text in ENGLISH.cardinals or text == "nil" else ITALIAN).cardinals
        return cardinals[number] if number < len(cardinals) else str(number)
    language = ENGLISH if text in ENGLISH.ordinals else ITALIAN
    if not 1 <= number <= len(language.ordinals):
        return f"{number}{_ending(number)}" if language is ENGLISH else f"{number}º"
    word = language.ordinals[number - 1]
    return word if language is ENGLISH else word[:-1] + text[-1]


def with_score(surface: str, told: Score, home: int, away: int) -> str:
    """The words of a score with other goals, in the order that the text tells them: its winner first if it does so.

    >>> with_score("tre a uno", Score(0, 9, 3, 1), 1, 2), with_score("0–2", Score(0, 3, 0, 2), 0, 1)
    ('due a uno', '0–1')
    """
    first, second = (max(home, away), min(home, away)) if told.first >= told.second else (min(home, away), max(home, away))
    goals = iter((first, second))
    return _NUMBER.sub(lambda found: _like(found[0], next(goals, 0)), surface)

"""Scores as papers write them: 2-1, 2 a 1, tre a uno, zero a zero, 3 to 1."""

import re
from typing import NamedTuple

from articles.reading.numbers import NUMBER_WORDS, number_of

_WORDS = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_DIGITS = re.compile(r"(?<![\d.,:/–-])(\d{1,2})[-–](\d{1,2})(?![\d/]|[-–]\d|[.,:]\d)")
_IN_WORDS = re.compile(rf"\b({_WORDS})\s?(?:-|–| a | to | all )\s?({_WORDS})\b", re.IGNORECASE)
_LEVEL = re.compile(
    rf"\b(?<![-–]|\d)({_WORDS}|\d)(?:[ -]all(?!['’]|[- ]\w*time)\b(?! (?:of|the|in|his|their)\b)| pari\b)"
    rf"|\b(?:ended|finished|finish|ends|it was) ({_WORDS}|\d) apiece\b",
    re.IGNORECASE,
)
MOST = 12


class Score(NamedTuple):
    """A score in the text, as it is written: not yet whose goals are whose."""

    start: int
    end: int
    first: int
    second: int

    def fits(self, score: tuple[int, int]) -> bool:
        return score in ((self.first, self.second), (self.second, self.first))


def scores(text: str) -> list[Score]:
    """The scores of a text in order.

    >>> [(score.first, score.second) for score in scores("Finisce 2-1, non tre a uno; stagione 2024-25")]
    [(2, 1), (3, 1)]
    """
    found = [Score(m.start(), m.end(), int(m[1]), int(m[2])) for m in _DIGITS.finditer(text)]
    for match in _IN_WORDS.finditer(text):
        found.append(Score(match.start(), match.end(), NUMBER_WORDS[match[1].lower()], NUMBER_WORDS[match[2].lower()]))
    for match in _LEVEL.finditer(text):
        goals = number_of(match[1] or match[2]) or 0
        found.append(Score(match.start(match.lastindex), match.end(), goals, goals))
    return sorted(score for score in found if score.first <= MOST and score.second <= MOST)

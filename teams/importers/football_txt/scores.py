"""Scores of Football.TXT: every way of telling full time, half time, extra time, penalties and aggregates."""

import re
from dataclasses import dataclass

from teams.importers.goals import Pair

# A number of a club, as in Schalke 04 - 1. FC Köln, is no score: blanks around the dash need a number that stands alone.
SCORE = r"(?<![\d.-])(?:\d{1,2}[-–:]\d{1,2}|\d{1,2} [-–] \d{1,2})(?![\d.-])(?=\D|$)"
_MARK = r"a\.?e\.?t\.?(?:\s?/\s?[gs]\.?g\.?)?|n\.?v\.?|i\.?e\.?|pens?\b\.?|p\.?s\.?o\.?|p\b\.?"
RESULT = re.compile(
    rf"{SCORE}(?:\s*[,;]?\s*(?:{_MARK}|{SCORE}|\((?=[^)]*(?:\d[-–:]\d|a\.?e\.?t|agg))[^()]*\)))*",
    re.IGNORECASE,
)
_EXTRA = re.compile(r"a\.?e\.?t|n\.?v\.?(?=\s|$)", re.IGNORECASE)
_AFTER_EXTRA = re.compile(rf"({SCORE})\s*(?:{_EXTRA.pattern})", re.IGNORECASE)
_PENALTIES_AFTER = re.compile(rf"({SCORE})\s*(?:pens?\b|p\.?s\.?o|i\.?e\b|p\b|on pen)", re.IGNORECASE)
_PENALTIES_BEFORE = re.compile(rf"\b(?:pens?|p\.?s\.?o|win)\.?:?\s+({SCORE})", re.IGNORECASE)
_NAMED = re.compile(rf"\b(HT|FT|AET|ET)\s*:?\s+({SCORE})", re.IGNORECASE)
_AGGREGATE = re.compile(r"\bagg\b[^)]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Score:
    """`goals` is the score at the end, extra time included; `extra` says that it was played, and `ninety` may be unknown."""

    goals: Pair
    half_time: Pair | None = None
    ninety: Pair | None = None
    shootout: Pair | None = None
    extra: bool = False


def read_score(text: str) -> Score:
    """The score of a result as RESULT finds it.

    >>> read_score("1-4 pen. 0-1 a.e.t. (0-1, 0-1)")
    Score(goals=(0, 1), half_time=(0, 1), ninety=(0, 1), shootout=(1, 4), extra=True)
    """
    inner = _AGGREGATE.sub("", " ".join(re.findall(r"\(([^()]*)\)", text)))
    outer = re.sub(r"\([^()]*\)", " ", text)
    extra = bool(_EXTRA.search(text))
    shootout, outer, inner = _shootout(outer, inner)
    ends = pairs(outer)
    if shootout and not ends and (told := pairs(inner)):
        return Score(told[0], _at(told, 1), None, shootout)
    if not ends:
        raise ValueError(f"there is no score in “{text}”")
    named = {name.upper(): pair(found) for name, found in _NAMED.findall(inner)}
    if named:
        ninety = named.get("FT") if extra else None
        return Score(named.get("AET") or named.get("ET") or ends[0], named.get("HT"), ninety, shootout, extra)
    inside = pairs(inner)
    if extra and len(ends) == 2 and not inside:
        return _of_two_ends(outer, ends, shootout)
    if extra:
        return Score(ends[0], _at(inside, 1), _at(inside, 0), shootout, extra)
    return Score(ends[0], _at(inside, 0), None, shootout, extra)


def _of_two_ends(outer: str, ends: list[Pair], shootout: Pair | None) -> Score:
    """Both scores without parentheses, after extra time and after ninety minutes: "4-2 a.e.t. 2-2", "2:2 2:3nV".

    Where the second is the lower one it tells the goals of extra time alone: "1:1 0:0nV".
    """
    first, second = ends
    found = _AFTER_EXTRA.search(outer)
    if not found or not re.search(SCORE, outer[: found.start()]):
        return Score(first, None, second, shootout, True)
    alone = second[0] < first[0] or second[1] < first[1]
    end = (first[0] + second[0], first[1] + second[1]) if alone else second
    return Score(end, None, first, shootout, True)


def pairs(text: str) -> list[Pair]:
    return [pair(found) for found in re.findall(SCORE, text)]


def pair(text: str) -> Pair:
    home, away = re.split(r"\s?[-–:]\s?", text)
    return int(home), int(away)


def _shootout(outer: str, inner: str) -> tuple[Pair | None, str, str]:
    """The score of the shoot-out, and both texts without it."""
    if found := _PENALTIES_AFTER.search(outer):
        return pair(found[1]), outer[: found.start()] + " " + outer[found.end() :], inner
    for pattern in (_PENALTIES_BEFORE, _PENALTIES_AFTER):
        if found := pattern.search(inner):
            return pair(found[1]), outer, inner[: found.start()] + " " + inner[found.end() :]
    return None, outer, inner


def _at(scores: list[Pair], place: int) -> Pair | None:
    return scores[place] if place < len(scores) else None

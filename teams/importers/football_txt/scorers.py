"""Scorers of Football.TXT, in parentheses under a match."""

import re

from teams.importers.football_txt.minutes import MINUTE, minute_of
from teams.importers.goals import NEVER_TOLD, Goal, Pair, agree
from teams.rules.event_kinds import GOAL, OWN_GOAL, PENALTY_GOAL

# A bare letter counts as a mark only where it touches its minute: the next scorer may be called P. Martínez.
_MARK = (
    r"(?:\s*\((?P<mark>p|pen\.?|penalty|og|o\.\s?g\.|own goal)\)|\s?(?P<word>pen\b\.?|og\b|o\.g\.)|(?P<letter>p)(?=[\s,;)]|$))?"
)
_GOAL = re.compile(rf"(?P<name>[^\d;]*?)\s*(?<![\w+]){MINUTE}{_MARK}\s*,?", re.IGNORECASE)
_MARK_ALONE = re.compile(r"\s*\((?P<mark>p|pen\.?|penalty|og|o\.\s?g\.|own goal)\)\s*$", re.IGNORECASE)


def read_scorers(text: str, score: Pair | None) -> list[Goal]:
    """The goals of a block like "(Wirtz 10' Havertz 45+1' (pen.); Rüdiger 87' (o.g.))".

    Home and away are parted by a semicolon; without one all belong to the only side that scored. ValueError where both did.
    """
    body = text.strip().removeprefix("(").removesuffix(")") if _whole(text) else text.strip().removeprefix("(")
    parts = body.split(";")
    if len(parts) > 2 and not any(part.strip() for part in parts[2:]):
        parts = parts[:2]
    if len(parts) > 2:
        raise ValueError("the scorers have more than two sides")
    sides = ("home", "away") if len(parts) == 2 else (_only_side(score),)
    goals = [goal for side, part in zip(sides, parts, strict=True) for goal in _goals(side, part)]
    return agree(goals, score)


def _whole(text: str) -> bool:
    return text.strip().endswith(")") and text.count("(") <= text.count(")")


def _only_side(score: Pair | None) -> str:
    if not score or (score[0] and score[1]):
        raise ValueError("no semicolon parts the scorers of the two sides")
    return "home" if score[0] else "away"


def _goals(side: str, text: str) -> list[Goal]:
    goals, name, end = [], "", 0
    for found in _GOAL.finditer(text):
        name = found["name"].strip(" ,") or name
        if not name:
            raise ValueError(f"a goal without a scorer: “{text.strip()}”")
        goals.append(Goal(side, name, minute_of(found), _kind(found["mark"] or found["word"] or found["letter"])))
        end = found.end()
    for rest in filter(None, (part.strip(" ,-–?'") for part in text[end:].split(","))):
        marked = _MARK_ALONE.search(rest)
        goals.append(Goal(side, _MARK_ALONE.sub("", rest), NEVER_TOLD, _kind(marked and marked["mark"])))
    return goals


def _kind(mark: str | None) -> str:
    if not mark:
        return GOAL
    return OWN_GOAL if mark.lower().startswith("o") else PENALTY_GOAL

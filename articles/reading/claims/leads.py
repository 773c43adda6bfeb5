"""Who a text says led at half-time, or came from behind, against the course of the match."""

import re
from collections.abc import Iterator

from articles.reading.claims import places
from articles.reading.claims.shapes import RIGHT, WRONG, Claim, Place, because
from articles.reading.facts import GOALS, Match, Ref
from articles.reading.fixtures import is_past
from articles.reading.scene import Scene
from articles.reading.setting import FOOTBALL

_BREAK = r"(?:all['’]intervallo|al riposo|at (?:the (?:break|interval)|half[- ]time))"
_AHEAD = re.compile(
    rf"\b(?:in vantaggio|avanti|led|leading|in front|ahead) (?:[\d-]+ )?{_BREAK}"
    r"|\b(?:va|vanno|andat[oaie]) al riposo in vantaggio",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"\b(?:in svantaggio|sotto|trailed|trailing|behind|down) (?:[\d-]+ )?{_BREAK}"
    r"|\b(?:va|vanno) al riposo (?:sotto|in svantaggio)",
    re.IGNORECASE,
)
_TURNED = re.compile(
    r"\b(?:c(?:a|o)m(?:e|es|ing) from behind|vince in rimonta|batte in rimonta|vittoria in rimonta)\b", re.IGNORECASE
)


def claimed_leads(scene: Scene) -> Iterator[Claim]:
    for pattern, sign in ((_AHEAD, 1), (_BEHIND, -1)):
        for found in pattern.finditer(scene.text) if scene.setting.sport == FOOTBALL else ():
            match, team = _of(scene, found)
            if match is not None and match.half_time is not None:
                at = match.half_time
                ahead = (at[0] - at[1]) * (1 if team == match.home else -1)
                why = because("at half-time", score=f"{at[0]}-{at[1]}", home=match.home, away=match.away)
                verdict = RIGHT if ahead * sign > 0 else WRONG
                yield Place(scene, *found.span()).says("score", found[0], verdict, because=why, rests_on=match)
    for found in _TURNED.finditer(scene.text):
        match, team = _of(scene, found)
        if match is not None and match.has_events:
            why = because("ended", score=f"{match.score[0]}-{match.score[1]}", home=match.home, away=match.away)
            verdict = RIGHT if _was_behind(match, team) else WRONG
            yield Place(scene, *found.span()).says("score", found[0], verdict, because=why, rests_on=match)


def _of(scene: Scene, found: re.Match) -> tuple[Match | None, Ref | None]:
    """The main match, if the words speak of it and of one of its sides."""
    match, team = places.match_at(scene, found.start()), places.team_before(scene, found.start())
    is_told = match is not None and match is scene.main and is_past(scene, match) and team in match.sides
    return (match, team) if is_told else (None, None)


def _was_behind(match: Match, team: Ref) -> bool:
    at = 0
    for event in sorted((one for one in match.events if one.kind in GOALS), key=lambda one: (one.minute, one.stoppage)):
        at += 1 if event.team == team else -1
        if at < 0:
            return True
    return False

"""Scores that a text states, against those of the matches that it tells of."""

import re
from collections.abc import Iterator

from articles.reading.claims import places
from articles.reading.claims.shapes import RIGHT, UNKNOWN, WRONG, Claim, Place
from articles.reading.facts import GOALS, TEAM, VENUE, Match
from articles.reading.fixtures import is_past
from articles.reading.scene import Scene
from articles.reading.scores import Score, scores
from articles.reading.vocabulary import any_of

_RUNNING = any_of(
    r"""
    momentane\w+ parziale vantaggio gol_del gol_dell[o'] rete_del rete_dello portar\w+ intervallo riposo accorci\w+ raddoppi\w+
    avanti sotto lead led leading up down ahead make_it made_it made half-time halftime interval break from tris poker cancell\w+
    """
)
_STANDING_AT = re.compile(r"\b(?:sul|sullo|dal|dallo|per il|per lo|fino al|allo?) $", re.IGNORECASE)
_LEG = any_of(r"aggregate andata ritorno complessiv\w+ first_leg second_leg set penalties rigori shoot-?out parziale")
_OTHER_TIME = any_of(
    r"last_season stagione_scorsa anno_scorso nel_(?:19|20)\d\d in_(?:19|20)\d\d (?:19"
    r"|20)\d\d record precedente coppa(?!_dei_campioni) cup"
)
_FINAL = any_of(
    r"""
    sconfitt\w+ vittori\w+ vinc\w+ vint\w+ batt\w+ successo finisce finita finito termina\w* pareggi\w+ pers\w+ perde ko
    espugna\w*
    beat beaten won win wins victory lost loss lose defeat\w* draw drew thrash\w* rout demolition hammer\w* thump\w* triumph
    """
)


def claimed_scores(scene: Scene) -> Iterator[Claim]:
    for score in scores(scene.text):
        claim = _claim(scene, score)
        if claim is not None:
            yield claim


def _claim(scene: Scene, score: Score) -> Claim | None:
    place = Place(scene, score.start, score.end)
    value = f"{score.first}-{score.second}"
    segment = places.segment_of(scene, score.start)
    named = {mention.target for mention in places.within(scene, segment, TEAM)}
    own = [match for match in scene.told if match.sides <= named]
    for match in own or scene.told:
        if is_past(scene, match) and any(score.fits(known) for known in _known(match)):
            return place.says("score", value, RIGHT, correct=_home_away(match), because=_home_away(match), rests_on=match.ref)
    match = places.match_at(scene, score.start)
    if match is None or not is_past(scene, match) or not _speaks_of(scene, score, match):
        return None
    if any(score.fits(known) for known in _running(match)) and not _is_final(scene, score):
        return place.says("score", value, UNKNOWN, because=_home_away(match), rests_on=match.ref)
    return place.says("score", value, WRONG, correct=_home_away(match), because=_home_away(match), rests_on=match.ref)


def _known(match: Match) -> list[tuple[int, int]]:
    """The scores that a match may be told by."""
    return [score for score in (match.score, match.shootout, match.score_90, match.half_time) if score is not None]


def _home_away(match: Match) -> str:
    return "-".join(map(str, match.score)) if match.score else ""


def _running(match: Match) -> set[tuple[int, int]]:
    """Every score on the way to the last one."""
    at, found = [0, 0], {(0, 0)}
    for event in sorted(
        (event for event in match.events if event.kind in GOALS), key=lambda event: event.minute * 100 + event.stoppage
    ):
        at[event.team != match.home] += 1
        found.add((at[0], at[1]))
    return found


def _around(scene: Scene, score: Score) -> tuple[str, str]:
    start, end = places.clause_of(scene, score.start)
    return scene.text[max(start, score.start - 45) : score.start], scene.text[score.end : min(end, score.end + 30)]


def _is_final(scene: Scene, score: Score) -> bool:
    before, after = _around(scene, score)
    return bool(_FINAL.search(before) or _FINAL.search(after)) and not _RUNNING.search(before[-25:])


def _speaks_of(scene: Scene, score: Score, match: Match) -> bool:
    """Whether the score can only be that of this match: it, or one of its sides, is in the sentence, and no other time or cup."""
    start, end = places.sentence_of(scene, score.start)
    sentence = scene.text[start:end]
    before, after = _around(scene, score)
    named = {mention.target for mention in places.within(scene, (start, end), TEAM)}
    grounds = {mention.target for mention in places.within(scene, (start, end), VENUE)}
    others = named - match.sides
    if (
        _OTHER_TIME.search(sentence)
        or (others and not match.sides <= named)
        or not (named & match.sides or match.venue in grounds)
    ):
        return False
    if match.has_events and not any(score.fits(known) for known in _running(match)):
        return not _LEG.search(before) and not _LEG.search(after)
    is_running = _RUNNING.search(before[-25:]) or _RUNNING.search(after[:20]) or _STANDING_AT.search(before)
    return not is_running and (_is_final(scene, score) or match.sides <= named)

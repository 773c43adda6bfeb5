"""Matches told of by what papers call them: il derby d'Italia, the Merseyside derby."""

from articles.reading.away import LONG_BEFORE
from articles.reading.facts import GOALS, PERSON, TEAM, Match, Ref
from articles.reading.names import key_of
from articles.reading.outlook import is_past
from articles.reading.scene import Scene
from articles.reading.scores import Score
from articles.reading.shipped import derbies
from articles.reading.vocabulary import any_of

_TOLD = any_of(
    r"""
    decis\w+ vint[oi] vinse vincend\w+ pers[oi] pareggiat\w+ won lost drew drawn settled decided
    """
)
_BEFORE = frozenset(["dopo", "ultimo", "after", "last", "since"])


def told_by_name(scene: Scene, told: list[Score]) -> list[Match]:
    """The last match of two clubs where a sentence calls it by its name, with its score, a scorer, or a word of what is over."""
    found = []
    lowered = scene.text.lower()
    for name, clubs in derbies().items():
        place = lowered.find(name)
        if place >= 0:
            match = _last(scene, clubs)
            word = next((at for at, one in enumerate(scene.words) if one.start >= place), None)
            if match is not None and word is not None and _is_told(scene, match, word, told):
                scene.told_in.setdefault(match.ref, set()).add(scene.words[word].sentence)
                found.append(match)
    return found


def _last(scene: Scene, clubs: tuple[str, ...]) -> Match | None:
    sides = {ref for club in clubs if (ref := _club(scene, club))}
    if len(sides) != len(clubs):
        return None
    played = [one for one in scene.facts.matches(sides, scene.day - LONG_BEFORE, scene.day) if is_past(scene, one)]
    return played[-1] if played else None


def _club(scene: Scene, name: str) -> Ref | None:
    bearers = scene.facts.dictionary.bearers(key_of(name))
    return next((one.target for one in bearers if one.target and one.target.kind == TEAM and not one.in_context), None)


def _is_told(scene: Scene, match: Match, word: int, told: list[Score]) -> bool:
    sentence = scene.words[word].sentence
    words = [one for one in scene.words if one.sentence == sentence]
    start, end = words[0].start, words[-1].end
    scores = [score for score in told if start <= score.start < end]
    people = {one.target for one in scene.in_sentence(word) if one.target.kind == PERSON}
    scorers = {event.person for event in match.events if event.kind in GOALS}
    if scores:
        return any(score.fits(match.score) for score in scores)
    before = {one.folded for one in scene.words[max(word - 3, 0) : word]}
    return bool(people & scorers) or bool(_TOLD.search(scene.text, start, end)) or not before.isdisjoint(_BEFORE)

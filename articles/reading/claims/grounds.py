"""Grounds that a text states, against that of the match that it tells of."""

from collections.abc import Iterator

from articles.reading.claims import places
from articles.reading.claims.shapes import RIGHT, WRONG, Claim, Place
from articles.reading.facts import VENUE, Ref
from articles.reading.fixtures import is_past
from articles.reading.scene import Mention, Scene
from articles.reading.vocabulary import any_of

_ELSEWHERE = any_of(
    r"""
    ritorno prossim\w+ next domenica sabato lunedì martedì mercoledì giovedì venerdì sunday saturday monday tuesday
    wednesday thursday
    friday andata last ultima semifinal\w* final\w* ex torn\w+ return\w* anni years ago fa when quando allora season
    storia history
    """
)


def claimed_grounds(scene: Scene) -> Iterator[Claim]:
    """Where a text that tells of one match says that it was: right, or the ground of somebody who has no part in the text."""
    main = scene.main
    if main is None or main.venue is None or not is_past(scene, main):
        return
    homes = _homes(scene)
    for mention in scene.of_kind(VENUE):
        place = Place(scene, mention.start, mention.end)
        if mention.target == main.venue:
            yield place.says("venue", mention.target.key, RIGHT, correct=main.venue.key, rests_on=main)
        elif mention.target not in homes and len(scene.told) == 1 and not _is_elsewhere(scene, mention):
            yield place.says("venue", mention.target.key, WRONG, correct=main.venue.key, rests_on=main)


def _homes(scene: Scene) -> set[Ref | None]:
    """The home grounds of all teams that the text speaks of, in whatever way."""
    return {team.venue for team in scene.facts.teams(list(scene.presence())).values()}


def _is_elsewhere(scene: Scene, mention: Mention) -> bool:
    start, end = places.clause_of(scene, mention.start)
    return bool(_ELSEWHERE.search(scene.text[start:end]))

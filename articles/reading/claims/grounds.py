"""Grounds that a text states, against that of the match that it tells of."""

from collections.abc import Iterator

from articles.reading.claims import places
from articles.reading.claims.shapes import RIGHT, WRONG, Claim, Place, because
from articles.reading.facts import VENUE, Match, Ref
from articles.reading.fixtures import is_past
from articles.reading.scene import Mention, Scene
from articles.reading.scores import scores
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
    """Where a text says that its match was or will be: right, or wrong with its score, or of somebody who has no part in it."""
    main = scene.main
    if main is None or main.venue is None:
        return
    homes = _homes(scene)
    for mention in scene.of_kind(VENUE):
        scored = _with_score(scene, mention)
        match = scored or main
        if mention.target == match.venue:
            yield _says(scene, mention, match, RIGHT)
        elif match.venue is None or mention.target == main.venue or _is_elsewhere(scene, mention):
            continue
        elif scored or (mention.target not in homes and is_past(scene, main) and len(scene.told) == 1):
            yield _says(scene, mention, match, WRONG)


def _with_score(scene: Scene, mention: Mention) -> Match | None:
    """The match whose score stands between the same commas as the ground: "a 1-1 draw at Selhurst Park"."""
    first, last = places.segment_of(scene, mention.start)
    near = [score for score in scores(scene.text) if first <= score.start < last]
    if len(near) != 1:
        return None
    known = [match for match in scene.told if is_past(scene, match) and near[0].fits(match.score)]
    return known[0] if len(known) == 1 else None


def _says(scene: Scene, mention: Mention, match: Match, verdict: str) -> Claim:
    names = scene.facts.grounds([match.venue])
    return Place(scene, mention.start, mention.end).says(
        "venue",
        mention.target.key,
        verdict,
        correct=match.venue.key,
        because=because("ground", venue=match.venue, home=match.home, away=match.away),
        rests_on=match,
        replacement=names.get(match.venue) if verdict == WRONG else None,
    )


def _homes(scene: Scene) -> set[Ref | None]:
    """The home grounds of all teams that the text speaks of, in whatever way."""
    return {team.venue for team in scene.facts.teams(list(scene.presence())).values()}


def _is_elsewhere(scene: Scene, mention: Mention) -> bool:
    start, end = places.clause_of(scene, mention.start)
    return bool(_ELSEWHERE.search(scene.text[start:end]))

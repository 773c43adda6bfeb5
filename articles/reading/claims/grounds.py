"""Grounds that a text states, against that of the match that it tells of."""

import re
from collections.abc import Iterator

from articles.reading.claims import places
from articles.reading.claims.days import WEEKDAY, WEEKDAYS
from articles.reading.claims.shapes import RIGHT, WRONG, Claim, Place, because
from articles.reading.facts import GOALS, PERSON, VENUE, Match, Ref
from articles.reading.fixtures import is_past
from articles.reading.scene import Mention, Scene
from articles.reading.vocabulary import any_of

_ELSEWHERE = any_of(
    r"""
    ritorno prossim\w+ next
    andata last ultima semifinal\w* final\w* ex torn\w+ return\w* anni years ago fa when quando allora season
    storia history
    """
)
_AT = re.compile(r"\b(?:at|al|all['’]|allo|nel|nello)(?: the)? ?$", re.IGNORECASE)


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
        elif scored or (is_past(scene, main) and _is_of_main(scene, mention, homes)):
            yield _says(scene, mention, match, WRONG)


def _is_of_main(scene: Scene, mention: Mention, homes: set[Ref | None]) -> bool:
    """Whether the words can only tell of the main match: they tell of its goal, or name a ground that is nobody's of the text."""
    main, segment = scene.main, places.segment_of(scene, mention.start)
    if places.match_at(scene, mention.start) is not main or mention.target in {match.venue for match in scene.told}:
        return False
    scorers = {event.person for event in main.events if event.kind in GOALS}
    tells = scorers & {one.target for one in places.within(scene, segment, PERSON)} and _AT.search(scene.text[: mention.start])
    return bool(tells) or mention.target not in homes


def _with_score(scene: Scene, mention: Mention) -> Match | None:
    """The match whose score stands between the same commas as the ground: "a 1-1 draw at Selhurst Park"."""
    first, last = places.segment_of(scene, mention.start)
    near = places.scores_in(scene, (first, last))
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
    words = scene.text[slice(*places.clause_of(scene, mention.start))]
    days = {WEEKDAYS[found.lower()] for found in WEEKDAY.findall(words)}
    return bool(_ELSEWHERE.search(words) or days - {scene.main.day.weekday()})

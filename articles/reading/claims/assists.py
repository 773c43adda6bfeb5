"""Who a text says made a goal, against the goals of the match: wrong only where our sheet names another for it."""

import re
from collections.abc import Iterator

from articles.reading.claims import places
from articles.reading.claims.shapes import RIGHT, UNKNOWN, WRONG, Claim, Place, because
from articles.reading.facts import GOALS, PERSON, Event, Match
from articles.reading.fixtures import is_past
from articles.reading.scene import Mention, Scene

# "Assist" is the sheet's own word; a cross or a pass may have gone by others on its way.
_STRICT = re.compile(
    r"(?:\b(?:assist (?:di|del|from|by|of)|assistit[oaie] da|servit[oaie] da|imbeccat[oaie] da|set up by|assisted by|teed up by"
    r"|laid on by)) (?:l['’]|il |la )?$",
    re.IGNORECASE,
)
_LOOSE = re.compile(
    r"\b(?:cross|lancio|passaggio|suggerimento|invito|sponda|pass|ball|delivery|corner|centre|long pass|through ball|pescat[oa]"
    r"|lanciat[oa]) (?:di|del|dell['’]|da|from|by) (?:l['’]|il |la )?$",
    re.IGNORECASE,
)


def claimed_assists(scene: Scene) -> Iterator[Claim]:
    for mention in scene.of_kind(PERSON):
        first, _last = places.clause_of(scene, mention.start)
        before = scene.text[max(first, mention.start - 45) : mention.start]
        is_strict = bool(_STRICT.search(before))
        match = places.match_at(scene, mention.start) if is_strict or _LOOSE.search(before) else None
        goals = _goals(scene, mention, match) if match is not None and is_past(scene, match) else []
        if goals:
            yield _claim(scene, mention, goals, match, is_strict)


def _goals(scene: Scene, mention: Mention, match: Match) -> list[Event]:
    """The goals of whoever is named last before him; none where the sheet does not say who made them."""
    people = [one for one in places.within(scene, places.sentence_of(scene, mention.start), PERSON) if one.start < mention.start]
    goals = [event for event in match.events if people and event.kind in GOALS and event.person == people[-1].target]
    return goals if all(event.assist for event in goals) else [event for event in goals if event.assist == mention.target]


def _claim(scene: Scene, mention: Mention, goals: list[Event], match: Match, is_strict: bool) -> Claim:
    place, goal = Place(scene, mention.start, mention.end), next((one for one in goals if one.assist == mention.target), goals[0])
    plays = any(team in match.sides and role == "player" for team, role in scene.teams_of(mention.target))
    verdict = RIGHT if goal.assist == mention.target else WRONG if is_strict and plays else UNKNOWN
    who = scene.facts.people([goal.assist])[goal.assist]
    name = who.name if " " in mention.surface else who.surname
    why = because("assist", person=goal.assist, minute=goal.clock)
    replacement = name if verdict == WRONG and len(goals) == 1 else None
    return place.says(
        "assist", mention.target.key, verdict, correct=goal.assist.key, because=why, rests_on=goal, replacement=replacement
    )

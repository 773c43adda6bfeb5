"""Dismissals that a text tells of, against those of the match: wrong only where our sheet knows who was sent off."""

import re
from collections.abc import Iterator

from articles.reading.claims import places
from articles.reading.claims.shapes import RIGHT, UNKNOWN, WRONG, Claim, Place, because
from articles.reading.facts import DISMISSALS, PERSON, Match
from articles.reading.fixtures import is_past
from articles.reading.scene import Mention, Scene

_BEFORE = re.compile(
    r"\b(?:espuls[oi]|rosso (?:diretto )?(?:a|per|di)|espulsione (?:di|per)|cacciat[oi]|red card (?:for|to)|dismissal of"
    r"|sent off)"
    r"(?: anche| poi| il| lo)? $",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^(?:[’']s (?:red card|dismissal|sending-off)| (?:was|were|is|had been|then|also|è stato|viene|venne|si fa|si è fatto)?"
    r" ?(?:sent off|dismissed|shown a (?:straight )?red|saw red|sees red|espulso|espellere|cacciare|cacciato|rimedia il rosso))",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|never|rischia|rischiato|quasi|nearly|should|doveva|last|scors\w+|andata)\b", re.IGNORECASE)


def claimed_dismissals(scene: Scene) -> Iterator[Claim]:
    for mention in scene.of_kind(PERSON):
        match = places.match_at(scene, mention.start)
        if match is not None and is_past(scene, match) and match.has_events and _is_told(scene, mention):
            claim = _claim(scene, mention, match)
            if claim is not None:
                yield claim


def _is_told(scene: Scene, mention: Mention) -> bool:
    first, last = places.clause_of(scene, mention.start)
    segment = scene.text[slice(*places.segment_of(scene, mention.start))]
    told = _BEFORE.search(scene.text[first : mention.start]) or _AFTER.match(scene.text[mention.end : last])
    return bool(told) and not _NOT.search(segment)


def _claim(scene: Scene, mention: Mention, match: Match) -> Claim | None:
    place = Place(scene, mention.start, mention.end)
    sent_off = [event for event in match.events if event.kind in DISMISSALS]
    own = next((event for event in sent_off if event.person == mention.target), None)
    if own is not None:
        return place.says("card", mention.target.key, RIGHT, because=because("sent off", minute=own.clock), rests_on=own)
    if not any(team in match.sides and role == "player" for team, role in scene.teams_of(mention.target)):
        return None
    named = {one.target for one in scene.of_kind(PERSON)}
    left = next((event for event in sent_off if event.person and event.person not in named), None)
    if left is None:
        return place.says("card", mention.target.key, UNKNOWN, rests_on=match)
    who = scene.facts.people([left.person])[left.person]
    return place.says(
        "card",
        mention.target.key,
        WRONG,
        correct=left.person.key,
        because=because("sent off was", person=left.person, minute=left.clock),
        rests_on=left,
        replacement=who.name if " " in mention.surface else who.surname,
    )

"""Who started, came on, went off, for whom and when, as a text tells it, against the changes of the match."""

import re
from collections.abc import Iterator

from articles.reading.claims import places
from articles.reading.claims.shapes import PARTLY, RIGHT, WRONG, Claim, Place, because
from articles.reading.claims.wording import with_number
from articles.reading.facts import PERSON, Match, Ref
from articles.reading.fixtures import is_past
from articles.reading.numbers import CARDINAL, number_of
from articles.reading.scene import Mention, Scene

OUT, IN = "out", "in"
# Right behind a name; a comma may stand between.
_BEHIND = {
    OUT: re.compile(
        r"^,? (?:(?:era |è |is |was )?(?:partito |schierato |in campo |tornato )?(?:titolare|dal primo minuto|dall['’]inizio)"
        r"|(?:started|starting|who started)(?! on the bench| among the sub)"
        r"|(?:è stato |viene |was |is )?(?:sostituit[oa]|replaced"
        r"|substituted|taken off|withdrawn|richiamat[oa]|forced off)|(?:fuori|esce|deve uscire|lascia il campo|si ferma"
        r"|(?:limped|limps|hobbled|went|goes|came) off)(?! (?:dai|dalla lista))"
        r"|(?:lasted|resiste|è durato) (?:only |solo |soltanto )?)",
        re.IGNORECASE,
    ),
    IN: re.compile(
        r"^,? (?:(?:che )?(?:è |era )?(?:subentrat[oa]|entrat[oa] (?:in campo|dalla panchina|al posto|soltanto|solo|al|all)"
        r"|partit[oa] dalla panchina)|(?:parte|entra|subentra|inizia) (?:dalla panchina|in panchina|al|nella ripresa)"
        r"|(?:came on|comes on|came off the bench|started on the bench|off the bench|introduced|began on the bench))",
        re.IGNORECASE,
    ),
}
# Right before a name: who came on for somebody, and whom somebody came on for.
_BEFORE = {
    OUT: re.compile(
        r"\b(?:subentrat[oa] a|entrat[oa] al posto di|rilevat[oa]|replacing|came on for|on for|in place of) (?:l['’])?$",
        re.IGNORECASE,
    ),
    IN: re.compile(
        r"\b(?:sostituit[oa](?: al(?:l['’])? ?\d+['’])? da|replaced(?: late on| in \w+ \w+)? by|rilevat[oa] da"
        r"|lascia(?:to)? il posto a"
        r"|made way for) $",
        re.IGNORECASE,
    ),
}
_MINUTE = re.compile(
    rf"(?:\bal|\ball['’]) ?(\d{{1,3}})['’′]|\b(?:in|on) the (\d{{1,3}})(?:st|nd|rd|th)[ -]minute"
    rf"|\b(?:after|on|only) ({CARDINAL}) minutes",
    re.IGNORECASE,
)
_OTHER_TIME = re.compile(
    r"\b(?:domani|probabil\w+|dovrebbe|potrebbe|pronto|verso|prossim\w+|scors\w+|andata|settiman\w+|last|next|tomorrow|expected"
    r"|could|may|might|should|not|non|nazionale|again)\b",
    re.IGNORECASE,
)
REACH = 64


def claimed_changes(scene: Scene) -> Iterator[Claim]:
    for mention in scene.of_kind(PERSON):
        match = places.match_at(scene, mention.start)
        known = match is not None and is_past(scene, match) and match.substituted
        way = _way(scene, mention) if known else None
        if way is not None and _plays(scene, mention.target, match):
            yield from _claims(scene, mention, match, way)


def _plays(scene: Scene, person: Ref, match: Match) -> bool:
    return any(team in match.sides and role == "player" for team, role in scene.teams_of(person))


def _way(scene: Scene, mention: Mention) -> str | None:
    first, last = places.clause_of(scene, mention.start)
    words = scene.text[slice(*places.segment_of(scene, mention.start))] + _behind(scene, mention, last)
    if _OTHER_TIME.search(words):
        return None
    before, after = scene.text[max(first, mention.start - 40) : mention.start], _behind(scene, mention, last)
    told = [way for way in (OUT, IN) if _BEFORE[way].search(before)] or [way for way in (OUT, IN) if _BEHIND[way].match(after)]
    return told[0] if len(told) == 1 else None


def _behind(scene: Scene, mention: Mention, last: int) -> str:
    following = [one.start for one in scene.of_kind(PERSON) if one.start > mention.start]
    return scene.text[mention.end : min([last, mention.end + REACH, *following[:1]])]


def _claims(scene: Scene, mention: Mention, match: Match, way: str) -> Iterator[Claim]:
    """Wrong is who went the other way or, where all changes are known, did not come on; and a minute that is another one."""
    own = [(minute, told) for person, minute, told in match.substituted if person == mention.target]
    place, why = Place(scene, mention.start, mention.end), because("no change", person=mention.target)
    if (change := next((minute for minute, told in own if told == way), None)) is not None:
        yield place.says("lineup", way, RIGHT, because=because("changed", person=mention.target, minute=change), rests_on=match)
        yield from _minute(scene, mention, match, change)
    elif own:
        minute = own[0][0]
        yield place.says("lineup", way, WRONG, because=because("changed", person=mention.target, minute=minute), rests_on=match)
    elif way == IN and mention.target not in match.took_part:
        yield place.says("lineup", way, WRONG, because=why, rests_on=match)


def _minute(scene: Scene, mention: Mention, match: Match, right: int) -> Iterator[Claim]:
    """The minute told behind the name, or with the words before it: "sostituito al 21' da"."""
    first, last = places.clause_of(scene, mention.start)
    led = next((one for one in (_BEFORE[way].search(scene.text, first, mention.start) for way in (OUT, IN)) if one), None)
    span = led.span() if led else (mention.end, mention.end + len(_behind(scene, mention, last)) + 1)
    found = _MINUTE.search(scene.text, *span)
    value = number_of(next(filter(None, found.groups()))) if found else None
    if value is None:
        return
    place = Place(scene, *found.span())
    verdict = RIGHT if value == right else PARTLY if abs(value - right) <= 1 else WRONG
    replacement = None if verdict == RIGHT else with_number(place.surface, right)
    why = because("changed", person=mention.target, minute=right)
    yield place.says("minute", value, verdict, correct=right, because=why, rests_on=match, replacement=replacement)

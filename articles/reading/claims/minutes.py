"""Minutes that a text states, against the events of the people whom it names with them."""

import re
from collections.abc import Iterator

from articles.reading.claims import places
from articles.reading.claims.shapes import RIGHT, WRONG, Claim, Place, because
from articles.reading.facts import DISMISSALS, GOALS, MISSES, PERSON, Event, Match, Ref
from articles.reading.fixtures import is_past
from articles.reading.numbers import ORDINALS
from articles.reading.scene import Mention, Scene
from articles.reading.vocabulary import any_of

_ORDINAL_WORDS = "|".join(word for word in ORDINALS if word not in ("second", "seconda", "secondo", "secondi", "seconde"))
_MINUTE = re.compile(
    r"(?<![\d.,-])(?P<plain>\d{1,3})(?:\s?\+\s?(?P<stoppage>\d{1,2}))?\s?['’′](?!\w)"
    r"|\b(?P<nth>\d{1,3})(?:st|nd|rd|th)[ -]minute"
    rf"|\b(?P<word>{_ORDINAL_WORDS})[ -]minute"
    r"|\b(?:on|in the|al minuto|minuto) (?P<after>\d{1,3})(?: minutes?)?(?= minutes|\b(?= minute)"
    r"|\b(?<=minuto \d\d)|\b(?<=minuto \d))",
    re.IGNORECASE,
)
_ON_MINUTES = re.compile(r"\bon (?:(?P<first>\d{1,2}) and )?(?P<last>\d{1,2}) minutes", re.IGNORECASE)
_RELATIVE = any_of(r"later dopo from_time from_the_end dalla_fine after_the_(?:break|interval|restart) first last primi ultimi")
_GOAL = any_of(
    r"""
    gol rete segna\w* batte pareggi\w+ sblocc\w+ raddoppi\w+ rigore dischetto accorcia\w* vantaggio insacca incorna firma\w*
    doppietta scored goal equali[sz]\w+ header penalty winner opener struck netted
    """
)
# How far honest sources differ: that much is no mistake.
CLOSE = 1


def claimed_minutes(scene: Scene) -> Iterator[Claim]:
    taken: set[int] = set()
    for pattern in (_MINUTE, _ON_MINUTES):
        for found in pattern.finditer(scene.text):
            value = _value(found)
            if value is None or found.start() in taken or _RELATIVE.match(scene.text[found.end() : found.end() + 20].strip()):
                continue
            taken.add(found.start())
            claim = _claim(scene, found.start(), found.end(), value)
            if claim is not None:
                yield claim


def _value(found: re.Match) -> int | None:
    told = found.groupdict()
    if told.get("word"):
        return ORDINALS[told["word"].lower()]
    number = next((told[name] for name in ("plain", "nth", "after", "last") if told.get(name)), None)
    if number is None:
        return None
    value = int(number) + int(told.get("stoppage") or 0)
    return value if 1 <= value <= 130 else None


def _claim(scene: Scene, start: int, end: int, value: int) -> Claim | None:
    """The claim, with the event of the nearest person who has one in the match that the sentence tells of."""
    match = _match(scene, start)
    if match is None or not match.has_events:
        return None
    people = places.within(scene, places.sentence_of(scene, start), PERSON)
    events = {event: mention for mention in people for event in _events_of(match, mention.target)}
    place = Place(scene, start, end)
    near = min(events, key=lambda event: (abs(event.clock - value) > CLOSE, _distance(events[event], start)), default=None)
    if near is None:
        return _unbound(scene, place, match, value)
    if _is_close(near, value) or _is_substitution(match, people, value):
        return place.says("minute", value, RIGHT, correct=near.clock, because=because("minute", minute=near.clock), rests_on=near)
    far = _distance(events[near], start)
    is_beside = far <= 35 and places.clause_of(scene, start) == places.clause_of(scene, events[near].start)
    if far > 90 or (not is_beside and any(_is_close(event, value) for event in match.events)):
        return None
    return place.says("minute", value, WRONG, correct=near.clock, because=because("minute", minute=near.clock), rests_on=near)


def _unbound(scene: Scene, place: Place, match: Match, value: int) -> Claim | None:
    """A minute with a word for a goal and nobody's name that has one: wrong if nothing at all happened then."""
    sentence = scene.text[slice(*places.sentence_of(scene, place.start))]
    happened = [*(event.clock for event in match.events), *(minute for _who, minute, _way in match.substituted)]
    happened += [event.minute for event in match.events]
    if match is not scene.main or not _GOAL.search(sentence) or any(abs(minute - value) <= CLOSE for minute in happened):
        return None
    headline = {mention.target for mention in scene.of_kind(PERSON) if mention.start < scene.headline_ends}
    own = [event for event in match.events if event.person in headline and event.kind in GOALS]
    meant = own[0] if len(own) == 1 else min(match.events, key=lambda event: abs(event.clock - value), default=None)
    if meant is None:
        return None
    return place.says("minute", value, WRONG, correct=meant.clock, because=because("minute", minute=meant.clock), rests_on=meant)


def _match(scene: Scene, start: int) -> Match | None:
    match = places.match_at(scene, start) or scene.main
    return match if match is not None and is_past(scene, match) else None


def _events_of(match: Match, person: Ref) -> list[Event]:
    told = GOALS | DISMISSALS | MISSES
    return [event for event in match.events if event.person == person and event.kind in told]


def _distance(mention: Mention, start: int) -> int:
    return min(abs(mention.start - start), abs(mention.end - start))


def _is_close(event: Event, value: int) -> bool:
    """The minute, one beside it, or the one before stoppage time."""
    return abs(event.clock - value) <= CLOSE or abs(event.minute - value) <= CLOSE


def _is_substitution(match: Match, people: list[Mention], value: int) -> bool:
    named = {mention.target for mention in people}
    return any(person in named and abs(minute - value) <= CLOSE for person, minute, _way in match.substituted)

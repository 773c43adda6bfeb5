"""Who a text says has scored, against the goals of the match: one who has not, where a scorer of that minute is not named."""

import re
from collections.abc import Iterator

from articles.reading.claims import places
from articles.reading.claims.shapes import RIGHT, WRONG, Claim, Place, because
from articles.reading.facts import GOALS, PERSON, Event, Match, Ref
from articles.reading.fixtures import is_past
from articles.reading.goals import TALLY
from articles.reading.scene import Mention, Scene
from articles.reading.vocabulary import any_of

_AFTER = any_of(
    r"""
    segna firma sblocca pareggia raddoppia insacca incorna decide realizza trasforma infila accorcia timbra svetta
    porta_avanti apre
    ha_(?:segnato|firmato|sbloccato|pareggiato|raddoppiato|deciso|trasformato|aperto) a_segno
    scored scores struck equali[sz]ed levelled headed nodded converted tapped curled fired finished slotted netted volleyed
    rose punished profited pounced pulled rescued sealed completed scoring cancelled rounded swept stabbed poked drilled
    rifled glanced
    bundled lashed smashed volleyed raddoppia chiude riaccende ristabilisce ribadisce deposita spedisce colpisce beffa
    gela punisce
    put_\w+_(?:ahead|in_front) made_it opened won_it \W?s_(?:\w+_)?(?:goal|header|strike|penalty|winner|equali[sz]er|opener)
    """
)
_GOAL = any_of(r"batt\w+ pareggi\w+ segn\w+ raddopp\w+ insacc\w+ infil\w+ header equali[sz]\w+ scor\w+ finish\w* gol rete")
_BEFORE = re.compile(
    r"\b(?:decis[ao] (?:\w+ )?(?:\w+ )?da|firmat[ao] da|(?:gol|rete|autogol di|segna|firma|sblocca|pareggia"
    r"|raddoppia|decide|apre|accorcia|a segno|passa|era stato|danze)(?: subito| poi| anche)?(?: di| con)?"
    r"|(?:goals?|winner|header|strike|equali[sz]er) (?:from|by)|through)\s+$",
    re.IGNORECASE,
)
_NOT = any_of(
    r"""
    assist cross su_(?:cross|assist|corner|punizione|suggerimento) servit\w+ imbeccat\w+ lanciat\w+ pass palo traversa
    para parat\w+ annullat\w+ espuls\w+
    miss\w* saved denied sav\w+ squared robbed fouled ruled_out disallowed won_(?:a|the)_penalty sbagli\w+ fuorigioco
    offside hit respin\w+ out booked
    ammonit\w+ sent_off red replaced subbed
    """
)
_SCORED = ("goal", "penalty_goal")
_MINUTE = re.compile(r"(\d{1,3})(?:\+(\d))?(?:['’′]|(?:st|nd|rd|th)[- ]minute| minutes)")


def claimed_scorers(scene: Scene) -> Iterator[Claim]:
    main = scene.main
    if main is None or not is_past(scene, main) or not main.has_events:
        return
    named = {mention.target for mention in scene.of_kind(PERSON)}
    scorers = {event.person for match in scene.told for event in match.events if event.kind in GOALS}
    for mention in scene.of_kind(PERSON):
        if mention.target in scorers or mention.start < scene.headline_ends:
            yield from _rightly(scene, mention, main)
        elif _is_of(scene, mention, main):
            meant = _meant(scene, mention, main, named)
            if meant is not None and meant.person is not None:
                place = Place(scene, mention.start, mention.end)
                told = {"correct": meant.person.key, "because": because("scored", minute=meant.clock), "rests_on": meant}
                yield place.says("scorer", mention.target.key, WRONG, **told)


def _rightly(scene: Scene, mention: Mention, match: Match) -> Iterator[Claim]:
    event = next((one for one in match.events if one.person == mention.target and one.kind in GOALS), None)
    if event is not None and _AFTER.search(_beside(scene, mention)):
        place = Place(scene, mention.start, mention.end)
        yield place.says(
            "scorer",
            mention.target.key,
            RIGHT,
            correct=mention.target.key,
            because=because("scored", minute=event.clock),
            rests_on=event,
        )


def _is_of(scene: Scene, mention: Mention, match: Match) -> bool:
    """A player of one of its sides."""
    return any(team in match.sides and role == "player" for team, role in scene.teams_of(mention.target))


def _is_said_to_score(scene: Scene, mention: Mention) -> bool:
    """A word of scoring right before or behind the name, and none that tells of something else."""
    start, end = places.clause_of(scene, mention.start)
    after = _AFTER.search(scene.text[mention.end : min(end, mention.end + 26)])
    before = _BEFORE.search(scene.text[max(start, mention.start - 34) : mention.start])
    return bool(after or before) and _is_no_tally(scene, mention)


def _is_no_tally(scene: Scene, mention: Mention) -> bool:
    sentence = scene.text[slice(*places.sentence_of(scene, mention.start))]
    return not _NOT.search(_beside(scene, mention)) and not TALLY.search(sentence)


def _beside(scene: Scene, mention: Mention) -> str:
    """Some words before the name and after it, within the clause."""
    start, end = places.clause_of(scene, mention.start)
    before = scene.text[max(start, mention.start - 28) : mention.start]
    return before + scene.text[mention.end : min(end, mention.end + 40)]


def _meant(scene: Scene, mention: Mention, match: Match, named: set[Ref]) -> Event | None:
    """The goal of his side whose scorer the text does not name: that of the minute beside the name, else the only one."""
    teams = {team for team, _role in scene.teams_of(mention.target)}
    goals = [event for event in match.events if event.kind in _SCORED]
    missing = [event for event in goals if event.person not in named and event.team in teams]
    start, end = places.clause_of(scene, mention.start)
    beside = scene.text[max(start, mention.start - 40) : min(end, mention.end + 60)]
    minutes = [int(found[1]) + int(found[2] or 0) for found in _MINUTE.finditer(beside)]
    others = {other.target for other in places.within(scene, (start, end), PERSON)}
    timed = [
        event
        for event in goals
        if event.team in teams and event.person not in others and any(abs(event.clock - minute) <= 1 for minute in minutes)
    ]
    if (
        timed
        and _is_no_tally(scene, mention)
        and (_is_said_to_score(scene, mention) or _GOAL.search(scene.text[mention.end : mention.end + 40]))
    ):
        return timed[0]
    is_report = len(goals) == 1 or len(missing) * 2 < len(goals)
    return missing[0] if len(missing) == 1 and is_report and not minutes and _is_said_to_score(scene, mention) else None

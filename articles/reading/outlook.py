"""Whether a text looks back on a match or ahead to it: the words that lead to one, and the scores told."""

import re
from collections.abc import Iterable
from functools import lru_cache

from articles.reading.facts import PERSON, TEAM, Match
from articles.reading.legs import names_day
from articles.reading.scene import Scene
from articles.reading.scores import Score, scores
from articles.reading.vocabulary import any_of

_PREVIEW = any_of(
    r"""
    preview stasera vigilia probabili_formazioni in_programma si_gioca fischio_d.inizio calcio_d.inizio arbitra precedenti
    team_news kick-?off expected_to_(?:start|miss|return) should_start tonight convocati ballottaggio
    (?:domani|dopodomani)(?:_(?:sera|pomeriggio|alle))? tomorrow
    """
)
# They tell of a match to come where no score stands beside them; in a report they may tell of anything.
_MEETING = any_of(
    r"""
    (?<!the_)hosts? faces?(?:_late)? doubt riceve ricevono ricever\w+ ospita ospitano affronta(?:no)? si_affrontano verso v
    arriver\w+ welcome takes?_on travels?_to
    """
)
# A headline with one of these tells what has happened.
_OVER = any_of(
    r"""
    espugn\w+ sbanc\w+ corsar\w+ blitz cad(?:e|uta|uto|uti) ripres[oai] batt(?:e|ut[oaie]) vin(?:ce|cono) vittori\w+ sconfitt\w+
    perde pareggi\w+ ko k\.o\. travol\w+ crolla\w* decid\w+ gol doppiett\w+ triplett\w+ fa_festa
    beat(?:s|en)? wins? won victory lose lost loss defeat\w* draw drew held thrash\w* hammer\w* stun\w* fell goal brace hat-trick
    scores? scored strikes? struck sinks? edged? rescues? double
    """
)
_TODAY = any_of(r"stasera questa_sera tonight this_(?:evening|afternoon) oggi_(?:alle|pomeriggio)")
_GOALLESS = any_of(r"goalless scoreless senza_(?:reti|gol) (?:a_)?reti_(?:bianche|inviolate)")


def is_past(scene: Scene, match: Match) -> bool:
    """Whether it has been played when the text was written; on the day itself the text says which."""
    if match.score is None or match.day > scene.day:
        return False
    if match.day < scene.day or _has_score(match, scores_of(scene.text[: scene.headline_ends])):
        return True
    return not _looks_ahead(scene.text, scene.lead_ends) or _stands_with_its_score(scene, match)


def awaited(scene: Scene, matches: Iterable[Match]) -> Match | None:
    """The match to come, between two whom the first sentences name, that they lead to, where neither they nor the headline
    tell the result of one just played."""
    headline = scene.text[: scene.headline_ends]
    if scores_of(headline) or _OVER.search(headline):
        return None
    led = [match for match in matches if is_led_with(scene, match)]
    played = {match.day.weekday() for match in led if match.day < scene.day and (scene.day - match.day).days <= 6}
    to_come = [match for match in led if 0 < (match.day - scene.day).days <= 6 and match.day.weekday() not in played]
    just = [match for match in led if 0 <= (scene.day - match.day).days <= 2 and match.score is not None]
    if any(_has_score(match, scores_of(scene.text[: scene.lead_ends])) for match in just):
        to_come = [match for match in to_come if is_led_with(scene, match, scene.headline_ends)]
    return next((match for match in to_come if _is_awaited(scene, match)), None)


def is_led_with(scene: Scene, match: Match, until: int = 0) -> bool:
    """Whether both sides are in the headline or the first sentences, by name, by their people, or by the ground."""
    until = until or scene.lead_ends
    first = [mention.target for mention in scene.in_order() if mention.start < until and not scene.is_former(mention)]
    people = {team for one in first if one.kind == PERSON for team, _ in scene.teams_of(one)}
    named = {*first, *people}
    return match.sides <= (named | {match.home} if match.venue in named else named)


def _is_awaited(scene: Scene, match: Match) -> bool:
    """Whether a clause of the first sentences names the day with a side or the ground, and no score."""
    for mention in scene.in_order():
        if mention.start < scene.lead_ends and mention.target in (*match.sides, match.venue):
            clause = scene.words[mention.first].clause
            words = [word for word in scene.words if word.clause == clause]
            before, behind = scene.text[words[0].start : mention.start], scene.text[mention.end : words[-1].end]
            text = before.rsplit(",", 1)[-1] + mention.surface + behind.split(",", 1)[0]
            if names_day(text, match.day) and not scores_of(text):
                return True
    return False


def _stands_with_its_score(scene: Scene, match: Match) -> bool:
    """Whether a sentence names both sides, no other team, and the score."""
    for score in scores_of(scene.text):
        if score.fits(match.score):
            place = next((place for place, word in enumerate(scene.words) if word.start >= score.start), None)
            beside = scene.in_sentence(place) if place is not None else ()
            if match.sides == {mention.target for mention in beside if mention.target.kind == TEAM}:
                return True
    return False


@lru_cache(maxsize=8)
def scores_of(text: str) -> list[Score]:
    """The scores told, those without goals in words too."""
    return sorted([*scores(text), *(Score(found.start(), found.end(), 0, 0) for found in _GOALLESS.finditer(text))])


@lru_cache(maxsize=8)
def leads_to(lead: str) -> bool:
    """Whether the first sentences lead to a match to come."""
    plain = (sentence for sentence in re.split(r"[.\n] ?", lead) if not scores_of(sentence))
    return bool(_PREVIEW.search(lead)) or any(_MEETING.search(sentence) for sentence in plain)


@lru_cache(maxsize=4)
def _looks_ahead(text: str, lead_ends: int) -> bool:
    """Whether a text speaks of a match of its day as one to come: asked of every match, told from the words alone."""
    return leads_to(text[:lead_ends]) or any(_is_promise(text, found) for found in _TODAY.finditer(text))


def _is_promise(text: str, found: re.Match) -> bool:
    """Whether a sentence with "tonight" tells no score."""
    start, end = text.rfind(".", 0, found.start()) + 1, text.find(".", found.end())
    return not scores(text[start : end if end > 0 else len(text)])


def _has_score(match: Match, told: list[Score]) -> bool:
    return match.score is not None and any(score.fits(match.score) for score in told)

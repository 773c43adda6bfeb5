"""Whose words stand between speech marks: the person whom a verb of saying beside them names, where that is certain."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from articles.reading.facts import PERSON, TEAM, Ref
from articles.reading.quotations import quoted_spans
from articles.reading.scene import Mention, Scene
from articles.reading.vocabulary import any_of

_SAYING = any_of(
    r"""
    dic\w+ dett[oa] disse dichiar\w+ spieg\w+ ammett\w+ ammess\w+ raccont\w+ aggiun\w+ conferm\w+ sottoline\w+ afferm\w+
    commenta\w* comment[oò] conclu\w+ rispond\w+ rispost\w+ scherz\w+ avver\w+ assicura\w* parol[ae] parla\w* confess\w+
    rivel\w+ ricord\w+ sorrid\w+ sbott\w+ tuona\w* attacca\w* rivendic\w+ garanti\w+ precisa\w* prosegu\w+ ripet\w+
    scriv\w+ scritto pensiero messaggio
    said says say told tells tell admit\w* insist\w* add(?:s|ed) explain\w* reveal\w* claim\w* joke\w* warn\w* confess\w*
    reflect\w* conclude\w* repl(?:y|ies|ied) respond\w* stress\w* acknowledg\w* conced(?:e|es|ed) describ\w+ wrote posted
    suggest\w* according words
    """
)
_COACH = any_of(
    r"""
    allenatore tecnico mister ct commissario_tecnico manager head_coach coach boss
    """
)
# Fewer words than these are a word in marks, not what somebody said.
FEWEST = 3
BEFORE, AFTER = 110, 90


class Said(NamedTuple):
    """Somebody's words (code points, the marks left out); `name` as the text calls the speaker, empty if it does not."""

    start: int
    end: int
    speaker: Ref | None
    name: str


def said(scene: Scene) -> list[Said]:
    """The quotations of a text in order, each with its speaker where one person only can be meant."""
    found: list[Said] = []
    for start, end in quoted_spans(scene.text):
        if len(re.findall(r"\w+", scene.text[start:end])) >= FEWEST:
            mention = _speaker(scene, start, end) or _same_as_before(scene, start, found)
            if isinstance(mention, Said):
                found.append(Said(start, end, mention.speaker, mention.name))
            else:
                found.append(Said(start, end, mention.target if mention else None, mention.surface if mention else ""))
    return found


def _speaker(scene: Scene, start: int, end: int) -> Mention | None:
    """Named with a verb of saying within the words, right behind them or right before; or the only coach where one speaks."""
    for first, last in _beside(scene, start, end):
        beside = scene.text[first:last]
        saying = _SAYING.search(beside)
        people = [one for one in scene.of_kind(PERSON) if first <= one.start < last]
        if people and (saying or _ends_in_colon(scene, people[-1], start)):
            place = first + saying.start() if saying else start
            return min(people, key=lambda one: min(abs(one.start - place), abs(one.end - place)))
        if saying and _COACH.search(beside):
            return _only_coach(scene, {one.target for one in scene.of_kind(TEAM) if first <= one.start < last})
    return None


def _beside(scene: Scene, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What is put between dashes in the words, the rest of the sentence behind them, and what leads to them."""
    for found in re.finditer(r"[–—-] ([^–—]{3,60}?),? [–—-]", scene.text[start:end]):
        yield start + found.start(1), start + found.end(1)
    behind = re.match(rf"[^.\n«“;:]{{0,{AFTER}}}", scene.text[end + 1 :])
    goes_on = scene.text[end + 2 : end + 3].islower() or not scene.text[start:end].endswith((".", "!", "?"))
    if goes_on and _SAYING.search(behind[0]):
        yield end + 1, end + 1 + behind.end()
    lead = re.search(r"[^.!?\n»”]*$", scene.text[max(0, start - 1 - BEFORE) : start - 1])
    yield start - 1 - len(lead[0]), start - 1


def _ends_in_colon(scene: Scene, mention: Mention, start: int) -> bool:
    """Chivu: «…», also with a few words between."""
    between = scene.text[mention.end : start - 1]
    return between.strip().endswith((":", ",")) and len(between) < 60


def _only_coach(scene: Scene, teams: set[Ref]) -> Mention | None:
    """The one coach whom the text names: "the Liverpool manager" that of the team, if one is told."""
    spells = {one: scene.teams_of(one.target) for one in scene.of_kind(PERSON)}
    coaches = [one for one, ties in spells.items() if any(role == "coach" and team in (teams or {team}) for team, role in ties)]
    return coaches[0] if len({one.target for one in coaches}) == 1 else None


def _same_as_before(scene: Scene, start: int, found: list[Said]) -> Said | None:
    """Words that nobody is named with go on with those before them in the same paragraph, if nobody was named between."""
    if not found or "\n" in scene.text[found[-1].end : start]:
        return None
    named = [one for one in scene.of_kind(PERSON) if found[-1].end < one.start < start and one.target != found[-1].speaker]
    return None if named else found[-1]

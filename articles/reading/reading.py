"""A text read against the facts as of its day: who and what it names, the matches and the events that it tells of."""

from datetime import date
from typing import NamedTuple

from articles.reading.facts import COMPETITION, PERSON, TEAM, Event, Facts, Match, Ref
from articles.reading.goals import events_told
from articles.reading.meaning import settle
from articles.reading.names import Spot
from articles.reading.neighbours import Neighbours
from articles.reading.scene import Mention, Scene, refs_of
from articles.reading.setting import setting_of
from articles.reading.tokens import Token, tokens


class Reading(NamedTuple):
    """What was read. `matches`: the main one first; `scene` for those who read on, such as claims."""

    mentions: list[Mention]
    matches: list[Match]
    events: list[tuple[Match, Event]]
    scene: Scene

    @property
    def teams(self) -> list[Ref]:
        sides = (side for match in self.matches for side in (match.home, match.away))
        return list(dict.fromkeys([*self._named(TEAM), *sides]))

    @property
    def people(self) -> list[Ref]:
        return list(dict.fromkeys(self._named(PERSON)))

    @property
    def competitions(self) -> list[Ref]:
        return list(dict.fromkeys([*self._named(COMPETITION), *(match.competition for match in self.matches)]))

    def _named(self, kind: str) -> list[Ref]:
        return [mention.target for mention in self.mentions if mention.target.kind == kind]


def read(text: str, facts: Facts, *, day: date, language: str) -> Reading:
    """Read headline and text (the first line is the headline) with what was known on that day."""
    scene, spots = _scene(text, facts, day, language)
    settle(scene, spots)
    return Reading(scene.in_order(), scene.told, events_told(scene), scene)


def _scene(text: str, facts: Facts, day: date, language: str) -> tuple[Scene, list[Spot]]:
    words = tokens(text)
    spots = facts.dictionary.spots(text, words, language)
    targets = {name.target for spot in spots for name in spot.bearers}
    people = facts.people(refs_of(PERSON, targets))
    headline_ends = text.find("\n") if "\n" in text else 0
    lead_ends = _lead_ends(words, len(text))
    whole = [spot for spot in spots if any(name.sort != "given" for name in spot.bearers)]
    covered = frozenset(place for spot in whole for place in range(spot.first, spot.last + 1))
    around = Neighbours(text, words, language, covered, facts.dictionary.given_names)
    setting = setting_of(text, words, lead_ends)
    teams = facts.teams(refs_of(TEAM, targets))
    scene = Scene(text, language, day, words, headline_ends, lead_ends, setting, around, facts, people, teams)
    scene.blocked = {
        words[place].folded
        for spot in spots
        if all(name.target is None for name in spot.bearers) and not spot.is_single
        for place in range(spot.first, spot.last + 1)
    }
    return scene, spots


def _lead_ends(words: list[Token], end: int) -> int:
    """Where the first two sentences behind the headline end."""
    if not words:
        return 0
    first = next((word.sentence for word in words if word.line), 0)
    return next((word.start for word in words if word.sentence > first + 1), end)

"""A text read against the facts as of its day: who and what it names, the matches and the events that it tells of."""

from datetime import date
from itertools import pairwise
from typing import NamedTuple

from articles.reading.facts import COMPETITION, PERSON, TEAM, Event, Facts, Match, Person, Ref, Team
from articles.reading.full_names import with_parts
from articles.reading.given import is_form_of
from articles.reading.goals import events_told
from articles.reading.meaning import settle
from articles.reading.names import Name, Spot, key_of
from articles.reading.neighbours import Neighbours, lines_in_title_case
from articles.reading.scene import Mention, Scene, refs_of
from articles.reading.scores import scores
from articles.reading.setting import ELSEWHERE, FOOTBALL, LONG, SIDES, UNSURE, setting_of
from articles.reading.tokens import Token, tokens

# So many people of the clubs named are found in no long text on something else.
MANY = 4


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
    surnames = {spot: _of_that_surname(spot, words, facts) for spot in spots if not spot.is_single}
    targets = {name.target for spot in spots for name in (*spot.bearers, *surnames.get(spot, ()))}
    people = facts.people(refs_of(PERSON, targets))
    spots = [_with_forms(spot, surnames.get(spot, ()), words, people) for spot in spots]
    spots = with_parts(spots, words)
    headline_ends = text.find("\n") if "\n" in text else 0
    lead_ends = _lead_ends(words, len(text))
    whole = [spot for spot in spots if any(name.sort != "given" for name in spot.bearers)]
    covered = frozenset(place for spot in whole for place in range(spot.first, spot.last + 1))
    fixed = frozenset(place for spot in whole if not _is_surname(spot) for place in range(spot.first, spot.last + 1))
    in_title_case = lines_in_title_case(text, words, language)
    around = Neighbours(text, words, language, covered, facts.dictionary.given_names, in_title_case, fixed)
    setting = setting_of(text, words, lead_ends)
    teams = facts.teams(refs_of(TEAM, targets))
    if setting.sport == UNSURE:
        is_ours = _speaks_of_ours(spots, around, people, teams)
        if len(words) >= LONG:
            is_ours = is_ours and _names_of_our_clubs(spots, people, teams) >= MANY
        setting = setting._replace(sport=FOOTBALL if is_ours else ELSEWHERE)
    scene = Scene(text, language, day, words, headline_ends, lead_ends, setting, around, facts, people, teams)
    scene.possible = refs_of(TEAM, targets)
    scene.blocked = _blocked(spots, words, facts, lead_ends)
    return scene, spots


def _is_surname(spot: Spot) -> bool:
    return spot.is_single and all(name.target is not None and name.target.kind == PERSON for name in spot.bearers)


def _speaks_of_ours(spots: list[Spot], around: Neighbours, people: dict[Ref, Person], teams: dict[Ref, Team]) -> bool:
    """Whether a short text without a word of sport names what is ours and no town: a club, somebody in full, two who meet."""
    clubs = [spot for spot in spots if _names_club(spot, teams)]
    if any(not name.town or not around.may_be_town(spot) for spot in clubs for name in spot.bearers if name.target in teams):
        return True
    targets = {name.target for spot in clubs for name in spot.bearers}
    for spot in spots:
        players = [people[name.target] for name in spot.bearers if name.target in people and name.sort != "given"]
        if players and (not spot.is_single or any(spell.team in targets for one in players for spell in one.spells)):
            return True
    words, text = around.words, around.text
    pairs = (text[words[one.last].end : words[other.first].start].strip() for one, other in pairwise(clubs))
    return any(between in ("-", "–", "v", "vs") for between in pairs) or bool(clubs and scores(text))


def _names_of_our_clubs(spots: list[Spot], people: dict[Ref, Person], teams: dict[Ref, Team]) -> int:
    """How many names of people of the clubs that the text names stand in it."""
    clubs = {name.target for spot in spots for name in spot.bearers if name.target in teams}
    ours = [
        spot
        for spot in spots
        for name in spot.bearers
        if name.target in people and name.sort != "given" and any(spell.team in clubs for spell in people[name.target].spells)
    ]
    return len({spot.first for spot in ours})


def _names_club(spot: Spot, teams: dict[Ref, Team]) -> bool:
    """Whether it is a club's name and no nickname that is a word: City, Saints, Palace."""
    found = [name for name in spot.bearers if name.target in teams and not name.in_context and name.sort == ""]
    return any(name.text in teams[name.target].name or not spot.is_single for name in found if name.language != "en")


def _blocked(spots: list[Spot], words: list[Token], facts: Facts, lead_ends: int) -> set[str]:
    """Words of longer names that are another's when they stand alone behind them: "Inter" in a text on Inter Miami."""
    alone: dict[str, int] = {}
    for spot in reversed(spots):
        if spot.is_single:
            alone[words[spot.first].folded] = spot.first
    found = set()
    for spot in spots:
        if not spot.is_single and not _is_told_in_passing(spot, words, lead_ends):
            others = (words[place].folded for place in range(spot.first, spot.last + 1))
            found |= {word for word in others if alone.get(word, len(words)) > spot.first and _is_anothers(spot, word, facts)}
    return found


def _is_anothers(spot: Spot, word: str, facts: Facts) -> bool:
    """Whether a word of a team's name, or of a name that is none of ours, is not that team's own name too."""
    targets = {name.target for name in spot.bearers}
    if any(target is not None and target.kind != TEAM for target in targets):
        return False
    return targets.isdisjoint(name.target for name in facts.dictionary.bearers([word]))


def _is_told_in_passing(spot: Spot, words: list[Token], lead_ends: int) -> bool:
    """Whether it is a club's other side, named late: then the club's own name before it is the club's."""
    return words[spot.last].folded in SIDES and words[spot.first].start > lead_ends


def _of_that_surname(spot: Spot, words: list[Token], facts: Facts) -> tuple[Name, ...]:
    """Who else may be called by a first name and this surname."""
    is_person = any(name.target and name.target.kind == PERSON for name in spot.bearers)
    bearers = facts.dictionary.bearers([words[spot.last].folded]) if is_person else ()
    return tuple(name for name in bearers if name.sort == "surname")


def _with_forms(spot: Spot, others: tuple[Name, ...], words: list[Token], people: dict[Ref, Person]) -> Spot:
    """The spot with those whose first name the one in the text is a form of: "Nico González" may be a Nicolás too."""
    given, known = words[spot.first].folded, {name.target for name in spot.bearers}
    forms = [
        name._replace(sort="form")
        for name in others
        if name.target not in known and is_form_of(given, " ".join(key_of(people[name.target].name)))
    ]
    return spot._replace(bearers=(*spot.bearers, *forms))


def _lead_ends(words: list[Token], end: int) -> int:
    """Where the first two sentences behind the headline end."""
    if not words:
        return 0
    first = next((word.sentence for word in words if word.line), 0)
    return next((word.start for word in words if word.sentence > first + 1), end)

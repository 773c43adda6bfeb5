"""What a text speaks of so far: the teams and people that are settled, and from them who else may be meant."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from articles.reading.facts import PERSON, TEAM, Facts, Match, Person, Ref, Team
from articles.reading.neighbours import Neighbours
from articles.reading.setting import Setting
from articles.reading.tokens import Token

_FORMER = frozenset(["ex", "former", "formerly", "old"])


class Mention(NamedTuple):
    """A name found, and whose it is: code points into the text, end exclusive; `why` is a key of `reasons`.

    `first`, `last`: its words. `team`: by which team a person was told, for the reason.
    """

    start: int
    end: int
    surface: str
    target: Ref
    why: str
    first: int
    last: int
    team: Ref | None = None


class Weight(NamedTuple):
    """How much speaks for one bearer and why; `alone`: it needs no more, being the only one by that name."""

    points: float
    why: str
    alone: bool = False
    team: Ref | None = None
    given: Token | None = None


@dataclass
class Scene:
    """The text, the day it is read as of, and what is settled about it."""

    text: str
    language: str
    day: date
    words: list[Token]
    headline_ends: int
    lead_ends: int
    setting: Setting
    neighbours: Neighbours
    facts: Facts
    people: dict[Ref, Person]
    teams: dict[Ref, Team]
    mentions: dict[int, Mention] = field(default_factory=dict)
    full: set[Ref] = field(default_factory=set)
    namesakes: set[str] = field(default_factory=set)
    blocked: set[str] = field(default_factory=set)
    towns: dict[int, Ref] = field(default_factory=dict)
    possible: set[Ref] = field(default_factory=set)
    near_matches: list[Match] = field(default_factory=list)
    hosts: set[Ref] = field(default_factory=set)
    # The sentences that tell of a match by its place.
    told_in: dict[object, set[int]] = field(default_factory=dict)
    main: Match | None = None
    told: list[Match] = field(default_factory=list)
    _presence: dict[Ref, float] | None = None
    _named: Counter[Ref] = field(default_factory=Counter)
    _belongs: dict[Ref, list[tuple[Ref, str]]] = field(default_factory=dict)
    _former: dict[int, bool] = field(default_factory=dict)
    _sentences: dict[int, list[Mention]] | None = None
    # What is asked again and again between two names that are settled; never to be changed by who asks.
    _kinds: dict[str, list[Mention]] = field(default_factory=dict)

    # What is worked out once from the words and the facts alone, by whoever reads on.
    memo: dict[object, object] = field(default_factory=dict)

    def in_order(self) -> list[Mention]:
        if "" not in self._kinds:
            self._kinds[""] = [self.mentions[place] for place in sorted(self.mentions)]
        return self._kinds[""]

    def of_kind(self, kind: str) -> list[Mention]:
        if kind not in self._kinds:
            self._kinds[kind] = [mention for mention in self.in_order() if mention.target.kind == kind]
        return self._kinds[kind]

    def teams_of(self, person: Ref) -> list[tuple[Ref, str]]:
        """Where the person belongs on the day, with the role."""
        if person not in self._belongs:
            known = self.people.get(person)
            spells = known.spells if known else ()
            self._belongs[person] = [(spell.team, spell.role) for spell in spells if spell.holds_on(self.day)]
        return self._belongs[person]

    def put(self, place: int, mention: Mention | None) -> None:
        """Settle what the name at that word means; None leaves it open."""
        before = self.mentions.get(place)
        if before == mention:
            return
        self._presence, self._kinds, self._sentences = None, {}, None
        if before is not None:
            self._named[before.target] -= 1
            del self.mentions[place]
        if mention is not None:
            self._named[mention.target] += 1
            self.mentions[place] = mention

    def is_named(self, target: Ref, but: int | None = None) -> bool:
        """Whether some name is settled as that one's, the one at the word `but` left aside."""
        here = but is not None and but in self.mentions and self.mentions[but].target == target
        return self._named[target] > here

    def tell(self, main: Match | None, told: list[Match]) -> None:
        """Settle which matches the text tells of, the main one first."""
        self.main, self.told, self._presence = main, told, None

    def receive(self, hosts: set[Ref]) -> None:
        """Settle whose grounds and towns the text names."""
        if hosts != self.hosts:
            self.hosts, self._presence = hosts, None

    def presence(self) -> dict[Ref, float]:
        """The teams that are there: named ones weigh 2 and more, those of people named 1."""
        if self._presence is None:
            self._presence = self._weigh_presence()
        return self._presence

    def _weigh_presence(self) -> dict[Ref, float]:
        weights: dict[Ref, float] = defaultdict(float)
        for mention in self.of_kind(TEAM):
            if not self.is_former(mention):
                weights[mention.target] = max(weights[mention.target], 1.9) + (
                    0.4 if mention.start < self.headline_ends else 0.15
                )
        hints: dict[Ref, int] = {}
        for ref in {mention.target for mention in self.of_kind(PERSON)}:
            for team in {team for team, _ in self.teams_of(ref)}:
                hints[team] = hints.get(team, 0) + 1
        for team, count in hints.items():
            weights[team] = max(weights[team], min(1.0 + 0.1 * (count - 1), 1.5))
        for team in self.hosts:
            weights[team] = max(weights[team], 1.0)
        for match in self.told:
            for team in match.sides:
                weights[team] = max(weights[team], 3.0 if match is self.main else 2.0)
        return dict(weights)

    def is_former(self, mention: Mention) -> bool:
        """Whether the team is somebody's former one: l'ex Genoa, the former Chelsea winger."""
        if mention.target.kind != TEAM:
            return False
        if mention.first not in self._former:
            before = self.words[max(0, mention.first - 2) : mention.first]
            sentence = self.words[mention.first].sentence
            self._former[mention.first] = any(word.sentence == sentence and word.folded in _FORMER for word in before)
        return self._former[mention.first]

    def words_of_sentence(self, place: int) -> set[str]:
        """The words, folded, of the sentence that the word there stands in."""
        sentence = self.words[place].sentence
        return {word.folded for word in self.words if word.sentence == sentence}

    def near(self, mention: Mention, reach: int = 12) -> list[Mention]:
        """The mentions of the same sentence, no more words away than that."""
        return [
            other
            for other in self.in_sentence(mention.first)
            if other is not mention and min(abs(other.first - mention.last), abs(mention.first - other.last)) <= reach
        ]

    def in_sentence(self, place: int) -> list[Mention]:
        """The mentions, in order, of the sentence that the word there stands in."""
        if self._sentences is None:
            self._sentences = defaultdict(list)
            for mention in self.in_order():
                self._sentences[self.words[mention.first].sentence].append(mention)
        return self._sentences.get(self.words[place].sentence, [])


def refs_of(kind: str, targets: Iterable[object]) -> set[Ref]:
    return {target for target in targets if isinstance(target, Ref) and target.kind == kind}

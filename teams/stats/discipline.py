"""Cards added up: who was shown how many, who is banned for them, and the points that a group takes away."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from teams.rules import event_kinds
from teams.rules.suspensions import Bookings

YELLOW = event_kinds.YELLOW
SECOND_YELLOW, RED = event_kinds.DISMISSALS


class Card(Protocol):
    """A card that counts; `team_id`: whose player was shown it."""

    match_id: int
    person_id: int | None
    kind: str
    team_id: Hashable


def conduct(cards: Iterable[Card]) -> dict[Hashable, int]:
    """The points of each team for its cards, at most 0.

    FIFA World Cup 2018 regulations, article 32.5 g: a yellow card -1, a second yellow -3, a red -4, a yellow and then a
    red -5; of these only one for each player and match. A card whose player is not known counts by itself.
    """
    shown: dict[tuple, set[str]] = defaultdict(set)
    for number, card in enumerate(cards):
        shown[card.team_id, card.match_id, card.person_id or f"card {number}"].add(card.kind)
    points: dict[Hashable, int] = defaultdict(int)
    for (team, _, _), kinds in shown.items():
        points[team] -= _points(kinds)
    return dict(points)


def _points(kinds: set[str]) -> int:
    if SECOND_YELLOW in kinds:
        return 3
    return 4 * (RED in kinds) + (YELLOW in kinds)


@dataclass(frozen=True, slots=True)
class Cards:
    """One player's cards; `bookings` are the yellows that count towards a ban."""

    person: Any
    yellows: int = 0
    second_yellows: int = 0
    reds: int = 0
    bookings: int = 0

    @property
    def dismissals(self) -> int:
        return self.second_yellows + self.reds


@dataclass(frozen=True, slots=True)
class Suspension:
    """Who misses the next match, and for what: second_yellow, red, or yellow with the number of the booking."""

    person: Any
    why: str
    bookings: int


def cards_by_person(cards: Iterable[Card]) -> list[Cards]:
    """Everybody who was shown one, most dismissals first, then most yellows.

    The first yellow of a match that ends with a second is no booking of its own: the dismissal answers for both.
    """
    shown: dict[Hashable, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for card in cards:
        if card.person_id is not None:
            shown[card.person_id][card.match_id].append(card.kind)
    found = [_cards(person, list(matches.values())) for person, matches in shown.items()]
    return sorted(found, key=lambda line: (-line.dismissals, -line.yellows, line.person))


def _cards(person: Hashable, matches: list[list[str]]) -> Cards:
    kinds = [kind for match in matches for kind in match]
    booked = sum(YELLOW in match and SECOND_YELLOW not in match for match in matches)
    return Cards(person, kinds.count(YELLOW), kinds.count(SECOND_YELLOW), kinds.count(RED), booked)


def suspended(cards: Sequence[Card], matches: Sequence[int], rule: Bookings) -> list[Suspension]:
    """Who misses the next match of a team: those whose card in its last one brought a ban of at least a match.

    `cards`: all that its players were shown in these `matches` of the competition, which stand from the oldest on. How long a
    red keeps somebody out, a judge says; one match is certain.
    """
    last, booked = len(matches), _booked(cards, matches)
    latest = [card for card in cards if card.match_id == matches[-1] and card.person_id is not None]
    sent_off = {card.person_id: card.kind for card in latest if card.kind in event_kinds.DISMISSALS}
    banned = sorted(person for person, numbers in booked.items() if last in rule.bans(numbers))
    why = {**dict.fromkeys(banned, YELLOW), **sent_off}
    return [Suspension(person, kind, len(booked.get(person, ()))) for person, kind in why.items()]


def at_risk(cards: Sequence[Card], matches: Sequence[int], rule: Bookings) -> list[Cards]:
    """Whom a booking in the next match keeps out of the one after it."""
    coming, booked = len(matches) + 1, _booked(cards, matches)
    risky = {person for person, numbers in booked.items() if coming in rule.bans([*numbers, coming])}
    return [line for line in cards_by_person(cards) if line.person in risky]


def _booked(cards: Iterable[Card], matches: Sequence[int]) -> dict[Hashable, list[int]]:
    """For each player the matches in which a yellow counted as a booking, by their numbers from 1, in order."""
    numbers = {match: number for number, match in enumerate(matches, 1)}
    shown: dict[tuple, set[str]] = defaultdict(set)
    for card in cards:
        if card.person_id is not None:
            shown[numbers[card.match_id], card.person_id].add(card.kind)
    booked: dict[Hashable, list[int]] = defaultdict(list)
    for number, person in sorted(key for key, kinds in shown.items() if YELLOW in kinds and SECOND_YELLOW not in kinds):
        booked[person].append(number)
    return booked

"""Cards added up: the points that a group takes away for them."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Protocol

YELLOW, SECOND_YELLOW, RED = "yellow", "second_yellow", "red"


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

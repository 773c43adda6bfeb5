"""Behind a full name its parts alone: Bernardo Silva, then Silva; Romelu Lukaku, then Romelu."""

from collections.abc import Sequence

from articles.reading.facts import PERSON
from articles.reading.names import Name, Spot
from articles.reading.tokens import Token
from articles.reading.vocabulary import words as listed

# First names that begin a sentence as words, too.
_WORDS = frozenset(
    listed(
        """
    will mark bill rob sue grant may june rose pat art son can dan van bo
    """
    )
)


def with_parts(spots: Sequence[Spot], words: Sequence[Token]) -> list[Spot]:
    """The spots, and those where only the last or the first word of a full name stands that the text has told before."""
    last: dict[str, Name] = {}
    first: dict[str, Name] = {}
    found = {spot.first: spot for spot in spots}
    covered = {place for spot in spots for place in range(spot.first, spot.last + 1)}
    for place, word in enumerate(words):
        spot = found.get(place)
        if spot is not None and not spot.is_single:
            _note(spot, words, last, first)
        elif spot is not None or place not in covered:
            part = last.get(word.folded) or (first.get(word.folded) if spot is None and _stands_alone(words, place) else None)
            if part and word.is_capital and len(word.folded) > 2:
                found[place] = _with(spot or Spot(place, place, ()), part)
    return [found[place] for place in sorted(found)]


def _note(spot: Spot, words: Sequence[Token], last: dict[str, Name], first: dict[str, Name]) -> None:
    """Keep the parts of a name that one person only has."""
    people = {name.target: name for name in spot.bearers if name.target and name.target.kind == PERSON}
    if len(people) == 1:
        (name,) = people.values()
        last[words[spot.last].folded] = name._replace(sort="surname")
        first[words[spot.first].folded] = name._replace(sort="given")


def _with(spot: Spot, part: Name) -> Spot:
    known = {name.target for name in spot.bearers}
    return spot if part.target in known else spot._replace(bearers=(*spot.bearers, part))


def _stands_alone(words: Sequence[Token], place: int) -> bool:
    """Whether no other capitalised word follows: then a first name is not somebody else's."""
    if words[place].opens and words[place].folded in _WORDS:
        return False
    after = words[place + 1] if place + 1 < len(words) else None
    return after is None or after.gap != " " or not after.is_capital

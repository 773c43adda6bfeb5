"""A match as the console knows it: who is on the two sheets, what has happened, what the clock says."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from teams.live.clock import Instant
from teams.names import fold
from teams.stats.timeline import Event

SIDES = ("home", "away")


class Unclear(ValueError):
    """A line that cannot be read; its message says what to write instead and names the candidates."""


@dataclass(frozen=True, slots=True)
class Player:
    """A line of a sheet. `on_pitch` is None where the line-up is not known; `others` are his other names."""

    pk: int
    name: str
    side: str
    shirt: int | None = None
    surname: str = ""
    others: tuple[str, ...] = ()
    on_pitch: bool | None = None
    booked: bool = False

    def __str__(self) -> str:
        return f"{self.shirt} {self.name}" if self.shirt else self.name

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(fold(name) for name in (self.name, self.surname, *self.others) if name)

    def fits(self, words: list[str]) -> int:
        """How well these words name him: 3 a whole name, 2 words of one, 1 beginnings of words, 0 not at all."""
        if words[0].isdecimal():
            return 0 if int(words[0]) != self.shirt else self.fits(words[1:]) if words[1:] else 3
        if " ".join(words) in self.names:
            return 3
        return max((_fit(words, name.split()) for name in self.names), default=0)


@dataclass(frozen=True, slots=True)
class Night:
    """Both sides by name, the words that mean a side, both sheets, the events that count, and the clock while it runs."""

    teams: Mapping[str, str]
    players: tuple[Player, ...] = ()
    events: tuple[Event, ...] = ()
    period: str = ""
    now: Instant | None = None
    side_words: Mapping[tuple[str, ...], str] = field(default_factory=dict)

    def player(self, pk: int | None) -> Player | None:
        return next((player for player in self.players if player.pk == pk), None)

    def label(self, player: Player) -> str:
        return f"{player} ({self.teams[player.side]})"

    def named(self, words: list[str], side: str = "") -> list[Player]:
        """Whom these words name best, of that side if one is given."""
        fits = [(player.fits(words), player) for player in self.players if side in ("", player.side)] if words else []
        best = max((fit for fit, _player in fits), default=0)
        return [player for fit, player in fits if fit == best and fit]

    def near(self, words: list[str], side: str = "") -> list[Player]:
        """Whose names are written almost like that."""
        known = {name: player for player in self.players if side in ("", player.side) for name in player.names}
        found = get_close_matches(" ".join(words), known, n=4, cutoff=0.6)
        return list({known[name].pk: known[name] for name in found}.values())

    def without_side(self, words: list[str]) -> tuple[str, list[str]]:
        """The side that some of the words mean, and the other words."""
        for length in (3, 2, 1):
            for start in range(len(words) - length + 1):
                if side := self.side_words.get(tuple(words[start : start + length])):
                    return side, words[:start] + words[start + length :]
        return "", words


def words_for_sides(names: Mapping[str, Iterable[str]]) -> dict[tuple[str, ...], str]:
    """Every name of the two teams, whole, and each long word of it that the other team does not have."""
    told = {side: {tuple(fold(name).split()) for name in names[side] if name} for side in SIDES}
    single = {side: {(word,) for name in told[side] for word in name if len(word) > 3} for side in SIDES}
    said = {side: told[side] | single[side] for side in SIDES}
    shared = said["home"] & said["away"]
    return {phrase: side for side in SIDES for phrase in said[side] - shared}


def _fit(words: list[str], name: list[str]) -> int:
    """Whether the words stand in the name in this order: 2 whole, 1 as beginnings, 0 not."""
    rest, whole = iter(name), True
    for word in words:
        found = next((each for each in rest if each.startswith(word)), None)
        if found is None:
            return 0
        whole = whole and found == word
    return 2 if whole else 1

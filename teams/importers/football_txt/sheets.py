"""Line-ups of Football.TXT: starters with their cards, who replaced them, the coach; cards told apart; shoot-out kicks."""

import re
from dataclasses import dataclass, field

from teams.importers.football_txt.minutes import MINUTE, minute_of, read_minute
from teams.importers.football_txt.scores import SCORE, pair
from teams.importers.goals import NEVER_TOLD, Minute

_CARDS = {"Y": "yellow", "R": "red", "Y/R": "second_yellow", "YR": "second_yellow", "Y2": "second_yellow"}
_AFTER = re.compile(rf"{MINUTE}\s+(?P<name>\D.*)")
_BEFORE = re.compile(rf"(?P<name>.+?)\s+{MINUTE}")
_COACH = re.compile(r"(?:head )?coach(?:es)?:\s*(.+)", re.IGNORECASE)
_COUNTRY = re.compile(r"\s*\([A-Z]{3}\)$")
_BOOKED = re.compile(rf"(?P<name>[^\d,;()]+?)(?:\s+{MINUTE})?(?:\s*\([^)]*\))?\s*(?:,|$)")


@dataclass
class Card:
    kind: str
    at: Minute = NEVER_TOLD


@dataclass
class Listed:
    """A player; `replaced_by` came on for him."""

    name: str
    captain: bool = False
    cards: list[Card] = field(default_factory=list)
    replaced_by: "Listed | None" = None
    replaced_at: Minute = NEVER_TOLD


@dataclass
class Sheet:
    """One side's starters in the order in which they are printed, the goalkeeper first; `lines` counts those before the ball."""

    starters: list[Listed] = field(default_factory=list)
    lines: tuple[int, ...] = ()
    coach: str = ""

    @property
    def formation(self) -> str:
        """3-5-2, where eleven are told and the first stands alone in goal."""
        known = sum(self.lines) == 11 and self.lines[0] == 1 and 3 <= len(self.lines) <= 6
        return "-".join(map(str, self.lines[1:])) if known else ""


@dataclass(frozen=True, slots=True)
class Kick:
    side: str
    name: str
    scored: bool


def read_sheet(text: str) -> Sheet:
    """A line-up like "Sommer - Bisseck, Acerbi [Y 15'] (Bastoni 71') - ...; Coach: Chivu". ValueError where a player is none."""
    sheet, lines = Sheet(), []
    for part in re.split(r";\s*", text.strip().removesuffix(".")):
        if found := _COACH.fullmatch(part.strip()):
            sheet.coach = _COUNTRY.sub("", found[1].strip(" ."))
            continue
        for line in _split(part, dash=True):
            players = [_listed(item) for item in _split(line, dash=False)]
            sheet.starters += players
            lines.append(len(players))
    sheet.lines = tuple(lines)
    return sheet


def read_cards(text: str, kind: str) -> list[tuple[str, Card]]:
    """Names with minutes, as in "Ismael KONE 67', Berardi"."""
    found = (one for one in _BOOKED.finditer(text) if one["name"].strip(" -"))
    return [(one["name"].strip(), Card(kind, minute_of(one) if one["minute"] else NEVER_TOLD)) for one in found]


def read_kicks(text: str) -> list[Kick]:
    """The shoot-out kick by kick, each that went in with the score it made: "Minamino (missed), 0-1 Vlašić".

    Some files write the score before every kick: one that did not change it was missed.
    """
    told, score = [], (0, 0)
    for item in (part.strip(" .") for part in re.split(r"[,;]", text)):
        if not item:
            continue
        found = re.fullmatch(rf"(?:(?P<score>{SCORE})\s+)?(?P<name>[^(\d]+?)\s*(?:\((?P<how>[^)]*)\))?", item)
        if not found:
            raise ValueError(f"a penalty kick was not understood: “{item}”")
        now, side = pair(found["score"]) if found["score"] else score, None
        if now != score:
            side, score = ("home" if now[0] > score[0] else "away"), now
        told.append((side, found["name"].strip(), side is not None))
    return _by_turns(told)


def _by_turns(told: list[tuple[str | None, str, bool]]) -> list[Kick]:
    """The sides take turns: a kick that went in tells whose turn the missed ones were."""
    home_first = next(((number % 2 == 0) == (side == "home") for number, (side, *_) in enumerate(told) if side), True)
    turn = [("home" if (number % 2 == 0) == home_first else "away") for number in range(len(told))]
    return [Kick(side or turn[number], name, scored) for number, (side, name, scored) in enumerate(told)]


def _split(text: str, *, dash: bool) -> list[str]:
    """The items of a text that stand outside brackets, parted by commas or by dashes with blanks around."""
    items, depth, current = [], 0, ""
    for place, letter in enumerate(text):
        depth += (letter in "([") - (letter in ")]")
        parts = (
            letter == ","
            if not dash
            else letter in "-–" and text[place - 1 : place] in ("", " ") and text[place + 1 : place + 2] in ("", " ")
        )
        if parts and depth == 0:
            items.append(current)
            current = ""
        else:
            current += letter
    return [item.strip(" ,") for item in (*items, current) if item.strip(" ,")]


def _listed(item: str) -> Listed:
    replaced, rest = _parenthesis(item)
    player = Listed(re.sub(r"\s*\[[^\]]*\]", "", rest).strip())
    for bracket in re.findall(r"\[([^\]]*)\]", rest):
        for mark in re.split(r",\s*|\s+(?=Y/?R?\s|R\s)", bracket):
            _mark(player, mark.strip())
    if not player.name or re.search(r"\d", player.name):
        raise ValueError(f"a player was not understood: “{item}”")
    if replaced:
        player.replaced_by, player.replaced_at = _replacement(replaced)
    return player


def _parenthesis(item: str) -> tuple[str, str]:
    """What stands in the last parentheses of an item, and the item without them."""
    found = re.search(r"\((?P<inner>.*)\)", item)
    if not found:
        return "", item
    return found["inner"].strip(), f"{item[: found.start()]} {item[found.end() :]}".strip()


def _mark(player: Listed, mark: str) -> None:
    if mark.lower() in ("c", "capt", "captain"):
        player.captain = True
        return
    kind, _, when = mark.partition(" ")
    at = read_minute(when) if when.strip() else NEVER_TOLD
    if kind.upper() not in _CARDS or at is None:
        raise ValueError(f"[{mark}] was not understood")
    player.cards.append(Card(_CARDS[kind.upper()], at))


def _replacement(text: str) -> tuple[Listed, Minute]:
    """Who came on, with his minute before or after his name; he may have been replaced in turn."""
    inner, rest = _parenthesis(text)
    outer = f" ({inner})" if inner else ""
    marks = "".join(f" {one}" for one in re.findall(r"\[[^\]]*\]", rest))
    plain = re.sub(r"\s*\[[^\]]*\]", "", rest).strip()
    found = _AFTER.fullmatch(plain) or _BEFORE.fullmatch(plain)
    if not found:
        return _listed(f"{plain}{marks}{outer}"), NEVER_TOLD
    return _listed(f"{found['name']}{marks}{outer}"), minute_of(found)

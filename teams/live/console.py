"""Reads a typed line: `67 gol carlos augusto (esposito)`, `45+2 giallo barella`, `71 sub calhanoglu barella`.

A line is a minute (none: the running clock), a word for what happened, and names, in Italian or English. Names are looked
for on the two sheets of the match: surname, any other name, a beginning that only one has, or the shirt (`10`, `#10`); a team's
name, `casa`, `ospiti`, `home` or `away` says which side is meant.
"""

import re
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from teams.live.clock import Instant
from teams.live.sheet import Night, Player, Unclear
from teams.live.vocabulary import ASSIST, DECISION_OF, FOR, KICKS, KIND_OF, SMALL, spoken
from teams.names import fold
from teams.rules import event_kinds, periods

_MINUTE = re.compile(r"\s*(\d{1,3})\s*['’′]?(?:\s*\+\s*(\d{1,2}))?\s*['’′.:]*(?=\s|$)")
_ASSIST = re.compile(r"\(([^()]*)\)?\s*$")
_PARTED = re.compile(r"\s*(?:->|→|[><,;/])\s*|\s-\s|\bal posto di\b")
_OTHER = {"home": "away", "away": "home"}
_FROM_THE_BENCH = (event_kinds.YELLOW, *event_kinds.DISMISSALS)
_RECENT = 6  # minutes within which a decision of the VAR is about an event
_TAKES_BACK = {"goal_cancelled": event_kinds.GOALS, "red_cancelled": event_kinds.DISMISSALS}
_ABOUT = {**_TAKES_BACK, "goal_given": event_kinds.GOALS, "red_given": event_kinds.DISMISSALS}


@dataclass(frozen=True, slots=True)
class Reading:
    """An event as it would be kept. `cancels` is the event that it takes back; `doubts` are to be seen before it is kept."""

    kind: str
    period: str
    minute: int | None
    stoppage: int
    side: str
    person: int | None = None
    second_person: int | None = None
    decision: str = ""
    cancels: int | None = None
    doubts: tuple[str, ...] = ()


def read(line: str, night: Night) -> Reading:
    """What the line says; Unclear says why it cannot be read."""
    instant, rest = _minute(line, night)
    assist = _ASSIST.search(rest)
    words = fold(_PARTED.sub(" per ", rest[: assist.start()] if assist else rest)).split()
    kind, words = _kind(words, instant)
    if kind is None:
        raise Unclear(_("Say what happened: gol, rigore, autogol, giallo, rosso, sub, var."))
    doubts = _of_the_clock(instant, night)
    if kind == "var":
        return _var(words, night, instant, doubts)
    if kind == event_kinds.SUBSTITUTION:
        return _substitution(words, night, instant, doubts)
    return _of_one(kind, words, fold(assist[1]).split() if assist else [], night, instant, doubts)


def _kind(words: list[str], instant: Instant) -> tuple[str | None, list[str]]:
    if instant.period == periods.SHOOTOUT:
        return spoken(words, KICKS)
    if "var" in words:  # "gol annullato dal var" is no goal
        return "var", [word for word in words if word not in ("var", "al", "dal")]
    return spoken(words, KIND_OF)


def _minute(line: str, night: Night) -> tuple[Instant, str]:
    said = _MINUTE.match(line)
    if said is None and night.now is None:
        raise Unclear(_("The clock stands still: begin with the minute."))
    if said is None:
        return night.now, line
    minute, stoppage = int(said[1]), int(said[2] or 0)
    try:
        return Instant(periods.period_of(minute, stoppage), minute, stoppage), line[said.end() :]
    except ValueError as error:
        raise Unclear(_("A match has minutes 1 to 120, and added ones after 45, 90, 105 and 120.")) from error


def _of_the_clock(instant: Instant, night: Night) -> tuple[str, ...]:
    if night.period and night.period < instant.period:
        return (str(_("That period has not begun here. Added time is written 45+2.")),)
    return ()


def _of_one(kind: str, words: list[str], second: list[str], night: Night, instant: Instant, doubts: tuple[str, ...]) -> Reading:
    """A goal, a card or a kick: who, and for a goal who made it."""
    if mark := next((word for word in words if word in ASSIST), None):
        words, second = words[: words.index(mark)], words[words.index(mark) + 1 :]
    side, player = _who(words, night, on_pitch=True)
    if player and kind == event_kinds.YELLOW and player.booked:
        kind = "second_yellow"
    if player and player.on_pitch is False and kind not in _FROM_THE_BENCH:
        doubts += (_not_on(player),)
    if kind == event_kinds.OWN_GOAL:
        return Reading(kind, *instant, _OTHER[side], player and player.pk, doubts=doubts)
    helper = _who(second, night, side=side)[1] if second else None
    if helper and helper == player:
        raise Unclear(_("The two people of an event must differ."))
    return Reading(kind, *instant, side, player and player.pk, helper and helper.pk, doubts=doubts)


def _substitution(words: list[str], night: Night, instant: Instant, doubts: tuple[str, ...]) -> Reading:
    side, named = night.without_side(words)
    pairs = {(on.pk, off.pk): (on, off) for on, off in _pairs(named, night, side)}
    likely = {key: pair for key, pair in pairs.items() if pair[0].on_pitch is not True and pair[1].on_pitch is not False}
    pairs = likely if len(pairs) > 1 else pairs
    if len(pairs) != 1:
        _explain_substitution(named, night, side, list(pairs.values()))
    (on, off), *_rest = pairs.values()
    if on.on_pitch and off.on_pitch is False:
        on, off = off, on
    doubts += (_("%(name)s is on the pitch already.") % {"name": on},) if on.on_pitch else ()
    doubts += (_not_on(off),) if off.on_pitch is False else ()
    return Reading(event_kinds.SUBSTITUTION, *instant, on.side, on.pk, off.pk, doubts=doubts)


def _pairs(words: list[str], night: Night, side: str) -> list[tuple[Player, Player]]:
    """Everybody that the words may bring on, with whom he may come on for."""
    found = []
    for before, after in _halves(words):
        ons = _narrowed(night.named(before, side), on_pitch=False)
        offs = _narrowed(night.named(after, side), on_pitch=True)
        if len(ons) == len(offs) == 1 and ons[0].side == offs[0].side and ons != offs:
            found.append((ons[0], offs[0]))
    return found


def _halves(words: list[str]) -> list[tuple[list[str], list[str]]]:
    """Where the words say it, after "per"; else wherever two names may part."""
    for n, word in enumerate(words):
        if word in FOR and 0 < n < len(words) - 1:
            return [(words[:n], words[n + 1 :])]
    return [(words[:n], words[n:]) for n in range(1, len(words))]


def _explain_substitution(words: list[str], night: Night, side: str, pairs: list) -> None:
    halves = _halves(words)
    if not halves:
        raise Unclear(_("Name who comes on, then who goes off."))
    if pairs:
        told = "; ".join(f"{on} > {off}" for on, off in pairs)
        raise Unclear(_("Which of these? Write on > off: %(candidates)s.") % {"candidates": told})
    for half in max(halves, key=lambda pair: sum(bool(night.named(part, side)) for part in pair)):
        _one_of(night.named(half, side), half, night, side)
    raise Unclear(_("Those two are not of one side."))


def _var(words: list[str], night: Night, instant: Instant, doubts: tuple[str, ...]) -> Reading:
    decision, words = spoken(words, DECISION_OF)
    if decision is None:
        raise Unclear(_("Say what the VAR decided: gol annullato, rigore annullato, rigore, rosso, check."))
    side, player = _who(words, night) if words else ("", None)
    event = _lately(decision, night, instant, side, player)
    if not side and event:
        side = event.side
    if not side:
        side = "home"
        told = {"team": night.teams["home"], "other": night.teams["away"]}
        doubts += (_("No side was named: put down to %(team)s. Add “%(other)s” if it is theirs.") % told,)
    cancels = event.pk if event and decision in _TAKES_BACK else None
    return Reading("var", *instant, side, player and player.pk, decision=decision, cancels=cancels, doubts=doubts)


def _lately(decision: str, night: Night, instant: Instant, side: str, player: Player | None):
    """The last event that the decision can be about."""
    kinds = _ABOUT.get(decision, (event_kinds.PENALTY_GOAL, "penalty_missed"))
    return next(
        (
            event
            for event in reversed(night.events)
            if event.kind in kinds
            and side in ("", event.side)
            and (player is None or event.person_id == player.pk)
            and event.minute is not None
            and 0 <= instant.minute + instant.stoppage - event.minute - event.stoppage <= _RECENT
        ),
        None,
    )


def _who(words: list[str], night: Night, side: str = "", on_pitch: bool | None = None) -> tuple[str, Player | None]:
    """The side and the player that the words mean; a side alone will do."""
    told, rest = ("", words) if side else night.without_side(words)
    if told and not rest:
        return told, None
    if not words:
        raise Unclear(_("Name a player or a side."))
    found = night.named(rest, told or side) or night.named(_without_small(rest), told or side)
    if not found and told:
        found, told, rest = night.named(words), "", words
    player = _one_of(_narrowed(found, on_pitch), rest, night, told or side)
    return player.side, player


def _without_small(words: list[str]) -> list[str]:
    """ "di barella": Barella; Di Lorenzo was found before."""
    return words[1:] if words[0] in SMALL else words


def _narrowed(players: list[Player], on_pitch: bool | None) -> list[Player]:
    """Of several namesakes the one who can have done it."""
    fit = [player for player in players if player.on_pitch in (on_pitch, None)]
    return fit if on_pitch is not None and len(players) > 1 and fit else players


def _one_of(found: list[Player], words: list[str], night: Night, side: str) -> Player:
    if len(found) == 1:
        return found[0]
    said, labels = " ".join(words), ", ".join(night.label(player) for player in found or night.near(words, side))
    if found:
        raise Unclear(_("“%(said)s” may be: %(candidates)s.") % {"said": said, "candidates": labels})
    if labels:
        raise Unclear(_("Nobody here is called “%(said)s”. Near it: %(candidates)s.") % {"said": said, "candidates": labels})
    raise Unclear(_("Nobody here is called “%(said)s”.") % {"said": said})


def _not_on(player: Player) -> str:
    return _("%(name)s is not on the pitch.") % {"name": player}

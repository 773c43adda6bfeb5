"""Reads a line-up pasted as a list: `1 Sommer`, `10 Lautaro (c)`; the bench after an empty line or `Panchina:`."""

import re
from dataclasses import dataclass

from teams.names import fold

_BENCH = ("panchina", "bench", "a disposizione", "substitutes", "subs", "riserve")
_COACH = ("allenatore", "all", "coach", "head coach", "manager", "mister")
_FORMATION = re.compile(r"\(?\b(\d(?:-\d){2,4})\b\)?")
_CAPTAIN = re.compile(r"\(\s*(?:c|cap|cap\.|capitano|captain|k)\s*\)", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_SHIRT = re.compile(r"[#\s]*(\d{1,2})(?!\d)[\s.):–-]*(.*)")


@dataclass(frozen=True, slots=True)
class Line:
    """One player as typed; either the shirt or the name may be missing."""

    name: str
    shirt: int | None = None
    captain: bool = False
    starter: bool = True

    def __str__(self) -> str:
        return f"{self.shirt or ''} {self.name}".strip()


@dataclass(frozen=True, slots=True)
class Pasted:
    lines: tuple[Line, ...]
    formation: str = ""
    coach: str = ""


def read(text: str) -> Pasted:
    """What a pasted list says; nothing is refused here, for who is meant is not known yet."""
    lines, formation, coach, bench = [], "", "", False
    for row in text.splitlines():
        head, _colon, rest = row.partition(":")
        if fold(head) in _COACH and rest:
            coach = rest.strip(" .")
            continue
        if fold(head) in _BENCH:
            bench, row = True, rest
        elif said := _FORMATION.search(row):
            formation, row = said[1], rest if ":" in row else ""
        elif not row.strip():
            bench = bench or bool(lines)
        lines += [_line(item, bench) for item in re.split(r"[,;\t]", row) if item.strip(" .")]
    return Pasted(tuple(lines), formation, coach)


def written(lines) -> str:
    """The list as it would be pasted, to be changed and sent again."""
    starters, bench = ([line for line in lines if line.starter is first] for first in (True, False))
    parts = ["\n".join(_written(line) for line in part) for part in (starters, bench)]
    return "\n\n".join(part for part in parts if part)


def _line(item: str, bench: bool) -> Line:
    captain = bool(_CAPTAIN.search(item))
    bare = _ASIDE.sub(" ", item)
    said = _SHIRT.fullmatch(bare.strip())
    name = " ".join((said[2] if said else bare).strip(" .–-").split())
    return Line(name, int(said[1]) if said else None, captain, not bench)


def _written(line) -> str:
    return f"{line}{' (c)' if line.captain else ''}"

"""A match as Football.TXT tells it, before anything is made of it."""

import re
from dataclasses import dataclass, field
from datetime import date

from teams.importers.football_txt.dates import Clock
from teams.importers.football_txt.scores import RESULT, Score, read_score
from teams.importers.football_txt.sheets import Card, Kick, Sheet
from teams.importers.goals import Goal, Pair

_ATTENDANCE = re.compile(r",?\s*\batt(?:endance)?\.?:?\s+(?P<number>\d[\d_.,]*)", re.IGNORECASE)
_PLACE = re.compile(r"(?:^|\s)@\s*(?P<place>.+)$")
_NOTE = re.compile(r"\[(?P<note>[a-z][^\]\d]*)\]", re.IGNORECASE)
_NUMBER = re.compile(r"^\(\d+\)\s+")
_COUNTRY = re.compile(r"\s*\((?P<code>[A-Z]{3})\)$")
_VERSUS = re.compile(r"\s+v(?:s\.?)?\s+|\s+[-–]\s+|\s+(?:w/o|o/w)\s+")
_WALKOVER = re.compile(r"\s(?:w/o|o/w)\s")
# What some files tell of the score only behind the away side: "2-1  Yugoslavia  (aet)".
_BEHIND = re.compile(r"\s+\((?=[^)]*(?:a\.?e\.?t|\bpens?\b|\bagg\b))[^()]*\)\s*$", re.IGNORECASE)
_ZONE = re.compile(r"\s*\((?P<zone>UTC[+-]\d{1,2}(?::\d{2})?)\)")
_GROUND = re.compile(r"\((?P<side>[han])\)\s+(?P<team>.+)", re.IGNORECASE)
_LATER = re.compile(r"\s{2,}\d{1,2}\.\d{1,2}\.(?:\d{4})?$")


@dataclass
class Told:
    line: int
    home: str
    away: str
    day: date
    headings: tuple[str, ...] = ()
    clock: Clock | None = None
    zone: str = ""
    countries: dict[str, str] = field(default_factory=dict)
    place: str = ""
    neutral: bool = False
    attendance: int | None = None
    score: Score | None = None
    note: str = ""
    referee: str = ""
    goals: list[Goal] = field(default_factory=list)
    kicks: list[Kick] = field(default_factory=list)
    sheets: dict[str, Sheet] = field(default_factory=dict)
    cards: list[tuple[str, str, Card]] = field(default_factory=list)

    @property
    def goals_at_end(self) -> Pair | None:
        return self.score.goals if self.score else None


def read_place(text: str) -> tuple[str, int | None]:
    """The ground of a text like "Al Bayt Stadium, Al Khor, Att: 67372", and the attendance."""
    attendance = None
    if found := _ATTENDANCE.search(text):
        attendance = int(re.sub(r"\D", "", found["number"]))
        text = text[: found.start()] + text[found.end() :]
    return text.strip(" ,@"), attendance


def read_zone(place: str) -> tuple[str, str]:
    """A ground without the zone that some files tell behind its city, and that zone: "Samara Arena, Samara (UTC+4)"."""
    found = _ZONE.search(place)
    return (_ZONE.sub("", place), found["zone"]) if found else (place, "")


def read_match(text: str, line: int, day: date, *, whose: str = "") -> Told:
    """A match like "Germany 5-1 (3-0) Scotland  @ München", without its date and hour.

    In the list of one team, `whose`, a line names the opponent: "(h) Torino  2-1". ValueError where there are not two teams.
    """
    text, place, attendance = _placed(_LATER.sub("", _NUMBER.sub("", text)))
    text, note = _noted(text)
    text = _in_place(text)
    result = RESULT.search(text)
    score = read_score(result[0]) if result else None
    note = note or ("walkover" if _WALKOVER.search(text) else "")
    told = Told(line, *_teams(text, result, whose), day=day, place=place, attendance=attendance, note=note, score=score)
    for side in ("home", "away"):
        if found := _COUNTRY.search(getattr(told, side)):
            setattr(told, side, getattr(told, side)[: found.start()])
            told.countries[side] = found["code"]
    told.place, told.zone = read_zone(told.place)
    told.neutral = text.lower().startswith("(n)")
    return told


def _in_place(text: str) -> str:
    """The line with all that is told of the score right behind the score."""
    behind, result = _BEHIND.search(text), RESULT.search(text)
    if not (behind and result) or result.end() > behind.start():
        return text
    return f"{text[: result.end()]} {behind[0].strip()}{text[result.end() : behind.start()]}"


def _placed(text: str) -> tuple[str, str, int | None]:
    found = _PLACE.search(text)
    if not found:
        rest, attendance = read_place(text)
        return (rest, "", attendance) if attendance is not None else (text, "", None)
    place, attendance = read_place(found["place"])
    note = _NOTE.search(place)
    if note:
        return f"{text[: found.start()]} {note[0]}", place.replace(note[0], "").strip(" ,"), attendance
    return text[: found.start()].rstrip(), place, attendance


def _noted(text: str) -> tuple[str, str]:
    found = _NOTE.search(text)
    if not found:
        return text, ""
    return f"{text[: found.start()]} {text[found.end() :]}".strip(), found["note"].strip().lower()


def _teams(text: str, result: re.Match | None, whose: str) -> tuple[str, str]:
    bare = f"{text[: result.start()]}   {text[result.end() :]}" if result else text
    if whose and (found := _GROUND.match(bare.strip())):
        other = found["team"].strip()
        return (other, whose) if found["side"].lower() == "a" else (whose, other)
    before, after = (text[: result.start()].strip(), text[result.end() :].strip()) if result else (text.strip(), "")
    if result and before and after:
        return before, after
    parts = _VERSUS.split(before, maxsplit=1)
    if len(parts) != 2:
        parts = re.split(r"\s{2,}", before, maxsplit=1)
    if len(parts) != 2 or not all(part.strip() for part in parts):
        raise ValueError(f"two teams were expected in “{text.strip()}”")
    return parts[0].strip(), parts[1].strip()

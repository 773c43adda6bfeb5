"""Goes through a Football.TXT file line by line; headings, dates and hours carry on, the rest hangs on the last match."""

import re
from dataclasses import replace
from datetime import date

from teams.importers.football_txt.dates import Bounds, Clock, read_date, read_time
from teams.importers.football_txt.lines import logical_lines
from teams.importers.football_txt.scorers import read_scorers
from teams.importers.football_txt.scores import RESULT
from teams.importers.football_txt.sheets import read_cards, read_kicks, read_sheet
from teams.importers.football_txt.told import Told, read_match, read_place, read_zone
from teams.importers.reading import Doubt
from teams.importers.records import Place, Refused
from teams.importers.stages import is_heading

_TITLE = re.compile(r"=\s+(?P<text>[^=].*?)\s*=*")
_HEADING = re.compile(r"(?P<marks>[▪■]+|[»›]+|:{2,}|={2,})\s*(?P<text>[^=].*?)\s*=*")
_DEFINITION = re.compile(r"(?P<name>[^|()]+?)\s*\|\s*(?P<text>.+)")
_LABEL = re.compile(r"(?P<name>[^\d@:()\[][^@:()]{0,60}):(?:\s+(?P<text>.*))?")
_CARDS = {
    "yellow": "yellow", "yellow cards": "yellow", "booked": "yellow", "red": "red", "red cards": "red", "sent off": "red",
    "yellow-red": "second_yellow", "yellow-red cards": "second_yellow", "yellow/red": "second_yellow",
}  # fmt: skip
# A ground may stand before its match: "June 12 18.00 @ Liège   Germany  1-1 Romania".
_PLACE_BEFORE = re.compile(r"@\s*(?P<place>\S.*?)\s{2,}(?P<match>.+)")
_BARE = 9  # the level of a heading without a mark
# In parentheses at the beginning of a line: the number of a match, where a team plays, a weekday.
_NO_SCORERS = re.compile(r"\(\d+\)\s|\([han]\)\s|\([a-z]{2,3}\.?\)\s+\d", re.IGNORECASE)
_REFEREES = ("ref", "refs", "referee", "referees")


class Reader:
    """After `read`: the matches, what was refused, and what is doubtful."""

    def __init__(self, file: str, bounds: Bounds):
        self.file, self.bounds = file, bounds
        self.title = self.whose = self.place = self.zone = ""
        self.zones: dict[str, str] = {}
        self.headings: list[tuple[int, str]] = []
        self.day: date | None = None
        self.clock: Clock | None = None
        self.attendance: int | None = None
        self.match: Told | None = None
        self.listed = ""
        self.matches: list[Told] = []
        self.refused: list[Refused] = []
        self.doubts: list[Doubt] = []

    def read(self, text: str) -> "Reader":
        for number, line in logical_lines(text):
            try:
                self._take(number, line)
            except ValueError as error:
                self._told_wrongly(number, line, error)
        return self

    def _told_wrongly(self, number: int, line: str, error: ValueError) -> None:
        """A match that cannot be read is refused, and what hangs on it goes with it; any other line is only doubtful."""
        place = Place(self.file, number)
        if self._may_be_match(line):
            self.match = None
            self.refused.append(Refused(place, str(error)))
        else:
            self.doubts.append(Doubt(place, f"{error}; the line is left out"))

    def _may_be_match(self, line: str) -> bool:
        remark = line.startswith("(") or (line.startswith("[") and line.endswith("]"))
        return not remark and not _LABEL.fullmatch(line) and bool(RESULT.search(line) or re.search(r"\sv\s", line))

    def _take(self, number: int, text: str) -> None:
        if found := _TITLE.fullmatch(text):
            self._title(found["text"])
        elif found := _HEADING.fullmatch(text):
            self._heading(len(found["marks"]) if found["marks"][0] in "▪■" else 1, found["text"])
        elif (found := _DEFINITION.fullmatch(text)) and is_heading(found["name"]):
            return
        elif is_heading(plain := _bare(text)):
            self._heading(_BARE, plain)
        elif text.startswith("(") and not _NO_SCORERS.match(text):
            self._scorers(text)
        elif text.startswith("[") and text.endswith("]") and not read_date(text, self.bounds, self.day):
            self._bracketed(text)
        elif (found := _LABEL.fullmatch(text)) and not re.search(r"\s@\s", text) and not RESULT.search(found["name"]):
            self._labelled(found["name"].strip(), (found["text"] or "").strip())
        else:
            self._dated(number, text)

    def _title(self, text: str) -> None:
        self.title, _, whose = (part.strip() for part in text.partition("|"))
        self.whose = "" if re.search(r"\d{4}", whose) else whose
        self.headings = []

    def _heading(self, level: int, text: str) -> None:
        """A heading ends those of its own level and below; a bare one stands below all that are marked."""
        name, _, rest = (part.strip() for part in text.partition("|"))
        self.headings = [*(one for one in self.headings if one[0] < level), (level, name.rstrip(": "))]
        if rest and (found := read_date(rest, self.bounds, self.day)):
            self._new_day(found[0])

    def _new_day(self, day: date) -> None:
        self.day, self.clock, self.place, self.zone, self.attendance = day, None, "", "", None

    def _dated(self, number: int, text: str) -> None:
        lead = re.match(r"\(\d+\)\s+", text)
        text = text[lead.end() :] if lead else text
        if found := read_date(text, self.bounds, self.day):
            self._new_day(found[0])
            text = found[1]
        if found := read_time(text):
            zone = found[0].zone or (self.clock.zone if self.clock else "")
            self.clock, text = replace(found[0], zone=zone), found[1]
        if (before := _PLACE_BEFORE.match(text)) and self._may_be_match(before["match"]):
            text = f"{before['match'].strip()}  @ {before['place']}"
        if text.startswith("@"):
            place, self.attendance = read_place(text)
            self.place, self.zone = read_zone(place)
            text = ""
        if text:
            self._match(number, text)

    def _match(self, number: int, text: str) -> None:
        if self.day is None:
            raise ValueError("a match before any date")
        told = read_match(text, number, self.day, whose=self.whose)
        told.headings, told.clock = tuple(name for _, name in self.headings), self.clock
        told.place, told.zone = (told.place, told.zone) if told.place else (self.place, self.zone)
        self._zoned(told)
        told.attendance = self.attendance if told.attendance is None else told.attendance
        self.match, self.listed = told, ""
        self.matches.append(told)

    def _zoned(self, told: Told) -> None:
        """Some files tell the zone behind the ground, but not for every match there: then it is that of the ground before."""
        if told.zone:
            self.zones[told.place] = self.zones[""] = told.zone
        zone = self.zones.get(told.place) or self.zones.get("", "")
        if told.clock and zone and not told.clock.zone:
            told.clock = replace(told.clock, zone=zone)

    def _bracketed(self, text: str) -> None:
        """Scorers stand in brackets too, with the mark of minutes; anything else there is a remark."""
        if not re.search(r"\d['’]", text):
            raise ValueError(f"{text} is a remark")
        self._scorers(f"({text[1:-1]})")

    def _scorers(self, text: str) -> None:
        if self.match is not None:
            self.match.goals += read_scorers(text, self.match.goals_at_end)

    def _labelled(self, name: str, text: str) -> None:
        match, word = self.match, name.lower()
        if match is None:
            return
        if word in _REFEREES:
            match.referee = re.split(r"[,;]\s*", text)[0].strip()
        elif word in ("penalties", "penalty shoot-out", "shoot-out"):
            match.kicks = read_kicks(text)
        elif word in ("attendance", "att"):
            match.attendance = int(re.sub(r"\D", "", text) or 0) or None
        elif word in _CARDS:
            self._cards(match, _CARDS[word], text)
        elif name in (match.home, match.away):
            self.listed = "home" if name == match.home else "away"
            match.sheets[self.listed] = read_sheet(text)
        else:
            raise ValueError(f"“{name}” is neither {match.home} nor {match.away}")

    def _cards(self, match: Told, kind: str, text: str) -> None:
        """Cards under a line-up are that side's; those under a match are parted by a semicolon, or the line-ups tell the side."""
        parts = text.split(";")
        sides = ("home", "away") if len(parts) == 2 else (self.listed,)
        for side, part in zip(sides, parts, strict=False):
            match.cards += [(side, name, card) for name, card in read_cards(part, kind)]


def _bare(text: str) -> str:
    """A heading without its number before and the days behind: "(7)  Round of 16 - 1st Leg    // Tu+We, 12.+13. Feb"."""
    return re.sub(r"^\(\d+\)\s+|\s{2,}//.*$", "", text)

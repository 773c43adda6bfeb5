"""Reads a match sheet: one match whole, as YAML or JSON (docs/match-sheet.md)."""

import re
from itertools import count

from teams.importers.kickoffs import kickoff
from teams.importers.reading import Reading
from teams.importers.records import AppearanceRecord, EventRecord, MatchRecord, Refused
from teams.importers.rows import Row, each, read_one
from teams.rules import periods

_SCORE = re.compile(r"(\d+)\s*[-–:]\s*(\d+)")
_MINUTE = re.compile(r"(\d+)(?:\+(\d+))?'?")


def read_match_sheet(content: bytes, file: str, *, zone: str = "UTC") -> MatchRecord:
    """The match of the file; `zone` counts where it names none."""
    row = read_one(content, file)
    sides = {side: row.block(side, short="team") for side in ("home", "away")}
    record = MatchRecord(
        place=row.place,
        competition=row.needed("competition"),
        season=row.needed("season"),
        stage=row.text("stage", ""),
        matchday=row.whole("matchday"),
        round=row.text("round", ""),
        kickoff=kickoff(row, zone),
        kickoff_confirmed=row.has("kickoff"),
        venue=row.text("venue"),
        referee=row.text("referee"),
        attendance=row.whole("attendance"),
        status=row.text("status", "finished" if row.has("score") else "scheduled"),
        goals=_score(row, "score"),
        half_time=_score(row, "half_time"),
        ninety=_score(row, "after_ninety"),
        shootout=_score(row, "shootout"),
        note=row.text("note"),
        decision=row.text("decision"),
        home=sides["home"].needed("team"),
        away=sides["away"].needed("team"),
        **{f"{side}_coach": sides[side].text("coach") for side in sides},
        **{f"{side}_formation": sides[side].text("formation") for side in sides},
        appearances=tuple(line for side in sides for line in _line_up(sides[side], side)),
        events=each(row.rows("events"), _event),
    )
    for one in (row, *sides.values()):
        one.done()
    return record


def read_sheet_file(content: bytes, file: str, *, zone: str, **given: str | None) -> Reading:
    """A reading of the one match; its competition and season stand in the file."""
    reading = Reading()
    try:
        reading.matches.append(read_match_sheet(content, file, zone=zone))
    except Refused as refused:
        reading.refused.append(refused)
    return reading


def _line_up(block: Row, side: str) -> tuple[AppearanceRecord, ...]:
    captain, order = block.text("captain"), count(1)

    def line(row: Row, starter: bool) -> AppearanceRecord:
        return AppearanceRecord(
            place=row.place,
            side=side,
            person=row.needed("name"),
            shirt=row.whole("shirt"),
            starter=starter,
            position=row.text("position"),
            captain=row.text("name") == captain,
            order=next(order),
        )

    starters = each(block.rows("starters", short="name"), lambda row: line(row, True))
    bench = each(block.rows("bench", short="name"), lambda row: line(row, False))
    if captain and not any(one.captain for one in starters + bench):
        raise block.refuse(f"captain: {captain} is not on this side's sheet; write the name as it stands there", "captain")
    return starters + bench


def _event(row: Row) -> EventRecord:
    kind = row.needed("kind")
    substitution = kind == "substitution"
    period, minute, stoppage = _minute(row)
    return EventRecord(
        place=row.place,
        kind=kind,
        side=row.needed("side"),
        period=period,
        minute=minute,
        stoppage=stoppage,
        person=row.text("on") if substitution else row.text("person"),
        second_person=row.text("off") if substitution else row.text("assist"),
        decision=row.text("decision", ""),
    )


def _minute(row: Row) -> tuple[str, int | None, int]:
    """Period, minute and added minutes of `minute: 45+2`; `unknown` and `shoot-out` have no minute."""
    written = row.needed("minute")
    if written in ("unknown", "shoot-out"):
        return (periods.UNKNOWN if written == "unknown" else periods.SHOOTOUT), None, 0
    found = _MINUTE.fullmatch(written)
    if not found:
        raise row.refuse(f"minute: write 67, 45+2, unknown or shoot-out, not “{written}”", "minute")
    minute, stoppage = int(found[1]), int(found[2] or 0)
    try:
        return periods.period_of(minute, stoppage), minute, stoppage
    except ValueError as error:
        raise row.refuse(f"minute: {error}", "minute") from error


def _score(row: Row, name: str) -> tuple[int, int] | None:
    written = row.text(name)
    if written is None:
        return None
    found = _SCORE.fullmatch(written)
    if not found:
        raise row.refuse(f"{name}: write the home side first, like 2-1, not “{written}”", name)
    return int(found[1]), int(found[2])

"""Reads results and fixtures from CSV, one match a line; lines that begin with # at the top are for people.

Columns: competition, season, stage, matchday, round, date, kickoff, timezone, home, away, venue, status, home_goals, away_goals,
home_half_time, away_half_time, home_ninety, away_ninety, home_shootout, away_shootout, decision, note. Those that a file does
not need may be left out; date, home and away may not. `ninety` is the score before extra time, which `goals` has in it. An
empty venue is the home side's own ground, a dash one that is not known. Other lists of results say home_score, ht_home and, for
stage and matchday in one, stage_round: League, Matchday 4.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from io import StringIO

from teams.importers.kickoffs import kickoff
from teams.importers.reading import Reading
from teams.importers.records import MatchRecord, Place, Refused
from teams.importers.rows import Row, decoded, each
from teams.importers.stages import slot

_COUNTRY = re.compile(r"\s+\((?P<code>[A-Z]{3})\)$")
_GUARD = re.compile(r"^'(?=[=+\-@\t\r])")
_ALSO = {
    "home_score": "home_goals", "away_score": "away_goals", "ht_home": "home_half_time", "ht_away": "away_half_time",
    "time": "kickoff", "round_name": "round",
}  # fmt: skip


def read_results(
    content: bytes, file: str, *, zone: str = "UTC", competition: str | None = None, season: str | None = None
) -> tuple[MatchRecord, ...]:
    """All matches of the file; `zone`, `competition` and `season` count for lines that name none."""

    def match(row: Row) -> MatchRecord:
        return _match(row, zone, competition, season)

    return each(_rows(content, file), match)


def read_results_csv(content: bytes, file: str, *, competition: str | None, season: str | None, zone: str) -> Reading:
    """The same, with every line that is refused beside those that are good."""
    return reading_of(_rows(content, file), competition=competition, season=season, zone=zone)


def reading_of(rows: Iterable[Row], *, competition: str | None, season: str | None, zone: str) -> Reading:
    """What these rows hold, from wherever they were read."""
    reading = Reading()
    for row in rows:
        try:
            record = _match(row, zone, competition, season)
            row.done()
        except Refused as refused:
            reading.refused.append(refused)
        else:
            reading.matches.append(_without_countries(record, reading))
    reading.drop_repeated()
    return reading


def _without_countries(record: MatchRecord, reading: Reading) -> MatchRecord:
    """Clubs may be told with their country behind them: FC Bayern München (GER)."""
    names = {}
    for side in ("home", "away"):
        written = getattr(record, side)
        found = _COUNTRY.search(written)
        names[side] = written[: found.start()] if found else written
        reading.introduce_team(names[side], record.place, found and found["code"])
    return replace(record, **names)


def _rows(content: bytes, file: str) -> list[Row]:
    """A row a match, each with the line that it begins in: within quotes a cell may go on over the next."""
    lines = StringIO(decoded(content, file), newline="").readlines()
    top = next((number for number, line in enumerate(lines) if line.strip() and not line.startswith("#")), None)
    if top is None:
        raise Refused(Place(file, 1), "the file is empty; its first line must name the columns")
    (_, names), *rows = _cells(lines, top, file)
    header = heads(names)
    return [row_of(header, cells, place) for place, cells in rows if any(cells)]


def _cells(lines: Sequence[str], top: int, file: str) -> Iterator[tuple[Place, list[str]]]:
    reader = csv.reader(lines[top:], strict=True)
    while top + reader.line_num < len(lines):
        place = Place(file, top + reader.line_num + 1)
        try:
            yield place, next(reader)
        except csv.Error as error:
            raise Refused(place, f"this line cannot be read: {error}") from error


def heads(cells: Iterable[str]) -> list[str]:
    """The names of the columns, each as we call it."""
    return [_ALSO.get(name.strip(), name.strip()) for name in cells]


def row_of(header: Sequence[str], cells: Sequence[str], place: Place) -> Row:
    """One line under its heads. An apostrophe before = + - @ only keeps a spreadsheet from reading a formula there."""
    if len(cells) > len(header):
        raise Refused(place, f"{len(cells)} cells under {len(header)} columns; put quotes around a cell with a comma")
    return Row(place, dict(zip(header, (_GUARD.sub("", cell) for cell in cells), strict=False)))


def _match(row: Row, zone: str, competition: str | None, season: str | None) -> MatchRecord:
    where = slot([row.text("stage_round", "")], league=False)
    return MatchRecord(
        place=row.place,
        competition=row.text("competition", competition) or row.needed("competition"),
        season=row.text("season", season) or row.needed("season"),
        stage=row.text("stage", where.stage),
        matchday=row.whole("matchday") or where.matchday,
        round=row.text("round", where.round),
        home=row.needed("home"),
        away=row.needed("away"),
        kickoff=kickoff(row, zone),
        kickoff_confirmed=row.has("kickoff"),
        venue={"-": "", None: None}.get(row.text("venue"), row.text("venue")),
        status=row.text("status", "scheduled"),
        goals=_pair(row, "goals"),
        half_time=_pair(row, "half_time"),
        ninety=_pair(row, "ninety"),
        shootout=_pair(row, "shootout"),
        decision=row.text("decision"),
        note=row.text("note"),
    )


def _pair(row: Row, name: str) -> tuple[int, int] | None:
    home, away = row.whole(f"home_{name}"), row.whole(f"away_{name}")
    if (home is None) != (away is None):
        raise row.refuse(f"home_{name} and away_{name} go together; write both or neither")
    return None if home is None else (home, away)

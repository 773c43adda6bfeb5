"""Tables of the World Cup database: only the columns that are needed, so that all of them fit into little memory."""

import csv
import io
from collections import defaultdict
from dataclasses import dataclass
from sys import intern

from teams.importers.records import Place, Refused
from teams.importers.rows import decoded

_NOTHING = ("not applicable", "not available", "NA", "")

COLUMNS = {
    "tournaments": ("tournament_id", "tournament_name", "year"),
    "teams": ("team_id", "team_name"),
    "players": ("player_id", "family_name", "given_name", "birth_date"),
    "stadiums": ("stadium_id", "stadium_name", "city_name", "country_name", "stadium_capacity"),
    "matches": (
        "tournament_id", "tournament_name", "match_id", "stage_name", "group_name", "replay", "match_date", "match_time",
        "stadium_id", "stadium_name", "city_name", "country_name",
        "home_team_id", "home_team_name", "away_team_id", "away_team_name",
        "home_team_score", "away_team_score", "extra_time", "penalty_shootout", "home_team_score_penalties",
        "away_team_score_penalties",
    ),
    "squads": ("tournament_id", "team_id", "player_id", "family_name", "given_name", "shirt_number", "position_code"),
    "player_appearances": (
        "match_id", "team_id", "player_id", "family_name", "given_name", "shirt_number", "position_code", "starter", "captain",
    ),
    "goals": (
        "match_id", "team_id", "player_id", "family_name", "given_name", "minute_regulation", "minute_stoppage", "own_goal",
        "penalty",
    ),
    "bookings": (
        "match_id", "team_id", "player_id", "family_name", "given_name", "minute_regulation", "minute_stoppage", "yellow_card",
        "red_card", "second_yellow_card",
    ),
    "substitutions": (
        "match_id", "team_id", "player_id", "family_name", "given_name", "minute_regulation", "minute_stoppage", "coming_on",
    ),
    "penalty_kicks": ("match_id", "team_id", "player_id", "family_name", "given_name", "converted"),
}  # fmt: skip

# A version of the database may lack these; whatever else is missing is refused.
_OPTIONAL = {"captain", "position_code", "stadium_capacity", "birth_date", "replay", "penalty_shootout", "extra_time"}


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its place, and its values by the names of COLUMNS."""

    place: Place
    names: dict[str, int]
    values: tuple[str, ...]

    def text(self, name: str) -> str:
        return self.values[self.names[name]]

    def number(self, name: str) -> int | None:
        value = self.text(name)
        if value and not value.isdigit():
            raise Refused(self.place, f"{name}: a number was expected, not “{value}”")
        return int(value) if value else None

    def flag(self, name: str) -> bool:
        return self.text(name).lower() in ("1", "true")


def read_table(content: bytes, file: str, table: str) -> list[Line]:
    """The rows of a table, in their order."""
    reader = csv.reader(io.StringIO(decoded(content, file)))
    header = [name.strip() for name in next(reader, [])]
    wanted = COLUMNS[table]
    missing = [name for name in wanted if name not in header and name not in _OPTIONAL]
    if missing:
        raise Refused(Place(file, 1), f"the table {table} has no column {', '.join(missing)}")
    places = [header.index(name) if name in header else None for name in wanted]
    names = {name: number for number, name in enumerate(wanted)}
    return [Line(Place(file, reader.line_num), names, _values(row, places)) for row in reader if row]


def by(lines: list[Line], *names: str) -> dict:
    """The rows by the values of some columns."""
    found = defaultdict(list)
    for line in lines:
        found[line.text(names[0]) if len(names) == 1 else tuple(map(line.text, names))].append(line)
    return found


def _values(row: list[str], places: list[int | None]) -> tuple[str, ...]:
    told = (row[place].strip() if place is not None and place < len(row) else "" for place in places)
    return tuple(intern("" if value in _NOTHING else value) for value in told)

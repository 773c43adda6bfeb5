"""What a folder of match data holds: which files are matches of which season, and the tables that they must give.

Known are openfootball's folders (a .txt or .json that begins with a title like "Italian Serie A 2024/25"), the tables of the
World Cup database, and pairs NAME-matches.csv and NAME-table.csv in a folder whose name ends in a date: the table that the
matches had given at the end of that day.
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

# The titles that sources give competitions, by address; the first that fits counts.
_TITLES = (
    ("(?:world cup|euro\\b).*quali|youth|women|u-?\\d\\d", None),
    ("champions league", "champions-league"),
    ("europa league", "europa-league"),
    ("conference league", "conference-league"),
    ("copa am[eé]rica", "copa-america"),
    ("world cup", "world-cup"),
    ("^euro\\b|european championship", "euro"),
    ("english premier league|^premier league|england \\| premier league", "premier-league"),
    ("ital\\w* (?:\\| )?serie a|^serie a", "serie-a"),
    ("ital\\w* (?:\\| )?serie b|^serie b", "serie-b"),
    ("primera divisi[oó]n|la liga", "la-liga"),
    ("(?:deutsche|german\\w*) (?:\\| )?bundesliga|^(?:1\\. )?bundesliga", "bundesliga"),
    ("ligue 1", "ligue-1"),
    ("eredivisie", "eredivisie"),
    ("primeira liga", "primeira-liga"),
)
_SEASON = re.compile(r"\b(\d{4})(?:[/-](\d{4}|\d{2}))?\b")
_COLUMNS = {"pos": "position", "gf": "goals_for", "ga": "goals_against", "gd": "goal_difference"}
COMPARED = ("position", "team", "played", "won", "drawn", "lost", "goals_for", "goals_against", "goal_difference", "points")


@dataclass(frozen=True, slots=True)
class Matches:
    """Files of one source that hold the matches of a season; both are None where the files tell them themselves."""

    source: str
    files: tuple[Path, ...]
    competition: str | None = None
    season: str | None = None


@dataclass(frozen=True, slots=True)
class Expected:
    """A table of a folder, and the day at whose end it must stand; rows have the values of COMPARED as text."""

    file: Path
    competition: str
    season: str
    on: date | None
    rows: tuple[dict[str, str], ...]
    stage: str = ""


def matches_in(folder: Path) -> Iterator[Matches]:
    """Everything in the folder and below it that can be imported, in the order of the names."""
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        if path.suffix == ".csv" and path.name.endswith("-matches.csv"):
            yield Matches("csv", (path,))
        elif path.name == "matches.csv":
            yield Matches("worldcup-csv", tuple(sorted(path.parent.glob("*.csv"))))
        elif path.suffix in (".txt", ".json") and "squads" not in str(path.relative_to(folder)):
            head = path.read_text(encoding="utf-8", errors="replace")[:400]
            title = re.search(r'^\s*=\s+(.+)|"name"\s*:\s*"([^"]+)"', head, re.MULTILINE)
            about = title and season_of(title[1] or title[2])
            if about:
                yield Matches("football-txt" if path.suffix == ".txt" else "football-json", (path,), *about)


def season_of(title: str) -> tuple[str, str] | None:
    """Address and label of "Italian Serie A 2024/25  # a comment"; None for a title that is no season that is known."""
    title = title.partition("#")[0]
    found = _SEASON.search(title)
    slug = next((slug for pattern, slug in _TITLES if re.search(pattern, title, re.IGNORECASE)), None)
    if not found or not slug:
        return None
    return slug, f"{found[1]}-{found[2][-2:]}" if found[2] else found[1]


def tables_in(folder: Path) -> Iterator[Expected]:
    """The tables of the folder that its matches must give."""
    for path in sorted(folder.rglob("*-table.csv")):
        matches = path.with_name(path.name.replace("-table.csv", "-matches.csv"))
        day = re.search(r"\d{4}-\d{2}-\d{2}", path.parent.name)
        season = _rows(matches)[0]["season"] if matches.exists() else ""
        rows = tuple(_named(row) for row in _rows(path))
        yield Expected(path, path.name.removesuffix("-table.csv"), season, day and date.fromisoformat(day[0]), rows)
    for path in sorted(folder.rglob("group_standings.csv")):
        yield from _groups(path)


def _groups(path: Path) -> Iterator[Expected]:
    """The groups of the World Cup database, each as a table."""
    groups: dict[tuple[str, str, str], list[dict]] = {}
    for row in _rows(path):
        competition = "womens-world-cup" if "women" in row["tournament_name"].lower() else "world-cup"
        stage = "Final round" if row["stage_name"] == "final round" else row["group_name"]
        told = {**row, "team": row["team_name"], "won": row["wins"], "drawn": row["draws"], "lost": row["losses"]}
        groups.setdefault((competition, row["tournament_id"].removeprefix("WC-"), stage), []).append(told)
    for (competition, season, stage), rows in groups.items():
        yield Expected(path, competition, season, None, tuple(map(_named, rows)), stage)


def _named(row: dict[str, str]) -> dict[str, str]:
    plain = {_COLUMNS.get(name, name): value for name, value in row.items()}
    return {name: re.sub(r"\s+\([A-Z]{3}\)$", "", plain[name]) for name in COMPARED}


def _rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))

"""The sources that `import_matches` reads, each by the name it is given there."""

from collections.abc import Callable, Iterator
from pathlib import Path

from teams.importers import competitions
from teams.importers.football_json import read_football_json
from teams.importers.football_txt import read_football_txt
from teams.importers.match_sheet import read_sheet_file
from teams.importers.reading import Reading
from teams.importers.records import Place, Refused
from teams.importers.results_csv import read_results_csv
from teams.importers.results_xlsx import read_results_xlsx
from teams.importers.worldcup_csv import read_worldcup_csv
from teams.importers.worldcup_csv.tables import COLUMNS

_ONE_BY_ONE: dict[str, Callable[..., Reading]] = {
    "football-txt": read_football_txt,
    "football-json": read_football_json,
    "match-sheet": read_sheet_file,
    "csv": read_results_csv,
    "xlsx": read_results_xlsx,
}

# One name for both writings of our own list: what was said in one is not said anew in the other.
_SAME_AS = {"xlsx": "csv"}

# Sources of which each file is read by itself.
SINGLE = tuple(_ONE_BY_ONE)
SOURCES = (*SINGLE, "worldcup-csv")

# Sources whose files name no competition and no season.
NEED_BOTH = ("football-txt", "football-json")


def readings(source: str, files: list[Path], *, competition: str | None, season: str | None, zone: str) -> Iterator[Reading]:
    """What the files hold, one after the other; `zone` counts where neither the file nor the competition knows one."""
    if source == "worldcup-csv":
        yield from read_worldcup_csv(_tables(files), season=season, zone=zone)
        return
    for path in files:
        yield read_single(source, content_of(path), path.name, competition=competition, season=season, zone=zone)


def read_single(source: str, content: bytes, name: str, *, competition: str | None, season: str | None, zone: str) -> Reading:
    """What one file holds, of a source whose files stand by themselves."""
    here = competitions.zone(competition, season) or zone
    return _ONE_BY_ONE[source](content, name, competition=competition, season=season, zone=here)


def remembered_as(source: str) -> str:
    """Under which name it is kept what a source said."""
    return _SAME_AS.get(source, source)


def _tables(files: list[Path]) -> dict[str, tuple[bytes, str]]:
    """The tables among these files, or in these folders, by their names."""
    paths = [one for path in files for one in (sorted(path.glob("*.csv")) if path.is_dir() else [path])]
    tables = {path.stem: (content_of(path), path.name) for path in paths if path.stem in COLUMNS}
    if "matches" not in tables:
        raise Refused(Place(str(files[0]), 1), "matches.csv is needed, with whatever other tables there are beside it")
    return tables


def content_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Refused(Place(str(path), 1), f"the file cannot be read: {error.strerror}") from error

"""Reads results and fixtures from the first sheet of an XLSX file, with the columns of `results_csv`."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from itertools import islice
from zipfile import ZipFile

from openpyxl import load_workbook

from teams.importers.reading import Reading
from teams.importers.records import Place, Refused
from teams.importers.results_csv import heads, reading_of, row_of
from teams.importers.rows import Row

# What a small file may swell to: more than any season of any league, and less than would hurt.
_MOST_BYTES = 100_000_000
_MOST_ROWS = 20_000
_MOST_COLUMNS = 60


def read_results_xlsx(content: bytes, file: str, *, competition: str | None, season: str | None, zone: str) -> Reading:
    """Every line that is refused beside those that are good."""
    return reading_of(_rows(content, file), competition=competition, season=season, zone=zone)


def _rows(content: bytes, file: str) -> list[Row]:
    lines = ((number, cells) for number, cells in enumerate(_lines(content, file), 1) if any(cells))
    top = next(((number, cells) for number, cells in lines if not cells[0].startswith("#")), None)
    if top is None:
        raise Refused(Place(file, 1), "the first sheet is empty; its first line must name the columns")
    header = heads(top[1])
    return [row_of(header, cells, Place(file, number)) for number, cells in lines]


def _lines(content: bytes, file: str) -> list[list[str]]:
    """The cells of the first sheet as text, without the empty ones at the end of a line."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            size = sum(part.file_size for part in archive.infolist())
        if size > _MOST_BYTES:
            raise Refused(Place(file, 1), "unpacked, this file is too large; take out all sheets but the matches")
        lines = [_trimmed(cells) for cells in _cells(content)]
    except Refused:
        raise
    except Exception as error:  # whatever a broken file makes of its reader: its parts tell of themselves in a dozen ways
        raise Refused(Place(file, 1), "this is not an XLSX file; save the sheet as XLSX, or as CSV") from error
    if len(lines) > _MOST_ROWS:
        raise Refused(Place(file, _MOST_ROWS + 1), f"more than {_MOST_ROWS} lines; take some of them out")
    return lines


def _cells(content: bytes) -> Iterator[tuple]:
    book = load_workbook(BytesIO(content), read_only=True, data_only=True)
    try:
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        yield from islice(sheet.iter_rows(values_only=True, max_col=_MOST_COLUMNS), _MOST_ROWS + 1)
    finally:
        book.close()


def _trimmed(cells: tuple) -> list[str]:
    texts = [_text(value) for value in cells]
    while texts and not texts[-1].strip():
        texts.pop()
    return texts


def _text(value) -> str:
    """A cell as it would stand in CSV: a day, an hour, a whole number."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        return f"{datetime.min + value:%H:%M}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)

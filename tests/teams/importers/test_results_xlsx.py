"""Results and fixtures from a spreadsheet: the same rows as from CSV."""

from datetime import UTC, date, datetime, time, timedelta
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from teams.importers import results_xlsx
from teams.importers.records import Refused
from teams.importers.results_xlsx import read_results_xlsx

HEAD = ("competition", "season", "matchday", "date", "kickoff", "timezone", "home", "away", "status", "home_goals", "away_goals")
INTER = ("champions-league", "2025-26", 4, date(2025, 11, 5), time(21), "Europe/Rome", "Inter", "Kairat", "finished", 2, 1)


def book(*lines):
    made, out = Workbook(), BytesIO()
    for line in lines:
        made.active.append(line)
    made.create_sheet("notes").append(["not", "read"])
    made.save(out)
    return out.getvalue()


def read(content):
    return read_results_xlsx(content, "a.xlsx", competition=None, season=None, zone="UTC")


def refusal(content):
    with pytest.raises(Refused) as refused:
        read(content)
    return str(refused.value)


def test_a_result_is_read_from_the_first_sheet_with_days_hours_and_numbers_as_such():
    (match,) = read(book(HEAD, INTER)).matches

    assert (match.home, match.away, match.matchday, match.goals) == ("Inter", "Kairat", 4, (2, 1))
    assert match.kickoff == datetime(2025, 11, 5, 20, tzinfo=UTC)
    assert match.kickoff_confirmed


@pytest.mark.parametrize("hour", ["21:00", "21.00", time(21), timedelta(hours=21)])
@pytest.mark.parametrize("day", ["2025-11-05", date(2025, 11, 5), datetime(2025, 11, 5)])
def test_day_and_hour_are_understood_as_text_too(day, hour):
    (match,) = read(book(HEAD, (*INTER[:3], day, hour, *INTER[5:]))).matches

    assert match.kickoff == datetime(2025, 11, 5, 20, tzinfo=UTC)


def test_whole_numbers_may_be_written_with_a_fraction_of_nothing():
    (match,) = read(book(HEAD, (*INTER[:-2], 2.0, 1.0))).matches

    assert match.goals == (2, 1)


def test_notes_at_the_top_and_empty_lines_are_passed_over_and_lines_keep_their_numbers():
    reading = read(book(("# from the league",), HEAD, INTER, (), (*INTER[:-1], "one")))

    assert len(reading.matches) == 1
    assert [str(error) for error in reading.refused] == ["a.xlsx, line 5: away_goals: a whole number was expected, not “one”"]


def test_a_cell_under_no_column_is_refused():
    assert "line 2: 12 cells under 11 columns" in refusal(book(HEAD, (*INTER, "more")))


def test_an_empty_sheet_says_what_is_missing():
    assert refusal(book()) == "a.xlsx, line 1: the first sheet is empty; its first line must name the columns"


def zipped(**parts):
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize("content", [b"", b"date,home,away", b"PK\x03\x04 broken", zipped(a="b")])
def test_what_is_no_spreadsheet_is_refused(content):
    assert "this is not an XLSX file" in refusal(content)


def test_a_small_file_that_would_swell_is_refused(monkeypatch):
    monkeypatch.setattr(results_xlsx, "_MOST_BYTES", 1000)

    assert "unpacked, this file is too large" in refusal(zipped(a=b"0" * 2000))


def test_a_sheet_of_too_many_lines_is_refused(monkeypatch):
    monkeypatch.setattr(results_xlsx, "_MOST_ROWS", 2)

    assert "more than 2 lines" in refusal(book(HEAD, INTER, INTER))

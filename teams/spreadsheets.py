"""Seasons as sheets to be worked on and imported again, in CSV and XLSX, and the empty sheet to begin with."""

import csv
from collections.abc import Iterable, Iterator
from io import BytesIO, StringIO

from django.utils import timezone
from openpyxl import Workbook

from teams.models import Match, Season

COLUMNS = (
    "competition", "season", "stage", "matchday", "round", "date", "kickoff", "timezone", "home", "away", "venue", "status",
    "home_goals", "away_goals", "home_half_time", "away_half_time", "home_ninety", "away_ninety",
    "home_shootout", "away_shootout", "decision", "note",
)  # fmt: skip

# With one of these at its head a cell would be read as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_UNKNOWN = "-"


def lines(season: Season) -> Iterator[dict]:
    """A line a match, by kick-off."""
    matches = Match.objects.in_season(season).for_card().select_related("venue").order_by("kickoff", "pk")
    return map(_line, matches)


def as_csv(matches: Iterable[dict]) -> bytes:
    """An apostrophe goes before what a spreadsheet would take for a formula; the import takes it away again."""
    out = StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for match in matches:
        writer.writerow({name: f"'{value}" if _is_formula(value) else value for name, value in match.items()})
    return out.getvalue().encode()


def as_xlsx(matches: Iterable[dict]) -> bytes:
    """Days and numbers as such, and all text as text: nothing in it is ever a formula."""
    book = Workbook()
    sheet = book.active
    sheet.title, sheet.freeze_panes = "matches", "A2"
    sheet.append(COLUMNS)
    for number, match in enumerate(matches, 2):
        for column, name in enumerate(COLUMNS, 1):
            cell = sheet.cell(number, column, match[name] if match[name] != "" else None)
            if _is_formula(match[name]):
                cell.data_type, cell.quotePrefix = "s", True
    out = BytesIO()
    book.save(out)
    return out.getvalue()


# How a sheet is written, with the type that browsers are told.
FORMATS = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "xlsx": (as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


def _is_formula(value) -> bool:
    return isinstance(value, str) and value.startswith(_FORMULA) and value != _UNKNOWN


def _line(match: Match) -> dict:
    """A match with addresses instead of names, which mean it for certain; what is not known stays empty, but for the ground."""
    kickoff = timezone.localtime(match.kickoff, timezone.get_default_timezone())
    scores = (f"{side}_{name}" for name in ("goals", "half_time", "ninety", "shootout") for side in ("home", "away"))
    return {
        "competition": match.stage.season.competition.slug,
        "season": match.stage.season.label,
        "stage": match.stage.name,
        "matchday": match.matchday,
        "round": match.round,
        "date": kickoff.date(),
        "kickoff": f"{kickoff:%H:%M}" if match.kickoff_confirmed else "",
        "timezone": timezone.get_default_timezone_name(),
        "home": match.home.slug,
        "away": match.away.slug,
        "venue": match.venue.slug if match.venue else _UNKNOWN,
        "status": match.status,
        **{name: getattr(match, name) for name in scores},
        "decision": match.decision,
        "note": match.note,
    }

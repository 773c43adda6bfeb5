"""Tables and lists as data for programs: one plain dict a row, written as JSON or CSV."""

import csv
import io
import json
from collections.abc import Iterable

from teams.models import Stage
from teams.stats.scorers import Scorer
from teams.stats.table import Row
from teams.templatetags.standings import in_words

FORMATS = ("json", "csv")


def table_row(row: Row) -> dict:
    return {
        "position": row.position,
        "team": str(row.team),
        "played": row.played,
        "won": row.won,
        "drawn": row.drawn,
        "lost": row.lost,
        "goals_for": row.goals_for,
        "goals_against": row.goals_against,
        "goal_difference": row.goal_difference,
        "points": row.points,
        "reason": in_words(row.reason),
        "criterion": row.reason.criterion if row.reason else "",
        "level": row.shared,
        "adjustment": row.adjustment,
        "zone": row.zone,
        "provisional": row.provisional,
        "slug": row.team.slug,
    }


def tables(tabled: Iterable[tuple[Stage, list[Row]]]) -> list[dict]:
    """The rows of these tables one after another; with the name of their stage where there is more than one."""
    tabled = list(tabled)
    if len(tabled) == 1:
        return [table_row(row) for row in tabled[0][1]]
    return [{"stage": stage.title, **table_row(row)} for stage, rows in tabled for row in rows]


def scorer(line: Scorer) -> dict:
    return {
        "rank": line.rank,
        "player": str(line.person),
        "team": ", ".join(map(str, line.teams)),
        "goals": line.goals,
        "penalties": line.penalties,
        "assists": line.assists,
        "slug": line.person.slug,
    }


def written(rows: list[dict], form: str) -> str:
    if form == "json":
        return json.dumps(rows, ensure_ascii=False, indent=1)
    text = io.StringIO()
    if rows:
        sheet = csv.DictWriter(text, rows[0], lineterminator="\n")
        sheet.writeheader()
        sheet.writerows(rows)
    return text.getvalue().rstrip("\n")

"""The rules that a season begins with, by the address of its competition and its year.

A season keeps a copy of its own, so that next year's rules leave last year's table alone.
"""

import re
from collections.abc import Callable

from teams.rules import cups, leagues
from teams.rules.ruleset import LATEST, OVERALL, Rules

# Goal difference, then goals: what most leagues do.
DEFAULT = Rules(OVERALL)
RULES: dict[str, Callable[[int], Rules]] = {
    "serie-a": leagues.serie_a,
    "serie-b": leagues.serie_b,
    "premier-league": leagues.premier_league,
    "la-liga": leagues.la_liga,
    "bundesliga": leagues.bundesliga,
    "ligue-1": leagues.ligue_1,
    "eredivisie": leagues.eredivisie,
    "primeira-liga": leagues.primeira_liga,
    "champions-league": cups.champions_league,
    "europa-league": cups.europa_league,
    "conference-league": cups.europa_league,
    "world-cup": cups.world_cup,
    "womens-world-cup": cups.womens_world_cup,
    "euro": cups.euro,
}


def rules_for(slug: str, season: str = "") -> Rules:
    """The rules of this competition in the season of that label (2025-26, 2026), or in the latest that are known."""
    rules = RULES.get(slug)
    return rules(year_of(season)) if rules else DEFAULT


def year_of(label: str) -> int:
    """The year that a season begins in."""
    found = re.match(r"\d{4}", label)
    return int(found[0]) if found else LATEST

"""What each competition decides, as data by its slug: points for a win, the order of tie-breaks, places that mean something.

A new season begins with these; it keeps a copy of its own, so that next year's rules leave last year's table alone.
"""

from dataclasses import dataclass
from typing import TypedDict


class Zone(TypedDict):
    """From which place to which; `kind` is one of `zones.KINDS`."""

    first: int
    last: int
    kind: str


@dataclass(frozen=True, slots=True)
class Rules:
    tie_breaks: tuple[str, ...]
    zones: tuple[Zone, ...] = ()
    points_for_win: int = 3


_HEAD_TO_HEAD = ("head_to_head_points", "head_to_head_goal_difference")
_OVERALL = ("goal_difference", "goals_for")
_FOUR_OF_A_GROUP = (
    Zone(first=1, last=2, kind="knockout"),
    Zone(first=3, last=3, kind="best-third"),
    Zone(first=4, last=4, kind="out"),
)
_RELEGATION = Zone(first=18, last=20, kind="relegation")

DEFAULT = Rules(_OVERALL)

# Lots, play-offs, disciplinary points and coefficients, with which most of these end, are not worked out: teams that
# only those would part are shown as level. European places are those of 2025-26 before cups are won.
RULES = {
    # Comunicato ufficiale of the Lega Serie A on the season: points and goal difference among the level teams first.
    "serie-a": Rules(
        (*_HEAD_TO_HEAD, *_OVERALL),
        (
            Zone(first=1, last=4, kind="champions-league"),
            Zone(first=5, last=5, kind="europa-league"),
            Zone(first=6, last=6, kind="conference-league"),
            _RELEGATION,
        ),
    ),
    # Premier League Handbook, section C: head-to-head (points, then away goals) since 2019-20, after the overall record.
    "premier-league": Rules(
        (*_OVERALL, "head_to_head_points", "head_to_head_away_goals_for"),
        (Zone(first=1, last=4, kind="champions-league"), Zone(first=5, last=5, kind="europa-league"), _RELEGATION),
    ),
    # Reglamento General of the RFEF, article on ties in leagues of two rounds.
    "la-liga": Rules(
        (*_HEAD_TO_HEAD, *_OVERALL),
        (
            Zone(first=1, last=4, kind="champions-league"),
            Zone(first=5, last=5, kind="europa-league"),
            Zone(first=6, last=6, kind="conference-league"),
            _RELEGATION,
        ),
    ),
    # UEFA Champions League regulations from 2024-25, "Equality of points - league phase".
    "champions-league": Rules(
        (
            *_OVERALL,
            "away_goals_for",
            "wins",
            "away_wins",
            "opponents_points",
            "opponents_goal_difference",
            "opponents_goals_for",
        ),
        (
            Zone(first=1, last=8, kind="round-of-16"),
            Zone(first=9, last=24, kind="knockout-play-off"),
            Zone(first=25, last=36, kind="out"),
        ),
    ),
    # FIFA World Cup 2026 regulations, the group stage: the matches among the level teams come first, as never before.
    "world-cup": Rules((*_HEAD_TO_HEAD, "head_to_head_goals_for", *_OVERALL), _FOUR_OF_A_GROUP),
    # UEFA Euro regulations, article 20, "Equality of points - group stage".
    "euro": Rules((*_HEAD_TO_HEAD, "head_to_head_goals_for", *_OVERALL), _FOUR_OF_A_GROUP),
}


def rules_for(slug: str) -> Rules:
    """The rules that a new season of this competition begins with; goal difference and goals where none are shipped."""
    return RULES.get(slug, DEFAULT)

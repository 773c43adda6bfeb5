"""Play-offs for a place that sources of match data leave out, as they were played: part of a season's official table."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Known:
    """One match; `home` and `away` are words, any of which tells the team among those of its season."""

    on: date
    home: tuple[str, ...]
    away: tuple[str, ...]
    home_goals: int
    away_goals: int
    home_shootout: int | None = None
    away_shootout: int | None = None


_BOLOGNA, _INTER, _PARMA, _VERONA = ("bologna",), ("inter", "internazionale"), ("parma",), ("verona",)
_REGGINA = ("reggina",)

# The almanacs of Serie A; the newest also in the Comunicato ufficiale of the Lega of June 2023.
_KNOWN = {
    ("serie-a", "1963-64"): (Known(date(1964, 6, 7), _BOLOGNA, _INTER, 2, 0),),
    ("serie-a", "1987-88"): (Known(date(1988, 5, 23), ("juventus",), ("torino",), 0, 0, 4, 2),),
    ("serie-a", "1992-93"): (Known(date(1993, 6, 12), ("udinese",), ("brescia",), 3, 1),),
    ("serie-a", "1994-95"): (Known(date(1995, 6, 10), ("padova",), ("genoa",), 1, 1, 5, 4),),
    ("serie-a", "1999-00"): (Known(date(2000, 5, 23), _INTER, _PARMA, 3, 1),),
    ("serie-a", "2000-01"): (
        Known(date(2001, 6, 21), _VERONA, _REGGINA, 1, 0),
        Known(date(2001, 6, 24), _REGGINA, _VERONA, 2, 1),
    ),
    ("serie-a", "2004-05"): (
        Known(date(2005, 6, 14), _PARMA, _BOLOGNA, 0, 1),
        Known(date(2005, 6, 18), _BOLOGNA, _PARMA, 0, 2),
    ),
    ("serie-a", "2022-23"): (Known(date(2023, 6, 11), ("spezia",), _VERONA, 1, 3),),
}


def known(slug: str, season: str) -> tuple[Known, ...]:
    """The play-offs of this competition in that season."""
    return _KNOWN.get((slug, season), ())

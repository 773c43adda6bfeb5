"""Places that lots or a ranking decided, which no result gives: they are part of a season's official table."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Lot:
    """Two teams of a group that were level: who drew `place` and who the next; of the words for a team any tells it."""

    on: date
    place: int
    first: tuple[str, ...]
    second: tuple[str, ...]
    reason: str = "By lot"


_USSR, _IRELAND = ("ussr", "urss", "soviet", "sovietica"), ("ireland", "irlanda")
_NETHERLANDS = ("netherlands", "olanda", "holland", "paesi")

# FIFA, official reports and regulations: in 1954 lots parted the first two of a group on equal points, in 1970 and 1990 whoever
# was level on goal difference (1990: and on goals, and in the match between them). UEFA, regulations of Euro 2024, article
# 20.01: at last the overall ranking of the European Qualifiers.
_DRAWN = {
    ("world-cup", "1954"): (
        Lot(date(1954, 6, 20), 1, ("brazil", "brasile"), ("yugoslavia", "jugoslavia")),
        Lot(date(1954, 6, 20), 1, ("uruguay",), ("austria",)),
    ),
    ("world-cup", "1970"): (Lot(date(1970, 6, 11), 1, _USSR, ("mexico", "messico")),),
    ("world-cup", "1990"): (Lot(date(1990, 6, 21), 2, _IRELAND, _NETHERLANDS),),
    ("euro", "2024"): (
        Lot(date(2024, 6, 25), 2, ("denmark", "danimarca"), ("slovenia",), "By the overall ranking of the qualifiers"),
    ),
}


def drawn(slug: str, season: str) -> tuple[Lot, ...]:
    """The lots of this competition in that season."""
    return _DRAWN.get((slug, season), ())

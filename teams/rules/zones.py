"""Places in a table that mean something, as data: from which to which, and the key that templates translate."""

from collections.abc import Iterable, Mapping

# The keys that a stage may name, best first; `templates` say them in words and `tokens.css` gives them a colour.
KINDS = (
    "title",
    "champions-league",
    "champions-league-qualifying",
    "europa-league",
    "conference-league",
    "round-of-16",
    "knockout",
    "knockout-play-off",
    "best-third",
    "relegation-play-off",
    "relegation",
    "out",
)


def zone_of(position: int, zones: Iterable[Mapping]) -> str:
    """The kind of the zone that a place lies in, or nothing.

    >>> zone_of(9, [{"first": 1, "last": 8, "kind": "round-of-16"}, {"first": 9, "last": 24, "kind": "knockout-play-off"}])
    'knockout-play-off'
    """
    return next((zone["kind"] for zone in zones if zone["first"] <= position <= zone["last"]), "")

"""What a set of rules is made of, and the pieces that more than one competition uses."""

from dataclasses import asdict, dataclass
from typing import TypedDict

# A year so late that every change of the rules has come: what a new season begins with.
LATEST = 9999


class Zone(TypedDict):
    """From which place to which; `kind` is one of `zones.KINDS`."""

    first: int
    last: int
    kind: str


@dataclass(frozen=True, slots=True)
class Rules:
    """`play_offs`: places that a play-off parts from the next where two teams end level on points."""

    tie_breaks: tuple[str, ...]
    zones: tuple[Zone, ...] = ()
    points_for_win: int = 3
    play_offs: tuple[int, ...] = ()

    def as_columns(self) -> dict:
        """The columns of a stage that begins with these rules."""
        return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(self).items()}


HEAD_TO_HEAD = ("head_to_head_points", "head_to_head_goal_difference")
OVERALL = ("goal_difference", "goals_for")


def zones(**places: tuple[int, int] | int) -> tuple[Zone, ...]:
    """zones(champions_league=(1, 4), europa_league=5)."""
    spans = {kind.replace("_", "-"): (place, place) if isinstance(place, int) else place for kind, place in places.items()}
    return tuple(Zone(first=first, last=last, kind=kind) for kind, (first, last) in spans.items())

"""Where the lines, bars and marks of a chart lie, as numbers for an SVG; pure geometry, drawn by components/chart_*.html.

All lengths are units of a drawing that is WIDTH by HEIGHT. They are whole numbers, so that no language writes them with
a comma.
"""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 360, 200
LEFT, RIGHT, TOP, BOTTOM = 24, 8, 10, 22


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis: where, and what it says."""

    at: int
    label: str


@dataclass(frozen=True, slots=True)
class Dot:
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Line:
    """`path` for <polyline points>; `last` is where its end is marked."""

    dots: tuple[Dot, ...]

    @property
    def path(self) -> str:
        return " ".join(f"{dot.x},{dot.y}" for dot in self.dots)

    @property
    def last(self) -> Dot | None:
        return self.dots[-1] if self.dots else None


@dataclass(frozen=True, slots=True)
class Frame:
    """What every chart has: marks `across` and `up`, each `up` with a line, all lines one path, `grid`."""

    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    box: str = f"0 0 {WIDTH} {HEIGHT}"
    beside: int = LEFT - 6
    below: int = HEIGHT - 6

    @property
    def grid(self) -> str:
        return "".join(f"M{LEFT} {tick.at}H{WIDTH - RIGHT}" for tick in self.up)


@dataclass(frozen=True, slots=True)
class Lines:
    """A chart of lines over matchdays."""

    frame: Frame
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Pairs:
    """A chart of bars, two and two: those that come first and second in each pair."""

    frame: Frame
    first: tuple[Bar, ...]
    second: tuple[Bar, ...]


def places(positions: Sequence[tuple[int, int]], teams: int, last: int) -> Lines:
    """Places by matchday, the first on top. `teams`: how many there are; `last`: the last matchday of the season."""
    across, down = _scale(1, max(last, 2), LEFT, WIDTH - RIGHT), _scale(1, max(teams, 2), TOP, HEIGHT - BOTTOM)
    line = Line(tuple(Dot(across(matchday), down(place)) for matchday, place in positions))
    shown = [1, *range(5, teams - 1, 5), teams]
    return Lines(Frame(_ticks(across, last), tuple(Tick(down(place), str(place)) for place in shown)), (line,))


def points(*seasons: Sequence[tuple[int, int]], last: int) -> Lines:
    """Points by matchday, a line for each of the seasons."""
    most = max((value for season in seasons for _, value in season), default=0)
    top = _round_up(max(most, 1))
    across, up = _scale(1, max(last, 2), LEFT, WIDTH - RIGHT), _scale(0, top, HEIGHT - BOTTOM, TOP)
    lines = (Line(tuple(Dot(across(matchday), up(value)) for matchday, value in season)) for season in seasons)
    return Lines(Frame(_ticks(across, last), _levels(up, top)), tuple(lines))


def pairs(values: Sequence[tuple[str, int, int]]) -> Pairs:
    """Two bars for each label: what was scored and what was conceded."""
    top = _round_up(max((max(first, second) for _, first, second in values), default=1) or 1)
    up = _scale(0, top, HEIGHT - BOTTOM, TOP)
    slot = (WIDTH - RIGHT - LEFT) / max(len(values), 1)
    wide = int(slot * 0.38)
    middles = [round(LEFT + slot * (number + 0.5)) for number in range(len(values))]
    labels = tuple(Tick(middle, label) for middle, (label, *_) in zip(middles, values, strict=True))
    first = (_bar(middle - wide - 1, value, wide, up) for middle, (_, value, _) in zip(middles, values, strict=True))
    second = (_bar(middle + 1, value, wide, up) for middle, (_, _, value) in zip(middles, values, strict=True))
    return Pairs(Frame(labels, _levels(up, top)), tuple(first), tuple(second))


def _bar(x: int, value: int, wide: int, up) -> Bar:
    return Bar(x, up(value), wide, HEIGHT - BOTTOM - up(value))


def _scale(first: int, last: int, begin: int, end: int):
    """From values between `first` and `last` to lengths between `begin` and `end`."""
    return lambda value: round(begin + (value - first) * (end - begin) / (last - first))


def _ticks(across, last: int) -> tuple[Tick, ...]:
    """The first matchday, every fifth, and the last."""
    step = 5 if last > 10 else 1
    numbers = [1, *(n for n in range(step, last, step) if 1 < n <= last - step / 2), last]
    return tuple(Tick(across(number), str(number)) for number in dict.fromkeys(numbers))


def _levels(up, top: int) -> tuple[Tick, ...]:
    return tuple(Tick(up(value), str(value)) for value in range(0, top + 1, _step(top)))


def _step(most: int) -> int:
    """The distance of the lines: the least round one that needs no more than five."""
    return next(step for step in (1, 2, 5, 10, 20, 50) if most <= 5 * step)


def _round_up(most: int) -> int:
    """The next number that a line can stand at."""
    step = _step(most)
    return -(-most // step) * step

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
class Lines:
    """A chart of lines over matchdays."""

    lines: tuple[Line, ...]
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    bottom: int = HEIGHT - BOTTOM


@dataclass(frozen=True, slots=True)
class Bar:
    x: int
    y: int
    width: int
    height: int
    value: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two bars above one label."""

    label: str
    middle: int
    first: Bar
    second: Bar


@dataclass(frozen=True, slots=True)
class Pairs:
    """A chart of bars, two and two."""

    pairs: tuple[Pair, ...]
    up: tuple[Tick, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    bottom: int = HEIGHT - BOTTOM


def places(positions: Sequence[tuple[int, int]], teams: int, last: int) -> Lines:
    """Places by matchday, the first on top. `teams`: how many there are; `last`: the last matchday of the season."""
    across, down = _scale(1, max(last, 2), LEFT, WIDTH - RIGHT), _scale(1, max(teams, 2), TOP, HEIGHT - BOTTOM)
    line = Line(tuple(Dot(across(matchday), down(place)) for matchday, place in positions))
    shown = [1, *range(5, teams - 1, 5), teams]
    return Lines((line,), _ticks(across, last), tuple(Tick(down(place), str(place)) for place in shown))


def points(*seasons: Sequence[tuple[int, int]], last: int) -> Lines:
    """Points by matchday, a line for each of the seasons."""
    most = max((value for season in seasons for _, value in season), default=0)
    top = _round_up(max(most, 1))
    across, up = _scale(1, max(last, 2), LEFT, WIDTH - RIGHT), _scale(0, top, HEIGHT - BOTTOM, TOP)
    lines = (Line(tuple(Dot(across(matchday), up(value)) for matchday, value in season)) for season in seasons)
    return Lines(tuple(lines), _ticks(across, last), _levels(up, top))


def pairs(values: Sequence[tuple[str, int, int]]) -> Pairs:
    """Labels with two numbers each: scored and conceded."""
    top = _round_up(max((max(first, second) for _, first, second in values), default=1) or 1)
    up = _scale(0, top, HEIGHT - BOTTOM, TOP)
    slot = (WIDTH - RIGHT - LEFT) / max(len(values), 1)
    wide = int(slot * 0.38)
    drawn = []
    for number, (label, first, second) in enumerate(values):
        middle = round(LEFT + slot * (number + 0.5))
        bars = (_bar(middle - wide - 1, first, wide, up), _bar(middle + 1, second, wide, up))
        drawn.append(Pair(label, middle, *bars))
    return Pairs(tuple(drawn), _levels(up, top))


def _bar(x: int, value: int, wide: int, up) -> Bar:
    return Bar(x, up(value), wide, HEIGHT - BOTTOM - up(value), value)


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

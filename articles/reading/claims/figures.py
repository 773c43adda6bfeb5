"""Where a text has its numbers, so that patterns that begin with one are tried there and nowhere else."""

import re
from collections.abc import Iterator

from articles.reading.numbers import CARDINALS, ORDINALS
from articles.reading.scene import Scene

_NUMBERS = CARDINALS.keys() | ORDINALS.keys()


def at_numbers(scene: Scene, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """What `finditer` gives for a pattern whose first word is a number, in figures or in letters."""
    end = 0
    for start in _starts(scene):
        found = pattern.match(scene.text, start) if start >= end else None
        if found:
            end = found.end()
            yield found


def _starts(scene: Scene) -> list[int]:
    if "numbers" not in scene.memo:
        words = (word for word in scene.words if word.folded[0].isdigit() or word.folded in _NUMBERS)
        scene.memo["numbers"] = [word.start for word in words]
    return scene.memo["numbers"]

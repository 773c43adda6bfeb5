"""What a claim is, and what the facts say of it."""

from collections.abc import Hashable
from dataclasses import dataclass, replace

from articles.reading.scene import Scene

RIGHT, PARTLY, WRONG, UNKNOWN = "right", "partly", "wrong", "unknown"


@dataclass(frozen=True, slots=True)
class Claim:
    """Words that state something (code points, end exclusive), what they state, and whether the facts agree.

    `correct`: the value that the facts have, where they have one; of a score home goals first. `because`: in words.
    `rests_on`: the row that decides: a match, an event, a team. `is_quoted`: somebody's words, which are never marked wrong.
    """

    start: int
    end: int
    surface: str
    kind: str
    value: str
    verdict: str
    correct: str | None = None
    because: str = ""
    rests_on: Hashable = None
    is_quoted: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words of a claim stand."""

    scene: Scene
    start: int
    end: int

    def says(self, kind: str, value: object, verdict: str, **told) -> Claim:
        surface = self.scene.text[self.start : self.end]
        correct = told.pop("correct", None)
        return Claim(self.start, self.end, surface, kind, str(value), verdict, None if correct is None else str(correct), **told)


def as_quoted(claim: Claim) -> Claim:
    verdict = UNKNOWN if claim.verdict in (WRONG, PARTLY) else claim.verdict
    return replace(claim, verdict=verdict, is_quoted=True)

"""What a claim is, and what the facts say of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from articles.reading.facts import Event, Match, Ref
from articles.reading.scene import Scene

RIGHT, PARTLY, WRONG, UNKNOWN = "right", "partly", "wrong", "unknown"


class Because(NamedTuple):
    """What the facts say: a key of `articles.checking.REASONS`, and what fills its words: numbers, days, refs, lists of refs."""

    key: str
    values: Mapping[str, object]


def because(key: str, **values: object) -> Because:
    return Because(key, values)


@dataclass(frozen=True, slots=True)
class Claim:
    """Words that state something (code points, end exclusive), what they state, and whether the facts agree.

    `correct`: the value that the facts have, where they have one; of a score home goals first. `replacement`: that value in
    words that can stand in place of `surface`. `rests_on`: the row that decides. `is_quoted`: somebody's words, which are
    never marked wrong.
    """

    start: int
    end: int
    surface: str
    kind: str
    value: str
    verdict: str
    correct: str | None = None
    because: Because | None = field(default=None, hash=False)
    rests_on: Match | Event | Ref | None = None
    replacement: str | None = None
    is_quoted: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words of a claim stand."""

    scene: Scene
    start: int
    end: int

    @property
    def surface(self) -> str:
        return self.scene.text[self.start : self.end]

    def says(self, kind: str, value: object, verdict: str, *, correct: object = None, **told) -> Claim:
        correct = None if correct is None else str(correct)
        return Claim(self.start, self.end, self.surface, kind, str(value), verdict, correct, **told)


def as_open(claim: Claim) -> Claim:
    """The claim where the words leave it open."""
    return replace(claim, verdict=UNKNOWN, correct=None, because=None, replacement=None)


def as_quoted(claim: Claim) -> Claim:
    verdict = UNKNOWN if claim.verdict in (WRONG, PARTLY) else claim.verdict
    return replace(claim, verdict=verdict, is_quoted=True)

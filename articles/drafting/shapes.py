"""What a first draft is made of: the facts of one match as they go in, and the sentences that come out."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple
from zlib import crc32

HOME, AWAY = "home", "away"


class Ref(NamedTuple):
    """A row that a sentence rests on: its kind ("match", "event", "team", "person", "competition") and its key."""

    kind: str
    key: Hashable


class Club(NamedTuple):
    """A team as the language calls it. `plural`: a nation of a plural name; grammar makes the rest of the name itself."""

    key: Hashable
    name: str
    women: bool = False
    national: bool = False

    @property
    def ref(self):
        return Ref("team", self.key)


class Goal(NamedTuple):
    """A goal that counts; `side` profits, `score` is what it made the score, home first. `minute` as printed: 45+2."""

    key: Hashable
    side: str
    minute: str
    score: tuple[int, int]
    kind: str = "goal"
    scorer: str = ""
    scorer_key: Hashable = None
    assist: str = ""
    assist_key: Hashable = None


class Dismissal(NamedTuple):
    key: Hashable
    side: str
    minute: str
    name: str
    person_key: Hashable
    second_yellow: bool = False


class Place(NamedTuple):
    """A row of the table once the match is counted (before it, in a preview). `shared`: nothing parts it from another."""

    position: int
    points: int
    played: int
    shared: bool = False


class Run(NamedTuple):
    """Results in a row in this competition, this match included (up to it, in a preview): won, lost or unbeaten."""

    kind: str
    length: int


class Fixture(NamedTuple):
    key: Hashable
    opponent: Club
    at_home: bool
    day: date
    competition: str


class Meeting(NamedTuple):
    """The last match of the two: the score is told with its own home side first."""

    key: Hashable
    home: Club
    away: Club
    score: tuple[int, int]
    day: date


@dataclass(frozen=True, slots=True)
class MatchFacts:
    """One match. What nobody knows is None or empty, and no sentence is made of it.

    `places`, `runs`, `next`, `forms` (letters W, D, L, the oldest first) and `top` (name, key, goals in the competition
    this season) are by side. `score` is None while the match is to come; a `decision` stands for one that was awarded.
    """

    key: Hashable
    home: Club
    away: Club
    competition: str
    competition_key: Hashable
    day: date
    time: str = ""
    matchday: int | None = None
    round: str = ""
    venue: str = ""
    attendance: int | None = None
    referee: str = ""
    referee_key: Hashable = None
    score: tuple[int, int] | None = None
    half_time: tuple[int, int] | None = None
    extra_time: bool = False
    shootout: tuple[int, int] | None = None
    decision: str = ""
    goals: tuple[Goal, ...] = ()
    dismissals: tuple[Dismissal, ...] = ()
    places: dict[str, Place] = field(default_factory=dict)
    runs: dict[str, Run] = field(default_factory=dict)
    next: dict[str, Fixture] = field(default_factory=dict)
    forms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    top: dict[str, tuple[str, Hashable, int]] = field(default_factory=dict)
    last_meeting: Meeting | None = None

    @property
    def ref(self):
        return Ref("match", self.key)

    def club(self, side: str) -> Club:
        return self.home if side == HOME else self.away

    @property
    def winner(self) -> str | None:
        """The side that won, by the shoot-out if it came to that."""
        decided = self.shootout or self.score
        if decided is None or decided[0] == decided[1]:
            return None
        return HOME if decided[0] > decided[1] else AWAY

    @property
    def goals_are_complete(self) -> bool:
        """Whether the goals with their scorers add up to the score: only then are they told one by one."""
        reached = self.goals[-1].score if self.goals else (0, 0)
        return reached == self.score and all(goal.scorer and goal.minute for goal in self.goals)

    @property
    def deciding(self) -> Goal | None:
        """The goal that put the winner ahead for good; None for a draw or where goals are missing."""
        if not self.goals_are_complete or self.shootout or not self.winner:
            return None
        winner, loser = (0, 1) if self.winner == HOME else (1, 0)
        beaten = self.score[loser]
        return next(goal for goal in self.goals if goal.score[winner] == beaten + 1 and goal.side == self.winner)


def other(side: str) -> str:
    return AWAY if side == HOME else HOME


def score_of(score: tuple[int, int]) -> str:
    return f"{score[0]}-{score[1]}"


def rows_of(goal: Goal) -> tuple[Ref, ...]:
    """The event, and whoever scored and set it up."""
    people = [key for key in (goal.scorer_key, goal.assist_key) if key is not None]
    return (Ref("event", goal.key), *(Ref("person", key) for key in people))


def all_rows(goals: tuple[Goal, ...]) -> tuple[Ref, ...]:
    return tuple(row for goal in goals for row in rows_of(goal))


class Sentence(NamedTuple):
    """Words, and the rows that every name and number in them comes from."""

    words: str
    rows: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A story from the facts alone: a headline, a standfirst, and paragraphs of sentences."""

    headline: Sentence
    standfirst: Sentence
    paragraphs: tuple[tuple[Sentence, ...], ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return (self.headline, self.standfirst, *(sentence for each in self.paragraphs for sentence in each))

    @property
    def texts(self) -> list[str]:
        """The paragraphs as text."""
        return [" ".join(sentence.words for sentence in each) for each in self.paragraphs]


class Variety:
    """Chooses among ways to say the same: differently for every match, and always alike for one."""

    def __init__(self, seed: Hashable):
        self.seed = seed

    def one_of(self, what: str, *ways: str) -> str:
        return ways[crc32(f"{self.seed}:{what}".encode()) % len(ways)]


def paragraphs_of(*groups: list[Sentence | None]) -> tuple[tuple[Sentence, ...], ...]:
    """Paragraphs without the sentences for which there were no facts, and without empty ones."""
    kept = (tuple(sentence for sentence in group if sentence) for group in groups)
    return tuple(group for group in kept if group)

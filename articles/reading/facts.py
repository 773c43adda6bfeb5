"""What reading asks of the facts: the shapes of teams, people, matches and events, wherever they are kept."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple, Protocol

from articles.reading.names import Dictionary

TEAM, PERSON, COMPETITION, VENUE = "team", "person", "competition", "venue"


class Ref(NamedTuple):
    """One row: what it is, and its key wherever it is kept."""

    kind: str
    key: Hashable


class Spell(NamedTuple):
    """Somebody's time at a team; None where the beginning or the end is not known, or not yet."""

    team: Ref
    role: str
    since: date | None
    until: date | None
    shirt: int | None = None
    is_captain: bool = False

    def holds_on(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Person(NamedTuple):
    """`nation`: by FIFA code; `position`: GK, DF, MF or FW; both empty where they are not known."""

    ref: Ref
    name: str
    surname: str
    spells: tuple[Spell, ...] = ()
    is_referee: bool = False
    full_name: str = ""
    nation: str = ""
    position: str = ""
    born: date | None = None


class Team(NamedTuple):
    ref: Ref
    name: str
    city: str = ""
    venue: Ref | None = None


class Event(NamedTuple):
    """What happened in a match. `team`: the side that it counts for; of an own goal, the one that profits."""

    ref: Hashable
    kind: str
    minute: int
    stoppage: int
    team: Ref
    person: Ref | None
    assist: Ref | None = None

    @property
    def clock(self) -> int:
        return self.minute + self.stoppage


GOALS = frozenset({"goal", "penalty_goal", "own_goal"})
DISMISSALS = frozenset({"red_card", "second_yellow_card"})
MISSES = frozenset({"penalty_missed"})


@dataclass(frozen=True, slots=True)
class Match:
    """A match as of today; `score` None before it is over. `took_part`: who started, came on, scored or was booked."""

    ref: Hashable
    competition: Ref
    round: str
    kickoff: datetime
    home: Ref
    away: Ref
    score: tuple[int, int] | None
    half_time: tuple[int, int] | None = None
    venue: Ref | None = None
    events: tuple[Event, ...] = ()
    took_part: frozenset[Ref] = frozenset()
    substituted: tuple[tuple[Ref, int, str], ...] = ()
    has_events: bool = True
    shootout: tuple[int, int] | None = None
    score_90: tuple[int, int] | None = None

    @property
    def day(self) -> date:
        return self.kickoff.date()

    @property
    def sides(self) -> frozenset[Ref]:
        return frozenset((self.home, self.away))

    def goals_of(self, team: Ref) -> int:
        return 0 if self.score is None else self.score[team != self.home]

    def against(self, team: Ref) -> Ref:
        return self.away if team == self.home else self.home


class Line(NamedTuple):
    """A team's line in a table."""

    team: Ref
    position: int
    points: int
    played: int
    won: int
    drawn: int
    lost: int
    goals_for: int
    goals_against: int


class Facts(Protocol):
    """Where the facts are kept. Everything is asked for in one go, so that a database answers in a few queries."""

    dictionary: Dictionary

    def people(self, refs: Iterable[Ref]) -> dict[Ref, Person]: ...

    def teams(self, refs: Iterable[Ref]) -> dict[Ref, Team]: ...

    def grounds(self, refs: Iterable[Ref]) -> dict[Ref, str]:
        """The names of grounds."""
        ...

    def matches(self, teams: Iterable[Ref], since: date, until: date) -> list[Match]:
        """Matches between two of the teams, from day to day inclusive, the earliest first."""
        ...

    def calendar(self, team: Ref, since: date, until: date) -> list[Match]:
        """All matches of one team, from day to day inclusive, the earliest first."""
        ...

    def season(self, competition: Ref, until: datetime) -> list[Match]:
        """All matches of the competition whose kick-off is not later, the earliest first."""
        ...

    def standing(self, competition: Ref, until: datetime) -> list[Line]:
        """The table of what kicked off until then, best first; empty where there is none."""
        ...

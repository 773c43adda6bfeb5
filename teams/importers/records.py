"""What a good record is: what any source says of competitions, clubs, people and matches, before a row is touched.

A field that is None is one that the source says nothing about. Names of other things (a team, a person) are kept as they
are written; `store` finds whom they mean. Whatever cannot be true is refused with the file and the line.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from teams.rules.event_kinds import OWN_GOAL

NEVER_SCORED = ("scheduled", "postponed", "cancelled")
SCORES = ("goals", "half_time", "ninety", "shootout")
OTHER = {"home": "away", "away": "home"}
ALWAYS_SCORED = ("live", "half_time", "finished", "awarded")


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is written."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}"


class Refused(ValueError):
    """A file says what cannot be taken; the message names the place and what to do."""

    def __init__(self, place: Place, message: str):
        super().__init__(f"{place}: {message}")
        self.place = place


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasRecord:
    place: Place
    text: str
    language: str = ""
    kind: str = "name"
    scope: str = "anywhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class VenueRecord:
    place: Place
    slug: str
    name: str
    city: str | None = None
    country: str | None = None
    capacity: int | None = None
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    aliases: tuple[AliasRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamRecord:
    """`ids` is what each source calls the team: (source, name) pairs."""

    place: Place
    slug: str
    name: str
    name_en: str | None = None
    full_name: str | None = None
    code: str | None = None
    kind: str | None = None
    section: str | None = None
    city: str | None = None
    country: str | None = None
    founded: int | None = None
    primary_colour: str | None = None
    secondary_colour: str | None = None
    trim_colour: str | None = None
    pattern: str | None = None
    home_venue: str | None = None
    website: str | None = None
    aliases: tuple[AliasRecord, ...] = ()
    ids: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StageRecord:
    place: Place
    name: str = ""
    name_en: str | None = None
    kind: str | None = None
    order: int | None = None
    points_for_win: int | None = None
    tie_breaks: tuple[str, ...] | None = None
    zones: tuple[dict, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonRecord:
    place: Place
    label: str
    starts: date
    ends: date
    stages: tuple[StageRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetitionRecord:
    place: Place
    slug: str
    name: str
    name_en: str | None = None
    full_name: str | None = None
    kind: str | None = None
    country: str | None = None
    colour: str | None = None
    weight: int | None = None
    seasons: tuple[SeasonRecord, ...] = ()
    aliases: tuple[AliasRecord, ...] = ()
    ids: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SpellRecord:
    place: Place
    team: str
    role: str = "player"
    start: date | None = None
    end: date | None = None
    shirt: int | None = None
    on_loan: bool | None = None
    captain: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRecord:
    place: Place
    slug: str
    name: str
    given_name: str
    surname: str
    birth_date: date | None = None
    birth_place: str | None = None
    nationality: str | None = None
    position: str | None = None
    height: int | None = None
    wikidata: str | None = None
    spells: tuple[SpellRecord, ...] = ()
    aliases: tuple[AliasRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AppearanceRecord:
    place: Place
    side: str
    person: str
    shirt: int | None = None
    starter: bool = True
    position: str | None = None
    captain: bool = False
    order: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRecord:
    """`person` scored, was booked or comes on; `second_person` gave the assist or goes off."""

    place: Place
    kind: str
    side: str
    period: str
    minute: int | None = None
    stoppage: int = 0
    person: str | None = None
    second_person: str | None = None
    decision: str = ""

    @property
    def side_of_people(self) -> str:
        """The side whose people it names: of an own goal the one that suffers."""
        return OTHER[self.side] if self.kind == OWN_GOAL else self.side


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchRecord:
    """`kickoff` knows its zone; `venue` is None for the home side's own ground and empty for one that is not known."""

    place: Place
    competition: str
    season: str
    home: str
    away: str
    kickoff: datetime
    stage: str = ""
    matchday: int | None = None
    round: str = ""
    kickoff_confirmed: bool | None = None
    venue: str | None = None
    referee: str | None = None
    attendance: int | None = None
    status: str = "scheduled"
    goals: tuple[int, int] | None = None
    half_time: tuple[int, int] | None = None
    ninety: tuple[int, int] | None = None
    shootout: tuple[int, int] | None = None
    home_formation: str | None = None
    away_formation: str | None = None
    home_coach: str | None = None
    away_coach: str | None = None
    note: str | None = None
    decision: str | None = None
    appearances: tuple[AppearanceRecord, ...] = ()
    events: tuple[EventRecord, ...] = ()

    def __post_init__(self):
        if self.home == self.away:
            raise Refused(self.place, f"{self.home} cannot play against itself; one of the two names is wrong")
        self._score_fits_status()
        for side in ("home", "away"):
            sheet = [one for one in self.appearances if one.side == side]
            _only_once(sheet, "shirt", "shirt {} is given to two players of one side; look up which of them wears it")
        _only_once(self.appearances, "person", "{} is on the sheet twice; take one of the two lines out")

    def turned(self) -> "MatchRecord":
        """The same match told with its sides the other way round."""
        scores = {name: pair and pair[::-1] for name in SCORES for pair in [getattr(self, name)]}
        pairs = {
            f"{one}_{name}": getattr(self, f"{other}_{name}") for one, other in OTHER.items() for name in ("coach", "formation")
        }
        lines = tuple(replace(line, side=OTHER[line.side]) for line in self.appearances)
        events = tuple(replace(event, side=OTHER[event.side]) for event in self.events)
        return replace(self, home=self.away, away=self.home, appearances=lines, events=events, **scores, **pairs)

    def _score_fits_status(self):
        if self.status in NEVER_SCORED and (self.goals or self.half_time):
            raise Refused(self.place, f"a {self.status} match has no score; write status: finished, or take the score out")
        if self.status in ALWAYS_SCORED and self.goals is None:
            raise Refused(self.place, f"a {self.status} match needs a score; write both sides' goals")
        if self.status == "awarded" or not (self.half_time and self.goals):
            return
        if any(half > full for half, full in zip(self.half_time, self.goals, strict=True)):
            raise Refused(self.place, "a side has more goals at half-time than at the end; one of the scores is wrong")


def _only_once(sheet: Iterable[AppearanceRecord], name: str, message: str) -> None:
    seen = set()
    for line in sheet:
        value = getattr(line, name)
        if value is not None and value in seen:
            raise Refused(line.place, message.format(value))
        seen.add(value)

"""What a file of a source holds: matches, who the names in them mean, and with their lines what is refused or doubtful."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from teams import nations
from teams.guards import disagreements
from teams.importers.records import MatchRecord, PersonRecord, Place, Refused, StageRecord, TeamRecord, VenueRecord
from teams.importers.sheets import sheet_of_record
from teams.importers.stages import KNOCKOUT, Slot, order_of
from teams.names import to_slug


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that the file says and that was left out or put right; the match itself is taken."""

    place: Place
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of a squad, as the source writes him and his team; the record has his spell there."""

    team: str
    text: str
    person: PersonRecord


@dataclass
class Reading:
    """`teams`, `people` and `venues` tell, by the text that stands in a match, what a new row would begin with.

    `provider` is whose names and keys these are; `exact` says that a key of it never means two rows, nor two keys one row.
    """

    provider: str = ""
    exact: bool = False
    matches: list[MatchRecord] = field(default_factory=list)
    members: list[Member] = field(default_factory=list)
    stages: dict[str, StageRecord] = field(default_factory=dict)
    teams: dict[str, TeamRecord] = field(default_factory=dict)
    people: dict[str, PersonRecord] = field(default_factory=dict)
    venues: dict[str, VenueRecord] = field(default_factory=dict)
    refused: list[Refused] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def doubt(self, place: Place, message: str) -> None:
        self.doubts.append(Doubt(place, message))

    def introduce_stage(self, where: Slot, place: Place) -> None:
        record = StageRecord(place=place, name=where.stage, kind=where.kind, order=order_of(where))
        self.stages.setdefault(where.stage, record)

    def introduce_team(self, name: str, place: Place, country: str | None = None, *, national: bool = False) -> None:
        """A team as matches name it; `country` is a code, and of a nation it follows from the name."""
        if name not in self.teams:
            code = nations.code_of(name) if national else country
            kind = "national" if national else None
            told = {"country": code if code in nations.NATIONS else None, "kind": kind}
            self.teams[name] = TeamRecord(place=place, slug=to_slug(name) or "team", name=name, **told)

    def introduce_venue(self, text: str, place: Place) -> None:
        """A ground as matches name it: with its city, and perhaps its country, after commas."""
        if text not in self.venues:
            name, city, country = ([part.strip() for part in text.split(",", 2)] + ["", ""])[:3]
            told = {"city": city or None, "country": nations.code_of(country)}
            self.venues[text] = VenueRecord(place=place, slug=to_slug(name) or "venue", name=name, **told)

    def take(self, fields: dict) -> None:
        """A match of these fields. A part of it that cannot be true is left out; the rest is a fact all the same."""
        try:
            record = MatchRecord(**self._sound(fields))
        except Refused as refused:
            self.refused.append(refused)
        else:
            self.matches.append(record)
            for found in disagreements(sheet_of_record(record, self.people if self.exact else {})):
                self.doubt(found.row or record.place, str(found))

    def _sound(self, told: dict) -> dict:
        place, told = told["place"], dict(told)
        goals, half = told.get("goals"), told.get("half_time")
        if goals and half and any(part > whole for part, whole in zip(half, goals, strict=True)):
            self.doubt(place, f"{half[0]}-{half[1]} at half-time is more than {goals[0]}-{goals[1]} at the end; it is left out")
            told["half_time"] = None
        if (kicks := told.get("shootout")) and kicks[0] == kicks[1]:
            self.doubt(place, f"a shoot-out cannot end level at {kicks[0]}-{kicks[1]}; it is left out")
            told["shootout"] = None
        told["appearances"] = self._everybody_once(told.get("appearances", ()))
        return told

    def _everybody_once(self, sheet) -> tuple:
        """Nobody stands twice on a sheet, and two players of a side do not wear one shirt."""
        kept, people, shirts = [], set(), set()
        for line in sheet:
            person, shirt = (line.side, line.person), (line.side, line.shirt)
            if person in people:
                self.doubt(line.place, f"{line.person} is on the sheet twice; the second line is left out")
                continue
            if line.shirt is not None and shirt in shirts:
                self.doubt(line.place, f"shirt {line.shirt} is given to two players of one side; {line.person} stands without it")
                line = replace(line, shirt=None)
            people.add(person)
            shirts.add(shirt)
            kept.append(line)
        return tuple(kept)

    def drop_repeated(self) -> None:
        """Of two tellings of one match keep the one that was played, or the later: the other was put off or broken off.

        Two that met twice at one ground in a knock-out, level the first time, have replayed it.
        """
        chosen: dict[tuple, MatchRecord] = {}
        for match in self.matches:
            key = (match.stage, match.home, match.away, match.matchday, match.round)
            before = chosen.get(key)
            if before and self._is_replay(before, match):
                match = replace(match, round=f"{match.round}, replay" if match.round else "Replay")
                key, before = (*key[:-1], match.round), None
            if before is None:
                chosen[key] = match
                continue
            gone, kept = sorted((before, match), key=_weight)
            chosen[key] = kept
            self.doubt(gone.place, f"{gone.home} v {gone.away} is told again in line {kept.place.line}; only that is taken")
        self.matches = list(chosen.values())

    def _is_replay(self, first: MatchRecord, second: MatchRecord) -> bool:
        stage = self.stages.get(first.stage)
        if not (stage and stage.kind == KNOCKOUT and first.status == second.status == "finished"):
            return False
        return first.goals[0] == first.goals[1] and not first.shootout and first.kickoff < second.kickoff


def _weight(match: MatchRecord) -> tuple[int, datetime]:
    """How far a match got: a result counts more than what was broken off, and that more than a fixture; then the later day."""
    return {"finished": 3, "awarded": 3, "abandoned": 2, "scheduled": 1}.get(match.status, 0), match.kickoff

"""Tournaments of the World Cup database: one reading for each, so that memory does not grow with their number."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from teams import nations
from teams.importers import competitions
from teams.importers.goals import NEVER_TOLD, Goal, Minute, agree, ninety_of
from teams.importers.groups import Placed, settle
from teams.importers.kickoffs import SOME_HOUR
from teams.importers.reading import Reading
from teams.importers.records import AppearanceRecord, EventRecord, PersonRecord, Refused, TeamRecord, VenueRecord
from teams.importers.stages import Slot, slot
from teams.importers.worldcup_csv.tables import Line, by, read_table
from teams.names import to_slug
from teams.rules.event_kinds import GOAL, OWN_GOAL, PENALTY_GOAL

PROVIDER = "worldcup-csv"
MEN, WOMEN = "world-cup", "womens-world-cup"
_POSITIONS = {
    "GK": "GK", "DF": "DF", "RB": "DF", "LB": "DF", "CB": "DF", "SW": "DF", "RWB": "DF", "LWB": "DF", "MF": "MF", "DM": "MF",
    "CM": "MF", "AM": "MF", "RM": "MF", "LM": "MF", "FW": "FW", "CF": "FW", "SS": "FW", "RW": "FW", "LW": "FW", "RF": "FW",
    "LF": "FW",
}  # fmt: skip
_OF_MATCHES = ("player_appearances", "goals", "bookings", "substitutions", "penalty_kicks")


def read_worldcup_csv(files: dict[str, tuple[bytes, str]], *, season: str | None = None, zone: str = "UTC") -> Iterator[Reading]:
    """The tournaments, each by itself; `files` are contents and names by table, `season` is the year of the only one wanted."""
    tables = {table: read_table(*file, table) for table, file in files.items()}
    births = {line.text("player_id"): line.text("birth_date") for line in tables.get("players", ())}
    grounds = {line.text("stadium_id"): line for line in tables.get("stadiums", ())}
    squads = by(tables.get("squads", []), "tournament_id")
    told = {table: by(tables.get(table, []), "match_id") for table in _OF_MATCHES}
    for tournament, lines in by(tables["matches"], "tournament_id").items():
        maker = _Maker(tournament, lines, told, squads.get(tournament, []), births, grounds)
        if season in (None, maker.year):
            yield maker.reading_of(competitions.zone(maker.competition, maker.year) or zone)


class _Maker:
    """Makes the records of one tournament."""

    def __init__(self, tournament, lines, told, squad, births, grounds):
        women = "women" in lines[0].text("tournament_name").lower()
        self.competition, self.section = (WOMEN, "women") if women else (MEN, "men")
        self.year = re.sub(r"\D", "", tournament)
        self.lines, self.told, self.births, self.grounds = lines, told, births, grounds
        self.shirts = {line.text("player_id"): line for line in squad}
        self.reading = Reading(provider=PROVIDER, exact=True)

    def reading_of(self, zone: str) -> Reading:
        told = (Placed(self._slot(line), line.text("home_team_id"), line.text("away_team_id")) for line in self.lines)
        slots = settle(told, competition=self.competition, season=self.year)
        for line, where in zip(self.lines, slots, strict=True):
            try:
                self.reading.take(self._match(line, where, zone))
            except Refused as refused:
                self.reading.refused.append(refused)
            except ValueError as error:
                self.reading.refused.append(Refused(line.place, str(error)))
        return self.reading

    def _slot(self, line: Line) -> Slot:
        where = slot([text for text in (line.text("stage_name"), line.text("group_name")) if text], league=False)
        return (
            Slot(where.stage, where.kind, where.matchday, f"{where.round}, replay")
            if line.flag("replay") and where.round
            else where
        )

    def _match(self, line: Line, where: Slot, zone: str) -> dict:
        self.reading.introduce_stage(where, line.place)
        score = line.number("home_team_score"), line.number("away_team_score")
        goals = agree([self._goal(goal, line) for goal in self.told["goals"].get(line.text("match_id"), ())], score)
        kicks = line.number("home_team_score_penalties"), line.number("away_team_score_penalties")
        hour = line.text("match_time")
        return {
            "place": line.place,
            "competition": self.competition,
            "season": self.year,
            "home": self._team(line, "home"),
            "away": self._team(line, "away"),
            "stage": where.stage,
            "round": where.round,
            "matchday": where.matchday,
            "kickoff": _instant(line.text("match_date"), hour, zone),
            "kickoff_confirmed": bool(hour),
            "venue": self._venue(line),
            "status": "finished",
            "goals": score,
            "ninety": ninety_of(goals, score, extra=line.flag("extra_time")),
            "shootout": kicks if line.flag("penalty_shootout") and None not in kicks else None,
            "appearances": tuple(self._appearances(line)),
            "events": (*self._events(line, goals), *self._kicks(line)),
        }

    def _team(self, line: Line, side: str) -> str:
        """The key of a team: men and women of a country have one number, and are two teams."""
        name, women = line.text(f"{side}_team_name"), self.section == "women"
        key = line.text(f"{side}_team_id") + ("-women" if women else "")
        if key not in self.reading.teams:
            slug = to_slug(name) + ("-women" if women else "")
            told = {"kind": "national", "section": self.section, "country": nations.code_of(name)}
            self.reading.teams[key] = TeamRecord(place=line.place, slug=slug, name=name, **told)
        return key

    def _venue(self, line: Line) -> str:
        key = line.text("stadium_id") or line.text("stadium_name")
        if key and key not in self.reading.venues:
            name, ground = line.text("stadium_name"), self.grounds.get(key)
            self.reading.venues[key] = VenueRecord(
                place=line.place,
                slug=to_slug(name) or "venue",
                name=name,
                city=line.text("city_name") or None,
                country=nations.code_of(line.text("country_name")),
                capacity=ground.number("stadium_capacity") if ground else None,
            )
        return key

    def _person(self, line: Line) -> str:
        """The key of a player, who is introduced the first time that he is named."""
        key = line.text("player_id")
        if key not in self.reading.people:
            given, surname = line.text("given_name"), line.text("family_name")
            name, in_squad = f"{given} {surname}".strip(), self.shirts.get(key)
            self.reading.people[key] = PersonRecord(
                place=line.place,
                slug=to_slug(name) or "person",
                name=name,
                given_name=given,
                surname=surname or name,
                birth_date=_day(self.births.get(key, "")),
                position=_POSITIONS.get(in_squad.text("position_code")) if in_squad else None,
            )
        return key

    def _side(self, line: Line, match: Line) -> str:
        return "home" if line.text("team_id") == match.text("home_team_id") else "away"

    def _of(self, table: str, match: Line) -> list[Line]:
        return self.told[table].get(match.text("match_id"), [])

    def _appearances(self, match: Line) -> Iterator[AppearanceRecord]:
        for order, line in enumerate(self._of("player_appearances", match), 1):
            yield AppearanceRecord(
                place=line.place,
                side=self._side(line, match),
                person=self._person(line),
                shirt=line.number("shirt_number") or None,
                starter=line.flag("starter"),
                position=_POSITIONS.get(line.text("position_code")),
                captain=line.flag("captain"),
                order=order,
            )

    def _goal(self, line: Line, match: Line) -> Goal:
        kind = OWN_GOAL if line.flag("own_goal") else PENALTY_GOAL if line.flag("penalty") else GOAL
        return Goal(self._side(line, match), self._person(line), _minute(line), kind)

    def _events(self, match: Line, goals: list[Goal]) -> list[EventRecord]:
        place = match.place
        told = [EventRecord(place=place, kind=goal.kind, side=goal.side, person=goal.name, **goal.at.fields) for goal in goals]
        told += [*self._cards(match), *self._substitutions(match)]
        return sorted(told, key=lambda event: (event.period, event.minute or 0, event.stoppage))

    def _cards(self, match: Line) -> Iterator[EventRecord]:
        """A line may tell a yellow card and the sending-off that followed, with the minute of the first: then that is unknown."""
        lines = self._of("bookings", match)
        booked = {line.text("player_id") for line in lines if line.flag("yellow_card") and not _sends_off(line)}
        for line in lines:
            sending_off, person = _sends_off(line), self._person(line)
            both = bool(sending_off) and line.flag("yellow_card") and line.text("player_id") not in booked
            cards = [("yellow", _minute(line)), (sending_off, NEVER_TOLD)] if both else [(sending_off or "yellow", _minute(line))]
            for kind, at in cards:
                yield EventRecord(place=line.place, kind=kind, side=self._side(line, match), person=person, **at.fields)

    def _substitutions(self, match: Line) -> Iterator[EventRecord]:
        """Whoever comes on takes the place of whoever goes off in the same minute, in the order in which they are told."""
        waiting = defaultdict(lambda: ([], []))
        for line in self._of("substitutions", match):
            waiting[line.text("team_id"), _minute(line)][line.flag("coming_on")].append(line)
        for (_, at), (off, on) in waiting.items():
            for number, line in enumerate(on):
                leaving = self._person(off[number]) if number < len(off) else None
                side, person = self._side(line, match), self._person(line)
                yield EventRecord(
                    place=line.place, kind="substitution", side=side, person=person, second_person=leaving, **at.fields
                )

    def _kicks(self, match: Line) -> Iterator[EventRecord]:
        for line in self._of("penalty_kicks", match):
            kind = "shootout_scored" if line.flag("converted") else "shootout_missed"
            yield EventRecord(place=line.place, kind=kind, side=self._side(line, match), period="5", person=self._person(line))


def _sends_off(line: Line) -> str:
    return "second_yellow" if line.flag("second_yellow_card") else "red" if line.flag("red_card") else ""


def _minute(line: Line) -> Minute:
    minute = line.number("minute_regulation")
    return Minute(minute, line.number("minute_stoppage") or 0) if minute else NEVER_TOLD


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _instant(day: str, hour: str, zone: str) -> datetime:
    clock = time.fromisoformat(hour.zfill(5)) if hour else SOME_HOUR
    return datetime.combine(date.fromisoformat(day), clock, tzinfo=ZoneInfo(zone)).astimezone(UTC)

"""openfootball's football.json as match records.

The file is {"matches": [{round, date, time, team1, team2, score, goals1, goals2, group, ground}]}. `score` has `ft` and, as
far as they are known, `ht`, `et` and `p` (half time, extra time, penalties), or is a bare pair; a goal has `name`, `minute`
(a number, or a text like 45+2), and perhaps `offset` (that 2), `owngoal`, `penalty`.
Described at https://github.com/openfootball/football.json (public
domain). It is made from Football.TXT and loses things on the way: shoot-outs stand level in it, and scores after extra time
as if after ninety minutes.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from teams.importers.competitions import known
from teams.importers.football_txt.dates import read_time
from teams.importers.football_txt.minutes import read_minute
from teams.importers.goals import NEVER_TOLD, Goal, Minute, Pair, agree, last_minute, ninety_of
from teams.importers.groups import Placed, settle
from teams.importers.kickoffs import SOME_HOUR, zone_of
from teams.importers.reading import Reading
from teams.importers.records import EventRecord, Place, Refused
from teams.importers.rows import decoded
from teams.importers.stages import KNOCKOUT, Slot, slot
from teams.rules.event_kinds import GOAL, OWN_GOAL, PENALTY_GOAL

PROVIDER = "openfootball"
_COUNTRY = re.compile(r"\s*\((?P<code>[A-Z]{3})\)$")
_SCORES = {"ft": "full time", "ht": "half time", "et": "extra time", "p": "penalties"}


def read_football_json(content: bytes, file: str, *, competition: str, season: str, zone: str) -> Reading:
    """The matches of a file; `zone` counts for hours that tell none."""
    text = decoded(content, file)
    try:
        told = json.loads(text)
    except json.JSONDecodeError as error:
        raise Refused(Place(file, error.lineno), f"this is not JSON: {error.msg}") from error
    rows = _rows(told)
    if rows is None:
        raise Refused(Place(file, 1), 'the file must hold {"matches": [...]}')
    about, reading = known(competition), Reading(provider=PROVIDER)
    placed = list(zip(_places(text, file, len(rows)), rows, strict=True))
    good = [(place, row) for place, row in placed if _is_match(place, row, reading)]
    league = about.kind == "league"
    told_places = (Placed(slot(_headings(row), league=league), row["team1"], row["team2"]) for _, row in good)
    slots = settle(told_places, competition=competition, season=season, league=league)
    for (place, row), where in zip(good, slots, strict=True):
        try:
            fields = _Maker(row, place, reading, where).fields(zone, about.national)
        except (TypeError, ValueError) as error:
            reading.refused.append(Refused(place, str(error)))
            continue
        reading.take({"competition": competition, "season": season, **fields})
    reading.drop_repeated()
    return reading


def _rows(told) -> list | None:
    """The matches; of an older form those of its rounds, each with the name of its round."""
    if not isinstance(told, dict):
        return None
    if isinstance(rounds := told.get("rounds"), list):
        return [{"round": one.get("name", ""), **match} for one in rounds for match in one.get("matches", [])]
    return told["matches"] if isinstance(told.get("matches"), list) else None


def _places(text: str, file: str, count: int) -> list[Place]:
    """Where each match stands: in the line of its first team."""
    lines = [number for number, line in enumerate(text.splitlines(), 1) for _ in range(line.count('"team1"'))]
    return [Place(file, line) for line in (lines if len(lines) == count else [1] * count)]


def _is_match(place: Place, row, reading: Reading) -> bool:
    if isinstance(row, dict):
        for name in ("team1", "team2"):
            if isinstance(row.get(name), dict):
                row[name] = row[name].get("name")
        if all(isinstance(row.get(name), str) and row[name].strip() for name in ("team1", "team2", "date")):
            return True
    reading.refused.append(Refused(place, "a match needs team1, team2 and date"))
    return False


def _headings(row: dict) -> list[str]:
    return [text for text in (row.get("group"), row.get("round")) if isinstance(text, str) and text]


class _Maker:
    """Makes the fields of one match record, and notes who is named in them."""

    def __init__(self, row: dict, place: Place, reading: Reading, where: Slot):
        self.row, self.place, self.reading, self.where = row, place, reading, where

    def fields(self, zone: str, national: bool) -> dict:
        self.reading.introduce_stage(self.where, self.place)
        score = self._scores()
        goals = score.get("et") or score.get("ft")
        scorers = agree(self._clocked(list(self._goals()), extra="et" in score), goals)
        status = self._status(goals)
        kickoff, confirmed = self._kickoff(zone)
        return {
            "place": self.place,
            "home": self._team("team1", national),
            "away": self._team("team2", national),
            "stage": self.where.stage,
            "matchday": self.where.matchday,
            "round": self.where.round,
            "kickoff": kickoff,
            "kickoff_confirmed": confirmed,
            "venue": self._venue(national),
            "status": status,
            "goals": goals,
            "half_time": score.get("ht"),
            "ninety": score["ft"] if "et" in score and "ft" in score else goals and ninety_of(scorers, goals, extra=False),
            "shootout": score.get("p"),
            "decision": status.capitalize() if status in ("awarded", "abandoned", "postponed", "cancelled") else None,
            "events": tuple(self._events(scorers)),
        }

    def _team(self, name: str, national: bool) -> str:
        written = self.row[name].strip()
        found = _COUNTRY.search(written)
        team = written[: found.start()] if found else written
        self.reading.introduce_team(team, self.place, found and found["code"], national=national)
        return team

    def _venue(self, national: bool) -> str | None:
        ground = self.row.get("ground")
        if isinstance(ground, dict):
            ground = ", ".join(str(ground[name]) for name in ("name", "city") if ground.get(name))
        if ground:
            self.reading.introduce_venue(ground, self.place)
            return ground
        return "" if national or self.where.round.startswith(("Final", "Third")) else None

    def _status(self, goals: Pair | None) -> str:
        status = str(self.row.get("status", "")).lower()
        if status in ("postponed", "cancelled", "abandoned") or (status == "awarded" and goals):
            return status
        return "finished" if goals else "scheduled"

    def _kickoff(self, zone: str) -> tuple[datetime, bool]:
        day, found = date.fromisoformat(self.row["date"]), read_time(str(self.row.get("time") or ""))
        clock = found and found[0]
        hour: time = clock.hour if clock else SOME_HOUR
        where = zone_of(clock.zone, zone) if clock else ZoneInfo(zone)
        return datetime.combine(day, hour, tzinfo=where).astimezone(UTC), clock is not None

    def _scores(self) -> dict[str, Pair]:
        told = self.row.get("score")
        if isinstance(told, list):
            told = {"ft": told}
        if told is None and "score1" in self.row and self.row["score1"] is not None:
            told = {"ft": [self.row["score1"], self.row["score2"]]}
        scores = {name: _pair(told[name], _SCORES[name]) for name in _SCORES if (told or {}).get(name)}
        if scores and not scores.keys() & {"ft", "et"}:
            raise ValueError("a match that was played needs its score at full time")
        return scores

    def _goals(self) -> Iterator[Goal]:
        for side, name in (("home", "goals1"), ("away", "goals2")):
            for told in self.row.get(name) or ():
                kind = OWN_GOAL if told.get("owngoal") else PENALTY_GOAL if told.get("penalty") else GOAL
                yield Goal(side, str(told.get("name") or ""), _minute(told), kind)

    def _clocked(self, goals: list[Goal], *, extra: bool) -> list[Goal]:
        last = last_minute(goals, extra=extra, knockout=self.where.kind == KNOCKOUT)
        return [replace(goal, at=goal.at.within(last)) for goal in goals]

    def _events(self, goals: list[Goal]) -> Iterator[EventRecord]:
        for goal in sorted(goals, key=lambda one: (one.at.period, one.at.minute or 0, one.at.added)):
            yield EventRecord(place=self.place, kind=goal.kind, side=goal.side, person=goal.name or None, **goal.at.fields)


def _minute(told: dict) -> Minute:
    text = told.get("minute")
    found = NEVER_TOLD if text is None else read_minute(str(text))
    if found is None:
        raise ValueError(f"a minute was not understood: “{text}”")
    return Minute(found.minute, found.added + int(told.get("offset") or 0))


def _pair(told, name: str) -> Pair:
    if not (isinstance(told, list) and len(told) == 2 and all(isinstance(one, int) and one >= 0 for one in told)):
        raise ValueError(f"{name}: two numbers were expected, the home side first, not {told!r}")
    return told[0], told[1]

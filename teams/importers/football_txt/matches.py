"""Makes records of what a Football.TXT file tells: instants, stages, line-ups and events."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from teams import nations
from teams.importers.competitions import known
from teams.importers.football_txt.dates import bounds_of, titled_bounds, told_bounds
from teams.importers.football_txt.lines import comments
from teams.importers.football_txt.reader import Reader
from teams.importers.football_txt.sheets import Card, Listed, Sheet
from teams.importers.football_txt.told import Told
from teams.importers.goals import last_minute, ninety_of
from teams.importers.groups import Placed, settle
from teams.importers.kickoffs import SOME_HOUR, zone_of
from teams.importers.people import person_named
from teams.importers.reading import Reading
from teams.importers.records import AppearanceRecord, EventRecord, Place, Refused
from teams.importers.rows import decoded
from teams.importers.stages import KNOCKOUT, Slot, slot
from teams.names import fold

PROVIDER = "openfootball"

# What a note in brackets makes of a match: its status, and what readers are told.
_NOTES = {
    "awarded": "awarded", "forfeit": "awarded", "walkover": "awarded", "w/o": "awarded",
    "abandoned": "abandoned", "suspended": "abandoned", "postponed": "postponed", "ppd": "postponed",
    "cancelled": "cancelled", "canceled": "cancelled", "annulled": "cancelled", "void": "cancelled",
}  # fmt: skip
# Of an awarded match without a score: a walkover was never kicked off, others were broken off.
_NEVER_PLAYED = {"walkover": "cancelled", "w/o": "cancelled"}
_NEUTRAL = "neutral"


def read_football_txt(content: bytes, file: str, *, competition: str, season: str, zone: str) -> Reading:
    """The matches of a file; `zone` counts for hours that tell none."""
    text = decoded(content, file)
    try:
        bounds = told_bounds(comments(text), titled_bounds(text, bounds_of(season)))
    except ValueError as error:
        raise Refused(Place(file, 1), str(error)) from error
    reader = Reader(file, bounds).read(text)
    reading = Reading(provider=PROVIDER, refused=reader.refused, doubts=reader.doubts)
    about = known(competition)
    league = about.kind == "league"
    told_places = (Placed(slot(one.headings, league=league, title=reader.title), one.home, one.away) for one in reader.matches)
    slots = settle(told_places, competition=competition, season=season, league=league)
    for told, place_in_season in zip(reader.matches, slots, strict=True):
        maker = _Maker(told, Place(file, told.line), reading, place_in_season)
        reading.take({"competition": competition, "season": season, **maker.fields(zone, about.national)})
    reading.drop_repeated()
    return reading


class _Maker:
    """Makes the fields of one match record, and notes who is named in them."""

    def __init__(self, told: Told, place: Place, reading: Reading, where: Slot):
        self.told, self.place, self.reading, self.where = told, place, reading, where
        extra = bool(told.score and told.score.extra)
        self.last = last_minute(told.goals, extra=extra, knockout=where.kind == KNOCKOUT)
        self.goals = [replace(goal, at=goal.at.within(self.last)) for goal in told.goals]

    def fields(self, zone: str, national: bool) -> dict:
        told, score, where = self.told, self.told.score, self.where
        self._introduce(national)
        status = self._status()
        if score and status in ("postponed", "cancelled"):
            self.reading.doubt(self.place, f"a {status} match has no score; {score.goals[0]}-{score.goals[1]} is left out")
            score = None
        return {
            "place": self.place,
            "home": told.home,
            "away": told.away,
            "stage": where.stage,
            "matchday": where.matchday,
            "round": where.round,
            "kickoff": _instant(told, zone),
            "kickoff_confirmed": told.clock is not None,
            "venue": self._venue(),
            "referee": self._referee(),
            "attendance": told.attendance,
            "status": status,
            "goals": score and score.goals,
            "half_time": score and score.half_time,
            "ninety": score and (score.ninety or ninety_of(self.goals, score.goals, extra=score.extra)),
            "shootout": score and score.shootout,
            "decision": told.note.capitalize() if told.note and told.note != _NEUTRAL else None,
            "appearances": tuple(self._appearances()),
            "events": tuple(self._events()),
            **self._benches(),
        }

    def _introduce(self, national: bool) -> None:
        self.reading.introduce_stage(self.where, self.place)
        for side in ("home", "away"):
            name, code = getattr(self.told, side), self.told.countries.get(side)
            self.reading.introduce_team(name, self.place, code, national=national)

    def _status(self) -> str:
        for word, status in _NOTES.items():
            if word in self.told.note:
                return _NEVER_PLAYED.get(word, "abandoned") if status == "awarded" and not self.told.score else status
        return "finished" if self.told.score else "scheduled"

    def _venue(self) -> str | None:
        """The ground; empty where it is not known and may not be the home side's own."""
        if place := self.told.place:
            self.reading.introduce_venue(place, self.place)
            return place
        neutral = self.told.neutral or self.told.note == _NEUTRAL or self.where.round.startswith(("Final", "Third"))
        known_hosts = self.reading.teams[self.told.home].kind != "national" and not neutral
        return None if known_hosts else ""

    def _referee(self) -> str | None:
        name, _, code = self.told.referee.rstrip(")").partition(" (")
        if name and name not in self.reading.people:
            nation = code if code in nations.NATIONS else nations.code_of(code)
            self.reading.people[name] = person_named(name, self.place, nationality=nation)
        return name or None

    def _benches(self) -> dict:
        told = {}
        for side, sheet in self.told.sheets.items():
            told |= {f"{side}_coach": sheet.coach or None, f"{side}_formation": sheet.formation or None}
        return told

    def _appearances(self) -> Iterator[AppearanceRecord]:
        for side, sheet in self.told.sheets.items():
            for order, (player, starter) in enumerate(_everybody(sheet), 1):
                yield AppearanceRecord(
                    place=self.place,
                    side=side,
                    person=player.name,
                    starter=starter,
                    position="GK" if order == 1 and sheet.lines[:1] == (1,) else None,
                    captain=player.captain,
                    order=order,
                )

    def _events(self) -> Iterator[EventRecord]:
        told = [*self._goals(), *self._substitutions(), *self._cards()]
        yield from sorted(told, key=lambda event: (event.period, event.minute or 0, event.stoppage))
        for kick in self.told.kicks:
            kind = "shootout_scored" if kick.scored else "shootout_missed"
            yield EventRecord(place=self.place, kind=kind, side=kick.side, period="5", person=kick.name)

    def _goals(self) -> Iterator[EventRecord]:
        for goal in self.goals:
            yield EventRecord(place=self.place, kind=goal.kind, side=goal.side, person=goal.name, **goal.at.fields)

    def _substitutions(self) -> Iterator[EventRecord]:
        for side, sheet in self.told.sheets.items():
            for player, _ in _everybody(sheet):
                if on := player.replaced_by:
                    yield EventRecord(
                        place=self.place,
                        kind="substitution",
                        side=side,
                        person=on.name,
                        second_person=player.name,
                        **player.replaced_at.within(self.last).fields,
                    )

    def _cards(self) -> Iterator[EventRecord]:
        listed = (
            (side, player.name, card)
            for side, sheet in self.told.sheets.items()
            for player, _ in _everybody(sheet)
            for card in player.cards
        )
        for side, name, card in (*listed, *self._loose_cards()):
            at = card.at.within(self.last)
            yield EventRecord(place=self.place, kind=card.kind, side=side, person=name, **at.fields)

    def _loose_cards(self) -> Iterator[tuple[str, str, Card]]:
        """Cards that stand apart from the line-ups; those without a side are of the one whose line-up has the name."""
        for side, name, card in self.told.cards:
            found = side or self._side_of(name)
            if found:
                yield found, name, card
            else:
                self.reading.doubt(self.place, f"the card of {name} is left out: no semicolon and no line-up tells his side")

    def _side_of(self, name: str) -> str:
        sides = [
            side for side, sheet in self.told.sheets.items() if any(fold(one.name) == fold(name) for one, _ in _everybody(sheet))
        ]
        return sides[0] if len(sides) == 1 else ""


def _everybody(sheet: Sheet) -> Iterator[tuple[Listed, bool]]:
    """Everybody who played: the starters, then those who came on, also for one who had come on himself."""
    yield from ((player, True) for player in sheet.starters)
    for player in sheet.starters:
        while player := player.replaced_by:
            yield player, False


def _instant(told: Told, zone: str) -> datetime:
    hour = told.clock.hour if told.clock else SOME_HOUR
    return datetime.combine(told.day, hour, tzinfo=zone_of(told.clock.zone if told.clock else "", zone)).astimezone(UTC)

"""What cannot be true of a match sheet, each with the row named: pure checks, for imports, the audit and the desk.

`disagreements(sheet)` gives them all. A sheet may be partial: a guard says nothing where what it compares is not told.
The rules are those of the Laws of the Game: 3 (players, substitutes), 7 (periods), 10 (goals, shoot-out), 12 (sending off).
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from teams.names import fold
from teams.rules.event_kinds import DISMISSALS, GOALS, OWN_GOAL, SUBSTITUTION
from teams.rules.periods import SHOOTOUT, UNKNOWN, label

ELEVEN = 11
OTHER = {"home": "away", "away": "home"}
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody on the sheet; `row` is whatever the caller wants to be named, a place in a file or a number."""

    person: Hashable
    name: str
    side: str
    starter: bool
    row: Any = None


@dataclass(frozen=True, slots=True)
class Event:
    """What happened; `person` comes on, `second` goes off."""

    kind: str
    side: str
    period: str
    minute: int | None = None
    stoppage: int = 0
    person: Hashable | None = None
    name: str = ""
    second: Hashable | None = None
    second_name: str = ""
    row: Any = None

    @property
    def when(self) -> tuple[str, int, int]:
        return self.period, self.minute or 0, self.stoppage


@dataclass(frozen=True, slots=True)
class Sheet:
    """A match as far as it is told. `lines` and `events` stand in their order; `squads` are known members by side."""

    goals: Pair | None = None
    half_time: Pair | None = None
    shootout: Pair | None = None
    extra_time: bool = False
    lines: tuple[Line, ...] = ()
    events: tuple[Event, ...] = ()
    day: date | None = None
    season: tuple[date, date] | None = None
    squads: dict[str, frozenset] = field(default_factory=dict)

    def on(self, side: str) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.side == side)

    @property
    def timed(self) -> list[Event]:
        """The events whose minute is known, in order."""
        return sorted((event for event in self.events if event.period not in (UNKNOWN, SHOOTOUT)), key=lambda event: event.when)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """`about` names whom or what it concerns, so that it can be overruled; the text is translated when it is shown."""

    guard: str
    text: Any
    values: dict
    about: str = ""
    row: Any = None

    def __str__(self) -> str:
        return str(self.text) % self.values


Found = Iterator[tuple[str, Any, dict, Any]]


def goals_add_up(sheet: Sheet) -> Found:
    goals = [event for event in sheet.events if event.kind in GOALS]
    told = _tally(goals)
    if sheet.goals and goals and told != sheet.goals:
        yield (
            "",
            _("the goals add up to %(told)s, the score is %(score)s"),
            {"told": _pair(told), "score": _pair(sheet.goals)},
            None,
        )
    first = [event for event in goals if event.period == "1"]
    timed = all(event.period != UNKNOWN for event in goals)
    if sheet.half_time and goals and told == sheet.goals and timed and _tally(first) != sheet.half_time:
        values = {"told": _pair(_tally(first)), "score": _pair(sheet.half_time)}
        yield "half-time", _("the goals of the first half add up to %(told)s, the score at half-time is %(score)s"), values, None


def eleven_start(sheet: Sheet) -> Found:
    for side in ("home", "away"):
        starters = sum(line.starter for line in sheet.on(side))
        if sheet.on(side) and starters != ELEVEN:
            yield (
                side,
                _("%(count)s players start for the %(side)s side"),
                {"count": starters, "side": side},
                sheet.on(side)[0].row,
            )


def nobody_twice(sheet: Sheet) -> Found:
    seen = Counter()
    for line in sheet.lines:
        seen[line.side, fold(line.name)] += 1
        if seen[line.side, fold(line.name)] == 2:
            yield line.name, _("%(name)s stands on the sheet twice"), {"name": line.name}, line.row


def substitutes_fit(sheet: Sheet) -> Found:
    """Who goes off was on the pitch; who comes on was on the bench."""
    pitch = {side: {line.person for line in sheet.on(side) if line.starter} for side in OTHER}
    bench = {side: {line.person for line in sheet.on(side) if not line.starter} for side in OTHER}
    for event in sheet.timed:
        if event.kind != SUBSTITUTION or not sheet.on(event.side):
            continue
        on, off = pitch[event.side], bench[event.side]
        if event.second is not None and event.second not in on:
            yield (
                event.second_name,
                _("%(name)s goes off in %(minute)s and was not on the pitch"),
                _at(event, event.second_name),
                event.row,
            )
        if event.person is not None and event.person not in off:
            yield event.name, _("%(name)s comes on in %(minute)s and was not on the bench"), _at(event, event.name), event.row
        on.discard(event.second)
        on.add(event.person)
        off.discard(event.person)


def nobody_after_red(sheet: Sheet) -> Found:
    gone: dict[Hashable, Event] = {}
    for event in sheet.timed:
        for person, name in ((event.person, event.name), (event.second, event.second_name)):
            sent_off = gone.get(person) if person is not None else None
            if sent_off and event.when > sent_off.when:
                values = {**_at(event, name), "red": label(sent_off.minute, sent_off.stoppage)}
                yield name, _("%(name)s was sent off in %(red)s and is told again in %(minute)s"), values, event.row
        if event.kind in DISMISSALS and event.person is not None:
            gone.setdefault(event.person, event)


def scorers_belong(sheet: Sheet) -> Found:
    """Whoever scored is on the sheet of his side or, where there is no sheet, in its squad on that day."""
    for event in sheet.events:
        if event.kind not in GOALS or event.person is None:
            continue
        side = OTHER[event.side] if event.kind == OWN_GOAL else event.side
        members = {line.person for line in sheet.on(side)} or sheet.squads.get(side)
        if members and event.person not in members:
            yield (
                event.name,
                _("%(name)s scores in %(minute)s and does not belong to that side"),
                _at(event, event.name),
                event.row,
            )


def minutes_fit(sheet: Sheet) -> Found:
    for event in sheet.timed:
        if event.period in ("3", "4") and not sheet.extra_time and sheet.goals:
            text = _("%(name)s is told in %(minute)s, and no extra time was played")
            yield f"{event.name} {label(event.minute, event.stoppage)}", text, _at(event, event.name), event.row


def shootout_is_won(sheet: Sheet) -> Found:
    kicks = [event for event in sheet.events if event.kind == "shootout_scored"]
    if sheet.shootout and sheet.shootout[0] == sheet.shootout[1]:
        yield "", _("the shoot-out ends level at %(score)s"), {"score": _pair(sheet.shootout)}, None
    elif sheet.shootout and kicks and _tally(kicks) != sheet.shootout:
        values = {"told": _pair(_tally(kicks)), "score": _pair(sheet.shootout)}
        yield "", _("the kicks add up to %(told)s, the shoot-out is %(score)s"), values, None


def played_in_season(sheet: Sheet) -> Found:
    if sheet.day and sheet.season and not sheet.season[0] <= sheet.day <= sheet.season[1]:
        first, last = sheet.season
        text = _("it is played on %(day)s, and the season lasts from %(first)s to %(last)s")
        yield "", text, {"day": sheet.day, "first": first, "last": last}, None


GUARDS: dict[str, Callable[[Sheet], Found]] = {
    check.__name__: check
    for check in (
        goals_add_up, eleven_start, nobody_twice, substitutes_fit, nobody_after_red, scorers_belong, minutes_fit, shootout_is_won,
        played_in_season,
    )
}  # fmt: skip


def disagreements(sheet: Sheet) -> list[Disagreement]:
    """Everything in the sheet that cannot all be true."""
    return [
        Disagreement(name, text, values, about, row)
        for name, check in GUARDS.items()
        for about, text, values, row in check(sheet)
    ]


def _tally(events: list[Event]) -> Pair:
    sides = [event.side for event in events]
    return sides.count("home"), sides.count("away")


def _pair(score: Pair) -> str:
    return f"{score[0]}-{score[1]}"


def _at(event: Event, name: str) -> dict:
    return {"name": name, "minute": label(event.minute, event.stoppage)}

"""Stated claims held against the facts as they are now, in bulk: the same claim of many stories is looked at once."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from articles.checking import Checked
from articles.models import StatedClaim
from articles.reading import facts
from articles.reading.claims import PARTLY, RIGHT, WRONG
from articles.reading.claims.minutes import CLOSE
from articles.reading.claims.wording import with_number, with_score
from articles.reading.facts import COMPETITION, TEAM, Line, Ref
from articles.reading.scores import Score, scores
from articles.register import DatabaseFacts
from teams.models import Match, MatchEvent, Person

from . import stated

_LONGEST_NAME = 4  # in words; what is longer is a sentence that names nobody
RANK = {RIGHT: 2, PARTLY: 1, WRONG: 0}


class Statement(NamedTuple):
    """What several stories state alike; the columns of `StatedClaim` that decide whether it is true, and what it was."""

    kind: str
    aspect: str
    value: str
    match_id: int | None
    event_id: int | None
    team_id: int | None
    person_id: int | None
    competition_id: int | None
    as_of: date
    verdict: str


@dataclass(frozen=True, slots=True)
class Weighed:
    """A verdict; `now` says what the facts have, `instead` makes words that can stand in place of those that stated it."""

    verdict: str
    now: Callable[[], str] = str
    instead: Callable[[str], str] = field(default=lambda surface: "")


class Scales:
    """Weighs statements against matches and events that are read once; tables and the rest are read as they are needed."""

    def __init__(self, statements: Iterable[Statement]):
        statements = list(statements)
        self.matches = Match.objects.select_related("home", "away", "venue").in_bulk({s.match_id for s in statements} - {None})
        rows = MatchEvent.objects.filter(match__in=self.matches).select_related("person", "superseded_by__person")
        self.events = {event.pk: event for event in rows}
        self.people = Person.objects.in_bulk({s.person_id for s in statements} - {None})
        self.known = DatabaseFacts()

    def weigh(self, said: Statement) -> Weighed | None:
        """None where nothing can be said."""
        if said.kind in _BY_KIND and (said.kind not in stated.TABLES or said.competition_id):
            if _only_reading_knows(said):
                return self._read_again(said)
            return _BY_KIND[said.kind](self, said)
        return self._read_again(said)

    def _event(self, said: Statement) -> Weighed:
        """That somebody did it: still so while it counts, or while the same is told by another row."""
        event, holder = self.events.get(said.event_id), self._standing(said.event_id)
        if holder is not None and holder.person_id == said.person_id:
            return Weighed(RIGHT)
        if event is None:
            return Weighed(WRONG, lambda: _("it is no longer in the match sheet"))
        again = (
            one for one in self.events.values()
            if one.counts and one.match_id == event.match_id and one.person_id == said.person_id
            and one.is_goal == event.is_goal and abs(_clock(one) - _clock(event)) <= CLOSE
        )  # fmt: skip
        if next(again, None):
            return Weighed(RIGHT)
        if holder is not None:
            return Weighed(WRONG, lambda: _told(holder), lambda surface: _named_like(surface, holder.person))
        return Weighed(WRONG, lambda: _("cancelled: %(reason)s") % {"reason": event.reason})

    def _minute(self, said: Statement) -> Weighed | None:
        """Where it does not count any more, the row for the event itself says so."""
        event = self._standing(said.event_id)
        if event is None or event.minute is None:
            return None
        value, clock = int(said.value), _clock(event)
        if value in (clock, event.minute):
            return Weighed(RIGHT)
        close = min(abs(clock - value), abs(event.minute - value)) <= CLOSE
        return Weighed(PARTLY if close else WRONG, lambda: _told(event), lambda surface: with_number(surface, clock))

    def _scorer(self, said: Statement) -> Weighed:
        goals = [one for one in self.events.values() if one.match_id == said.match_id and one.counts and one.is_goal]
        if any(one.person_id == said.person_id for one in goals):
            return Weighed(RIGHT)
        return Weighed(WRONG, lambda: _("goals: %(goals)s") % {"goals": ", ".join(map(_told, goals)) or "–"})

    def _score(self, said: Statement) -> Weighed:
        match, told = self.matches.get(said.match_id), next(iter(scores(said.value)), None)
        known = _scores_of(match, said.aspect) if match else []
        if told and any(told.fits(score) for score in known):
            return Weighed(RIGHT)
        if match is None or not known:
            return Weighed(WRONG, lambda: f"{match}: {match.get_status_display()}" if match else _("there is no such match"))
        home, away = known[0]
        return Weighed(WRONG, lambda: f"{match.home} {home}-{away} {match.away}", lambda surface: _scored(surface, home, away))

    def _venue(self, said: Statement) -> Weighed:
        match = self.matches.get(said.match_id)
        if match is None or match.venue_id is None or str(match.venue_id) == said.value:
            return Weighed(RIGHT)
        return Weighed(WRONG, lambda: str(match.venue), lambda surface: match.venue.name)

    def _table(self, said: Statement) -> Weighed | None:
        """The place or the points that the team had in that table, as of that day."""
        until = timezone.make_aware(datetime.combine(said.as_of, time.max))
        lines = self.known.standing(Ref(COMPETITION, said.competition_id), until)
        line = next((one for one in lines if one.team == Ref(TEAM, said.team_id)), None)
        if line is None:
            return None
        right = line.points if said.kind == "points" else line.position
        if right == int(said.value):
            return Weighed(RIGHT)
        level = said.kind == "position" and _may_be_called(int(said.value), line, lines)
        verdict = PARTLY if level else WRONG
        return Weighed(verdict, lambda: _line(line), lambda surface: with_number(surface, right))

    def _read_again(self, said: Statement) -> Weighed | None:
        """For what only reading knows how to judge: one story that states it is read again, for all of them."""
        row = StatedClaim.objects.filter(**said._asdict()).select_related("article").first()
        for one in stated.claims_in(row.article) if row else ():
            again, told = one.row, one.told
            if (again.place, again.sentence, again.offset, again.kind) != (row.place, row.sentence, row.offset, row.kind):
                continue
            return _as_read(again.verdict, told, row.value) if told else None
        return None

    def _standing(self, pk: int | None) -> MatchEvent | None:
        """The event, or the one that came in its place, if it counts."""
        event, seen = self.events.get(pk), set()
        while event is not None and event.superseded_by_id and event.pk not in seen:
            seen.add(event.pk)
            event = self.events.get(event.superseded_by_id)
        return event if event is not None and event.counts else None


_BY_KIND = {
    stated.EVENT: Scales._event,
    "minute": Scales._minute,
    "scorer": Scales._scorer,
    "score": Scales._score,
    "venue": Scales._venue,
    "points": Scales._table,
    "position": Scales._table,
}
# Which scores of a match the words may mean; those of other aspects only reading can judge.
_PARTS = {"ended": ("goals", "shootout", "ninety"), "at half-time": ("half_time",), "on penalties": ("shootout",)}


def _only_reading_knows(said: Statement) -> bool:
    """Scores of a part of a match, minutes without a number ("in stoppage time"), what lies between two teams."""
    if said.kind == "score":
        return said.aspect not in _PARTS
    return said.aspect == "gap" or (said.kind == "minute" and not said.value.isdecimal())


def _scores_of(match: Match, aspect: str) -> list[tuple[int, int]]:
    if match.status not in Match.WITH_RESULT:
        return []
    told = [(getattr(match, f"home_{part}"), getattr(match, f"away_{part}")) for part in _PARTS[aspect]]
    return [score for score in told if score[0] is not None]


def _scored(surface: str, home: int, away: int) -> str:
    told: Score | None = next(iter(scores(surface)), None)
    return with_score(surface, told, home, away) if told else ""


def _may_be_called(place: int, line: Line, lines: list[facts.Line]) -> bool:
    """Whether that place is one of those that the teams level on points share."""
    ahead = sum(other.points > line.points for other in lines)
    return ahead < place <= sum(other.points >= line.points for other in lines)


def _clock(event: MatchEvent) -> int:
    return (event.minute or 0) + event.stoppage


def _as_read(verdict: str, told: Checked, value: str) -> Weighed | None:
    """What reading says now. A claim that was right and cannot be told any more, with another value in its place, is wrong."""
    if not verdict and told.claim.correct in (None, value):
        return None
    return Weighed(verdict or WRONG, lambda: told.because, lambda surface: told.claim.replacement or "")


def _told(event: MatchEvent) -> str:
    return f"{event.clock_label} {event.person or event.get_kind_display()}".strip()


def _line(line: Line) -> str:
    told = {"place": line.position, "points": line.points, "played": line.played}
    return _("place %(place)s with %(points)s points from %(played)s matches") % told


def _named_like(surface: str, person: Person | None) -> str:
    """The other's surname for a surname, his whole name for a whole one; nothing for words that are no name."""
    if person is None or not surface[:1].isupper() or len(surface.split()) > _LONGEST_NAME:
        return ""
    return person.name if " " in surface.strip() else (person.surname or person.name)

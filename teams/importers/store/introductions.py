"""Whom the names of a source mean: rows that are there, or new ones that are listed for review. Nothing is guessed."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from django.db import models

from teams.importers.reading import Reading
from teams.importers.records import Place, Refused, TeamRecord, VenueRecord
from teams.importers.store.ids import free_slug, ids_of
from teams.importers.store.keeping import Tally
from teams.importers.store.near import Near
from teams.importers.store.people import People
from teams.importers.store.register import Register
from teams.models import ExternalId, ReviewItem, Team, Venue
from teams.names import fold, to_slug

_CHUNK = 500


@dataclass
class Introductions:
    """Answers for every name of a reading, as `Registered` does. Made once for a file; `questions` wait for an answer.

    A name is looked up as the source's own key first, then by all that rows are called. One that nothing bears makes a
    row, or with `strict` is refused; one that two bear is refused, and asked about.
    """

    reading: Reading
    source: str
    tally: Tally
    strict: bool = False
    questions: list[ReviewItem] = field(default_factory=list)

    def __post_init__(self):
        self._provider = self.reading.provider or self.source
        self._teams: dict[str, int | Refused] = {}
        self._venues: dict[str, int | None] = {}
        self._introduce_teams()
        self._introduce_venues()
        known = {text: pk for text, pk in self._teams.items() if isinstance(pk, int)}
        self._people = People(self.reading, self._provider, known, strict=self.strict, tally=self.tally, ask=self._ask)

    def team(self, text: str, place: Place) -> int:
        found = self._teams[text]
        if isinstance(found, Refused):
            raise Refused(place, found.args[0].partition(": ")[2])
        return found

    def person(self, text: str | None, place: Place, team: str = "") -> int | None:
        return self._people.find(text, place, team) if text else None

    def question(self, text: str | None, team: str) -> ReviewItem | None:
        return self._people.question(text, team) if text else None

    def venue(self, text: str | None, place: Place) -> int | None:
        return self._venues.get(text) if text else None

    def _introduce_teams(self) -> None:
        register, records = Register(Team), self.reading.teams
        texts = {member.team: member.person.place for member in self.reading.members}
        texts |= {text: match.place for match in self.reading.matches for text in (match.home, match.away)}
        ids = ids_of(self._provider, "team", texts)
        kinds = {pk: kind for pk, *kind in Team.objects.values_list("pk", "section", "kind")}
        for text, place in texts.items():
            record = records.get(text) or TeamRecord(place=place, slug=to_slug(text) or "team", name=text)
            bearing = {ids[text]} if text in ids else register.bearing(text) or register.bearing(record.name)
            if text in ids and self.reading.exact:
                self._same_numbers(text, record, ids[text], register, kinds)
            if text not in ids:
                bearing = {pk for pk in bearing if kinds[pk][0] == (record.section or Team.Section.MEN)}
                bearing = {pk for pk in bearing if kinds[pk][1] == record.kind} or bearing
            self._teams[text] = found = self._placed(Team, register, text, place, record, bearing)
            if isinstance(found, int):
                kinds.setdefault(found, [record.section or Team.Section.MEN, record.kind])

    def _same_numbers(self, key: str, record: TeamRecord, known: int, register: Register, kinds: dict) -> None:
        """A source numbered anew is no longer the same source: nothing of it may be taken for what its numbers meant before."""
        others = {pk for pk in register.bearing(record.name) if kinds[pk][0] == (record.section or Team.Section.MEN)}
        if others and known not in others:
            raise Refused(
                record.place,
                f"{key} is {record.name} here, and was {register.slugs({known})} before: another edition of {self._provider} has "
                f"been imported, and its numbers mean other teams; import into an empty database, or the edition of before",
            )

    def _introduce_venues(self) -> None:
        register, cities = Register(Venue), dict(Venue.objects.values_list("pk", "city"))
        texts = {match.venue: match.place for match in self.reading.matches if match.venue}
        ids = ids_of(self._provider, "venue", texts)
        for text, place in texts.items():
            record = self.reading.venues.get(text) or VenueRecord(place=place, slug=to_slug(text) or "venue", name=text)
            bearing = {ids[text]} if text in ids else register.bearing(text) or register.bearing(record.name)
            if text not in ids and record.city:
                bearing = {pk for pk in bearing if _same_city(record.city, cities.get(pk, record.city))}
            found = self._placed(Venue, register, text, place, record, bearing)
            cities[found if isinstance(found, int) else 0] = record.city or ""
            self._venues[text] = found if isinstance(found, int) else None

    def _placed(self, model, register: Register, text: str, place: Place, record, bearing: set[int]) -> int | Refused:
        kind = model._meta.model_name
        if len(bearing) == 1:
            return next(iter(bearing))
        if bearing:
            self._ask(ReviewItem(kind=kind, key=text, text=text, place=str(place), near=sorted(bearing)))
            return Refused(
                place, f"more than one {kind} is called “{text}”: {register.slugs(bearing)}; decide under names to review"
            )
        if self.strict:
            return Refused(place, f"no {kind} is called “{text}”")
        row = self._born(model, register, record)
        near = Near(register.names()).to(record.name, besides={row.pk})
        register.add(row.pk, row.slug, record.name, text)
        ExternalId.objects.get_or_create(source=self._provider, key=text[:190], **{kind: row})
        self._ask(ReviewItem(kind=kind, key=text[:190], text=record.name, place=str(place), row_id=row.pk, near=near))
        return row.pk

    def _born(self, model, register: Register, record) -> models.Model:
        names = ("name", "name_en", "full_name", "code", "kind", "section", "city", "country", "founded", "capacity")
        said = {name: getattr(record, name, None) for name in names}
        more = getattr(record, "city", None), getattr(record, "section", None)
        row = model(slug=free_slug(record.slug, register.is_free, *more))
        for name, value in said.items():
            if value is not None:
                setattr(row, name, value)
        row.save()
        self.tally.count(row, "new", record.place)
        return row

    def _ask(self, item: ReviewItem) -> None:
        item.source = self._provider
        self.questions.append(item)


def keep_questions(questions: Iterable[ReviewItem]) -> None:
    """List names for review; what was asked before stays as it was decided, but more may wait for it."""
    questions = list(questions)
    ReviewItem.objects.bulk_create(questions, ignore_conflicts=True, batch_size=_CHUNK)
    for asked in (one for one in questions if one.waiting):
        item = ReviewItem.objects.get(source=asked.source, kind=asked.kind, key=asked.key)
        item.waiting += [one for one in asked.waiting if one not in item.waiting]
        item.save(update_fields=["waiting"])


def _same_city(one: str, other: str) -> bool:
    """Whether two spellings may be one city, as Milan and Milano, Al Rayyan and Ar-Rayyan; an empty one may be any."""
    first, second = fold(one), fold(other)
    return not first or not second or first[:3] == second[:3] or SequenceMatcher(None, first, second).ratio() > 0.7

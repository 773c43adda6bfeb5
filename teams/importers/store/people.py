"""Whom the names of players, coaches and referees mean: within their own squad first, elsewhere only a full name does."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone

from teams.importers.people import is_full, person_named
from teams.importers.reading import Reading
from teams.importers.records import PersonRecord, Place, Refused
from teams.importers.store.ids import free_slug, ids_of
from teams.importers.store.keeping import Tally
from teams.importers.store.near import Near
from teams.importers.store.register import Register
from teams.importers.store.squads import Squad, squads
from teams.models import ExternalId, Person, ReviewItem, Team
from teams.names import fold

_CHUNK = 500
_LONGEST = 190


@dataclass(frozen=True, slots=True)
class Asked:
    """A name in a source, and the team of the one who bears it: empty for a referee."""

    text: str
    team: str
    place: Place


class People:
    """All people of a reading, found or made. Asked again, it answers without the database."""

    def __init__(self, reading: Reading, provider: str, teams: dict[str, int], *, strict: bool, tally: Tally, ask: Callable):
        self._reading, self._provider, self._teams = reading, provider, teams
        self._strict, self._tally, self._ask = strict, tally, ask
        self._members = {(member.team, member.text): member.person for member in reading.members}
        asked: dict[str, Asked] = {}
        for one in sorted(self._names(), key=_fullest_first):
            asked.setdefault(self._key(one), one)
        self._found: dict[str, int | None] = dict(ids_of(provider, "person", asked))
        self._open: dict[str, ReviewItem] = {}
        if unknown := [(key, one) for key, one in asked.items() if key not in self._found]:
            self._introduce(unknown)

    def find(self, text: str, place: Place, team: str) -> int | None:
        """The person's number; None where two of the squad bear the name and nobody has said yet whom it means."""
        key = self._key(Asked(text, team, place))
        if key not in self._found:
            raise Refused(place, f"no person is called “{text}”")
        return self._found[key]

    def question(self, text: str, team: str) -> ReviewItem | None:
        """What is asked about this name, if anything is."""
        return self._open.get((f"{team}: {text}")[:_LONGEST])

    def _key(self, one: Asked) -> str:
        """What the provider calls somebody: its own number, or the name within the team."""
        return (one.text if self._reading.exact else f"{one.team or 'referee'}: {one.text}")[:_LONGEST]

    def _names(self) -> Iterator[Asked]:
        yield from (Asked(text, team, person.place) for (team, text), person in self._members.items())
        for match in self._reading.matches:
            for text, team in (("referee", ""), ("home_coach", match.home), ("away_coach", match.away)):
                if name := getattr(match, text):
                    yield Asked(name, team, match.place)
            for line in match.appearances:
                yield Asked(line.person, getattr(match, line.side), line.place)
            for event in match.events:
                team = getattr(match, event.side_of_people)
                yield from (Asked(name, team, event.place) for name in (event.person, event.second_person) if name)

    def _introduce(self, unknown: list[tuple[str, Asked]]) -> None:
        ids = []
        for key, one in unknown:
            record = self._members.get((one.team, one.text)) or self._reading.people.get(one.text)
            record = record or person_named(one.text, one.place)
            bearing = self._bearing(one, record)
            if len(bearing) > 1 and not self._reading.exact:
                self._wait(key, one, record, bearing)
                continue
            if len(bearing) != 1 and self._strict:
                continue
            self._found[key] = next(iter(bearing)) if len(bearing) == 1 else self._new(key, one, record)
            self._remember(self._found[key], one, record)
            ids.append(ExternalId(source=self._provider, key=key, person_id=self._found[key]))
        ExternalId.objects.bulk_create(ids, batch_size=_CHUNK)

    def _wait(self, key: str, one: Asked, record: PersonRecord, bearing: set[int]) -> None:
        """Nothing is guessed: the name stands for nobody until somebody says whom it means."""
        near = sorted(bearing)
        item = ReviewItem(kind="person", key=key, text=record.name, place=str(one.place), near=near)
        self._found[key], self._open[key] = None, item
        self._ask(item)
        names = " or ".join(Person.objects.filter(pk__in=near).order_by("pk").values_list("name", flat=True))
        self._tally.kept.append(f"{one.place}: “{one.text}” may be {names}; say whom it means under names to review")

    def _bearing(self, one: Asked, record: PersonRecord) -> set[int]:
        """Everybody whom the name may mean."""
        bearing = self._squad(one).bearing(one.text) - self._taken
        if not bearing and is_full(record.name):
            bearing = {pk for pk in self._register.bearing(record.name) - self._taken if not self._plays_elsewhere(pk, one)}
        return {pk for pk in bearing if self._may_be(pk, record)}

    def _may_be(self, pk: int, record: PersonRecord) -> bool:
        born = self._births.get(pk) if record.birth_date else None
        return born in (None, record.birth_date)

    def _plays_elsewhere(self, pk: int, one: Asked) -> bool:
        """Nobody plays for two nations in one competition."""
        mine = self._teams.get(one.team)
        return mine in self._nations and any(
            pk in squad.names for team, squad in self._squads.items() if team in self._nations and team != mine
        )

    def _new(self, key: str, one: Asked, record: PersonRecord) -> int:
        near = self._near.to(record.name, besides=self._taken, among=self._squad(one).names)
        born = record.birth_date and record.birth_date.year
        row = Person(name=record.name, slug=free_slug(record.slug, self._register.is_free, born, one.team))
        for name in ("given_name", "surname", "birth_date", "birth_place", "nationality", "position", "height"):
            if (value := getattr(record, name)) is not None:
                setattr(row, name, value)
        row.save()
        self._tally.count(row, "new", one.place)
        self._ask(ReviewItem(kind="person", key=key, text=record.name, place=str(one.place), row_id=row.pk, near=near))
        self._register.add(row.pk, row.slug, row.name)
        self._near.add(fold(row.name), row.pk)
        return row.pk

    def _remember(self, pk: int, one: Asked, record: PersonRecord) -> None:
        self._squad(one).add(pk, record.name, record.given_name, record.surname, (one.text,))
        if self._reading.exact:
            self._taken.add(pk)

    def _squad(self, one: Asked) -> Squad:
        return self._squads.setdefault(self._teams.get(one.team, 0), Squad())

    @cached_property
    def _squads(self) -> dict[int, Squad]:
        days = [timezone.localdate(match.kickoff) for match in self._reading.matches]
        days += [spell.start for member in self._reading.members for spell in member.person.spells]
        return squads(self._teams.values(), min(days), max(days))

    @cached_property
    def _register(self) -> Register:
        return Register(Person)

    @cached_property
    def _near(self) -> Near:
        return Near(self._register.names())

    @cached_property
    def _births(self) -> dict:
        return dict(Person.objects.exclude(birth_date=None).values_list("pk", "birth_date"))

    @cached_property
    def _nations(self) -> set[int]:
        return set(Team.objects.filter(pk__in=set(self._teams.values()), kind=Team.Kind.NATIONAL).values_list("pk", flat=True))

    @cached_property
    def _taken(self) -> set[int]:
        """People who have a number of this provider already; where its numbers are exact, another number is another person."""
        if not self._reading.exact:
            return set()
        return set(ExternalId.objects.filter(source=self._provider).exclude(person=None).values_list("person", flat=True))


def _fullest_first(one: Asked) -> tuple[bool, bool]:
    """Full names come before surnames alone, which then find them."""
    return not is_full(one.text), " " not in one.text

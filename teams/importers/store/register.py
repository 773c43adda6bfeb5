"""Finds whom a name in a source means: by address, by name, by what the source calls it, by another name."""

from collections import defaultdict

from django.db import models

from teams.importers.records import Place, Refused
from teams.models import Alias, ExternalId, Person, Team, Venue
from teams.names import fold

# The columns of each model that hold a name of its own.
_NAMES = {
    "team": ("name", "name_en", "full_name"),
    "person": ("name",),
    "competition": ("name", "name_en", "full_name"),
    "venue": ("name",),
}


class Register:
    """All names of one kind of row, read once. A name that two rows bear is never guessed."""

    def __init__(self, model: type[models.Model]):
        self._kind = model._meta.model_name
        self._slugs, self._names, self._aliases = {}, defaultdict(set), defaultdict(set)
        for pk, slug, *names in model.objects.values_list("pk", "slug", *_NAMES[self._kind]):
            self._slugs[slug] = pk
            self._add(self._names, pk, names)
        target = f"{self._kind}_id"
        for key, pk in ExternalId.objects.exclude(**{target: None}).values_list("key", target):
            self._add(self._names, pk, [key])
        aliases = Alias.objects.exclude(**{target: None}).filter(scope=Alias.Scope.ANYWHERE)
        for text, pk in aliases.values_list("text", target):
            self._add(self._aliases, pk, [text])

    def bearing(self, text: str) -> set[int]:
        """The numbers of all rows that are called that."""
        if text in self._slugs:
            return {self._slugs[text]}
        return self._names.get(fold(text)) or self._aliases.get(fold(text)) or set()

    def find(self, text: str, place: Place) -> int:
        """The row's number; refused with the place if nobody or more than one is called that."""
        found = self.bearing(text)
        if not found:
            raise Refused(place, f"no {self._kind} is called “{text}”; correct the name, or add it to the seeds or in the admin")
        if len(found) > 1:
            raise Refused(place, f"more than one {self._kind} is called “{text}”; write the address instead: {self.slugs(found)}")
        return next(iter(found))

    def find_if_named(self, text: str | None, place: Place) -> int | None:
        return self.find(text, place) if text else None

    def slugs(self, numbers: set[int]) -> str:
        return ", ".join(sorted(slug for slug, pk in self._slugs.items() if pk in numbers))

    def is_free(self, slug: str) -> bool:
        return slug not in self._slugs

    def add(self, pk: int, slug: str, *names: str) -> None:
        """A row that has just been made."""
        self._slugs[slug] = pk
        self._add(self._names, pk, names)

    def add_alias(self, pk: int, text: str) -> None:
        self._add(self._aliases, pk, [text])

    def names(self) -> dict[str, set[int]]:
        """All folded names, with the numbers of the rows that bear them."""
        return {**self._aliases, **self._names}

    @staticmethod
    def _add(register, pk, names):
        for name in names:
            if name:
                register[fold(name)].add(pk)


class Registered:
    """Only rows that are there already: any other name is refused."""

    def __init__(self):
        self._teams, self._people, self._venues = Register(Team), Register(Person), Register(Venue)

    def team(self, text: str, place: Place) -> int:
        return self._teams.find(text, place)

    def person(self, text: str | None, place: Place, team: str = "") -> int | None:
        return self._people.find_if_named(text, place)

    def question(self, text: str | None, team: str) -> None:
        """Nothing waits: what is not clear was refused."""
        return None

    def venue(self, text: str | None, place: Place) -> int | None:
        return self._venues.find_if_named(text, place)

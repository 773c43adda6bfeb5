"""Finds whom a name in a source means: by address, by name, by what the source calls it, by another name."""

from collections import defaultdict

from django.db import models

from teams.importers.records import Place, Refused
from teams.models import Alias, ExternalId
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

    def find(self, text: str, place: Place) -> int:
        """The row's number; refused with the place if nobody or more than one is called that."""
        if text in self._slugs:
            return self._slugs[text]
        found = self._names.get(fold(text)) or self._aliases.get(fold(text)) or set()
        if not found:
            raise Refused(place, f"no {self._kind} is called “{text}”; correct the name, or add it to the seeds or in the admin")
        if len(found) > 1:
            slugs = ", ".join(sorted(slug for slug, pk in self._slugs.items() if pk in found))
            raise Refused(place, f"more than one {self._kind} is called “{text}”; write the address instead: {slugs}")
        return next(iter(found))

    def find_if_named(self, text: str | None, place: Place) -> int | None:
        return self.find(text, place) if text else None

    @staticmethod
    def _add(register, pk, names):
        for name in names:
            if name:
                register[fold(name)].add(pk)

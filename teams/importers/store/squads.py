"""Who belongs to a team, as far as rows tell: by spells, line-ups and events of the last two years."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import F, Q

from teams.models import Alias, Appearance, MatchEvent, Person, Spell
from teams.names import fold
from teams.rules.event_kinds import OWN_GOAL

_CHUNK = 500
# How long before a season somebody may have played for a team and still be meant by his surname alone.
_MEMORY = timedelta(days=730)


class Squad:
    """The people of one team by all names that their club mates would use."""

    def __init__(self):
        self.names: dict[int, str] = {}
        self._full, self._surnames = defaultdict(set), defaultdict(set)
        self._given: dict[int, str] = {}

    def add(self, pk: int, name: str, given: str, surname: str, also: Iterable[str] = ()) -> None:
        self.names[pk], self._given[pk] = name, fold(given)
        self._surnames[_plain(surname)].add(pk)
        for one in (name, *also):
            self._full[_plain(one)].add(pk)

    def bearing(self, text: str) -> set[int]:
        """Everybody whom the name may mean: by the whole of it, by an initial and the surname, by the surname alone."""
        if found := self._full.get(_plain(text)):
            return found
        first, _, rest = text.partition(" ")
        if rest and first.endswith("."):
            return {pk for pk in self._surnames.get(_plain(rest), ()) if self._given[pk].startswith(fold(first))}
        return self._surnames.get(_plain(text), set())


def _plain(text: str) -> str:
    """Folded, and a vowel changed in German spelt as one letter: Gündogan and Guendogan are one name."""
    return fold(text).replace("ae", "a").replace("oe", "o").replace("ue", "u")


def squads(teams: Iterable[int], first: date, last: date) -> dict[int, Squad]:
    """The squads of these teams for matches between two days."""
    teams, members = set(teams), defaultdict(set)
    spells = Spell.objects.filter(team__in=teams).exclude(end__lt=first - _MEMORY).exclude(start__gt=last)
    for team, person in spells.values_list("team", "person"):
        members[team].add(person)
    within = Q(match__kickoff__date__gte=first - _MEMORY, match__kickoff__date__lte=last)
    of_teams = Q(match__home__in=teams) | Q(match__away__in=teams)
    for team, person in _who_played(within & of_teams):
        members[team].add(person)
    people = _people({person for team in teams for person in members[team]})
    found = {team: Squad() for team in teams}
    for team in teams:
        for pk in members[team]:
            found[team].add(pk, *people[pk])
    return found


def _who_played(condition: Q) -> Iterable[tuple[int, int]]:
    """Pairs of team and person. Own goals name somebody of the other side."""
    sides = {"home": F("match__home"), "away": F("match__away")}
    for side, team in sides.items():
        yield from Appearance.objects.filter(condition, side=side).values_list(team, "person").distinct()
        for person in ("person", "second_person"):
            events = MatchEvent.objects.filter(condition, **{f"{person}__isnull": False}).order_by()
            mine = Q(side=side) & ~Q(kind=OWN_GOAL) | ~Q(side=side) & Q(kind=OWN_GOAL)
            yield from events.filter(mine).values_list(team, person).distinct()


def _people(numbers: set[int]) -> dict[int, tuple[str, str, str, list[str]]]:
    """Name, given name, surname and other names of these people."""
    known, also, wanted = {}, defaultdict(list), sorted(numbers)
    for start in range(0, len(wanted), _CHUNK):
        chunk = wanted[start : start + _CHUNK]
        for person, text in Alias.objects.filter(person__in=chunk, scope=Alias.Scope.ANYWHERE).values_list("person", "text"):
            also[person].append(text)
        for pk, *names in Person.objects.filter(pk__in=chunk).values_list("pk", "name", "given_name", "surname"):
            known[pk] = (*names, also[pk])
    return known

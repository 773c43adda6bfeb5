"""Who may play for a team on a day: its squad as it is on record, and whoever has played for it of late.

players_of(team, side, day)  the squad as `live.sheet.Player`s, each with the shirt that he wore last [4 queries]
"""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Q

from teams.live.sheet import Player
from teams.models import Alias, Appearance, Person, Spell, Team

LATELY = timedelta(days=365)


def players_of(team: Team, side: str, day: date) -> tuple[Player, ...]:
    spells = Spell.objects.on(day).filter(team=team, role=Spell.Role.PLAYER)
    known = {spell.person_id: player(spell.person, side, spell.shirt) for spell in with_names(spells)}
    ours = Q(match__home=team, side="home") | Q(match__away=team, side="away")
    lately = Appearance.objects.filter(ours, match__kickoff__date__range=(day - LATELY, day)).order_by("match__kickoff")
    seen = {line.person_id: player(line.person, side, line.shirt) for line in with_names(lately)}
    return tuple({**seen, **known}.values())


def with_names(rows):
    """Rows with their people, and the other names of these."""
    return rows.select_related("person").prefetch_related("person__aliases")


def player(person: Person, side: str, shirt: int | None, **state) -> Player:
    others = tuple(alias.text for alias in person.aliases.all())
    return Player(person.pk, person.name, side, shirt, surname=person.surname, others=others, **state)


def called(names: Iterable[str], folded: Iterable[str]) -> list[Person]:
    """Everybody whose address is made from one of these names, or who bears one, already folded, as another name."""
    aliases = Alias.objects.filter(folded__in=list(folded), person__isnull=False)
    return list(Person.objects.filter(Q(slug__in=list(names)) | Q(pk__in=aliases.values("person"))).prefetch_related("aliases"))

"""Keeps the other names of clubs, so that one that drifts from season to season stays one club."""

from collections.abc import Iterable

from django.db import transaction

from teams.importers.records import TeamRecord
from teams.importers.store.keeping import Tally
from teams.importers.store.register import Register
from teams.models import Alias, Team


@transaction.atomic
def store_clubs(records: Iterable[TeamRecord], *, tally: Tally, everyone: bool = False) -> None:
    """Names for the clubs that are there, or with `everyone` for all of the file. A name that another bears is left out."""
    register = Register(Team)
    for record in records:
        bearing = {pk for name in (record.name, *(one.text for one in record.aliases)) for pk in register.bearing(name)}
        if len(bearing) > 1:
            tally.kept.append(f"{record.place}: {record.name} may be any of {register.slugs(bearing)}; nothing is taken from it")
        elif bearing or everyone:
            _name(next(iter(bearing)) if bearing else _new(record, register, tally), record, register, tally)


def _new(record: TeamRecord, register: Register, tally: Tally) -> int:
    slug = record.slug if register.is_free(record.slug) else f"{record.slug}-2"
    told = {"city": record.city or "", "country": record.country or "", "founded": record.founded}
    row = Team.objects.create(name=record.name, slug=slug, **told)
    register.add(row.pk, row.slug, row.name)
    tally.new["team"] += 1
    return row.pk


def _name(team: int, record: TeamRecord, register: Register, tally: Tally) -> None:
    for text, language, kind in ((record.name, "", "name"), *((one.text, one.language, one.kind) for one in record.aliases)):
        if team in register.bearing(text):
            tally.same["alias"] += 1
            continue
        alias = Alias.objects.create(team_id=team, text=text, language=language, kind=kind)
        register.add_alias(team, alias.text)
        tally.new["alias"] += 1

"""Keeps squads: who belonged to a team in a season, found or made like everybody whom a source names."""

from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction

from teams.importers.reading import Reading
from teams.importers.records import SpellRecord
from teams.importers.store.introductions import Introductions, keep_questions
from teams.importers.store.keeping import Tally
from teams.models import ReviewItem, Spell

_DAY = timedelta(days=1)


@transaction.atomic
def store_squads(reading: Reading, *, source: str, tally: Tally, strict: bool = False, dry_run: bool = False) -> None:
    """All of these people and where they belonged; a season that follows on the last one prolongs it."""
    questions: list[ReviewItem] = []
    names = Introductions(reading, source, tally, strict, questions)
    for member in reading.members:
        person, place = member.person, member.person.place
        pk, club = names.person(member.text, place, member.team), names.team(member.team, place)
        for spell in person.spells if pk else ():
            _keep(pk, club, spell, tally)
    keep_questions(questions)
    if dry_run:
        transaction.set_rollback(True)


def _keep(person: int, team: int, told: SpellRecord, tally: Tally) -> None:
    """What an editor knows better stays: only an end that the season before had set is moved."""
    spells = Spell.objects.filter(person=person, team=team, role=told.role)
    spell = _holding(spells, told)
    if spell is None:
        fields = {"role": told.role, "start": told.start, "end": told.end, "shirt": told.shirt}
        Spell.objects.create(person_id=person, team_id=team, **fields)
        tally.new["spell"] += 1
    elif spell.end == told.start - _DAY:
        spell.end, spell.shirt = told.end, told.shirt or spell.shirt
        spell.save()
        tally.changed["spell"] += 1
    else:
        tally.same["spell"] += 1


def _holding(spells: Iterable[Spell], told: SpellRecord) -> Spell | None:
    """The spell that holds at the season's beginning or in it, or ends the day before."""
    return next(
        (
            spell
            for spell in spells
            if (spell.start is None or spell.start <= told.end) and (spell.end is None or spell.end >= told.start - _DAY)
        ),
        None,
    )

"""What an import would do, row by row: it is run, told and taken back."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction

from teams.importers.reading import Reading
from teams.importers.records import Place, Refused
from teams.importers.store.keeping import Outcome, Tally
from teams.importers.store.whole import store_reading
from teams.models import Appearance, Match, MatchEvent


@dataclass(frozen=True, slots=True)
class Told:
    """A row as the import would leave it; `changes` are (field, before, after)."""

    place: Place | None
    kind: str
    label: str
    how: str
    changes: tuple[tuple[str, Any, Any], ...] = ()


def preview(reading: Reading, *, source: str, tally: Tally) -> list[Told]:
    """Everything good of the file, as an import that keeps the good would store it. What is refused is in the reading."""
    tally.outcomes = []
    with transaction.atomic():
        try:
            store_reading(reading, source=source, tally=tally, keep_good=True)
        except Refused as refused:
            reading.refused.append(refused)
            tally.outcomes = []
        told = _told(tally.outcomes)
        transaction.set_rollback(True)
    return told


def _told(outcomes: Iterable[Outcome]) -> list[Told]:
    labels, names = _labels(outcomes), _names(outcomes)
    return [
        Told(
            one.place,
            one.row._meta.verbose_name,
            labels.get((type(one.row), one.row.pk)) or str(one.row),
            one.how,
            tuple(_change(type(one.row), name, pair, names) for name, pair in one.changes.items()),
        )
        for one in outcomes
    ]


def _change(model: type[models.Model], name: str, pair: tuple[Any, Any], names: dict) -> tuple[str, Any, Any]:
    field = _field(model, name)
    known = names[field.related_model] if field.is_relation else dict(field.flatchoices)
    before, after = (known.get(value, value) for value in pair)
    return (field.verbose_name, before, after)


def _labels(outcomes: Iterable[Outcome]) -> dict[tuple, str]:
    """What rows are called that do not know it by themselves, read once for all of them."""
    wanted = defaultdict(set)
    for one in outcomes:
        wanted[type(one.row)].add(one.row.pk)
    matches = Match.objects.for_card().in_bulk(wanted[Match])
    labels = {(Match, pk): f"{match}, {match.kickoff:%Y-%m-%d}" for pk, match in matches.items()}
    for model in (Appearance, MatchEvent):
        rows = model.objects.select_related("person", "match__home", "match__away").in_bulk(wanted[model])
        labels |= {(model, pk): f"{row} ({row.match})" for pk, row in rows.items()}
    return labels


def _names(outcomes: Iterable[Outcome]) -> dict[type[models.Model], dict[int, models.Model]]:
    """The rows that changed relations lead from and to."""
    wanted = defaultdict(set)
    for one in outcomes:
        for name, pair in one.changes.items():
            if (field := _field(type(one.row), name)).is_relation:
                wanted[field.related_model] |= set(pair) - {None}
    return {model: model.objects.in_bulk(numbers) for model, numbers in wanted.items()}


def _field(model: type[models.Model], name: str) -> models.Field:
    """The field of an attribute: stage of stage_id."""
    return model._meta.get_field(name.removesuffix("_id"))

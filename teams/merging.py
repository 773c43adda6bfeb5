"""Two rows that turn out to be one thing: everything that hangs on the one moves to the other, and can be moved back.

What moves is found by the models themselves, so that stories follow as well: foreign keys, and rows that name a row by `kind`
and number. Where both have the same thing (one appearance told by two sources, one goal), the two are made one as well.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.core import serializers
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from teams import actions, clock
from teams.auditlog import record
from teams.models import (
    Absorbed,
    Alias,
    Appearance,
    ExternalId,
    FormerSlug,
    ImportedRow,
    Match,
    MatchEvent,
    Merge,
    Person,
    ReviewItem,
    Team,
    Venue,
)
from teams.names import fold

# Rows that are one thing where all of these agree, beside those that a constraint lets stand only once.
_TWINS = {
    Match: ("stage_id", "home_id", "away_id", "matchday", "round"),
    MatchEvent: ("match_id", "kind", "side", "period", "minute", "stoppage", "person_id", "second_person_id", "status"),
}
# Rows that texts name by their numbers.
_IN_TEXTS = (Match, MatchEvent, Person, Team, Venue)
_SHORT = 190


@transaction.atomic
def merge(kept: models.Model, gone: models.Model, *, by) -> Merge:
    """Make `gone` one with `kept`; its names become other names of that, and its address leads there."""
    _may_be_one(kept, gone)
    kind, mover, name, slug, number = kept._meta.model_name, _Mover(), gone.name, gone.slug, gone.pk
    try:
        mover.absorb(kept, gone)
    except IntegrityError as error:
        raise ValidationError(_("These two cannot be one: %(reason)s") % {"reason": error}) from error
    _mark_changed(kept)
    made = [_other_name(kept, name), FormerSlug.objects.create(kind=kind, slug=slug, target_id=kept.pk)]
    told = {"moved": mover.moved, "dropped": mover.dropped, "memories": mover.memories, "made": _references(made)}
    ReviewItem.objects.filter(kind=kind, row_id=kept.pk, status=ReviewItem.Status.OPEN, text=name).update(
        status=ReviewItem.Status.MERGED, decided_by=by, decided_at=clock.now()
    )
    record(by, "merge", kept, gone=name)
    done = Merge.objects.create(
        kind=kind, kept_id=kept.pk, gone_id=number, gone_name=name[:_SHORT], moved=told, merged_by=by, merged_at=clock.now()
    )
    Absorbed.objects.bulk_create(Absorbed(merge=done, **pair) for pair in mover.absorbed)
    return done


@transaction.atomic
def answer(item: ReviewItem, row: models.Model, *, by) -> None:
    """Say whom a name means: the row made for it becomes one with that; where none was made, the source's key leads there."""
    kind = item.kind
    if item.row_id:
        merge(row, type(row).objects.get(pk=item.row_id), by=by)
    else:
        ExternalId.objects.update_or_create(source=item.source, key=item.key, **{f"{kind}__isnull": False}, defaults={kind: row})
        _name_who_waited(item, row, by)
    item.status, item.decided_by, item.decided_at = ReviewItem.Status.MERGED, by, clock.now()
    item.save(update_fields=["status", "decided_by", "decided_at", "waiting"])


def _name_who_waited(item: ReviewItem, row: models.Model, by) -> None:
    """Gives the events that stood without their person the one who was meant; the sources will find them so."""
    events, mover = MatchEvent.objects.select_related("match").in_bulk([number for number, _field in item.waiting]), _Mover()
    for number, name in item.waiting:
        event = events.get(number)
        if event and getattr(event, f"{name}_id") is None:
            setattr(event, name, row)
            actions.save_event(event, by=by)
            mover.remember(event, f"{name}_id", None, row.pk)
    item.waiting = []


@transaction.atomic
def undo(done: Merge, *, by) -> models.Model:
    """Take a merge back: the row that went is there again, with all that was its own."""
    if done.undone_at:
        raise ValidationError(_("This merge has been undone already."))
    told = done.moved
    for label, pk in told["made"]:
        apps.get_model(label).objects.filter(pk=pk).delete()
    for row in reversed(told["dropped"]):
        for restored in serializers.deserialize("json", row):
            restored.save()
    for move in reversed(told["moved"]):
        rows = apps.get_model(move["model"])._base_manager.filter(pk=move["row"], **{move["field"]: move["to"]})
        rows.update(**{move["field"]: move["from"]})
    for pk, key, said in told["memories"]:
        ImportedRow.objects.filter(pk=pk).update(key=key, said=said)
    Absorbed.objects.filter(merge=done).delete()
    ReviewItem.objects.filter(kind=done.kind, row_id=done.gone_id).update(
        status=ReviewItem.Status.KEPT, decided_by=by, decided_at=clock.now()
    )
    done.undone_by, done.undone_at = by, clock.now()
    done.save()
    back = apps.get_model("teams", done.kind).objects.get(pk=done.gone_id)
    record(by, "unmerge", back)
    return back


@transaction.atomic
def keep(items: Iterable[ReviewItem], *, by) -> int:
    """New names that are right as they are."""
    numbers = [item.pk for item in items if item.row_id]
    kept = ReviewItem.objects.open().filter(pk__in=numbers)
    for item in kept:
        record(by, "keep_name", item)
    return kept.update(status=ReviewItem.Status.KEPT, decided_by=by, decided_at=clock.now())


class _Mover:
    """Moves what hangs on rows, and notes each step so that all can be taken back."""

    def __init__(self):
        self.moved, self.dropped, self.memories, self.absorbed = [], [], [], []

    def absorb(self, kept: models.Model, gone: models.Model) -> None:
        for model, name in _pointing_at(type(gone)):
            for row in model._base_manager.filter(**{name: gone.pk}).order_by("pk"):
                self._move(row, name, gone.pk, kept.pk)
        for model, name in _naming_by_kind():
            for row in model._base_manager.filter(kind__in=_kinds(type(gone)), **{name: gone.pk}):
                self._move(row, name, gone.pk, kept.pk)
        self.dropped.append(serializers.serialize("json", [gone]))
        if type(gone) in _IN_TEXTS:
            self.absorbed.append({"kind": gone._meta.model_name, "gone_id": gone.pk, "kept_id": kept.pk})
        type(gone)._base_manager.filter(pk=gone.pk).delete()

    def _move(self, row: models.Model, name: str, before: int, after: int) -> None:
        setattr(row, name, after)
        if twin := _twin(row):
            setattr(row, name, before)
            self.absorb(twin, row)
            return
        type(row)._base_manager.filter(pk=row.pk).update(**{name: after})
        self.moved.append({"model": row._meta.label, "row": row.pk, "field": name, "from": before, "to": after})
        self.remember(row, name, before, after)

    def remember(self, row: models.Model, name: str, before: int | None, after: int) -> None:
        """What sources said of the row speaks of the other number from now on."""
        for memory in ImportedRow.objects.filter(kind=row._meta.model_name, row_id=row.pk):
            key = re.sub(rf"(^|\|){name}={'' if before is None else before}(?=\||$)", rf"\g<1>{name}={after}", memory.key)
            said = {**memory.said, name: after} if name in memory.said and memory.said[name] == before else memory.said
            taken = ImportedRow.objects.filter(kind=memory.kind, key=key, source=memory.source).exclude(pk=memory.pk)
            if (key, said) != (memory.key, memory.said) and not taken.exists():
                self.memories.append([memory.pk, memory.key, memory.said])
                ImportedRow.objects.filter(pk=memory.pk).update(key=key, said=said)


def _pointing_at(model: type[models.Model]) -> Iterator[tuple[type[models.Model], str]]:
    for relation in model._meta.get_fields(include_hidden=True):
        if relation.auto_created and not relation.concrete and (relation.one_to_many or relation.one_to_one):
            yield relation.related_model, relation.field.attname


def _naming_by_kind() -> Iterator[tuple[type[models.Model], str]]:
    """Models whose rows name others by `kind` and number. A merge itself is history, and stays as it was written."""
    for model in apps.get_models():
        names = {field.name for field in model._meta.concrete_fields}
        if "kind" in names and model is not Merge:
            yield from ((model, name) for name in ("target_id", "row_id") if name in names)


def _kinds(model: type[models.Model]) -> tuple[str, ...]:
    """What other rows call the kind of such a row."""
    return ("matchevent", "event") if model is MatchEvent else (model._meta.model_name,)


def _mark_changed(kept: models.Model) -> None:
    """Lists that keep when they last changed have changed: more stands in them now."""
    for model, name in _naming_by_kind():
        if any(field.name == "changed_at" for field in model._meta.concrete_fields):
            model._base_manager.filter(kind=kept._meta.model_name, **{name: kept.pk}).update(changed_at=clock.now())


def _twin(row: models.Model) -> models.Model | None:
    """Another row that says the same thing."""
    for names in _identities(type(row)):
        values = {name: getattr(row, name) for name in names}
        if type(row) is MatchEvent and row.minute is None:
            continue
        if found := type(row)._base_manager.filter(**values).exclude(pk=row.pk).first():
            return found
    return None


def _identities(model: type[models.Model]) -> Iterator[tuple[str, ...]]:
    if model in _TWINS:
        yield _TWINS[model]
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint) and constraint.fields:
            yield tuple(model._meta.get_field(name).attname for name in constraint.fields)


def _may_be_one(kept: models.Model, gone: models.Model) -> None:
    if type(kept) is not type(gone) or kept.pk == gone.pk:
        raise ValidationError(_("Choose another row of the same kind."))
    if isinstance(kept, Team) and Match.objects.of(kept).filter(models.Q(home=gone) | models.Q(away=gone)).exists():
        raise ValidationError(_("They have played each other: they are two teams."))
    if isinstance(kept, Person) and _met(kept, gone):
        raise ValidationError(_("They have played in one match on two sides or in two shirts: they are two people."))


def _met(kept: Person, gone: Person) -> bool:
    mine = dict(Appearance.objects.filter(person=kept).values_list("match", models.F("pk")))
    lines = Appearance.objects.in_bulk(mine.values())
    for line in Appearance.objects.filter(person=gone, match__in=mine):
        other = lines[mine[line.match_id]]
        if other.side != line.side or (None not in (other.shirt, line.shirt) and other.shirt != line.shirt):
            return True
    return False


def _other_name(kept: models.Model, name: str) -> Any:
    target = f"{kept._meta.model_name}_id"
    known = Alias.objects.filter(**{target: kept.pk}, folded=fold(name), language="")
    if fold(name) == fold(kept.name) or known.exists():
        return None
    return Alias.objects.create(text=name[:120], **{target: kept.pk})


def _references(rows: Iterable[models.Model | None]) -> list[list]:
    return [[row._meta.label, row.pk] for row in rows if row]

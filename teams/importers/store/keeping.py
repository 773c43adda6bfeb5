"""Brings rows into agreement with what a source says of them, and leaves alone what an editor has corrected since.

For every row it is remembered (`ImportedRow`) what each source last said. A source that repeats itself changes nothing. Where
it says something new, the row follows only while it still holds what some source said, or nothing at all; anything else in
it is an editor's word, which stays, and the difference is told.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, models, transaction

from teams import actions
from teams.importers.records import Place, Refused
from teams.models import ImportedRow, Match, MatchEvent, Person, Team, Venue
from teams.models.sources import plain

_CHUNK = 500


@dataclass
class Outcome:
    """What became of one row: `changes` tells of each field what stood there and what stands there now."""

    place: Place | None
    row: models.Model
    how: str
    changes: dict[str, tuple[Any, Any]] = field(default_factory=dict)

    def __deepcopy__(self, memo):
        """What was told is not changed any more, and its row is the one that is stored."""
        return self


@dataclass
class Tally:
    """How many rows were new, changed or the same, by kind; in words what differs and was left, and which names are new.

    `outcomes` is a list where each row is to be told, and None where the counts are enough.
    """

    new: Counter = field(default_factory=Counter)
    changed: Counter = field(default_factory=Counter)
    same: Counter = field(default_factory=Counter)
    kept: list[str] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    outcomes: list[Outcome] | None = None

    def count(self, row: models.Model, how: str, place: Place | None = None, changes: dict | None = None) -> None:
        """`how` is new, changed or same."""
        getattr(self, how)[row._meta.model_name] += 1
        if self.outcomes is not None:
            self.outcomes.append(Outcome(place, row, how, changes or {}))

    def counts(self) -> list[str]:
        """A line for each kind of row."""
        return [
            f"{kind:14}{self.new[kind]:6} new {self.changed[kind]:6} changed {self.same[kind]:6} the same"
            for kind in sorted(self.new | self.changed | self.same)
        ]


@dataclass
class Wish:
    """What a source wants of one row.

    `identity` makes it that row, for every source; None values count. `said` is compared and kept; `at_birth` is only
    for a row that is new. A second wish of one identity is the second such row: a player's second goal.
    """

    place: Place
    identity: dict[str, Any]
    said: dict[str, Any] = field(default_factory=dict)
    at_birth: dict[str, Any] = field(default_factory=dict)
    key: str = ""


def keep(model: type[models.Model], wishes: Sequence[Wish], *, source: str, tally: Tally) -> list[models.Model | None]:
    """The rows of these wishes, in their order; None where somebody has deleted the row since it was imported."""
    _number(wishes)
    words = _words(model, [wish.key for wish in wishes])
    rows = _rows_by_memory(model, words)
    rows |= _rows_by_identity(model, [wish for wish in wishes if wish.key not in words], taken={row.pk for row in rows.values()})
    born = [wish for wish in wishes if wish.key not in rows and wish.key not in words]
    rows |= _create(model, born)
    born_keys = {wish.key for wish in born}
    for wish in wishes:
        if wish.key in born_keys:
            tally.count(rows[wish.key], "new", wish.place)
        elif wish.key not in rows:
            tally.kept.append(f"{wish.place}: this {model._meta.verbose_name_raw} was deleted here and stays so")
        else:
            _follow(rows[wish.key], wish, words.get(wish.key, {}), source, tally)
    _remember(model, [wish for wish in wishes if wish.key in rows], rows, words, source)
    return [rows.get(wish.key) for wish in wishes]


def _number(wishes: Iterable[Wish]) -> None:
    """Give every wish its key: the identity, numbered from its second occurrence on."""
    seen = Counter()
    for wish in wishes:
        base = "|".join(f"{name}={'' if value is None else value}" for name, value in wish.identity.items())
        seen[base] += 1
        wish.key = base if seen[base] == 1 else f"{base}|{seen[base]}"


def _words(model, keys) -> dict[str, dict[str, ImportedRow]]:
    """What the sources last said of the rows with these keys: by key, then by source."""
    words = defaultdict(dict)
    for start in range(0, len(keys), _CHUNK):
        chunk = keys[start : start + _CHUNK]
        for memory in ImportedRow.objects.filter(kind=model._meta.model_name, key__in=chunk):
            words[memory.key][memory.source] = memory
    return dict(words)


def _rows_by_memory(model, words) -> dict[str, models.Model]:
    ids = {key: next(iter(sources.values())).row_id for key, sources in words.items()}
    found = model.objects.in_bulk(set(ids.values()))
    return {key: found[row_id] for key, row_id in ids.items() if row_id in found}


def _rows_by_identity(model, wishes, taken) -> dict[str, models.Model]:
    """Rows that were made by hand or another way, found by what makes them these; each is given out once."""
    if not wishes:
        return {}
    names = list(wishes[0].identity)
    widest = max(names, key=lambda name: len({wish.identity[name] for wish in wishes}))
    values = list({wish.identity[widest] for wish in wishes} - {None})
    known = defaultdict(list)
    for start in range(0, len(values), _CHUNK):
        for row in model.objects.filter(**{f"{widest}__in": values[start : start + _CHUNK]}).order_by("pk"):
            if row.pk not in taken:
                known[tuple(getattr(row, name) for name in names)].append(row)
    found = {}
    for wish in wishes:
        if candidates := known[tuple(wish.identity.values())]:
            found[wish.key] = candidates.pop(0)
    return found


def _create(model, wishes) -> dict[str, models.Model]:
    rows = [model(**wish.identity, **wish.said, **wish.at_birth) for wish in wishes]
    relations = [name.name for name in model._meta.fields if name.is_relation]
    for wish, row in zip(wishes, rows, strict=True):
        _refuse_with_place(wish.place, row.clean_fields, exclude=relations)
    try:
        with transaction.atomic():
            model.objects.bulk_create(rows)
    except IntegrityError:
        _create_one_by_one(wishes, rows)
    return {wish.key: row for wish, row in zip(wishes, rows, strict=True)}


def _create_one_by_one(wishes, rows) -> None:
    """Slower, and knows which of them the database will not have."""
    for wish, row in zip(wishes, rows, strict=True):
        row.pk = None
        if isinstance(row, Match) and (other := Match.objects.filter(slug=row.slug).first()):
            raise Refused(wish.place, f"{row.home} and {row.away} have a match on that day already, in {other.stage}")
        _refuse_with_place(wish.place, row.full_clean)
        row.save()


def _follow(row, wish: Wish, words: dict[str, ImportedRow], source: str, tally: Tally) -> None:
    """Change in an existing row what the source says anew, unless an editor has the last word there."""
    mine = words[source].said if source in words else {}
    changes = {}
    for name, value in wish.said.items():
        wanted, stands = plain(value), plain(getattr(row, name))
        if wanted == stands or (name in mine and mine[name] == wanted):
            continue
        said_before = [memory.said[name] for memory in words.values() if name in memory.said]
        if stands in said_before or (not said_before and _is_untouched(row, name, stands)):
            changes[name] = (getattr(row, name), value)
            setattr(row, name, value)
        else:
            tally.kept.append(f"{wish.place}: {name} stays {stands!r}, as corrected here; the source says {wanted!r}")
    if changes:
        _save(row, wish.place)
    tally.count(row, "changed" if changes else "same", wish.place, changes)


# What others may have told of is changed by its verb.
_VERBS = {
    Match: actions.save_match,
    MatchEvent: actions.save_event,
    Person: actions.save_named,
    Team: actions.save_named,
    Venue: actions.save_named,
}


def _save(row, place) -> None:
    if verb := _VERBS.get(type(row)):
        _refuse_with_place(place, verb, row, by=None)
    else:
        _refuse_with_place(place, row.full_clean)
        row.save()


def _remember(model, wishes, rows, words, source) -> None:
    new, changed = [], []
    for wish in wishes:
        said = {name: plain(value) for name, value in wish.said.items()}
        memory = words.get(wish.key, {}).get(source)
        if memory is None:
            kind = model._meta.model_name
            new.append(ImportedRow(source=source, kind=kind, key=wish.key, row_id=rows[wish.key].pk, said=said))
        elif {**memory.said, **said} != memory.said:
            memory.said |= said
            changed.append(memory)
    ImportedRow.objects.bulk_create(new, batch_size=_CHUNK)
    ImportedRow.objects.bulk_update(changed, ["said"], batch_size=_CHUNK)


def _is_untouched(row, name: str, stands) -> bool:
    """The field is empty or as a new row has it: nobody has decided anything yet."""
    return stands in (None, "", []) or stands == plain(row._meta.get_field(name).get_default())


def _refuse_with_place(place: Place, check, *args, **kwargs) -> None:
    """Run a check of the models; what it finds wrong is refused with the place in the file."""
    try:
        check(*args, **kwargs)
    except ValidationError as error:
        told = error.message_dict.items() if hasattr(error, "error_dict") else [(NON_FIELD_ERRORS, error.messages)]
        sentences = [("" if name == NON_FIELD_ERRORS else f"{name}: ") + " ".join(texts) for name, texts in told]
        raise Refused(place, "; ".join(sentences)) from error

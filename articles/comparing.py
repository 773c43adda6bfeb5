"""Two versions of a story side by side, field by field, in the words of the desk."""

from collections import defaultdict
from datetime import datetime
from typing import NamedTuple

from django.db import models
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from articles import versions
from articles.differences import Block, Row, blocks_of, compare, lines_of, words_changed
from articles.models import Article, Author, Link
from articles.models.links import LINKS
from teams.models import Match, MatchEvent, Person

# Everything that a version tells, in the order of the form.
TOLD = (
    "kind", "language", "headline", "search_headline", "standfirst", "body", "image", "image_caption", "bylines", "citations",
    "quotations", "topics", versions.TIES, "publisher", "partner", "source_url", "dateline", "canonical_policy",
    "translated_from", *versions.DECIDED,
)  # fmt: skip
TEXTS = ("headline", "standfirst", "body")
_LABELS = {
    "bylines": _("Bylines"),
    "citations": _("Cited sources"),
    "quotations": _("Quotations"),
    "topics": _("Topics"),
    versions.TIES: _("Links"),
}


class Difference(NamedTuple):
    """A field that two versions say differently, block beside block."""

    name: str
    label: str
    rows: list[Row]


def differences(old: dict, new: dict, *, among: models.QuerySet[Article]) -> list[Difference]:
    """Where two versions differ; a version from before a field was kept says nothing of it.

    `among`: the stories that may be named.
    """
    differing = [name for name in TOLD if name in old and name in new and old[name] != new[name]]
    rows = _Rows(old, new, differing, among)
    return [
        Difference(name, label_of(name), compare(_blocks(name, old[name], rows), _blocks(name, new[name], rows)))
        for name in differing
    ]


def words_between(old: dict, new: dict) -> tuple[int, int]:
    """How many words of what readers read came, and how many went."""
    return words_changed(*([block for name in TEXTS for block in _text(name, data[name])] for data in (old, new)))


def label_of(name: str) -> str:
    label = _LABELS.get(name) or Article._meta.get_field(name).verbose_name
    return str(label)[:1].upper() + str(label)[1:]


def _blocks(name, value, rows) -> list[Block]:
    if name in TEXTS:
        return _text(name, value)
    told = [_told(name, each, rows) for each in (value if isinstance(value, list) else [value])]
    return [Block("p", words) for words in told if words]


def _text(name, value):
    return blocks_of(value) if name == "body" else lines_of(value)


def _told(name, value, rows) -> str:
    """One value in words; what is gone by now by its number."""
    if value is None or value == "":
        return ""
    match name:
        case "bylines":
            return rows.called(Author, value)
        case "citations":
            return " ".join(value).strip()
        case "quotations":
            words, said, speaker = value
            return f"«{words}» {rows.called(Person, speaker) if speaker else said}".strip()
        case versions.TIES:
            kind, number, role = value
            return f"{rows.called(_facts(kind), number)} ({Link.Role(role).label})"
        case "topics":
            return value
    return _field(Article._meta.get_field(name), value, rows)


def _field(field, value, rows):
    if field.is_relation:
        return rows.called(field.related_model, value)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    instant = parse_datetime(value) if isinstance(field, models.DateTimeField) else None
    return date_format(localtime(instant), "DATETIME_FORMAT") if isinstance(instant, datetime) else str(value)


class _Rows:
    """What versions only number, read by kind: at most a query for each."""

    def __init__(self, old, new, names, stories):
        numbers = defaultdict(set)
        for name in names:
            for value in (old[name], new[name]):
                for model, number in _numbered(name, value):
                    numbers[model].add(number)
        rows = {model: stories if model is Article else _read(model) for model in numbers}
        self.names = {model: {row.pk: str(row) for row in rows[model].filter(pk__in=pks)} for model, pks in numbers.items()}

    def called(self, model, number):
        if model is Article and number not in self.names[model]:
            return gettext("A story that this login may not see")
        return self.names[model].get(number) or pgettext("a row that is gone", "no longer there (%s)") % number


def _numbered(name, value):
    if name == "bylines":
        return [(Author, number) for number in value]
    if name == "quotations":
        return [(Person, speaker) for _words, _name, speaker in value if speaker]
    if name == versions.TIES:
        return [(_facts(kind), number) for kind, number, _role in value]
    if name in versions.ROWS or value is None:
        return []
    field = Article._meta.get_field(name)
    return [(field.related_model, value)] if field.is_relation else []


def _facts(kind):
    return next(model._meta.get_field(kind).related_model for model in LINKS if kind == model.TARGET)


def _read(model):
    """The rows with all that their names say."""
    reading = {Match: Match.objects.for_card, MatchEvent: MatchEvent.objects.for_page}
    return reading.get(model, model._default_manager.all)()

"""Whom a story cites and quotes, as lines of text: `la Repubblica | https://…`, `words | as called | 7 Cristian Chivu`."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import BigIntegerField, CharField, Value
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.actions.linking import Said, cite, quote, refuse_sources
from articles.models import Article, Citation, Quotation, RefusedSource
from teams.models import Person

MOST = 300
_NUMBER = re.compile(r"(\d{1,18})(?!\S)")


def sources_of(article: Article) -> tuple[str, str]:
    """Whom a story cites, and whom it quotes beside the blocks of its text, as lines [1 query]."""
    nobody, nothing = Value(None, BigIntegerField()), Value("", CharField())
    cited = (
        article.citations.order_by().annotate(what=Value(0)).values_list("what", "order", "pk", "name", "url", nobody, nothing)
    )
    columns = ("what", "order", "pk", "words", "name", "speaker", "speaker__name")
    quoted = article.quotations.filter(from_text=False).order_by().annotate(what=Value(1)).values_list(*columns)
    rows = sorted(cited.union(quoted, all=True), key=lambda row: row[:3])
    citations = [_joined(row[3], row[4]) for row in rows if row[0] == 0]
    quotations = [quotation(row[3], row[4], row[5] and Person(pk=row[5], name=row[6])) for row in rows if row[0] == 1]
    return "\n".join(citations), "\n".join(quotations)


def quotation(words: str, name: str, speaker: Person | None) -> str:
    return _joined(words, name, f"{speaker.pk} {speaker}" if speaker else "")


def _joined(*parts: str) -> str:
    """The parts with bars between them; one within a part would end it."""
    told = [" ".join(part.replace("|", "¦").split()) for part in parts]
    return " | ".join(told).rstrip(" |")


def _lines(text: str, most: int) -> list[tuple[int, list[str]]]:
    """The lines that say something, each with its number and its parts."""
    parted = [(number, [part.strip() for part in line.split("|")]) for number, line in enumerate(text.splitlines(), 1)]
    if any(len(parts) > most for _number, parts in parted):
        number = next(number for number, parts in parted if len(parts) > most)
        raise ValidationError(_in_line(number, gettext("There are too many bars in it.")))
    return [(number, [*parts, *[""] * (most - len(parts))]) for number, parts in parted if any(parts)]


class LinesField(forms.CharField):
    """Text whose lines each say one thing; a bar parts what a line says."""

    widget = forms.Textarea
    PARTS = 2

    def __init__(self, **kwargs):
        super().__init__(required=False, **kwargs)
        self.widget.attrs |= {"rows": 3, "wrap": "off"}

    def has_changed(self, initial, data):
        return (initial or "").split() != (data or "").split()

    def clean(self, value):
        found, wrong = [], []
        for number, parts in _lines(super().clean(value), self.PARTS):
            try:
                found.append(self.read(*parts))
            except ValidationError as error:
                wrong += [_in_line(number, message) for message in error.messages]
        if wrong:
            raise ValidationError(wrong)
        return list(dict.fromkeys(found))


class CitationsField(LinesField):
    """Cleans to (name, address) pairs."""

    def read(self, name, url):
        _fits(Citation, name=name, url=url)
        return name, url


class QuotationsField(LinesField):
    """Cleans to `Said`s."""

    PARTS = 3

    def read(self, words, name, speaker):
        _fits(Quotation, words=words, name=name)
        if not speaker:
            return Said(words, name)
        number = _NUMBER.match(speaker)
        person = Person.objects.filter(pk=number[1]).first() if number else None
        if person is None:
            raise ValidationError(
                gettext("“%s” does not begin with the number of a person; leave it out if it is not certain.") % speaker
            )
        return Said(words, name, person)


def _fits(model, **values):
    """What the columns would refuse is refused here."""
    for name, value in values.items():
        model._meta.get_field(name).clean(value, None)


def _in_line(number: int, message: str) -> str:
    return gettext("Line %(number)d: %(message)s") % {"number": number, "message": message}


class SourcedForm(forms.ModelForm):
    """A form of a story with whom it cites and whom it quotes."""

    citations = CitationsField(
        label=_("Cited sources"), help_text=_("One a line, as cited; behind a bar its address: la Repubblica | https://…")
    )
    quotations = QuotationsField(
        label=_("Quotations"),
        help_text=_(
            "One a line: the words | as the speaker is called | his number. A quotation block that names him needs no line."
        ),
    )

    # What was proposed in vain since the form was opened, a line each: citations la Repubblica.
    refused_sources = forms.CharField(label=_("Refused proposals"), required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        citations, quotations = sources_of(self.instance) if self.instance.pk else ("", "")
        self.initial = {"citations": citations, "quotations": quotations, **self.initial}

    def clean_citations(self):
        names = [name for name, _url in self.cleaned_data["citations"]]
        if twice := {name for name in names if names.count(name) > 1}:
            raise ValidationError(gettext("Cited twice: %s.") % ", ".join(sorted(twice)))
        return self.cleaned_data["citations"]

    def clean_refused_sources(self):
        """(kind, words) each; a line of no known kind says nothing."""
        parted = [line.partition(" ") for line in self.cleaned_data["refused_sources"].splitlines()[:MOST]]
        return [(kind, words) for kind, _space, words in parted if kind in RefusedSource.Kind]

    def keep_sources(self, *, by) -> None:
        if "citations" in self.changed_data:
            cite(self.instance, self.cleaned_data["citations"], by=by)
        if "quotations" in self.changed_data:
            quote(self.instance, self.cleaned_data["quotations"], by=by)
        if "refused_sources" in self.changed_data:
            refuse_sources(self.instance, self.cleaned_data["refused_sources"], by=by)

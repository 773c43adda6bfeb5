"""What a story is tied to as lines of text, one tie each: the form posts, keeps and compares them like any other words.

    about match 12 Inter 2-1 Kairat Almaty, 5 Nov 2025, Champions League
    mentions person 7 Lautaro Martínez (Inter 10, 1997)
    ? about team 3 Inter          somebody's proposal, nobody has agreed to it yet
    not person 9 Josep Martínez   refused: not to be proposed again

What follows the number is for people; without kind and number it is searched for, and has to mean one thing.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Cast, Coalesce
from django.utils.dateparse import parse_date
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.actions.linking import Tie, tie
from articles.linking import MODELS, SHOWN, Around, facts_of, search
from articles.models import Article
from articles.models.links import LINKS
from teams import clock
from teams.admin.desk import label_with
from teams.models import Person, Spell
from teams.names import fold

KINDS = ("match", "event", "person", "team", "competition", "venue")
# What is called by its name and one word more; the others are told by what belongs to them.
BY_NAME = {"person": "birth_date", "team": "name_en", "competition": "name_en", "venue": "city"}
NOT = "not"
MOST = 300
_LINE = re.compile(
    r"(?P<open>\?\s*)?(?P<role>about|mentions|not)\s+(?:(?P<kind>[a-z]+)\s+(?P<row>\d{1,18})(?!\S))?\s*(?P<told>.*)"
)


class Line(NamedTuple):
    """One tie as it was written; `row` is the number of its fact, None where that is still to be found by `told`."""

    number: int
    role: str
    kind: str
    row: int | None
    told: str
    is_agreed: bool

    @property
    def says(self):
        return self.role, self.kind, self.row or self.told, self.is_agreed


class Ties(NamedTuple):
    """What a form says: the ties in their order, and what was proposed in vain."""

    ties: list[Tie]
    refused: list[models.Model]


def label(fact: models.Model) -> str:
    """As the desk calls the row, enough to tell it from its namesakes."""
    return " ".join(label_with(admin.site.get_model_admin(type(fact)))(fact).split())


def kind_of(fact: models.Model) -> str:
    return next(kind for kind, model in MODELS.items() if model is type(fact))


def line(fact: models.Model, role: str, *, is_agreed: bool = True) -> str:
    return f"{'' if is_agreed else '? '}{role} {kind_of(fact)} {fact.pk} {label(fact)}"


def lines_of(article: Article) -> str:
    """The ties of a story as lines, kind by kind in their order [4 queries, 1 where there are none]."""
    if not article.pk:
        return ""
    links = [_columns(model.objects.filter(article=article).order_by(), model.TARGET) for model in LINKS]
    rows = sorted(links[0].union(*links[1:], all=True), key=lambda row: (KINDS.index(row[0]), *row[1:3]))
    numbers = defaultdict(list)
    for kind, _order, _pk, number, *_rest in rows:
        numbers[kind].append(number)
    facts = {kind: facts_of(kind, found) for kind, found in numbers.items() if kind not in BY_NAME}
    for kind, _order, _pk, number, _role, _signed, name, more in rows:
        if kind in BY_NAME:
            facts.setdefault(kind, {})[number] = _named(kind, number, name, more)
    _give_clubs(facts.get("person", {}))
    return "\n".join(line(facts[row[0]][row[3]], row[4], is_agreed=row[5] is not None) for row in rows)


def _named(kind: str, number: int, name: str, more: str) -> models.Model:
    """The row as far as its label tells it."""
    return MODELS[kind](pk=number, name=name, **{BY_NAME[kind]: parse_date(more) if kind == "person" and more else more})


def _give_clubs(people: dict[int, Person]) -> None:
    """What `with_club_on` gives, for people whose names are known already."""
    for person in people.values():
        person.spells_then = []
    if people:
        spells = Spell.objects.on(clock.today()).filter(person__in=people).select_related("team")
        for spell in spells.order_by(models.F("start").desc(nulls_last=True)):
            people[spell.person_id].spells_then.append(spell)


def _columns(links: models.QuerySet, kind: str) -> models.QuerySet:
    """What is told of the links of one kind; names of facts only where nothing else tells them."""
    told = {"kind": models.Value(kind, models.CharField()), "nothing": models.Value("", models.CharField())}
    if kind in BY_NAME:
        told["more"] = Coalesce(Cast(f"{kind}__{BY_NAME[kind]}", models.CharField()), models.Value(""))
    names = (f"{kind}__name", "more") if kind in BY_NAME else ("nothing", "nothing")
    return links.annotate(**told).values_list("kind", "order", "pk", f"{kind}_id", "role", "confirmed_at", *names)


def parse(text: str) -> list[Line]:
    """The lines that say something; ValidationError names each that cannot be read."""
    found, wrong = [], []
    for number, written in enumerate(text.splitlines(), 1):
        if not written.strip():
            continue
        parts = _LINE.fullmatch(written.strip())
        if parts is None or (parts["kind"] and parts["kind"] not in MODELS):
            wrong.append(
                _in_line(number, gettext("“%s” does not begin like “about person 7” or “mentions team 3”.") % written[:80])
            )
            continue
        row = int(parts["row"]) if parts["row"] else None
        found.append(Line(number, parts["role"], parts["kind"] or "", row, parts["told"].strip(), not parts["open"]))
    if len(found) > MOST:
        wrong.append(gettext("A story has room for %d ties.") % MOST)
    if wrong:
        raise ValidationError(wrong)
    return found


class TiesField(forms.CharField):
    """Cleans to `Ties`. What the form knew travels with it, so that a tie that a colleague added meanwhile stays."""

    widget = forms.Textarea

    def __init__(self):
        help_text = _("One a line: about or mentions, and then what: about inter kairat. A question mark: only proposed.")
        super().__init__(label=_("Links"), required=False, help_text=help_text, show_hidden_initial=True)
        self.widget.attrs |= {"rows": 8, "spellcheck": "false", "wrap": "off"}

    def has_changed(self, initial, data):
        return _said(initial) != _said(data)

    def clean(self, value):
        lines = parse(super().clean(value))
        facts = _facts(lines)
        wrong, ties, refused = [], {}, []
        for each in lines:
            try:
                fact = facts[each.kind].get(each.row) if each.kind else _meant(each)
                if fact is None:
                    raise ValidationError(gettext("There is no %(kind)s %(number)s.") % {"kind": each.kind, "number": each.row})
            except ValidationError as error:
                wrong += [_in_line(each.number, message) for message in error.messages]
                continue
            if each.role == NOT:
                refused.append(fact)
            else:
                ties.setdefault(fact, Tie(fact, each.role, each.is_agreed))
        if wrong:
            raise ValidationError(wrong)
        return Ties(list(ties.values()), [fact for fact in refused if fact not in ties])


def _said(text):
    """What the lines say, whatever they call it; of lines that cannot be read, the text itself."""
    try:
        return [each.says for each in parse(text or "")]
    except ValidationError:
        return text


def _facts(lines: Iterable[Line]) -> dict[str, dict[int, models.Model]]:
    numbers = defaultdict(set)
    for each in lines:
        if each.kind:
            numbers[each.kind].add(each.row)
    return {kind: facts_of(kind, found) for kind, found in numbers.items()}


def _meant(each: Line) -> models.Model:
    """The one thing that the words of a line fit."""
    found = [fact for facts in search(each.told, Around(clock.today())).values() for fact in facts]
    named = [fact for fact in found if fold(str(fact)) == fold(each.told)]
    if len(found) == 1 or len(named) == 1:
        return (named or found)[0]
    if not found:
        raise ValidationError(gettext("Nothing is called “%s”.") % each.told)
    told = {"words": each.told, "which": "; ".join(line(fact, each.role) for fact in found[:SHOWN])}
    raise ValidationError(gettext("“%(words)s” may be several things. Write one of these: %(which)s") % told)


def _in_line(number: int, message: str) -> str:
    return gettext("Line %(number)d: %(message)s") % {"number": number, "message": message}


class LinkedForm(forms.ModelForm):
    """A form of a story with its ties."""

    ties = TiesField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("ties", lines_of(self.instance))

    def clean_ties(self):
        """No reader learns of what is under embargo by a tie of a story that is out."""
        found, wrong = self.cleaned_data["ties"], []
        for each in found.ties:
            try:
                each.model(article=self.instance, **{each.model.TARGET: each.fact}).clean()
            except ValidationError as error:
                wrong += [f"{each.fact}: {message}" for message in error.messages]
        if wrong:
            raise ValidationError(wrong)
        return found

    def told_ties(self) -> list[Line]:
        """What the story is tied to, for those who may only look."""
        return parse(self.initial["ties"])

    def known_ties(self) -> set[tuple[str, int]]:
        """What the form that was filled in had shown, as (kind, number)."""
        shown = self["ties"].field.to_python(self.data.get(self.add_initial_prefix("ties"), ""))
        return {(each.kind, each.row) for each in parse(shown)}

    def keep_ties(self, *, by) -> None:
        if "ties" in self.changed_data:
            found = self.cleaned_data["ties"]
            tie(self.instance, found.ties, by=by, refused=found.refused, known=self.known_ties())

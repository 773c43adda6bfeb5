"""What was typed into the form of a story: which version it was made from, and what it would make of the story."""

from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _

from articles import versions
from articles.actions.keeping import STALE
from articles.models import Article

# What a form calls otherwise than a version does.
FIELDS = {"topics": "tags"}
MOST_LINES = 1000


class Carried(forms.UUIDField):
    """Goes along with a form unseen; it is no change of the story."""

    widget = forms.HiddenInput

    def has_changed(self, initial, data):
        return False


class TypedForm(forms.ModelForm):
    """`token` is that of the version that the form was made from; `copy` names the working copy of what is typed in it."""

    token = Carried(required=False)
    copy = Carried(required=False, initial=uuid4)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["token"] = self.instance.token

    def clean(self):
        data = super().clean()
        if self.instance.pk:
            self._refuse_to_overwrite(data.get("token"))
        return data

    @property
    def is_stale(self):
        return self.has_error(NON_FIELD_ERRORS, STALE)

    def told(self) -> dict:
        """What the story would say if this were saved, as the data of a version; what is wrong in the form is left out."""
        cleaned, told = self.cleaned_data, versions.fields_of(self.instance)
        if "tags" in cleaned:
            told["topics"] = sorted(cleaned["tags"])
        if "citations" in cleaned:
            told["citations"] = [list(citation) for citation in cleaned["citations"]]
        if "quotations" in cleaned:
            told["quotations"] = [[said.words, said.name, said.speaker and said.speaker.pk] for said in cleaned["quotations"]]
        if "bylines-TOTAL_FORMS" in self.data:
            told["bylines"] = signers(self.data)
        return told

    def _refuse_to_overwrite(self, token: UUID | None):
        """The row stays locked until what was typed is saved, so that of two who save at once one comes second."""
        newest = Article.objects.select_for_update().values_list("token", flat=True).get(pk=self.instance.pk)
        if token != newest:
            message = _("Somebody has saved a newer version in the meantime. Nothing of yours is lost: choose below.")
            raise ValidationError(message, code=STALE)


def signers(data: QueryDict) -> list[int]:
    """The authors that the lines of a sent form name, in their order."""
    lines = []
    total = data.get("bylines-TOTAL_FORMS", "")
    for number in range(min(int(total), MOST_LINES) if total.isdecimal() else 0):
        author, order = data.get(f"bylines-{number}-author", ""), data.get(f"bylines-{number}-order", "")
        if author.isdecimal() and not data.get(f"bylines-{number}-DELETE"):
            lines.append((int(order) if order.isdecimal() else MOST_LINES, number, int(author)))
    return list(dict.fromkeys(author for _order, _number, author in sorted(lines)))


def as_posted(form: forms.BaseForm, name: str) -> dict[str, str]:
    """What a browser sends for a field of a form that nobody has touched."""
    bound = form[name]
    value, widget = bound.value(), getattr(bound.field.widget, "widget", bound.field.widget)
    if isinstance(widget, forms.MultiWidget):
        parts = zip(widget.widgets_names, widget.widgets, widget.decompress(value), strict=True)
        return {f"{bound.html_name}{end}": _written(part, each) for end, part, each in parts}
    return {bound.html_name: _written(widget, value)}


def _written(widget, value):
    written = widget.format_value(value)
    return (written[0] if written else "") if isinstance(written, list) else "" if written is None else str(written)


def post_bylines(data: QueryDict, article: Article, authors: list[int]) -> None:
    """Write lines into a sent form that make exactly these authors sign, whatever lines it knew of."""
    known = {byline.author_id: byline for byline in article.bylines.all()}
    for name in [name for name in data if name.startswith("bylines-")]:
        del data[name]
    lines = [{"id": row.pk, "author": pk, "order": row.order, "DELETE": "on"} for pk, row in known.items() if pk not in authors]
    lines += [{"id": known[pk].pk, "author": pk, "order": n} for n, pk in enumerate(authors) if pk in known]
    lines += [{"author": pk, "order": n} for n, pk in enumerate(authors) if pk not in known]
    sums = {"TOTAL_FORMS": len(lines), "INITIAL_FORMS": len(known), "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": MOST_LINES}
    rows = {f"{n}-{name}": value for n, line in enumerate(lines) for name, value in {**line, "article": article.pk}.items()}
    put(data, {f"bylines-{name}": str(value) for name, value in {**sums, **rows}.items()})


def put(data: QueryDict, values: dict[str, str]) -> None:
    """Replace what was sent; `update` would add to it."""
    for name, value in values.items():
        data[name] = value

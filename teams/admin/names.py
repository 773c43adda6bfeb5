"""Other names and the keys of other people's databases, edited on the page of what they name."""

from django.forms.models import BaseInlineFormSet
from django.utils.translation import gettext_lazy as _

from teams.models import Alias, ExternalId
from teams.names import fold

from .desk import TableInline


class NamesOnce(BaseInlineFormSet):
    """Names that fold alike are one name: the database would refuse the second, so the form does, kindly."""

    def clean(self):
        super().clean()
        seen = set()
        for form in lines_to_keep(self):
            name = (fold(form.cleaned_data["text"]), form.cleaned_data["language"])
            if name in seen:
                form.add_error("text", _("This name is here already; accents and capitals make no difference."))
            seen.add(name)


class KeysOnce(BaseInlineFormSet):
    """A key of a source means one row: neither two lines here nor one here and one elsewhere."""

    def clean(self):
        super().clean()
        seen = set()
        for form in lines_to_keep(self):
            source, key = form.cleaned_data["source"], form.cleaned_data["key"]
            same = ExternalId.objects.filter(source=source, key=key, **{f"{self.fk.name}__isnull": False})
            if (source, key) in seen or same.exclude(pk=form.instance.pk).exists():
                form.add_error("key", _("That key of this source is taken already."))
            seen.add((source, key))


class AliasInline(TableInline):
    model = Alias
    formset = NamesOnce
    fields = ["text", "language", "kind", "scope"]


class ExternalIdInline(TableInline):
    model = ExternalId
    formset = KeysOnce
    fields = ["source", "key"]
    classes = ["collapse"]


def lines_to_keep(formset):
    """The filled lines of a table that are sound in themselves and not to be deleted."""
    filled = [form for form in formset.forms if form.instance.pk or form.has_changed()]
    return [form for form in filled if not form.errors and not form.cleaned_data.get("DELETE")]

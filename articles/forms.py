"""The forms of the desk for stories."""

from django import forms
from django.forms.models import BaseInlineFormSet
from django.utils.translation import gettext as _t

from articles.models import Article
from teams.admin.desk import DeskForm, TableRowForm
from teams.names import to_slug


class ArticleForm(DeskForm):
    # What readers would call another text: a change of these shows as "modified".
    SUBSTANCE = frozenset({"headline", "standfirst", "body", "image", "image_caption", "partner"})

    class Meta:
        widgets = {
            "headline": forms.Textarea(attrs={"rows": 1, "data-one-line": "", "data-target-length": 80}),
            "search_headline": forms.TextInput(attrs={"data-target-length": 60}),
            "standfirst": forms.Textarea(attrs={"rows": 2, "data-target-length": 200}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False

    @property
    def changes_substance(self):
        return not self.SUBSTANCE.isdisjoint(self.changed_data)

    def clean_slug(self):
        return self.cleaned_data["slug"] or to_slug(self.cleaned_data.get("headline", ""))[:120] or "story"

    def clean_published_at(self):
        if self.instance.status == Article.Status.PUBLISHED and not self.cleaned_data["published_at"]:
            raise forms.ValidationError(_t("A published story has a time; to take it back, withdraw it."))
        return self.cleaned_data["published_at"]

    def clean(self):
        """A new story starts with what its publisher's contract asks, unless somebody chose otherwise."""
        data = super().clean()
        if self.instance._state.adding and "canonical_policy" not in self.changed_data and data.get("publisher"):
            data["canonical_policy"] = data["publisher"].canonical_policy
        return data


class RowInPlace(TableRowForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "order" in self.fields:
            self.fields["order"].required = False


class InOrder(BaseInlineFormSet):
    """Lines whose place is left open come last, in the order in which they were added."""

    def clean(self):
        super().clean()
        filled = [form for form in self.forms if form.has_changed() or form.instance.pk]
        last = max((form.cleaned_data.get("order") or 0 for form in filled if not form.errors), default=0)
        for form in filled:
            if not form.errors and form.cleaned_data.get("order") is None:
                last += 1
                form.instance.order = last

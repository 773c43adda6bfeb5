"""The forms of the desk for stories."""

from django import forms
from django.forms.models import BaseInlineFormSet
from django.urls import reverse
from django.utils.translation import gettext as _
from django_prose_editor.widgets import ProseEditorWidget
from js_asset import ImportMap, Media

from articles import permissions, picture_uses
from articles.actions import missing_of_picture
from articles.actions.writing import UNTITLED, address_of
from articles.link_lines import LinkedForm
from articles.models import Article
from articles.source_lines import SourcedForm
from articles.topics import TopicsField
from articles.typed import TypedForm
from teams import clock
from teams.admin.desk import DeskForm, TableRowForm


class ArticleForm(LinkedForm, SourcedForm, TypedForm, DeskForm):
    # What readers would call another text: a change of these shows as "modified".
    SUBSTANCE = frozenset({"headline", "standfirst", "body", "image", "image_caption", "partner"})

    class Meta:
        field_classes = {"tags": TopicsField}
        widgets = {
            "headline": forms.Textarea(attrs={"rows": 1, "data-one-line": "", "data-target-length": 80}),
            "search_headline": forms.TextInput(attrs={"data-target-length": 60}),
            "standfirst": forms.Textarea(attrs={"rows": 2, "data-target-length": 200}),
            # Not the admin's own, which sets the text in the small type of forms.
            "body": ProseEditorWidget,
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.publisher_id is None and (proposed := str(self.initial.get("publisher") or "")).isdigit():
            # What is missing is told of the story as the form shows it.
            self.instance.publisher_id = int(proposed)
        if "slug" in self.fields:
            self.fields["slug"].required = False
        if "body" in self.fields:
            desk = {"data-find": reverse("admin:articles_article_find"), "data-preview": reverse("admin:articles_article_block")}
            self.fields["body"].widget.attrs.update(desk)

    @property
    def media(self):
        """With what the modules of the editor call each other."""
        return Media(importmap=ImportMap({"desk/picker": "admin-desk/picker.js"})) + super().media

    @property
    def changes_substance(self):
        return not self.SUBSTANCE.isdisjoint(self.changed_data)

    def clean_slug(self):
        """From the headline, if nobody chose one; a copy gets its own with the first headline that is saved."""
        slug = self.cleaned_data["slug"]
        is_chosen = slug and (slug != UNTITLED or self.instance.published_at)
        return slug if is_chosen else address_of(self.cleaned_data.get("headline", ""))

    def clean_language(self):
        """Of two sisters each has her own."""
        language, story = self.cleaned_data["language"], self.instance
        if "language" in self.changed_data and story.pk and (story.translated_from_id or story.translations.exists()):
            raise forms.ValidationError(_("It is linked to its translation: part the two first."))
        return language

    def clean_image(self):
        image = self.cleaned_data["image"]
        self._fit_for_readers("image", [image] if image else [])
        return image

    def clean_body(self):
        self._fit_for_readers("body", picture_uses.in_text(self.cleaned_data["body"]))
        return self.cleaned_data["body"]

    def _fit_for_readers(self, name, images):
        """Into a story that is published comes no picture without its words."""
        if name not in self.changed_data or self.instance.status != Article.Status.PUBLISHED:
            return
        if missing := [line for image in images for line in missing_of_picture(image)]:
            raise forms.ValidationError(missing)

    def clean_published_at(self):
        if self.instance.status == Article.Status.PUBLISHED and not self.cleaned_data["published_at"]:
            raise forms.ValidationError(_("A published story has a time; to take it back, withdraw it."))
        return self._hour("published_at", _("Readers have it already: to take it back, withdraw it."))

    def clean_embargo_until(self):
        return self._hour("embargo_until", _("Readers have it already: withdraw it first, then set the embargo."))

    def _hour(self, name, refusal):
        """An hour as it was typed; what readers have seen is not put off by one that is still to come."""
        hour = self.cleaned_data[name]
        if hour and name in self.changed_data and self.instance.is_public and hour > clock.now():
            raise forms.ValidationError(refusal)
        return hour

    def clean(self):
        """A new story starts with what its publisher's contract asks, unless somebody chose otherwise."""
        data = super().clean()
        if self.instance._state.adding and "canonical_policy" not in self.changed_data and data.get("publisher"):
            data["canonical_policy"] = data["publisher"].canonical_policy
        self._given_to_one_who_works_there(data.get("assigned_to"), data.get("publisher"))
        return data

    def _given_to_one_who_works_there(self, to, publisher):
        if to and publisher and "assigned_to" in self.changed_data and not permissions.works_for(to, publisher):
            told = {"name": to, "publisher": publisher}
            self.add_error("assigned_to", _("%(name)s does not work for %(publisher)s.") % told)


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

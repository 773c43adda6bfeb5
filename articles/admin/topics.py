"""Topics on the desk: suggested while they are typed, called by other names too, and two of them made one."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Count, Q
from django.forms.models import BaseInlineFormSet
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from taggit.admin import Tag  # registers its own page first, which this one replaces
from taggit.models import TaggedItem

from articles import topics
from articles.actions.topics import merge_topics
from articles.models import TopicAlias
from teams.admin.desk import DeskAdmin, RowSelect, TableInline, TableRowForm
from teams.names import fold, to_slug

admin.site.unregister(Tag)


class OtherNameForm(TableRowForm):
    def clean_name(self):
        """A name leads to one topic: neither another's own name nor another's other name."""
        name = self.cleaned_data["name"]
        alias = TopicAlias.objects.filter(folded=fold(name)).exclude(pk=self.instance.pk).select_related("topic").first()
        taken = alias.topic if alias else Tag.objects.filter(slug=to_slug(name)).first()
        if taken is None:
            return name
        if taken.pk == self.instance.topic_id:
            raise forms.ValidationError(gettext("This name is here already; accents and capitals make no difference."))
        raise forms.ValidationError(gettext("That is a name of “%s”; merge the two if they are one topic.") % taken)


class OtherNames(BaseInlineFormSet):
    @classmethod
    def get_default_prefix(cls):
        return "other_names"


class OtherNameInline(TableInline):
    model = TopicAlias
    form = OtherNameForm
    formset = OtherNames
    fields = ["name"]


class Merge(forms.Form):
    kept = forms.ModelChoiceField(
        Tag.objects.all(),
        label=_("The topic that stays"),
        widget=RowSelect(TaggedItem._meta.get_field("tag"), admin.site),
        help_text=_("The stories of this one move there; its name becomes another name of it, and its address leads there."),
    )


@admin.register(Tag)
class TopicAdmin(DeskAdmin):
    list_display = ["name", "slug", "stories"]
    search_fields = ["name"]
    ordering = ["name"]
    prepopulated_fields = {"slug": ["name"]}
    fields = ["name", "slug"]
    inlines = [OtherNameInline]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(stories=Count("taggit_taggeditem_items"))

    def named(self, word):
        others = TopicAlias.objects.filter(folded__contains=word)
        return super().named(word) | Q(pk__in=others.values("topic"))

    def get_readonly_fields(self, request, obj=None):
        """A topic keeps its address: pages and feeds hang off it."""
        return ["slug"] if obj else []

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else self.prepopulated_fields

    def get_urls(self):
        own = [
            path("suggest/", self.admin_site.admin_view(self.suggest), name="taggit_tag_suggest"),
            path("<int:pk>/merge/", self.admin_site.admin_view(self.merge), name="taggit_tag_merge"),
        ]
        return [*own, *super().get_urls()]

    def suggest(self, request):
        """For whoever writes; new topics come into being when a story is saved."""
        if not request.user.has_perm("articles.view_article"):
            raise PermissionDenied
        found = topics.suggest(request.GET.get("q", "")[:100])
        return JsonResponse({"topics": [{"name": name, "also": also} for name, also in found]})

    def merge(self, request, pk):
        """Asks which of two topics stays, and makes them one."""
        gone = get_object_or_404(self.get_queryset(request), pk=pk)
        if not (self.has_change_permission(request, gone) and self.has_delete_permission(request, gone)):
            raise PermissionDenied
        form = Merge(request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid() and self._merged(request, gone, form):
            return redirect("admin:taggit_tag_change", form.cleaned_data["kept"].pk)
        title = gettext("Make “%s” one with another topic") % gone
        context = {**self.admin_site.each_context(request), "title": title, "form": form, "topic": gone, "opts": self.opts}
        return render(request, "admin/taggit/tag/merge.html", {**context, "media": self.media + form.media})

    def _merged(self, request, gone, form):
        name, stories, kept = gone.name, gone.stories, form.cleaned_data["kept"]
        try:
            merge_topics(kept, gone, by=request.user)
        except ValidationError as error:
            form.add_error("kept", error)
            return False
        told = gettext("“%(gone)s” is now “%(kept)s”, with its stories: %(stories)d.")
        messages.success(request, told % {"gone": name, "kept": kept, "stories": stories})
        return True

    @admin.display(description=_("articles"), ordering="stories")
    def stories(self, topic):
        return topic.stories

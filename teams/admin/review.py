"""Names to review, merges and overruled guards, on the desk: keep a new row, or make it one with another, in one click."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.http import HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from teams import audit, merging
from teams.guards import GUARDS
from teams.models import ExternalId, Match, Merge, Overruled, Person, ReviewItem, Season, Team, Venue

from .desk import DeskAdmin, DeskForm, RowSelect

_MODELS = {"team": Team, "person": Person, "venue": Venue}
_SHOWN = 3


class RowField(forms.ModelChoiceField):
    def __init__(self, kind):
        relation = ExternalId._meta.get_field(kind)
        super().__init__(_MODELS[kind].objects.all(), label=_("The same as"), widget=RowSelect(relation, admin.site))

    def label_from_instance(self, row):
        return admin.site.get_model_admin(type(row)).label(row)


class SameAs(forms.Form):
    def __init__(self, *args, kind, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["row"] = RowField(kind)


class ReadOnly(DeskAdmin):
    """Rows that only verbs make and change."""

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(ReviewItem)
class ReviewItemAdmin(ReadOnly):
    list_display = ["text", "key", "place", "row", "the_same", "status"]
    list_filter = ["status", "kind", "source"]
    search_fields = ["text"]
    actions = ["keep"]
    readonly_fields = ["kind", "source", "key", "text", "place", "row", "the_same", "status", "decided_by", "decided_at"]
    fieldsets = [
        (_("The name"), {"fields": ["text", ("kind", "source"), "key", "place"]}),
        (_("Whom it means"), {"fields": ["row", "the_same", "status", ("decided_by", "decided_at")]}),
    ]

    def named(self, word):
        return models.Q(text__icontains=word) | models.Q(key__icontains=word)

    def get_ordering(self, request):
        """What is open comes first, and of that what looks like something that is there."""
        is_open = models.Case(models.When(status=ReviewItem.Status.OPEN, then=0), default=1)
        looks_like = models.Case(models.When(near=[], then=1), default=0)
        return [is_open, looks_like, "-created_at", "pk"]

    def get_changelist_instance(self, request):
        """The rows that the page names are read once for all of them."""
        page = super().get_changelist_instance(request)
        wanted = {kind: set() for kind in _MODELS}
        for item in page.result_list:
            wanted[item.kind] |= {item.row_id, *item.near[:_SHOWN]} - {None}
        known = {kind: _MODELS[kind].objects.in_bulk(numbers) for kind, numbers in wanted.items()}
        for item in page.result_list:
            item.known = known[item.kind]
        return page

    @admin.display(description=_("row"))
    def row(self, item):
        row = _known(item).get(item.row_id)
        address = row and reverse(f"admin:teams_{item.kind}_change", args=[row.pk])
        return format_html('<a href="{}">{}</a>', address, row) if row else "–"

    @admin.display(description=_("the same as"))
    def the_same(self, item):
        """A button for each name near it, and one for any other."""
        if item.status != ReviewItem.Status.OPEN:
            return "–"
        rows = [_known(item)[pk] for pk in item.near[:_SHOWN] if pk in _known(item)]
        address = reverse("admin:teams_reviewitem_same", args=[item.pk])
        buttons = format_html_join(
            " ",
            '<button type="submit" formaction="{}" name="row" value="{}">{}</button>',
            ((address, row.pk, row) for row in rows),
        )
        return format_html('{} <a href="{}">{}</a>', buttons, address, _("Another …"))

    @admin.action(description=_("Keep: the new rows are right"))
    def keep(self, request, queryset):
        count = merging.keep(queryset, by=request.user)
        self.message_user(request, gettext("Kept: %(count)d") % {"count": count})

    def get_urls(self):
        return [
            path("<int:pk>/same/", self.admin_site.admin_view(self.same), name="teams_reviewitem_same"),
            *super().get_urls(),
        ]

    def same(self, request, pk):
        """Makes the row of a name one with another, or tells what stands against it."""
        item = get_object_or_404(ReviewItem.objects.open(), pk=pk)
        if not self.has_change_permission(request, item):
            raise PermissionDenied
        form = SameAs(request.POST if request.method == "POST" else None, kind=item.kind)
        if request.method == "POST" and form.is_valid() and self._same(request, item, form):
            return redirect("admin:teams_reviewitem_changelist")
        context = {
            **self.admin_site.each_context(request),
            "title": _("The same as"),
            "form": form,
            "item": item,
            "opts": self.opts,
        }
        return render(request, "admin/teams/reviewitem/same.html", {**context, "media": self.media + form.media})

    def _same(self, request, item, form):
        try:
            merging.answer(item, form.cleaned_data["row"], by=request.user)
        except ValidationError as error:
            form.add_error(None, error.messages)
            return False
        messages.success(request, gettext("Done: %(name)s is %(row)s.") % {"name": item.text, "row": form.cleaned_data["row"]})
        return True


@admin.register(Merge)
class MergeAdmin(ReadOnly):
    list_display = ["gone_name", "kind", "into", "merged_by", "merged_at", "taking_back"]
    list_filter = ["kind"]
    search_fields = ["gone_name"]
    readonly_fields = ["gone_name", "kind", "into", "merged_by", "merged_at", "undone_by", "undone_at"]
    fieldsets = [(None, {"fields": readonly_fields})]

    def named(self, word):
        return models.Q(gone_name__icontains=word)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("merged_by", "undone_by")

    @admin.display(description=_("stays"))
    def into(self, done):
        return _MODELS[done.kind].objects.filter(pk=done.kept_id).first() if done.kind in _MODELS else done.kept_id

    @admin.display(description=_("undo"))
    def taking_back(self, done):
        if done.undone_at:
            return done.undone_at
        address = reverse("admin:teams_merge_undo", args=[done.pk])
        return format_html('<button type="submit" formaction="{}">{}</button>', address, _("Undo"))

    def get_urls(self):
        return [path("<int:pk>/undo/", self.admin_site.admin_view(self.undo), name="teams_merge_undo"), *super().get_urls()]

    def undo(self, request, pk):
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        done = get_object_or_404(Merge, pk=pk)
        if not self.has_change_permission(request, done):
            raise PermissionDenied
        try:
            messages.success(
                request, gettext("%(name)s is a row of its own again.") % {"name": merging.undo(done, by=request.user)}
            )
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        return redirect("admin:teams_merge_changelist")


class OfSeason(forms.Form):
    season = forms.ModelChoiceField(Season.objects.select_related("competition"), label=_("Season"))


class OverruledForm(DeskForm):
    guard = forms.ChoiceField(label=_("Guard"), choices=[(name, name.replace("_", " ")) for name in GUARDS])


@admin.register(Overruled)
class OverruledAdmin(DeskAdmin):
    form = OverruledForm
    change_list_template = "admin/teams/overruled/change_list.html"
    list_display = ["match", "guard", "about", "reason", "overruled_by"]
    list_filter = ["guard"]
    search_fields = ["reason"]
    autocomplete_fields = ["match"]
    fieldsets = [(None, {"fields": ["match", ("guard", "about"), "reason"]})]

    def get_urls(self):
        return [path("audit/", self.admin_site.admin_view(self.audit), name="teams_overruled_audit"), *super().get_urls()]

    def audit(self, request):
        """All that disagrees in a season: within the sheets, between sources, and with what the desk has corrected."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        form = OfSeason(request.GET or None)
        season = form.cleaned_data["season"] if form.is_valid() else None
        matches = list(Match.objects.in_season(season).for_card().order_by("kickoff", "pk")) if season else []
        context = {
            "title": _("Disagreements"), "form": form, "season": season, "opts": self.opts, "media": self.media + form.media,
            "findings": list(audit.findings(matches)), "conflicts": list(audit.conflicts(matches)),
        }  # fmt: skip
        return render(request, "admin/teams/overruled/audit.html", {**self.admin_site.each_context(request), **context})

    def named(self, word):
        return models.Q(reason__icontains=word) | models.Q(about__icontains=word)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("match__home", "match__away", "overruled_by")

    def save_model(self, request, obj, form, change):
        obj.overruled_by = obj.overruled_by or request.user
        obj.save()


def _known(item):
    """The rows that an item names; read here where no list has read them."""
    if not hasattr(item, "known"):
        item.known = _MODELS[item.kind].objects.in_bulk({item.row_id, *item.near[:_SHOWN]} - {None})
    return item.known

"""Competitions, their seasons and stages, on the desk: rules, places and zones written a line each."""

import re

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from teams.models import Competition, PlaceDecision, PointsAdjustment, Season, Stage
from teams.rules import tie_breaks, zones

from .desk import AddressedAdmin, DeskAdmin, DeskForm, TableInline, called
from .names import AliasInline, ExternalIdInline


class Lines(forms.Field):
    """A list kept as data and edited as text, a line for each of its members."""

    widget = forms.Textarea(attrs={"rows": 6, "cols": 40})

    def prepare_value(self, value):
        return value if isinstance(value, str) else "\n".join(map(self.to_line, value or []))

    def clean(self, value):
        return [self.from_line(line.strip()) for line in (value or "").splitlines() if line.strip()]

    def has_changed(self, initial, data):
        return self.prepare_value(initial).split() != (data or "").split()


class TieBreaks(Lines):
    to_line = from_line = staticmethod(str)


class Zones(Lines):
    def to_line(self, zone):
        return f"{zone['first']}-{zone['last']} {zone['kind']}"

    def from_line(self, line):
        said = re.fullmatch(r"(\d+)-(\d+)\s+([\w-]+)", line)
        if not said or not 1 <= int(said[1]) <= int(said[2]) or said[3] not in zones.KINDS:
            raise ValidationError(gettext("“%(line)s”: write it like 1-8 title, with one of the words below.") % {"line": line})
        return {"first": int(said[1]), "last": int(said[2]), "kind": said[3]}


class Places(Lines):
    to_line = staticmethod(str)

    def from_line(self, line):
        if not line.isdecimal() or int(line) < 1:
            raise ValidationError(gettext("“%(line)s” is not a place: write 17.") % {"line": line})
        return int(line)


class StageForm(DeskForm):
    tie_breaks = TieBreaks(
        label=_("Tie-breaks"),
        help_text=format_lazy(_("What parts teams level on points, a line each: {}."), ", ".join(tie_breaks.CRITERIA)),
    )
    play_offs = Places(
        label=_("Play-offs"),
        required=False,
        help_text=_("Places, a line each, that a play-off parts from the next where two teams are level on points: 17."),
    )
    zones = Zones(
        label=_("Zones"),
        required=False,
        help_text=format_lazy(_("Places that mean something, a line each, as in 1-8 title: {}."), ", ".join(zones.KINDS)),
    )


class StageInline(TableInline):
    model = Stage
    fields = ["order", "name", "name_en", "kind", "points_for_win"]
    show_change_link = True


class AdjustmentInline(TableInline):
    model = PointsAdjustment
    fields = ["team", "points", "on", "reason", "decided_by"]
    readonly_fields = ["decided_by"]
    autocomplete_fields = ["team"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("team", "decided_by")


class PlaceInline(AdjustmentInline):
    model = PlaceDecision
    fields = ["team", "position", "on", "reason", "decided_by"]


@admin.register(Competition)
class CompetitionAdmin(AddressedAdmin):
    list_display = ["name", "kind", "country", "weight"]
    list_filter = ["kind"]
    search_fields = ["name"]
    inlines = [AliasInline, ExternalIdInline]
    fieldsets = [
        (_("Names"), {"fields": ["name", "name_en", "full_name", "slug"]}),
        (_("What it is"), {"fields": [("kind", "country"), ("colour", "weight")]}),
    ]

    def named(self, word):
        return called(word, "competition")

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "colour":
            kwargs["widget"] = forms.TextInput(attrs={"type": "color"})
        return super().formfield_for_dbfield(db_field, request, **kwargs)


@admin.register(Season)
class SeasonAdmin(DeskAdmin):
    list_display = ["__str__", "starts", "ends"]
    list_filter = ["competition"]
    search_fields = ["label"]
    autocomplete_fields = ["competition"]
    inlines = [StageInline]
    fieldsets = [(None, {"fields": ["competition", "label", ("starts", "ends")]})]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("competition")

    def named(self, word):
        return Q(competition__in=Competition.objects.filter(called(word, "competition"))) | Q(label__contains=word)


@admin.register(Stage)
class StageAdmin(DeskAdmin):
    form = StageForm
    list_display = ["__str__", "kind", "points_for_win"]
    list_filter = ["kind", "season__competition"]
    search_fields = ["name"]
    autocomplete_fields = ["season"]
    inlines = [AdjustmentInline, PlaceInline]
    fieldsets = [
        (None, {"fields": ["season", ("name", "name_en"), ("kind", "order")]}),
        (_("The table"), {"fields": ["points_for_win", "tie_breaks", "play_offs", "zones"]}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("season__competition")

    def named(self, word):
        competitions = Competition.objects.filter(called(word, "competition"))
        of_season = Q(season__competition__in=competitions) | Q(season__label__contains=word)
        return of_season | Q(name__icontains=word)

    def save_formset(self, request, form, formset, change):
        """Whoever enters a decision stands by it."""
        for decision in formset.save(commit=False):
            decision.decided_by = decision.decided_by or request.user
            decision.save()
        for decision in formset.deleted_objects:
            decision.delete()

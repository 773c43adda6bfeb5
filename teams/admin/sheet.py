"""The match sheet on the desk: line-ups, and events whose minute is typed as it is printed."""

import re

from django import forms
from django.contrib import admin
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from teams.models import Appearance, MatchEvent
from teams.rules import periods

from .desk import DeskForm, TableInline, TableRowForm
from .names import ExternalIdInline
from .people import people_with_clubs


def printed_minute(typed):
    """The (period, minute, stoppage) of a minute as it is printed; empty is not known."""
    typed = typed.strip().rstrip("'’")
    if not typed:
        return periods.UNKNOWN, None, 0
    said = re.fullmatch(r"(\d{1,3})(?:\+(\d{1,2}))?", typed)
    if not said:
        raise forms.ValidationError(gettext("Write the minute like 67 or 45+2."))
    minute, stoppage = int(said[1]), int(said[2] or 0)
    try:
        return periods.period_of(minute, stoppage), minute, stoppage
    except ValueError as error:
        raise forms.ValidationError(gettext("A match has minutes 1 to 120, and added ones after 45, 90, 105 and 120.")) from error


class PrintedMinute(forms.ModelForm):
    """Asks for 67 or 45+2; the period follows from that, and from the kind for a shoot-out."""

    clock = forms.CharField(
        label=_("Minute"),
        required=False,
        max_length=8,
        widget=forms.TextInput(attrs={"size": 5}),
        help_text=_("67, or 45+2 for added time; empty if it is not known."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "clock" in self.fields:
            self.initial["clock"] = self.instance.clock_label.rstrip("'")

    def clean_clock(self):
        typed = self.cleaned_data["clock"]
        period, minute, stoppage = printed_minute(typed)
        self.instance.minute, self.instance.stoppage, self.instance.period = minute, stoppage, period
        return typed

    def clean(self):
        data = super().clean()
        kind, decision = data.get("kind"), data.get("decision")
        if kind in MatchEvent.SHOOTOUT:
            self._in_the_shootout(data)
        if kind == MatchEvent.Kind.VAR and not decision and "decision" not in self.errors:
            self.add_error("decision", gettext("Say what the VAR decided."))
        if kind and kind != MatchEvent.Kind.VAR and decision:
            self.add_error("decision", gettext("Only a VAR decision has one."))
        return data

    def _in_the_shootout(self, data):
        if data.get("clock"):
            self.add_error("clock", gettext("A shoot-out kick has no minute."))
        self.instance.period = periods.SHOOTOUT


class EventForm(PrintedMinute, DeskForm):
    pass


class EventRowForm(PrintedMinute, TableRowForm):
    pass


class EventInline(TableInline):
    model = MatchEvent
    fk_name = "match"
    form = EventRowForm
    fields = ["clock", "kind", "side", "person", "second_person", "decision", "order", "standing"]
    readonly_fields = ["standing"]
    autocomplete_fields = ["person", "second_person"]
    show_change_link = True

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related(people_with_clubs("person"), people_with_clubs("second_person"))

    @admin.display(description=_("status"))
    def standing(self, event):
        return event.get_status_display() if event.pk else "–"


class LineUpInline(TableInline):
    model = Appearance
    fields = ["side", "shirt", "person", "position", "starter", "captain", "order"]
    autocomplete_fields = ["person"]

    def get_queryset(self, request):
        return (
            super()
            .get_queryset(request)
            .prefetch_related(people_with_clubs("person"))
            .order_by("-side", "-starter", "order", "shirt")
        )


SHEET = [EventInline, LineUpInline, ExternalIdInline]

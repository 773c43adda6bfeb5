"""Match events on the desk: found by "inter kai 67", taken back or given to another with a reason."""

import re

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import re_path
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from teams import actions
from teams.auditlog import of
from teams.models import Match, MatchEvent, Person
from teams.names import fold

from .audited import details, said
from .desk import DeskAdmin, RowSelect, called
from .matches import match_named
from .printed import short, short_date
from .sheet import EventForm, printed_minute


class Reason(forms.Form):
    reason = forms.CharField(
        label=_("Reason"), max_length=300, help_text=_("Readers of the match page see it: offside, the league's report.")
    )


class PersonField(forms.ModelChoiceField):
    widget = RowSelect(MatchEvent._meta.get_field("person"), admin.site)

    def label_from_instance(self, person):
        return admin.site.get_model_admin(Person).label(person)


class GiveTo(Reason):
    person = PersonField(Person.objects.all(), label=_("Whose it is"))
    field_order = ["person", "reason"]


class MoveTo(Reason):
    clock = forms.CharField(
        label=_("Minute"), max_length=8, widget=forms.TextInput(attrs={"size": 5}), help_text=_("67, or 45+2 for added time.")
    )
    field_order = ["clock", "reason"]

    def clean_clock(self):
        return dict(zip(("period", "minute", "stoppage"), printed_minute(self.cleaned_data["clock"]), strict=True))

    def clean(self):
        data = super().clean()
        return {**data.pop("clock", {}), **data}


# What can be decided about an event: the verb, what it asks, and the title of its page.
DECISIONS = {
    "cancel": (actions.cancel_event, Reason, _("Cancel the event")),
    "give": (actions.give_event_to, GiveTo, _("Give the event to another")),
    "move": (actions.move_event, MoveTo, _("Change the minute")),
    "restore": (actions.restore_event, forms.Form, _("Let the event count again")),
}


@admin.register(MatchEvent)
class MatchEventAdmin(DeskAdmin):
    form = EventForm
    list_display = ["told", "match", "day", "status"]
    list_filter = ["status", "kind", "match__stage__season__competition"]
    search_fields = ["person__name"]
    search_help_text = _("A match, a minute, a name, a kind, in any order: inter kai 67.")
    autocomplete_fields = ["match", "person", "second_person"]
    readonly_fields = ["status", "reason", "superseded_by", "decided_by", "decided_at", "entered_by", "entered_at", "history"]
    fieldsets = [
        (_("What happened"), {"fields": ["match", ("clock", "kind", "side"), "person", "second_person", "decision", "order"]}),
        (
            _("Whether it counts"),
            {
                "fields": [
                    "status",
                    "reason",
                    "superseded_by",
                    ("decided_by", "decided_at"),
                    ("entered_by", "entered_at"),
                    "history",
                ],
                "description": _("Changed by the buttons above, with a reason; the event keeps its address and its stories."),
            },
        ),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).for_page().select_related("decided_by", "entered_by")

    def get_ordering(self, request):
        """Match by match: the list by index, and where events are picked, those of the last match first."""
        picking = request.resolver_match.url_name == "autocomplete"
        return [*(["-match__kickoff"] if picking else []), "-match_id", "period", "minute", "stoppage", "order"]

    def get_readonly_fields(self, request, obj=None):
        return self.readonly_fields if obj is None else ["match", *self.readonly_fields]

    def named(self, word):
        kinds = [kind for kind, label in MatchEvent.Kind.choices if word in fold(str(label))]
        people = Person.objects.filter(called(word, "person")).values("pk")
        told = Q(match__in=Match.objects.filter(match_named(word)).values("pk")) | Q(kind__in=kinds)
        if word.isdecimal():
            told |= Q(minute=int(word))
        return told | Q(person__in=people) | Q(second_person__in=people)

    def get_search_results(self, request, queryset, search_term):
        if added := re.search(r"(\d+)\+(\d+)", search_term):
            queryset = queryset.filter(minute=int(added[1]), stoppage=int(added[2]))
            search_term = search_term.replace(added[0], " ")
        return super().get_search_results(request, queryset, search_term)

    def label(self, event):
        told = f"{event} - {event.match} {short_date(event.match.kickoff)}"
        return told if event.counts else f"{told} ({event.get_status_display()})"

    def save_model(self, request, obj, form, change):
        actions.save_event(obj, by=request.user)

    def delete_model(self, request, obj):
        actions.remove_event(obj, by=request.user)

    def get_urls(self):
        view = self.admin_site.admin_view(self.decide)
        decisions = "|".join(DECISIONS)
        return [re_path(rf"^(?P<pk>\d+)/(?P<decision>{decisions})/$", view, name="teams_matchevent_decide"), *super().get_urls()]

    def decide(self, request, pk, decision):
        """Asks for what the verb needs, and shows its objections beside it."""
        event = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_change_permission(request, event):
            raise PermissionDenied
        verb, form_class, title = DECISIONS[decision]
        live = "live" in request.GET
        form = form_class(request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid() and self._done(request, verb, event, form):
            return redirect("admin:teams_match_live", event.match_id) if live else redirect("admin:teams_matchevent_change", pk)
        context = {**self.admin_site.each_context(request), "title": title, "form": form, "event": event, "opts": self.opts}
        context |= {"live": live}
        return render(
            request,
            "admin/teams/matchevent/decide.html",
            {**context, "label": self.label(event), "media": self.media + form.media},
        )

    def _done(self, request, verb, event, form):
        try:
            verb(event, by=request.user, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error.messages)
            return False
        if event.match.is_under_way:
            messages.success(request, gettext("Done. The score is now %s.") % event.match.score)
        else:
            messages.success(request, gettext("Done. The official score stays as it is; change it on the match if need be."))
        return True

    @admin.display(description=_("history"))
    def history(self, event):
        """Who did what to it, and when, the first first."""
        if not event.pk:
            return "–"
        told = ((short(entry.at), entry.who, details(entry) or said(entry)) for entry in of(event).order_by("at", "pk"))
        return format_html("<ol>{}</ol>", format_html_join("", "<li>{} · {} · {}</li>", told))

    @admin.display(description=_("event"))
    def told(self, event):
        return str(event)

    @admin.display(description=_("day"), ordering="match__kickoff")
    def day(self, event):
        return short_date(event.match.kickoff)

"""Matches on the desk: found by typing parts of both names, with their line-ups and events on one page."""

from django import forms
from django.contrib import admin
from django.db.models import Case, F, Q, When
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from teams import actions, clock
from teams.models import Competition, Match, MatchEvent, Team

from . import imports, live
from .desk import AddressedAdmin, DeskForm, called
from .printed import short, short_date
from .sheet import SHEET


class MatchForm(DeskForm):
    PAIRS = ("goals", "half_time", "ninety", "shootout")
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["seen"] = self.instance.changed_at.isoformat()
        if "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields["slug"].help_text = _("Empty: made from both teams and the day.")

    def clean(self):
        data = super().clean()
        self._refuse_what_is_stale(data.get("seen"))
        for pair in self.PAIRS:
            home, away = data.get(f"home_{pair}"), data.get(f"away_{pair}")
            if (home is None) != (away is None) and not self.errors.keys() & {f"home_{pair}", f"away_{pair}"}:
                self.add_error(
                    f"{'home' if home is None else 'away'}_{pair}", gettext("Give the goals of both sides, or of neither.")
                )
        if not data.get("slug") and all(data.get(name) for name in ("home", "away", "kickoff")):
            data["slug"] = f"{data['home'].slug}-{data['away'].slug}-{localtime(data['kickoff']):%Y-%m-%d}"
        return data

    def _refuse_what_is_stale(self, seen):
        """While this page stood open a goal may have been kept on the live desk: nothing here may overwrite it."""
        row = Match.objects.select_for_update().filter(pk=self.instance.pk).first()
        if seen and row and row.changed_at.isoformat() != seen:
            raise forms.ValidationError(
                gettext("Somebody changed this match meanwhile, so nothing was kept. Open it in another window and compare.")
            )


@admin.register(Match)
class MatchAdmin(AddressedAdmin):
    form = MatchForm
    list_display = ["told", "when", "status", "competition", "matchday"]
    list_filter = ["status", "stage__season__competition"]
    date_hierarchy = "kickoff"
    search_fields = ["slug"]
    search_help_text = _("Parts of either name, in any order, and a date if need be: inter kai 2025-11.")
    prepopulated_fields = {}
    autocomplete_fields = ["stage", "home", "away", "venue", "referee", "home_coach", "away_coach"]
    inlines = SHEET
    fieldsets = [
        (_("The match"), {"fields": ["stage", ("matchday", "round"), ("home", "away"), ("kickoff", "kickoff_confirmed")]}),
        (
            _("How it stands"),
            {"fields": ["status", ("home_goals", "away_goals"), ("home_half_time", "away_half_time"), "decision"]},
        ),
        (
            _("Extra time and shoot-out"),
            {"fields": [("home_ninety", "away_ninety"), ("home_shootout", "away_shootout")], "classes": ["collapse"]},
        ),
        (_("Benches"), {"fields": [("home_coach", "home_formation"), ("away_coach", "away_formation")]}),
        (_("The ground"), {"fields": ["venue", "referee", "attendance"]}),
        (_("Embargo"), {"fields": [("lineups_embargo", "result_embargo")], "classes": ["collapse"]}),
        (_("For the desk"), {"fields": ["note", "slug", "seen"]}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).for_page()

    def get_ordering(self, request):
        """What was played last stands first, and after all that what comes next."""
        played = Case(When(kickoff__lte=clock.now(), then=F("kickoff")))
        return [played.desc(nulls_last=True), "kickoff", "pk"]

    def get_urls(self):
        return [*imports.urls(), *live.urls(), *super().get_urls()]

    def named(self, word):
        return match_named(word)

    def label(self, match):
        return f"{match}, {short_date(match.kickoff)}, {self.competition(match)}"

    def keep(self, request, row):
        actions.save_match(row, by=request.user)

    def save_formset(self, request, form, formset, change):
        if formset.model is not MatchEvent:
            if formset.has_changed():
                actions.lineup_changed(form.instance, by=request.user)
            return super().save_formset(request, form, formset, change)
        for event in formset.save(commit=False):
            actions.save_event(event, by=request.user)
        for event in formset.deleted_objects:
            actions.remove_event(event, by=request.user)
        return None

    @admin.display(description=_("match"), ordering="kickoff")
    def told(self, match):
        return str(match)

    @admin.display(description=_("kick-off"), ordering="kickoff")
    def when(self, match):
        return short(match.kickoff)

    @admin.display(description=_("competition"))
    def competition(self, match):
        return match.stage.season.competition


def match_named(word):
    """Matches that a folded word may mean: either team, the competition, or a part of the date."""
    teams = Team.objects.filter(called(word, "team")).values("pk")
    competitions = Competition.objects.filter(called(word, "competition")).values("pk")
    told = Q(slug__contains=word.replace("'", "")) | Q(stage__season__competition__in=competitions)
    return told | Q(home__in=teams) | Q(away__in=teams)

"""Teams and the grounds they play at, on the desk."""

from django import forms
from django.contrib import admin
from django.db.models import Q
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from teams import actions, clock
from teams.models import Spell, Team, Venue

from .desk import AddressedAdmin, DeskAdmin, DeskForm, TableInline, called
from .names import AliasInline, ExternalIdInline
from .people import people_with_clubs


class ShirtForm(DeskForm):
    class Meta:
        widgets = {
            "primary_colour": forms.TextInput(attrs={"type": "color"}),
            "secondary_colour": forms.TextInput(attrs={"type": "color"}),
        }


class SquadInline(TableInline):
    """Who is there now; former members are on their own pages."""

    model = Spell
    verbose_name_plural = _("squad and staff today")
    fields = ["person", "role", "shirt", "start", "end", "on_loan", "captain"]
    autocomplete_fields = ["person"]
    classes = ["collapse"]

    def get_queryset(self, request):
        members = super().get_queryset(request).on(clock.today()).prefetch_related(people_with_clubs("person"))
        return members.order_by("role", "shirt", "person")


@admin.register(Team)
class TeamAdmin(AddressedAdmin):
    form = ShirtForm
    list_display = ["name", "swatch", "kind", "section", "city", "country", "code"]
    list_filter = ["kind", "section"]
    search_fields = ["name"]
    search_help_text = _("By any name: nerazzurri, Internazionale, psg.")
    autocomplete_fields = ["home_venue"]
    inlines = [AliasInline, SquadInline, ExternalIdInline]
    fieldsets = [
        (_("Names"), {"fields": ["name", "name_en", "full_name", ("slug", "code")]}),
        (_("Who they are"), {"fields": [("kind", "section"), ("city", "country"), "founded", "home_venue", "website"]}),
        (_("Shirt"), {"fields": [("primary_colour", "secondary_colour", "trim_colour"), "pattern"]}),
    ]

    def named(self, word):
        return called(word, "team")

    @admin.display(description=_("shirt"))
    def swatch(self, team):
        return format_html(
            '<svg class="swatch" width="30" height="18" role="img" aria-label="{}">'
            '<path fill="{}" d="M0 0h15v18H0z"/><path fill="{}" d="M15 0h15v18H15z"/></svg>',
            team.get_pattern_display(),
            team.primary_colour,
            team.secondary_colour,
        )


@admin.register(Venue)
class VenueAdmin(DeskAdmin):
    list_display = ["name", "city", "country", "capacity"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}
    inlines = [AliasInline, ExternalIdInline]
    fieldsets = [
        (None, {"fields": ["name", "slug", ("city", "country"), "capacity"]}),
        (_("On the map"), {"fields": [("latitude", "longitude")]}),
    ]

    def named(self, word):
        return called(word, "venue") | Q(city__icontains=word)

    def save_model(self, request, obj, form, change):
        actions.save_named(obj, by=request.user)

"""Players, coaches and referees, on the desk: a namesake is told by club, shirt and year of birth."""

from django.contrib import admin
from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from teams import clock
from teams.models import Person, Spell

from .desk import AddressedAdmin, TableInline, called
from .names import AliasInline, ExternalIdInline


def people_with_clubs(relation):
    """To prefetch people with all that their labels say."""
    return Prefetch(relation, Person.objects.with_club_on(clock.today()))


class SpellInline(TableInline):
    model = Spell
    fields = ["team", "role", "shirt", "start", "end", "on_loan", "captain"]
    autocomplete_fields = ["team"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("team")


@admin.register(Person)
class PersonAdmin(AddressedAdmin):
    list_display = ["name", "where", "position", "nationality", "birth_date"]
    list_filter = ["position", "spells__role"]
    search_fields = ["name"]
    search_help_text = _("By any name, with or without accents: martinez, toro.")
    inlines = [SpellInline, AliasInline, ExternalIdInline]
    fieldsets = [
        (_("Names"), {"fields": ["name", ("given_name", "surname"), "slug"]}),
        (_("Born"), {"fields": [("birth_date", "birth_place"), "nationality"]}),
        (_("On the pitch"), {"fields": [("position", "height")]}),
        (_("Elsewhere"), {"fields": ["wikidata"], "classes": ["collapse"]}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).with_club_on(clock.today())

    def named(self, word):
        return called(word, "person")

    def label(self, person):
        born = person.birth_date.year if person.birth_date else ""
        told = ", ".join(str(part) for part in (self.where(person), born) if part)
        return f"{person} ({told})" if told else person.name

    @admin.display(description=_("today"))
    def where(self, person):
        spells = person.spells_then if hasattr(person, "spells_then") else person.spells.on(clock.today()).select_related("team")
        return ", ".join(f"{spell.team} {spell.shirt}" if spell.shirt else str(spell.team) for spell in spells)

"""All other names in one list, and those that collide: one name, as reading compares it, for different things."""

from collections import defaultdict

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import Exists, F, OuterRef, Q, Value
from django.db.models.functions import Coalesce, Replace
from django.utils.translation import gettext_lazy as _

from teams.models import Alias, Competition, Person, Team, Venue
from teams.names import to_slug

from .desk import DeskAdmin

THINGS = {"team": Team, "person": Person, "competition": Competition, "venue": Venue}


def colliding(aliases):
    """Names that are another row's other name as well, in the same language, or its own."""
    aliases = aliases.annotate(thing=_thing(), as_slug=Replace(Replace("folded", Value("'"), Value("")), Value(" "), Value("-")))
    same = Alias.objects.annotate(thing=_thing()).filter(folded=OuterRef("folded")).exclude(thing=OuterRef("thing"))
    met = Q(language="") & Exists(same) | Exists(same.filter(Q(language="") | Q(language=OuterRef("language"))))
    for name, model in THINGS.items():
        met |= Exists(model.objects.filter(slug=OuterRef("as_slug")).exclude(pk=Coalesce(OuterRef(f"{name}_id"), 0)))
    return aliases.filter(met)


def _thing():
    """One number for what a name names."""
    return Coalesce(*(F(f"{name}_id") * len(THINGS) + place for place, name in enumerate(THINGS)))


class CollisionFilter(admin.SimpleListFilter):
    title = _("collisions")
    parameter_name = "collides"

    def lookups(self, request, model_admin):
        return [("1", _("Names of several things"))]

    def queryset(self, request, queryset):
        return colliding(queryset) if self.value() == "1" else queryset


class OtherNames(ChangeList):
    """Each with everything else that is called so: five questions for a whole page."""

    def get_results(self, request):
        super().get_results(request)
        self.result_list = list(self.result_list)
        bearers = defaultdict(dict)
        for other in Alias.objects.filter(folded__in={row.folded for row in self.result_list}).select_related(*THINGS):
            bearers[to_slug(other.folded)][other.target] = other.get_scope_display()
        for model in THINGS.values():
            for row in model.objects.filter(slug__in={to_slug(row.folded) for row in self.result_list}):
                bearers[row.slug].setdefault(row, _("its own name"))
        for row in self.result_list:
            row.bearers = bearers[to_slug(row.folded)]


@admin.register(Alias)
class AliasAdmin(DeskAdmin):
    list_display = ["text", "of", "language", "scope", "kind", "also"]
    list_filter = [CollisionFilter, "language", "scope", "kind"]
    list_select_related = tuple(THINGS)
    search_fields = ["folded"]
    ordering = ["folded", "pk"]
    fields = ["text", "of", "language", "kind", "scope"]
    readonly_fields = ["of"]

    def get_changelist(self, request, **kwargs):
        return OtherNames

    def named(self, word):
        return Q(folded__contains=word)

    def has_add_permission(self, request):
        """A name is added on the page of what it names."""
        return False

    @admin.display(description=_("means"))
    def of(self, alias):
        return f"{alias.target} ({alias.target._meta.verbose_name})"

    @admin.display(description=_("means as well"))
    def also(self, alias):
        others = ((row, how) for row, how in alias.bearers.items() if row != alias.target)
        return "; ".join(f"{row} ({row._meta.verbose_name}, {how})" for row, how in others) or "–"

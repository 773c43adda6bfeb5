"""The lines under a story: its ties to facts, picked by typing, who signs it and whom it cites."""

from django.contrib import admin
from django.db.models import Prefetch
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from articles.forms import InOrder, RowInPlace
from articles.models import Byline, Citation, CompetitionLink, EventLink, MatchLink, PersonLink, TeamLink
from teams import clock
from teams.admin.desk import TableInline
from teams.models import Match, MatchEvent, Person


class LineInline(TableInline):
    form = RowInPlace
    formset = InOrder

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "order":
            kwargs["initial"] = None
        return super().formfield_for_dbfield(db_field, request, **kwargs)


class BylineInline(LineInline):
    model = Byline
    fields = ["author", "order"]
    autocomplete_fields = ["author"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("author__publisher")


class CitationInline(LineInline):
    model = Citation
    fields = ["name", "url", "order"]


class LinkInline(LineInline):
    """A tie that was typed here is confirmed; one that an import proposed says so until somebody publishes the story."""

    readonly_fields = ["standing"]

    def get_fields(self, request, obj=None):
        return [self.model.TARGET, "role", "order", "standing"]

    def get_autocomplete_fields(self, request):
        return [self.model.TARGET]

    def get_queryset(self, request):
        facts = Prefetch(self.model.TARGET, self.facts())
        return super().get_queryset(request).select_related("confirmed_by").prefetch_related(facts)

    def facts(self):
        """The facts with all that their labels say."""
        return self.model._meta.get_field(self.model.TARGET).related_model.objects.all()

    @admin.display(description=_("confirmed"))
    def standing(self, tie):
        if not tie.pk:
            return "–"
        if not tie.confirmed_at:
            return _t("proposed")
        return _t("by %(name)s") % {"name": tie.confirmed_by} if tie.confirmed_by else _t("yes")


class TeamInline(LinkInline):
    model = TeamLink


class PersonInline(LinkInline):
    model = PersonLink

    def facts(self):
        return Person.objects.with_club_on(clock.today())


class CompetitionInline(LinkInline):
    model = CompetitionLink


class MatchInline(LinkInline):
    model = MatchLink

    def facts(self):
        return Match.objects.for_card()


class EventInline(LinkInline):
    model = EventLink

    def facts(self):
        return MatchEvent.objects.for_page()


LINES = [MatchInline, EventInline, PersonInline, TeamInline, CompetitionInline, BylineInline, CitationInline]

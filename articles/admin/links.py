"""The lines under a story: who signs it."""

from articles.forms import InOrder, RowInPlace
from articles.models import Byline
from teams.admin.desk import TableInline


class BylineInline(TableInline):
    form = RowInPlace
    formset = InOrder
    model = Byline
    fields = ["author", "order"]
    autocomplete_fields = ["author"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("author__publisher")

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "order":
            kwargs["initial"] = None
        return super().formfield_for_dbfield(db_field, request, **kwargs)


LINES = [BylineInline]

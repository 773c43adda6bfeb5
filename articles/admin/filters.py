"""Choices on a list that somebody keeps under a name, for nobody else."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.models import SavedFilter

# What a list is asked that is no choice: its page, an error, a window of a picker.
NOT_A_CHOICE = {"p", "e", "all", "_popup", "_to_field"}


class FilterForm(forms.ModelForm):
    class Meta:
        model = SavedFilter
        fields = ["name", "query"]

    def clean_query(self):
        return query_of(QueryDict(self.cleaned_data["query"]))


class Filtered:
    """For the admin of a list above which those choices stand."""

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, {**(extra_context or {}), "saved_filters": kept(self, request)})

    def get_urls(self):
        view, name = self.admin_site.admin_view, _name(self)
        own = [
            path("filters/save/", view(require_POST(lambda request: save(self, request))), name=f"{name}_filter_save"),
            path(
                "filters/<int:pk>/remove/",
                view(require_POST(lambda request, pk: remove(self, request, pk))),
                name=f"{name}_filter_remove",
            ),
        ]
        return [*own, *super().get_urls()]


def kept(model_admin, request) -> dict:
    """[1 query]"""
    query, name = query_of(request.GET), _name(model_admin)
    rows = [(row, row.query == query) for row in of(model_admin, request.user)]
    return {
        "rows": rows,
        "query": query,
        "is_kept": any(is_chosen for _row, is_chosen in rows),
        "save": f"admin:{name}_filter_save",
        "remove": f"admin:{name}_filter_remove",
    }


def save(model_admin, request):
    """A name that is there already means the new choice from now on."""
    _may(model_admin, request)
    row = of(model_admin, request.user).filter(name=request.POST.get("name", "").strip()).first()
    form = FilterForm(request.POST, instance=row or SavedFilter(user=request.user, page=model_admin.opts.label_lower))
    if form.is_valid():
        told = _("“%(name)s” means this choice from now on.") if row else _("Kept as “%(name)s”.")
        messages.success(request, told % {"name": form.save()})
    else:
        messages.error(request, " ".join(line for lines in form.errors.values() for line in lines))
    return _back(model_admin, request)


def remove(model_admin, request, pk):
    _may(model_admin, request)
    row = get_object_or_404(of(model_admin, request.user), pk=pk)
    row.delete()
    messages.success(request, _("Removed: “%(name)s”.") % {"name": row})
    return _back(model_admin, request)


def of(model_admin, user):
    return SavedFilter.objects.filter(user=user, page=model_admin.opts.label_lower)


def query_of(asked: QueryDict) -> str:
    """What is chosen, in one spelling."""
    chosen = QueryDict(mutable=True)
    for name in sorted(asked.keys() - NOT_A_CHOICE):
        chosen.setlist(name, [value for value in asked.getlist(name) if value])
    return chosen.urlencode()


def _back(model_admin, request):
    page, query = reverse(f"admin:{_name(model_admin)}_changelist"), query_of(QueryDict(request.POST.get("query", "")))
    return redirect(f"{page}?{query}" if query else page)


def _may(model_admin, request):
    if not model_admin.has_view_or_change_permission(request):
        raise PermissionDenied


def _name(model_admin):
    return f"{model_admin.opts.app_label}_{model_admin.opts.model_name}"

"""The desk: the admin under the paper's name, its sections in the order in which a newsroom works."""

from django.conf import settings
from django.contrib import admin
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.contenttypes.models import ContentType
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.views.i18n import JavaScriptCatalog

from articles import permissions
from newsroom import deleting
from teams import clock


class Suggestions(AutocompleteJsonView):
    """What a picker offers, under the label that tells a row from its namesakes."""

    def get_queryset(self):
        source = self.admin_site._registry.get(self.source_field.model)
        rows = super().get_queryset()
        return source.offered(self.request, self.source_field, rows) if hasattr(source, "offered") else rows

    def serialize_result(self, obj, to_field_name):
        label = getattr(self.model_admin, "label", str)
        return {**super().serialize_result(obj, to_field_name), "text": label(obj)}


class Desk(admin.AdminSite):
    site_title = settings.SITE_NAME
    site_header = format_lazy(_("{}: the desk"), settings.SITE_NAME)
    index_title = _("The desk")
    enable_nav_sidebar = False  # the bar under the header leaves the width to tables and texts

    # Sections, and within them what is needed most often; the rest follows by name, in the bar of every page behind "More".
    APPS = ("articles", "teams")
    MODELS = ("Article", "Image", "Arrangement", "Tag", "Match", "MatchEvent", "Person", "Team")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.disable_action("delete_selected")  # rows go one by one, each with what hangs on it in view

    def get_urls(self):
        to_the_page = path("r/<path:kind>/<path:object_id>/", self.admin_view(self.to_the_page))
        return [to_the_page, *super().get_urls()]  # in front of Django's own

    def to_the_page(self, request, kind, object_id):
        """From a row to what readers see of it. Django's own view tells the address of any row, also of a draft of others."""
        model = get_object_or_404(ContentType, pk=kind if kind.isdecimal() else None).model_class()
        row = self.get_model_admin(model).get_object(request, object_id) if model and self.is_registered(model) else None
        if row is None or not hasattr(row, "get_absolute_url"):
            raise Http404
        return redirect(row.get_absolute_url())

    def what_goes(self, rows, request):
        """What a deletion takes along, for the page that asks before."""
        return deleting.what_goes(rows, request, self)

    def autocomplete_view(self, request):
        return Suggestions.as_view(admin_site=self)(request)

    def i18n_javascript(self, request, extra_context=None):
        return JavaScriptCatalog.as_view(packages=["django.contrib.admin", "newsroom"])(request)

    def index(self, request, extra_context=None):
        """What waits for whoever has come in."""
        from newsroom import desk  # its stories' admin registers itself with this very site

        may_write = permissions.may_write(request.user)
        found = {"sections": desk.sections(request.user), "may_write": may_write, "today": clock.today()}
        return super().index(request, {**(extra_context or {}), **found})

    def app_index(self, request, app_label, extra_context=None):
        """The first page lists them all."""
        return redirect("admin:index")

    def get_app_list(self, request, app_label=None):
        """Stories, then facts, then the rest; topics are with the stories, though a library keeps them."""
        sections = {section["app_label"]: section for section in super().get_app_list(request, app_label)}
        if "articles" in sections and "taggit" in sections:
            topics = sections.pop("taggit")["models"]
            sections["articles"]["models"] += [{**topic, "name": _("Topics")} for topic in topics]
        for section in sections.values():
            section["models"].sort(key=lambda model: _place(model["object_name"], self.MODELS))
            section["often"] = [model for model in section["models"] if model["object_name"] in self.MODELS]
            section["seldom"] = [model for model in section["models"] if model["object_name"] not in self.MODELS]
        return sorted(sections.values(), key=lambda section: _place(section["app_label"], self.APPS))


def _place(name, order):
    return order.index(name) if name in order else len(order)

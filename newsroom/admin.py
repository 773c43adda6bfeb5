"""The desk: the admin under the paper's name, its sections in the order in which a newsroom works."""

from django.conf import settings
from django.contrib import admin
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _


class Suggestions(AutocompleteJsonView):
    """What a picker offers, under the label that tells a row from its namesakes."""

    def serialize_result(self, obj, to_field_name):
        label = getattr(self.model_admin, "label", str)
        return {**super().serialize_result(obj, to_field_name), "text": label(obj)}


class Desk(admin.AdminSite):
    site_title = settings.SITE_NAME
    site_header = format_lazy(_("{}: the desk"), settings.SITE_NAME)
    index_title = _("What would you like to do?")

    # Sections, and within them what is needed most often; the rest follows by name.
    APPS = ("articles", "taggit", "teams")
    MODELS = ("Article", "Image", "Author", "Publisher", "Match", "MatchEvent", "Person", "Team")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.disable_action("delete_selected")  # rows go one by one, each with what hangs on it in view

    def autocomplete_view(self, request):
        return Suggestions.as_view(admin_site=self)(request)

    def get_app_list(self, request, app_label=None):
        sections = sorted(super().get_app_list(request, app_label), key=lambda app: _place(app["app_label"], self.APPS))
        for section in sections:
            section["models"].sort(key=lambda model: _place(model["object_name"], self.MODELS))
        return sections


def _place(name, order):
    return order.index(name) if name in order else len(order)

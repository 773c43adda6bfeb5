"""Topics on the desk, without the list of everything that carries one."""

from django.contrib import admin
from django.db.models import Count
from django.utils.translation import gettext_lazy as _
from taggit.admin import Tag  # registers its own page first, which this one replaces

from teams.admin.desk import DeskAdmin

admin.site.unregister(Tag)


@admin.register(Tag)
class TopicAdmin(DeskAdmin):
    list_display = ["name", "slug", "stories"]
    search_fields = ["name"]
    ordering = ["name"]
    prepopulated_fields = {"slug": ["name"]}
    fields = ["name", "slug"]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(stories=Count("taggit_taggeditem_items"))

    def get_readonly_fields(self, request, obj=None):
        """A topic keeps its address: pages and feeds hang off it."""
        return ["slug"] if obj else []

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else self.prepopulated_fields

    @admin.display(description=_("articles"), ordering="stories")
    def stories(self, topic):
        return topic.stories

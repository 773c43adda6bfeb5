"""Who publishes and who signs, on the desk."""

from django import forms
from django.contrib import admin
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles import desk_index, permissions
from articles.models import Author, Publisher
from teams.admin.desk import AddressedAdmin, DeskForm


class ColourForm(DeskForm):
    class Meta:
        widgets = {"colour": forms.TextInput(attrs={"type": "color"})}


@admin.register(Publisher)
class PublisherAdmin(AddressedAdmin):
    form = ColourForm
    list_display = ["name", "kind", "canonical_policy", "site_url"]
    list_filter = ["kind", "canonical_policy"]
    search_fields = ["name"]
    autocomplete_fields = ["logo"]
    fieldsets = [
        (_("Who they are"), {"fields": [("name", "slug"), "kind", "about", ("logo", "colour")]}),
        (_("Where they are"), {"fields": ["site_url", "feed_url"]}),
        (_("What was agreed"), {"fields": ["canonical_policy", "terms"]}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("logo")

    def has_change_permission(self, request, obj=None):
        """What was agreed with a publisher is for those who work for it."""
        return super().has_change_permission(request, obj) and (obj is None or permissions.works_for(request.user, obj))

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and permissions.works_everywhere(request.user)

    def get_fieldsets(self, request, obj=None):
        agreed = obj is None or permissions.works_for(request.user, obj)
        return self.fieldsets if agreed else self.fieldsets[:-1]


@admin.register(Author)
class AuthorAdmin(AddressedAdmin):
    list_display = ["name", "role", "publisher", "user"]
    list_filter = [("publisher", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["name"]
    autocomplete_fields = ["publisher", "portrait", "user"]
    fieldsets = [
        (_("The byline"), {"fields": [("name", "slug"), "role", "publisher"]}),
        (_("Who they are"), {"fields": ["about", "portrait"]}),
        (_("On this desk"), {"fields": ["user"]}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("publisher", "portrait", "user")

    def has_delete_permission(self, request, obj=None):
        """Before it is done a page names the stories that they signed, of whatever publisher."""
        return super().has_delete_permission(request, obj) and permissions.works_everywhere(request.user)

    def get_readonly_fields(self, request, obj=None):
        """Only those who see the logins may give one a byline."""
        return [] if request.user.has_perm("auth.view_user") else ["user"]

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if change and not {"name", "slug"}.isdisjoint(form.changed_data):
            desk_index.rebuild_signed(obj)

    def named(self, word):
        return super().named(word) | Q(role__icontains=word)

    def label(self, author):
        return f"{author} ({author.publisher})" if author.publisher else author.name

"""Members on the desk: who sees and changes which story, who works for whom, and the page that says why."""

from functools import reduce
from operator import or_

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext_lazy as _

from articles import actions, permissions
from articles.models import Membership
from articles.permissions import Verb
from teams.admin.desk import DeskAdmin


class ForMembers:
    """What an admin of stories shows and lets happen follows `articles.permissions`."""

    def get_queryset(self, request):
        return permissions.visible(request.user, super().get_queryset(request))

    def has_add_permission(self, request):
        return permissions.may_write(request.user)

    def has_view_permission(self, request, obj=None):
        return super().has_view_permission(request, obj) and (obj is None or permissions.may_see(request.user, obj))

    def has_change_permission(self, request, obj=None):
        if obj is None:
            return super().has_change_permission(request)
        return permissions.may_change(request.user, obj)

    def has_delete_permission(self, request, obj=None):
        if obj is None:
            return super().has_delete_permission(request)
        return permissions.may_delete(request.user, obj)

    def get_changeform_initial_data(self, request):
        proposed = permissions.proposed_publisher(request.user)
        return ({"publisher": proposed.pk} if proposed else {}) | super().get_changeform_initial_data(request)

    def has_publish_permission(self, request):
        return request.user.has_perm(permissions.PUBLISH)

    def get_readonly_fields(self, request, obj=None):
        """The hour, the embargo and who is to write it are an editor's, as publishing is."""
        readonly = super().get_readonly_fields(request, obj)
        publisher = obj.publisher_id if obj else None
        is_editor = request.user.is_superuser or permissions.role_at(request.user, publisher) in permissions.EDITING
        is_editor = is_editor and self.has_publish_permission(request)
        return readonly if is_editor else [*readonly, "published_at", "embargo_until", "assigned_to", "due_at"]

    def offered(self, request, field, rows):
        """A story is moved only to publishers for which one works."""
        return rows.filter(pk__in=permissions.may_write_for(request.user)) if field.name == "publisher" else rows

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "publisher":
            kwargs["queryset"] = permissions.may_write_for(request.user)
        if db_field.name == "assigned_to":
            kwargs["queryset"] = permissions.colleagues()
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if field and db_field.name == "assigned_to":
            field.label_from_instance = actions.name
        return field


def urls(model_admin):
    return [path("<int:pk>/who/", model_admin.admin_site.admin_view(_who(model_admin)), name="articles_article_who")]


def _who(model_admin):
    def who(request, pk):
        """Superusers see what every login may do with a story, and why; everybody else sees that of their own."""
        article = model_admin.get_queryset(request).filter(pk=pk).first()
        if article is None:
            raise Http404
        if not permissions.may_see(request.user, article):
            raise PermissionDenied
        asked, logins = _asked(request)
        context = {
            **model_admin.admin_site.each_context(request),
            "opts": model_admin.opts,
            "original": article,
            "title": _("Who may do what, and why"),
            "asked": asked,
            "decisions": permissions.reasons(asked, article),
            "verbs": list(Verb),
            "rows": [(login, permissions.reasons(login, article)) for login in logins],
        }
        return render(request, "admin/articles/article/who.html", context)

    return who


def _asked(request):
    """The login that is asked about, and all that can be; for whom is no superuser both are themselves."""
    if not request.user.is_superuser:
        return request.user, []
    logins = list(get_user_model().objects.filter(is_staff=True).order_by("username"))
    chosen = request.GET.get("login", "")
    return next((login for login in logins if str(login.pk) == chosen), request.user), logins


@admin.register(Membership)
class MembershipAdmin(DeskAdmin):
    """Roles are given by those who manage logins."""

    list_display = ["user", "publisher", "role"]
    list_filter = ["role", ("publisher", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["user__username"]
    autocomplete_fields = ["user", "publisher"]
    fields = ["user", "publisher", "role"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("user", "publisher")

    def named(self, word):
        named = (Q(**{f"user__{part}__icontains": word}) for part in ("username", "first_name", "last_name"))
        return reduce(or_, named, Q(publisher__name__icontains=word))

    def has_view_permission(self, request, obj=None):
        return request.user.is_superuser

    has_add_permission = has_change_permission = has_delete_permission = has_view_permission

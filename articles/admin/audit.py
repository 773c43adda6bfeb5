"""The audit log on the desk: to be searched, never to be changed, by nobody."""

from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.urls import NoReverseMatch, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles import permissions
from articles.models import Article
from teams.admin.audited import VERBS, Audited, details, said
from teams.admin.desk import DeskAdmin
from teams.admin.printed import short
from teams.models import AuditEntry


def urls(model_admin):
    """What was done with a story; its own history page tells of its versions."""

    def view(request, object_id):
        article = model_admin.get_object(request, object_id)
        if article and not permissions.may_follow(request.user, article):
            raise PermissionDenied
        return Audited.history_view(model_admin, request, object_id)

    return [path("<path:object_id>/acts/", model_admin.admin_site.admin_view(view), name="articles_article_acts")]


LOGGED = ("articles", "auth", "taggit", "teams")


class VerbFilter(admin.SimpleListFilter):
    title = _("what was done")
    parameter_name = "verb"

    def lookups(self, request, model_admin):
        return VERBS.items()

    def queryset(self, request, queryset):
        return queryset.filter(verb=self.value()) if self.value() else queryset


class KindFilter(admin.SimpleListFilter):
    """The kinds of rows of the desk; reading them from the log would read the whole log."""

    title = _("kind of row")
    parameter_name = "kind"

    def lookups(self, request, model_admin):
        registered = [model._meta for model in model_admin.admin_site._registry if model._meta.app_label in LOGGED]
        return sorted(((f"{meta.app_label}.{meta.model_name}", meta.verbose_name) for meta in registered), key=lambda row: row[1])

    def queryset(self, request, queryset):
        app_label, _dot, model = (self.value() or "").partition(".")
        return queryset.filter(content_type__app_label=app_label, content_type__model=model) if model else queryset


@admin.register(AuditEntry)
class AuditEntryAdmin(DeskAdmin):
    list_display = ["moment", "who", "verb_said", "what_linked", "told"]
    list_display_links = None
    list_filter = [VerbFilter, KindFilter]
    list_select_related = ["content_type"]
    date_hierarchy = "at"
    search_fields = ["who", "what"]
    search_help_text = _("Who did it, or what it was done with: a name, a headline, a number.")
    actions = None

    def get_queryset(self, request):
        """What somebody may not see of the stories they do not see here either."""
        entries = super().get_queryset(request)
        if request.user.is_superuser:
            return entries
        stories = ContentType.objects.get_for_model(Article)
        return entries.filter(~Q(content_type=stories) | Q(row_id__in=permissions.visible(request.user).values("pk")))

    def named(self, word):
        number = Q(row_id=int(word)) if word.isdecimal() and len(word) < 19 else Q()
        return Q(who__icontains=word) | Q(what__icontains=word) | Q(verb=word) | number

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    has_delete_permission = has_change_permission

    @admin.display(description=_("when"), ordering="at")
    def moment(self, entry):
        return short(entry.at)

    @admin.display(description=_("did"), ordering="verb")
    def verb_said(self, entry):
        return said(entry)

    @admin.display(description=_("what"), ordering="what")
    def what_linked(self, entry):
        """The row as it was called then; it leads to its page, if it has one."""
        kind = entry.content_type
        try:
            page = reverse(f"admin:{kind.app_label}_{kind.model}_change", args=[entry.row_id])
        except NoReverseMatch:
            return entry.what
        return format_html('<a href="{}">{}</a>', page, entry.what)

    @admin.display(description=_("details"))
    def told(self, entry):
        return details(entry)

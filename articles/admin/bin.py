"""The bin on the desk: what is thrown away waits there, comes back as it was, or is ended by a superuser."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import ProtectedError
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from articles import actions, permissions


def urls(model_admin) -> list:
    view = model_admin.admin_site.admin_view
    return [
        path("<int:pk>/restore/", view(require_POST(_on(model_admin, restore))), name="articles_article_restore"),
        path("<int:pk>/end/", view(_on(model_admin, end)), name="articles_article_end"),
    ]


class BinFilter(admin.SimpleListFilter):
    """Every list leaves out what is in the bin, unless somebody asks for it."""

    title = _("bin")
    parameter_name = "bin"

    def lookups(self, request, model_admin):
        return [("yes", _("In the bin"))]

    def choices(self, changelist):
        yield {
            "selected": self.value() is None,
            "query_string": changelist.get_query_string(remove=["bin"]),
            "display": _("Not in the bin"),
        }
        yield from list(super().choices(changelist))[1:]

    def queryset(self, request, queryset):
        return queryset.filter(binned_at__isnull=self.value() != "yes")


class Binned:
    """For an admin of stories: deleting one puts it into the bin."""

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj and obj.binned_at:
            context["may_restore"] = permissions.may(request.user, permissions.Verb.BRING_BACK, obj)
            context["may_end"] = request.user.is_superuser
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def get_list_filter(self, request):
        return [BinFilter, *super().get_list_filter(request)]

    def get_search_results(self, request, queryset, search_term):
        """Pickers offer nothing that is in the bin; the list has its filter."""
        if request.path == reverse("admin:autocomplete"):
            queryset = queryset.filter(binned_at=None)
        return super().get_search_results(request, queryset, search_term)

    def delete_view(self, request, object_id, extra_context=None):
        article = self.get_object(request, object_id)
        if article is None:
            raise Http404
        if not self.has_delete_permission(request, article):
            raise PermissionDenied
        if request.method == "POST":
            return _done(request, article, actions.put_into_bin)
        return _ask(self, request, article, gettext("Put it into the bin?"), ends=False)


def restore(model_admin, request, article):
    return _done(request, article, actions.restore)


def end(model_admin, request, article):
    """Asks first: this is the one thing on the desk that cannot be undone."""
    if not request.user.is_superuser or not article.binned_at:
        raise PermissionDenied
    if request.method != "POST":
        return _ask(model_admin, request, article, gettext("Delete it for good?"), ends=True)
    try:
        actions.end_for_good(article, by=request.user)
    except ProtectedError as error:
        kinds = sorted({str(row._meta.verbose_name_plural) for row in error.protected_objects})
        messages.error(request, gettext("It cannot be deleted: it has %(rows)s that stay for ever.") % {"rows": ", ".join(kinds)})
    else:
        messages.success(request, gettext("“%(headline)s” is deleted for good.") % {"headline": article})
    return redirect(f"{reverse('admin:articles_article_changelist')}?bin=yes")


def _done(request, article, verb):
    page = reverse("admin:articles_article_change", args=[article.pk])
    try:
        verb(article, by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect(page)
    told = gettext("“{}” is in the bin. {}") if article.binned_at else gettext("“{}” is back from the bin. {}")
    link = format_html('<a href="{}">{}</a>', page, gettext("Open it"))
    messages.success(request, format_html(told, article, link))
    return redirect("admin:articles_article_changelist")


def _on(model_admin, view):
    def found(request, pk):
        article = model_admin.get_object(request, pk)
        if article is None:
            raise Http404
        return view(model_admin, request, article)

    return found


def _ask(model_admin, request, article, title, *, ends):
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "article": article,
        "title": title,
        "ends": ends,
        "versions": article.versions.count(),
    }
    return TemplateResponse(request, "admin/articles/article/bin.html", context)

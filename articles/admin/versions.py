"""The history of a story on the desk: its versions, two of them side by side, one brought back or given a name."""

from itertools import pairwise
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from articles import actions, comparing, permissions
from articles.models import Version

PER_PAGE = 30


def urls(model_admin) -> list:
    views = {"compare/": compare, "<int:number>/bring-back/": bring_back, "<int:number>/name/": name}
    return [
        path(f"<int:pk>/history/{route}", model_admin.admin_site.admin_view(_of_a_story(model_admin, view)), name=called)
        for (route, view), called in zip(views.items(), ADDRESSES, strict=True)
    ]


ADDRESSES = ("articles_article_compare", "articles_article_bring_back", "articles_article_name_version")


def _of_a_story(model_admin, view):
    """Hands the story to a view, to those who may see how it came about."""

    def seen(request, pk, **kwargs):
        article = model_admin.get_object(request, pk)
        if article is None:
            raise Http404
        if not permissions.may_follow(request.user, article):
            raise PermissionDenied
        return view(request, model_admin, article, **kwargs)

    return seen


class Versioned:
    """For an admin of stories: its history is that of its versions."""

    def history_view(self, request, object_id, extra_context=None):
        return _of_a_story(self, history)(request, object_id)


@require_GET
def history(request, model_admin, article):
    versions = article.versions.select_related("made_by")
    page = Paginator(versions, PER_PAGE).get_page(request.GET.get("page"))
    rows = list(versions[page.start_index() - 1 : page.end_index() + 1]) if page.object_list else []
    context = {
        "page": page,
        "rows": [(row, before, comparing.words_between(before.data, row.data)) for row, before in pairwise(rows)],
        "first": rows[-1] if rows and rows[-1].number == 1 else None,
        "choices": list(versions.defer("data")),
    }
    return _page(request, model_admin, article, "history", _("History"), context)


@require_GET
def compare(request, model_admin, article):
    older, newer = _pair(request, article)
    context = {
        "older": older,
        "newer": newer,
        "differences": comparing.differences(older.data, newer.data, among=permissions.visible(request.user)),
        "choices": list(article.versions.select_related("made_by").defer("data")),
        "latest": article.versions.first().number,
    }
    return _page(request, model_admin, article, "compare", _("Two versions side by side"), context)


@require_POST
def bring_back(request, model_admin, article, number):
    version = get_object_or_404(article.versions, number=number)
    try:
        if request.POST.get("token") != str(article.token):
            raise ValidationError(_("Somebody has saved a newer version in the meantime: look at that one first."))
        actions.bring_back(article, version, by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("admin:articles_article_history", article.pk)
    messages.success(request, _("Version %(number)s is back, as a new version.") % {"number": number})
    return redirect("admin:articles_article_change", article.pk)


@require_POST
def name(request, model_admin, article, number):
    version = get_object_or_404(article.versions.select_related("article"), number=number)
    try:
        actions.name_version(version, request.POST.get("name", ""), by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("admin:articles_article_history", article.pk)


def _pair(request, article) -> tuple[Version, Version]:
    """The two versions that were asked for, the older one first: by default the newest and the one before."""
    versions = article.versions.select_related("made_by")
    if since := request.GET.get("since"):
        return _since(versions, since)
    numbers = [request.GET.get(end, "") for end in ("from", "to")]
    if all(number.isdecimal() for number in numbers):
        found = versions.filter(number__in=[int(number) for number in numbers])
    else:
        found = versions[:2]
    if not found:
        raise Http404
    return found[len(found) - 1], found[0]


def _since(versions, token) -> tuple[Version, Version]:
    """The version that a form was made from, by its token, and the newest."""
    try:
        made_from = versions.filter(token=UUID(token)).last()
    except ValueError:
        made_from = None
    if made_from is None:
        raise Http404
    return made_from, versions.first()


def _page(request, model_admin, article, template, title, context):
    context |= {
        **model_admin.admin_site.each_context(request),
        "title": title,
        "subtitle": str(article),
        "article": article,
        "opts": model_admin.opts,
        "may_change": model_admin.has_change_permission(request, article),
    }
    return TemplateResponse(request, f"admin/articles/article/{template}.html", context)

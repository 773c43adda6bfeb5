"""Working copies: what is typed is kept on the server while it is typed, and offered when its writer comes back."""

import json
from datetime import timedelta
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseBadRequest, JsonResponse, QueryDict
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import path
from django.utils.formats import time_format
from django.utils.timezone import localtime
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from articles import actions, comparing, permissions, versions
from articles.models import Article, WorkingCopy
from teams.admin.printed import short

from .session import in_place

MOST_BYTES = 2_000_000
SHOWN = 5


def urls(model_admin) -> list:
    return [
        path("typed/", in_place(model_admin, copies), name="articles_article_typed"),
        path("typed/<uuid:key>/difference/", in_place(model_admin, difference), name="articles_article_typed_difference"),
        path("typed/<uuid:key>/drop/", in_place(model_admin, drop), name="articles_article_typed_drop"),
    ]


@require_http_methods(["GET", "POST"])
def copies(request, model_admin):
    return keep(request, model_admin) if request.method == "POST" else offered(request, model_admin)


def keep(request, model_admin):
    """Keeps what is typed; who may not save it as the story has nothing to type either."""
    article = _article(request, model_admin, request.POST.get("article"))
    try:
        key, data = UUID(request.POST["key"]), json.loads(request.POST["data"])
        based_on = UUID(request.POST["based_on"]) if request.POST.get("based_on") else None
        age = timedelta(seconds=float(request.POST.get("age") or 0))
    except (KeyError, ValueError, OverflowError) as error:
        return HttpResponseBadRequest(str(error), content_type="text/plain")
    if len(request.POST["data"]) > MOST_BYTES or not _is_form(data):
        return HttpResponseBadRequest(
            "data: pairs of names and values of a form, two megabytes at most", content_type="text/plain"
        )
    copy = actions.keep_copy(key, data, by=request.user, article=article, based_on=based_on, age=age)
    return JsonResponse({"at": time_format(localtime(copy.saved_at), "H:i"), "csrf": get_token(request)})


def offered(request, model_admin):
    """What its writer left unsaved in other forms of this story, or of a new one; the newest first."""
    article = _article(request, model_admin, request.GET.get("article"))
    own = WorkingCopy.objects.filter(user=request.user, article=article).exclude(key=request.GET.get("key") or None)[:SHOWN]
    saved = article.updated_at if article else None
    found = [
        {
            "key": str(copy.key),
            "at": short(copy.saved_at),
            "headline": next((value for name, value, *_label in copy.data if name == "headline"), ""),
            "based_on": str(copy.based_on or ""),
            "is_older": bool(saved and copy.saved_at < saved),
            "data": copy.data,
        }
        for copy in own
    ]
    return JsonResponse({"copies": found})


@require_GET
def difference(request, model_admin, key):
    """What the copy says otherwise than the story as it is saved, drawn."""
    copy = get_object_or_404(WorkingCopy.objects.select_related("article"), key=key, user=request.user)
    article = _article(request, model_admin, copy.article_id and str(copy.article_id))
    saved = versions.data_of(article) if article else versions.fields_of(Article()) | {name: [] for name in versions.ROWS}
    told = _told(request, model_admin, copy, article)
    context = {"differences": comparing.differences(saved, told, among=permissions.visible(request.user))}
    return HttpResponse(render_to_string("admin/articles/article/differences.html", context, request))


@require_POST
def drop(request, model_admin, key):
    actions.drop_copy(key, by=request.user)
    return JsonResponse({"csrf": get_token(request)})


def _told(request, model_admin, copy, article) -> dict:
    """The copy read by the very form that would save it."""
    data = QueryDict(mutable=True)
    for name, value, *_label in copy.data:
        data.appendlist(name, value)
    form = model_admin.get_form(request, article, change=article is not None)(data, instance=article)
    form.is_valid()
    return form.told()


def _article(request, model_admin, number) -> Article | None:
    """The story that is being changed, by those who may; None: a new one."""
    if not number:
        if not model_admin.has_add_permission(request):
            raise PermissionDenied
        return None
    article = model_admin.get_object(request, number)
    if article is None:
        raise Http404
    if not model_admin.has_change_permission(request, article):
        raise PermissionDenied
    return article


def _is_form(data) -> bool:
    pairs = isinstance(data, list) and all(isinstance(row, list) and len(row) in (2, 3) for row in data)
    return pairs and all(isinstance(each, str) for row in data for each in row)

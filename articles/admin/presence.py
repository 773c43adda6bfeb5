"""Who else has a page of the desk open, told to each of them every few seconds in an answer of a few bytes."""

from hashlib import blake2s
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.urls import path
from django.utils.formats import time_format
from django.utils.timezone import localtime
from django.views.decorators.http import require_POST

from articles import presence
from articles.models import Article

from .session import in_place


def urls(model_admin) -> list:
    return [path("presence/", in_place(model_admin, of_article), name="articles_article_presence")]


@require_POST
def of_article(request, model_admin):
    """Who else has the story open, and which version is the newest."""
    article = model_admin.get_object(request, request.POST.get("article", ""))
    if article is None:
        raise Http404
    if not model_admin.has_view_or_change_permission(request, article):
        raise PermissionDenied
    token = str(article.token)
    saved = {} if token == request.POST.get("token") else _saved(article)
    return beat(request, presence.of_article(article), token=token, saved=saved)


def beat(request, subject: str, **news) -> HttpResponse:
    """The answer to one beat of an open page; empty as long as there is nothing new since the one that it knows."""
    try:
        tab = UUID(request.POST.get("tab", ""))
    except ValueError:
        return HttpResponseBadRequest("tab: a UUID", content_type="text/plain")
    if "leaving" in request.POST:
        presence.leave(subject, tab, by=request.user)
        return HttpResponse(status=204)
    # Somebody with several pages open is one; the one that was opened first says since when.
    people = {each.user_id: each for each in reversed(presence.enter(subject, tab, by=request.user))}
    here = [_told(each, request.user) for each in sorted(people.values(), key=lambda each: each.since)]
    answer = JsonResponse({"here": here, **news})
    state = blake2s(answer.content, digest_size=8).hexdigest()
    if request.POST.get("known") == state:
        return HttpResponse(status=204)
    answer.headers["X-State"] = state
    return answer


def _told(each, user):
    name = each.user.get_full_name() or each.user.get_username()
    return {"name": name, "since": _hour(each.since), "is_you": each.user_id == user.pk}


def _saved(article: Article) -> dict:
    latest = article.versions.select_related("made_by").first()
    if latest is None:
        return {"by": "", "at": _hour(article.updated_at), "number": 0}
    by = latest.made_by and (latest.made_by.get_full_name() or latest.made_by.get_username())
    return {"by": by or "", "at": _hour(latest.made_at), "number": latest.number}


def _hour(instant) -> str:
    return time_format(localtime(instant), "H:i")

"""Blocks on the desk: found by typing, and shown in the editor as readers will see them."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.shortcuts import render
from django.urls import path
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_GET

from articles import blocks
from articles.models import Article, Correction, Image
from articles.text import block_of, written
from articles.text.embeds import PROVIDERS, embed
from teams.admin.desk import label_with
from teams.models import Absorbed, Match, MatchEvent, Person, Stage, Team

MOST = 12
MODELS = {"match": Match, "event": MatchEvent, "person": Person, "table": Stage, "team": Team, "picture": Image}


def urls(model_admin) -> list:
    wrapped = model_admin.admin_site.admin_view
    return [
        path("blocks/find/", wrapped(require_GET(_allowed(model_admin, find))), name="articles_article_find"),
        path(
            "blocks/preview/", wrapped(xframe_options_sameorigin(_allowed(model_admin, preview))), name="articles_article_block"
        ),
    ]


def _allowed(model_admin, view):
    """For whoever writes stories, or reads them here."""

    def checked(request):
        if not (model_admin.has_view_or_change_permission(request) or model_admin.has_add_permission(request)):
            raise PermissionDenied
        return view(request)

    return checked


def find(request):
    """Rows of a kind by words, or the one with this number, as {results: [{id, text}], message}."""
    kind, query, number = request.GET.get("kind", ""), request.GET.get("q", ""), request.GET.get("id", "")
    if kind == "embed":
        return JsonResponse(_elsewhere(query or number))
    if kind == "correction":
        rows = Correction.objects.public().filter(**({"pk": number} if number.isdigit() else {"note__icontains": query}))
        return JsonResponse({"results": [{"id": str(row.pk), "text": f"{row} ({row.article})"} for row in rows[:MOST]]})
    if kind not in MODELS:
        return JsonResponse({"results": []}, status=404)
    return JsonResponse({"results": list(_rows(request, MODELS[kind], query, number))})


def preview(request):
    """A page that holds one block and nothing else, in the language of the story."""
    told = {name: value for name, value in request.GET.items() if value}
    made = block_of(told.pop("kind", ""), told)
    language = told.get("language") if told.get("language") in Article.Language.values else translation.get_language()
    with translation.override(language):
        drawn = blocks.context(written(made)) if made else {"text": "", "block_kinds": set()}
        return render(request, "admin/articles/article/block.html", {**drawn, "language": language})


def _elsewhere(address):
    found = embed(address.strip())
    if found:
        return {"results": [{"id": found.url, "text": f"{found.provider}: {found.url}", "name": found.url}]}
    names = ", ".join(provider.name for provider in PROVIDERS)
    return {
        "results": [],
        "message": _("Not the address of a video or a post that can be shown here: %(names)s.") % {"names": names},
    }


def _rows(request, model, query, number):
    model_admin = admin.site.get_model_admin(model)
    rows = model_admin.get_queryset(request)
    if number.isdecimal():
        numbers = [int(number[:18])]
        rows = rows.filter(pk__in=[*numbers, *Absorbed.objects.now(model, numbers).values()])
    else:
        rows, _duplicates = model_admin.get_search_results(request, rows, query)
    if model is Stage:
        rows = rows.exclude(kind=Stage.Kind.KNOCKOUT)
    name = label_with(model_admin)
    for row in rows[:MOST]:
        extra = {"picture": row.wide.url} if model is Image else {"name": row.name} if model is Person else {}
        yield {"id": str(row.pk), "text": str(name(row)), **extra}

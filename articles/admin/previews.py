"""The reader's page from the text as it is typed, at the width of a phone and of a desk, and secret links to show it around."""

from datetime import timedelta

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.forms import all_valid
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from articles import actions, permissions
from articles.models import Article, ShareLink
from articles.pages import drawn
from teams import clock

DAYS = {1: _("a day"), 3: _("three days"), 7: _("a week")}


def urls(model_admin):
    def wrapped(view, *methods):
        asked = require_http_methods(methods)(lambda request, **named: view(request, model_admin, **named))
        return model_admin.admin_site.admin_view(asked)

    return [
        path("preview/", wrapped(preview, "POST"), name="articles_article_preview_new"),
        path("<path:pk>/preview/", wrapped(preview, "POST"), name="articles_article_preview"),
        path("<path:pk>/share/", wrapped(share, "GET", "POST"), name="articles_article_share"),
        path("<path:pk>/share/<int:link>/revoke/", wrapped(revoke, "POST"), name="articles_article_revoke"),
    ]


def preview(request, model_admin, pk=None):
    """Saves what was typed, draws the page that readers would get, and takes the saving back."""
    article = _found(request, model_admin, pk) if pk else None
    if not (model_admin.has_change_permission(request, article) if article else model_admin.has_add_permission(request)):
        raise PermissionDenied
    with transaction.atomic():
        page, errors = _as_typed(request, model_admin, article)
        transaction.set_rollback(True)
    context = {"page": page, "errors": errors, "title": gettext("Preview")}
    return render(request, "admin/articles/article/preview.html", context, status=400 if errors else 200)


def _as_typed(request, model_admin, article):
    """The page of the story as the form would save it, or what stands against saving it."""
    change = article is not None
    form_class = model_admin.get_form(request, article, change=change, fields=None)
    form = form_class(request.POST, request.FILES, instance=article)
    typed = form.save(commit=False) if form.is_valid() else form.instance
    formsets, _inlines = model_admin._create_formsets(request, typed, change=change)
    if not (all_valid(formsets) and form.is_valid()):
        wrong = [form.errors, *(errors for formset in formsets for errors in formset.errors if errors)]
        return None, [error for errors in wrong for error in _told(form, errors)]
    model_admin.save_model(request, typed, form, change)
    model_admin.save_related(request, form, formsets, change)
    return drawn(typed.pk, request), []


def _told(form, errors):
    for name, lines in errors.items():
        label = f"{form.fields[name].label}: " if name in form.fields else ""
        yield from (f"{label}{line}" for line in lines)


def share(request, model_admin, pk):
    """The secret links that hold, and one more, for so many days."""
    article = _changing(request, model_admin, pk)
    if request.method == "POST":
        _make(request, article)
        return redirect("admin:articles_article_share", article.pk)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": gettext("Secret links"),
        "opts": Article._meta,
        "original": article,
        "links": [link for link in article.share_links.select_related("article") if link.holds],
        "days": DAYS.items(),
        "embargo": article.embargo_until if article.embargo_until and article.embargo_until > clock.now() else None,
    }
    return render(request, "admin/articles/article/share.html", context)


def _make(request, article):
    days = request.POST.get("days", "")
    if not days.isdecimal() or int(days) not in DAYS:
        messages.error(request, gettext("Say for how long the link holds."))
        return
    actions.share(article, by=request.user, lasting=timedelta(days=int(days)))
    messages.success(request, gettext("Whoever has the link can read the story now."))


def revoke(request, model_admin, pk, link):
    article = _changing(request, model_admin, pk)
    actions.revoke(get_object_or_404(ShareLink, pk=link, article=article), by=request.user)
    messages.success(request, gettext("The link shows nothing any more."))
    return redirect("admin:articles_article_share", article.pk)


def _changing(request, model_admin, pk):
    article = _found(request, model_admin, pk)
    if not permissions.may_change(request.user, article):
        raise PermissionDenied
    return article


def _found(request, model_admin, pk) -> Article:
    article = model_admin.get_object(request, unquote(pk))
    if article is None:
        raise Http404
    return article

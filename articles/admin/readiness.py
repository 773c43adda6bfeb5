"""What a story lacks, told again while it is typed."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, render
from django.urls import path
from django.views.decorators.http import require_POST

from articles import readiness
from articles.models import Article, Image, Publisher

TYPED = ("headline", "search_headline", "standfirst")


def urls(model_admin) -> list:
    def needs(request):
        """The list for what stands in the form, saved or not; nothing is kept."""
        article = _typed(model_admin, request)
        return render(request, "admin/articles/article/needs.html", {"needs": readiness.of(article, _ties(request.POST))})

    view = require_POST(model_admin.admin_site.admin_view(needs))
    return [path("readiness/", view, name="articles_article_readiness")]


def _typed(model_admin, request):
    posted, number = request.POST, request.GET.get("article", "")
    article = get_object_or_404(model_admin.get_queryset(request), pk=number) if number.isdigit() else Article()
    may = model_admin.has_change_permission(request, article) if article.pk else model_admin.has_add_permission(request)
    if not may:
        raise PermissionDenied
    for name in TYPED:
        setattr(article, name, posted.get(name, ""))
    article.body = Article._meta.get_field("body").clean(posted.get("body", ""), article)
    article.image, article.publisher = _row(Image, posted.get("image")), _row(Publisher, posted.get("publisher"))
    return article


def _row(model, number):
    return model.objects.filter(pk=number).first() if (number or "").isdigit() else None


def _ties(posted):
    about = any(line.lstrip("? ").startswith("about ") for line in posted.get("ties", "").splitlines())
    return readiness.Ties(about, bool(posted.get("tags", "").strip(" ,")))

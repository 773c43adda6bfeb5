"""The page of one story: all that its template shows, for readers, for a preview, and for who has a secret link."""

from copy import copy

from django.db import transaction
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils import translation

from articles import blocks, heads, live, notes, related, then_and_now, ties
from articles.models import Article
from teams import clock, embargo


def context_of(article: Article) -> dict:
    tied, noted, coverage = ties.of(article), notes.under(article), live.of(article)
    return {
        "article": article,
        **blocks.context(article.body),
        "ties": tied,
        "related": related.to(article, tied),
        "notes": noted,
        "coverage": coverage,
        "then_and_now": then_and_now.of(article, tied),
        "head": heads.article(article, tied.facts, noted, coverage),
    }


@transaction.atomic
def drawn(pk: int, request, **more) -> str:
    """The page of a story in any state, as readers will get it; without an hour of publication it takes the present one."""
    article = Article.objects.for_page().get(pk=pk)
    article.published_at = article.published_at or clock.now()
    asked = copy(request)
    asked.method, asked.GET, asked.POST = "GET", QueryDict(), QueryDict()
    with translation.override(article.language), embargo.for_readers():
        asked.path = asked.path_info = article.get_absolute_url()
        return render_to_string("articles/article.html", {**context_of(article), **more}, asked)

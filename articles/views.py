"""Pages of stories: the story, all of them, and those of a publisher, a topic, an author."""

from django.http import HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from taggit.models import Tag

from articles import blocks, heads, newsstand, notes, related, then_and_now, ties
from articles.models import Article, Author, Publisher
from articles.paging import page_of
from teams.heads import listing


def news(request):
    page = page_of(request, "front", 0, get_language())
    return render(request, "articles/news.html", {"page": page, "head": heads.news(page.query)})


def article(request, slug, pk):
    article = Article.objects.published().for_page().filter(pk=pk).first()
    if article is None:
        return withdrawn(request, pk)
    if request.path != article.get_absolute_url():
        return HttpResponsePermanentRedirect(article.get_absolute_url())
    tied, noted = ties.of(article), notes.under(article)
    context = {
        "article": article,
        **blocks.context(article.body),
        "ties": tied,
        "related": related.to(article, tied),
        "notes": noted,
        "then_and_now": then_and_now.of(article, tied),
        "head": heads.article(article, tied.facts, noted),
    }
    return render(request, "articles/article.html", context)


def withdrawn(request, pk):
    """The address of a story that was taken back says so, and nothing of what it said."""
    story = get_object_or_404(Article.objects.only("withdrawal_note"), pk=pk, status=Article.Status.WITHDRAWN)
    return render(request, "articles/withdrawn.html", {"note": story.withdrawal_note}, status=410)


def corrections(request):
    page = notes.page_of(get_language(), request.GET.get("before", ""))
    return render(request, "articles/corrections.html", {"page": page, "head": heads.corrections(page.query)})


def publishers(request):
    rows = newsstand.publishers(get_language())
    return render(request, "articles/publishers.html", {"publishers": rows, "head": listing("publishers", _("Publishers"))})


def publisher(request, slug):
    publisher = get_object_or_404(Publisher.objects.select_related("logo"), slug=slug)
    page = page_of(request, "publisher", publisher.pk, get_language())
    context = {"publisher": publisher, "page": page, "head": heads.publisher(publisher, page.query)}
    return render(request, "articles/publisher.html", context)


def topic(request, slug):
    topic = get_object_or_404(Tag, slug=slug)
    page = page_of(request, "topic", topic.pk, get_language())
    return render(request, "articles/topic.html", {"topic": topic, "page": page, "head": heads.topic(topic, page.query)})


def author(request, slug):
    author = get_object_or_404(Author.objects.select_related("publisher", "portrait"), slug=slug)
    page = page_of(request, "author", author.pk, get_language())
    return render(request, "articles/author.html", {"author": author, "page": page, "head": heads.author(author, page.query)})

"""Pages of stories: the story, all of them, and those of a publisher, a topic, an author."""

from django.http import HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from taggit.models import Tag

from articles.models import Article, Author, Publisher


def news(request):
    stories = Article.objects.published().listed("front", 0, get_language()).for_card()[:30]
    return render(request, "articles/news.html", {"stories": stories})


def article(request, slug, pk):
    article = get_object_or_404(Article.objects.published().for_page(), pk=pk)
    if request.path != article.get_absolute_url():
        return HttpResponsePermanentRedirect(article.get_absolute_url())
    return render(request, "articles/article.html", {"article": article})


def publishers(request):
    return render(request, "articles/publishers.html", {"publishers": Publisher.objects.select_related("logo")})


def publisher(request, slug):
    publisher = get_object_or_404(Publisher.objects.select_related("logo"), slug=slug)
    return _list(request, "articles/publisher.html", "publisher", publisher)


def topic(request, slug):
    return _list(request, "articles/topic.html", "topic", get_object_or_404(Tag, slug=slug))


def author(request, slug):
    author = get_object_or_404(Author.objects.select_related("publisher", "portrait"), slug=slug)
    return _list(request, "articles/author.html", "author", author)


def _list(request, template, kind, row):
    stories = Article.objects.published().listed(kind, row.pk, get_language()).for_card()[:30]
    return render(request, template, {kind: row, "stories": stories})

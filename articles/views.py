"""Pages of stories: the story, all of them, and those of a publisher, a topic, an author."""

from django.core.cache import cache
from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from taggit.models import Tag

from articles import heads, live, newsstand, notes, sayings, ties
from articles.models import Article, Author, Publisher, ShareLink
from articles.pages import context_of, drawn
from articles.paging import page_of
from teams import clock, conditional
from teams.heads import listing
from teams.models import Person

# What is shown by a secret link is kept by nobody on the way, and its address is told to nobody.
CONFIDENTIAL = {"X-Robots-Tag": "noindex, nofollow", "Referrer-Policy": "no-referrer", "Cache-Control": "private, no-store"}

HTML = "text/html; charset=utf-8"


def news(request):
    page = page_of(request, "front", 0, get_language())
    return render(request, "articles/news.html", {"page": page, "head": heads.news(page.query)})


def article(request, slug, pk):
    article = Article.objects.published().for_page().filter(pk=pk).first()
    if article is None:
        return withdrawn(request, pk)
    if request.path != article.get_absolute_url():
        return HttpResponsePermanentRedirect(article.get_absolute_url())
    return render(request, "articles/article.html", context_of(article))


@require_safe
def article_live(request, slug, pk):
    """What has changed on the page of a story that is followed live since it was drawn."""
    article = get_object_or_404(Article.objects.published().exclude(live_from=None), pk=pk)
    changed, minute = live.last_changed(article), clock.now().replace(second=0, microsecond=0)

    def write():
        context = {"article": article, "coverage": live.of(article), "ties": ties.of(article)}
        return render_to_string("articles/live.html", context).encode()

    def remembered():
        return cache.get_or_set(
            f"article-live {get_language()} {pk} {changed.isoformat()} {minute.isoformat()}".replace(" ", "/"), write, 60
        )

    return conditional.answer(
        request, remembered, content_type=HTML, changed=changed, state=(article.is_live, minute), max_age=live.ASK
    )


def shared(request, secret):
    """A story behind a secret link, in whatever state it is, until the link expires or an embargo says otherwise."""
    link = get_object_or_404(ShareLink.objects.select_related("article"), secret=secret)
    if not link.holds:
        return render(request, "articles/shared_no_more.html", {"link": link}, status=410)
    answer = HttpResponse(drawn(link.article_id, request, shared=link))
    for name, value in CONFIDENTIAL.items():
        answer[name] = value
    return answer


def withdrawn(request, pk):
    """The address of a story that was taken back says so, and nothing of what it said."""
    story = get_object_or_404(Article.objects.only("withdrawal_note"), pk=pk, status=Article.Status.WITHDRAWN)
    return render(request, "articles/withdrawn.html", {"note": story.withdrawal_note}, status=410)


def corrections(request):
    page = notes.page_of(get_language(), request.GET.get("before", ""))
    return render(request, "articles/corrections.html", {"page": page, "head": heads.corrections(page.query)})


def quotations(request, slug):
    """All that a person has said, in the edition that is read."""
    person = get_object_or_404(Person, slug=slug)
    page = sayings.page_of(person, get_language(), request.GET.get("before", ""))
    context = {"person": person, "page": page, "head": heads.quotations(person, page.query)}
    return render(request, "articles/quotations.html", context)


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

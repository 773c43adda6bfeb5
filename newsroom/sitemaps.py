"""Sitemaps: an index, a file for every few thousand pages of a kind, and the news of the last two days."""

from django.conf import settings
from django.db.models import Max
from django.http import Http404
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_safe
from taggit.models import Tag

from articles import notes
from articles import sitemaps as stories
from articles.feeds import xml
from articles.models import Author, FeedState, Publisher
from articles.translations import twins
from teams import conditional
from teams import sitemaps as facts
from teams.addresses import absolute

CONTENT_TYPE = "application/xml"
BLOCK = 5000  # rows to a file, by their numbers; a page in each edition makes at most two addresses of one
SITEMAP = {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"}
XHTML = {"xmlns:xhtml": "http://www.w3.org/1999/xhtml"}
IMAGE = {"xmlns:image": "http://www.google.com/schemas/sitemap-image/1.1"}
NEWS = {"xmlns:news": "http://www.google.com/schemas/sitemap-news/0.9"}

# The noun of a page and its rows. A page changes with the facts and with the list of its stories; one that has neither
# is thin and left out.
PAGES = {
    "teams": ("team", facts.teams),
    "people": ("person", facts.people),
    "matches": ("match", facts.matches),
    "competitions": ("season", facts.seasons),
    "publishers": ("publisher", Publisher.objects.all),
    "topics": ("topic", Tag.objects.all),
    "authors": ("author", Author.objects.all),
}


@require_safe
def index(request):
    changed = _changed()
    return _answer(request, lambda: _index(changed or conditional.BEGINNING), changed)


@require_safe
def section(request, section, block):
    """The pages of one kind whose rows have the numbers of that block."""
    write = {"front": _front, "articles": _articles}.get(section)
    if write is None and section not in PAGES:
        raise Http404
    return _answer(request, lambda: write(block) if write else _pages(*PAGES[section], block), _changed())


@require_safe
def news(request):
    return _answer(request, _news, stories.news_changed())


def _answer(request, write, changed):
    return conditional.answer(request, lambda: xml.to_bytes(write()), content_type=CONTENT_TYPE, changed=changed)


def _changed():
    return max(filter(None, (facts.changed(), stories.changed())), default=None)


def _index(changed):
    root = xml.root("sitemapindex", **SITEMAP)
    files = [("front", 0, changed), *(("articles", block, latest) for block, latest in stories.blocks(BLOCK))]
    for name, (_noun, rows) in PAGES.items():
        highest = rows().model.objects.aggregate(pk=Max("pk"))["pk"]
        files += [(name, block, changed) for block in range(highest // BLOCK + 1 if highest else 0)]
    for name, block, latest in files:
        _place(root, "sitemap", absolute(reverse("sitemap-section", args=[name, block])), latest)
    return root


def _front(block):
    root = xml.root("urlset", **SITEMAP, **XHTML)
    times = dict(FeedState.objects.filter(kind="front").with_stories().values_list("language", "changed_at"))
    for name in ("front", "news") if block == 0 else ():
        _editions(root, name, (), times)
    if block == 0:
        _editions(root, "corrections", (), notes.times())
    return root


def _articles(block):
    root = xml.root("urlset", **SITEMAP, **XHTML, **IMAGE)
    for story in stories.with_sisters().filter(pk__range=_bounds(block)).order_by("pk"):
        _name_twins(_story(root, story), {language: absolute(path) for language, path in twins(story)})
    return root


def _pages(noun, rows, block):
    root = xml.root("urlset", **SITEMAP, **XHTML)
    states = FeedState.objects.filter(kind=noun, target_id__range=_bounds(block)).with_stories()
    listed = {(target, language): time for target, language, time in states.values_list("target_id", "language", "changed_at")}
    for row in rows().filter(pk__range=_bounds(block)).order_by("pk"):
        times = {}
        for language, _label in settings.LANGUAGES:
            known = [time for time in (getattr(row, "changed", None), listed.get((row.pk, language))) if time]
            times |= {language: max(known)} if known else {}
        _editions(root, noun, (row.competition.slug, row.label) if noun == "season" else (row.slug,), times)
    return root


def _news():
    root = xml.root("urlset", **SITEMAP, **NEWS, **IMAGE)
    for story in stories.news():
        news = xml.add(_story(root, story), "news:news")
        publication = xml.add(news, "news:publication")
        xml.add(publication, "news:name", settings.SITE_NAME)
        xml.add(publication, "news:language", story.language)
        xml.add(news, "news:publication_date", xml.rfc3339(story.published_at))
        xml.add(news, "news:title", story.headline)
    return root


def _story(root, story):
    page = _place(root, "url", absolute(story.get_absolute_url()), story.changed)
    if story.picture:
        xml.add(xml.add(page, "image:image"), "image:loc", absolute(story.image.wide.url))
    return page


def _editions(root, name, args, times):
    """The page in each edition in which it has something to say, each naming all of them."""
    addresses = {}
    for language in times:
        with override(language):
            addresses[language] = absolute(reverse(name, args=args))
    for language, address in addresses.items():
        _name_twins(_place(root, "url", address, times[language]), addresses)


def _name_twins(page, addresses):
    """The page in each edition, itself among them, where there is more than one."""
    twins = {**addresses, "x-default": addresses.get(settings.LANGUAGE_CODE)} if len(addresses) > 1 else {}
    for language, address in twins.items():
        xml.add(page, "xhtml:link", attributes={"rel": "alternate", "hreflang": language, "href": address})


def _place(root, tag, address, changed):
    element = xml.add(root, tag)
    xml.add(element, "loc", address)
    xml.add(element, "lastmod", xml.rfc3339(changed))
    return element


def _bounds(block):
    return block * BLOCK, block * BLOCK + BLOCK - 1

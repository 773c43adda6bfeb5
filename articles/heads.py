"""The heads of the pages of stories."""

from django.urls import reverse
from django.utils.translation import gettext as _

from articles import jsonld, translations
from articles.models.publishers import CanonicalPolicy
from teams.addresses import absolute
from teams.heads import Head, Picture, Story


def article(article, facts=(), notes=(), coverage=None):
    """`facts`: (row, role) of what the story is tied to, as the page has loaded them; `notes`: its corrections; `coverage`: its
    entries, if it is or was followed live.

    Where the story has a headline for search and social, the title and the cards that are shared say it; the page keeps its own.
    """
    return Head(
        title=article.search_headline or article.headline,
        description=article.standfirst or article.headline,
        page=("article", article.slug, article.pk),
        steps=((_("News"), reverse("news")),),
        nodes=(jsonld.article(article, facts, notes, coverage),),
        type="article",
        picture=picture(article.picture),
        story=Story(
            published=article.published_at,
            modified=article.last_changed,
            section=str(article.get_kind_display()),
            tags=[tag.name for tag in article.tags.all()],
            authors=[author["url"] for author in jsonld.authors(article)],
        ),
        original=article.source_url if article.canonical_policy == CanonicalPolicy.ORIGINAL else "",
        indexable=article.canonical_policy != CanonicalPolicy.NOINDEX,
        translated=False,
        twins=translations.twins(article),
    )


def publisher(publisher, query=""):
    return Head(
        title=publisher.name,
        description=publisher.about or _("All stories by %(name)s.") % {"name": publisher},
        page=("publisher", publisher.slug),
        feed=("publisher", publisher.slug),
        steps=((_("Publishers"), reverse("publishers")),),
        nodes=(jsonld.organization(publisher),),
        query=query,
    )


def author(author, query=""):
    node = {"@type": "ProfilePage", "@id": absolute(author.get_absolute_url()), "mainEntity": jsonld.author(author)}
    return Head(
        title=author.name,
        description=author.about or _("All stories by %(name)s.") % {"name": author},
        page=("author", author.slug),
        feed=("author", author.slug),
        nodes=(node,),
        type="profile",
        picture=picture(author.portrait),
        query=query,
    )


def topic(topic, query=""):
    return Head(
        title=topic.name,
        description=_("All stories about %(name)s.") % {"name": topic},
        page=("topic", topic.slug),
        feed=("topic", topic.slug),
        query=query,
    )


def news(query=""):
    return Head(title=_("News"), description=_("All stories, newest first."), page=("news",), query=query)


def quotations(person, query=""):
    return Head(
        title=_("%(name)s: quotations") % {"name": person},
        description=_("What %(name)s has said, and the stories that quote it.") % {"name": person},
        page=("person-quotations", person.slug),
        feed=("person", person.slug),
        steps=((str(person), person.get_absolute_url()),),
        query=query,
    )


def corrections(query=""):
    return Head(
        title=_("Corrections"),
        description=_("What we got wrong, or what changed after we had told it."),
        page=("corrections",),
        feed=("corrections", ""),
        query=query,
    )


def picture(image):
    if image is None or image.binned_at:
        return None
    url, width, height, *_ = image.card
    return Picture(absolute(url), width, height, image.alt_text)

"""The heads of the pages that are the paper's own."""

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles import jsonld
from teams.heads import Head


def front():
    publisher = jsonld.paper()
    site = {
        "@type": "WebSite",
        "@id": f"{settings.SITE_URL}/#site",
        "name": settings.SITE_NAME,
        "url": publisher["url"],
        "inLanguage": get_language(),
        "publisher": {"@id": publisher["@id"]},
    }
    return Head(
        title=settings.SITE_NAME,
        description=_("What is told after the whistle: football stories tied to the matches they are about."),
        page=("front",),
        nodes=(site, publisher),
    )


def about():
    return Head(title=_("About this paper"), description=_("Who makes this paper, and how."), page=("about",))

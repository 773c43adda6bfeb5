"""The stories: who wrote them, what they say, what they are about, and where they are listed."""

from .articles import Article, Byline, Citation
from .images import Image
from .links import CompetitionLink, EventLink, Link, MatchLink, PersonLink, TeamLink
from .listings import FeedState, Listing
from .publishers import Author, Publisher
from .search import SearchEntry

__all__ = [
    "Article",
    "Author",
    "Byline",
    "Citation",
    "CompetitionLink",
    "EventLink",
    "FeedState",
    "Image",
    "Link",
    "Listing",
    "MatchLink",
    "PersonLink",
    "Publisher",
    "SearchEntry",
    "TeamLink",
]

"""The stories: who wrote them, what they say, what they are about, and where they are listed."""

from .arrangements import Arrangement, Slot
from .articles import Article, Byline, Citation
from .corrections import Correction
from .desk import Comment, SavedFilter, ShareLink
from .images import Image, LeftFile
from .impact import Impact, StatedClaim, StatedText
from .links import CompetitionLink, EventLink, Link, MatchLink, PersonLink, RefusedLink, RefusedSource, TeamLink, VenueLink
from .listings import FeedState, Listing
from .live import LiveEntry
from .members import Membership
from .pictures_in_text import PictureInText
from .publishers import Author, Publisher
from .quotations import Quotation
from .search import DeskEntry, SearchEntry
from .topics import TopicAlias
from .versions import Presence, Version, WorkingCopy

__all__ = [
    "Arrangement",
    "Article",
    "Author",
    "Byline",
    "Citation",
    "Comment",
    "CompetitionLink",
    "Correction",
    "DeskEntry",
    "EventLink",
    "FeedState",
    "Image",
    "Impact",
    "LeftFile",
    "Link",
    "Listing",
    "LiveEntry",
    "MatchLink",
    "Membership",
    "PersonLink",
    "PictureInText",
    "Presence",
    "Publisher",
    "Quotation",
    "RefusedLink",
    "RefusedSource",
    "SavedFilter",
    "SearchEntry",
    "ShareLink",
    "Slot",
    "StatedClaim",
    "StatedText",
    "TeamLink",
    "TopicAlias",
    "VenueLink",
    "Version",
    "WorkingCopy",
]

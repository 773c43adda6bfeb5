"""Films and posts that stand elsewhere: whose they are, and the address of the frame in which they are shown.

Only what one of these providers is known to serve can be shown; nothing is asked of them to find that out, nor anything
before a reader wants it.
"""

import re
from typing import NamedTuple

ADDRESS = r"https?://(?:www\.|m\.|mobile\.)?"


class Embed(NamedTuple):
    """`frame` is what a browser loads once the reader asks; `shape` is wide, tall or post."""

    provider: str
    url: str
    frame: str
    shape: str


class Provider(NamedTuple):
    """`address` finds the number of the film or post as `id`; `frame` is a template for it."""

    name: str
    address: str
    frame: str
    shape: str


PROVIDERS = (
    Provider(
        "YouTube",
        r"(?:youtube\.com/(?:watch\?(?:[^#\s]*&)?v=|shorts/|live/|embed/)|youtu\.be/)(?P<id>[\w-]{11})(?![\w-])",
        "https://www.youtube-nocookie.com/embed/{id}?autoplay=1",
        "wide",
    ),
    Provider("Vimeo", r"vimeo\.com/(?P<id>\d{5,12})(?!\d)", "https://player.vimeo.com/video/{id}?dnt=1&autoplay=1", "wide"),
    Provider(
        "Dailymotion",
        r"(?:dailymotion\.com/video|dai\.ly)/(?P<id>x[a-z0-9]{5,8})(?![a-z0-9])",
        "https://geo.dailymotion.com/player.html?video={id}",
        "wide",
    ),
    Provider(
        "X",
        r"(?:x|twitter)\.com/\w{1,20}/status/(?P<id>\d{5,20})(?!\d)",
        "https://platform.twitter.com/embed/Tweet.html?dnt=true&id={id}",
        "post",
    ),
    Provider(
        "Instagram",
        r"instagram\.com/(?:[\w.]+/)?(?:p|reel)/(?P<id>[\w-]{5,20})(?![\w-])",
        "https://www.instagram.com/p/{id}/embed/captioned/",
        "post",
    ),
    Provider(
        "Facebook",
        r"facebook\.com/(?P<id>[\w.]+/(?:posts|videos|photos)/[\w.-]{5,120})",
        "https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2F{id}",
        "post",
    ),
    Provider(
        "TikTok", r"tiktok\.com/@[\w.-]+/video/(?P<id>\d{5,25})(?!\d)", "https://www.tiktok.com/embed/v2/{id}", "tall"
    ),
)  # fmt: skip


def embed(url: str) -> Embed | None:
    """What stands at that address, if one of the providers shows it."""
    for name, address, frame, shape in PROVIDERS:
        if found := re.match(ADDRESS + address, url):
            number = found["id"].replace("/", "%2F")
            return Embed(name, url.replace("http://", "https://", 1), frame.format(id=number), shape)
    return None

"""The stories on the desk."""

from . import arrangements, articles, audit, images, members, publishers, topics

__all__ = ["arrangements", "articles", "audit", "images", "members", "publishers", "topics"]

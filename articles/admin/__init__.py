"""The stories on the desk."""

from . import articles, audit, images, members, publishers, topics

__all__ = ["articles", "audit", "images", "members", "publishers", "topics"]

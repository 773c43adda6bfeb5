"""The stories on the desk."""

from . import articles, images, publishers, topics

__all__ = ["articles", "images", "publishers", "topics"]

"""The facts on the desk."""

from . import clubs, competitions, events, matches, people, review

__all__ = ["clubs", "competitions", "events", "matches", "people", "review"]

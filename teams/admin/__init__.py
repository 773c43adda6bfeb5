"""The facts on the desk."""

from . import clubs, competitions, events, matches, people

__all__ = ["clubs", "competitions", "events", "matches", "people"]

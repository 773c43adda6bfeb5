"""The facts on the desk."""

from . import aliases, clubs, competitions, events, matches, people, review

__all__ = ["aliases", "clubs", "competitions", "events", "matches", "people", "review"]

"""Writes what the importers of stories have read: the only part of them that does. Running it twice changes nothing."""

from articles.importers.store.drafts import keep_draft
from articles.importers.store.stories import load_stories

__all__ = ["keep_draft", "load_stories"]

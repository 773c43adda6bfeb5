"""First drafts: a report, a preview or a brief of one match, every word of fact from the rows. Pure: facts in, sentences out.

No sentence is made of what nobody knows, and each says which rows it rests on. The ways to say a thing change from match to
match and stay the same for one, so that a draft made again is the same draft.
"""

from . import english, italian
from .shapes import Draft, MatchFacts, Variety

LANGUAGES = {"it": italian, "en": english}
REPORT, PREVIEW, BRIEF = KINDS = ("report", "preview", "brief")


def first_draft(facts: MatchFacts, kind: str, language: str) -> Draft:
    """ValueError for a preview of a match that has a score, and for a report or a brief of one that has none."""
    if (kind == PREVIEW) == (facts.score is not None):
        raise ValueError(f"no {kind} of a match that is {'over' if facts.score else 'to come'}")
    return getattr(LANGUAGES[language], kind)(facts, Variety(facts.key))

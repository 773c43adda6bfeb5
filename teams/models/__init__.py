"""The facts: who plays, where, when, and what happened."""

from .auditlog import AuditEntry
from .changes import FactChange
from .clubs import Team, Venue
from .competitions import Competition, PlaceDecision, PointsAdjustment, Season, Stage
from .events import Appearance, MatchEvent
from .matches import Match
from .names import Alias, FormerSlug
from .people import Person, Spell
from .review import Absorbed, Merge, Overruled, ReviewItem
from .sources import ExternalId, ImportedRow

__all__ = [
    "Absorbed",
    "Alias",
    "Appearance",
    "AuditEntry",
    "Competition",
    "ExternalId",
    "FactChange",
    "FormerSlug",
    "ImportedRow",
    "Match",
    "MatchEvent",
    "Merge",
    "Overruled",
    "Person",
    "PlaceDecision",
    "PointsAdjustment",
    "ReviewItem",
    "Season",
    "Spell",
    "Stage",
    "Team",
    "Venue",
]

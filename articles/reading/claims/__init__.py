"""What a text claims, and whether the facts of its day agree."""

from articles.reading.claims.assists import claimed_assists
from articles.reading.claims.cards import claimed_dismissals
from articles.reading.claims.days import claimed_calendar, claimed_fixtures, claimed_hours
from articles.reading.claims.grounds import claimed_grounds
from articles.reading.claims.journeys import claimed_journeys
from articles.reading.claims.leads import claimed_leads
from articles.reading.claims.lineups import claimed_changes
from articles.reading.claims.matchdays import claimed_matchdays
from articles.reading.claims.minutes import claimed_minutes
from articles.reading.claims.positions import claimed_places
from articles.reading.claims.records import claimed_records
from articles.reading.claims.scorelines import claimed_scores
from articles.reading.claims.scorers import claimed_scorers
from articles.reading.claims.shapes import PARTLY, RIGHT, UNKNOWN, WRONG, Because, Claim, as_open, as_quoted
from articles.reading.claims.standings import (
    claimed_bare_points,
    claimed_gaps,
    claimed_gaps_to_the_top,
    claimed_levels,
    claimed_points,
)
from articles.reading.claims.streaks import claimed_streaks, claimed_sums
from articles.reading.claims.tallies import claimed_bare_tallies, claimed_braces, claimed_tallies, claimed_team_goals
from articles.reading.claims.unreal import is_unreal
from articles.reading.claims.upcoming import claimed_opponents
from articles.reading.claims.vague import claimed_times
from articles.reading.quotations import quoted_spans
from articles.reading.scene import Scene
from articles.reading.setting import MEN

_READERS = (
    claimed_scores,
    claimed_minutes,
    claimed_scorers,
    claimed_points,
    claimed_bare_points,
    claimed_gaps,
    claimed_gaps_to_the_top,
    claimed_levels,
    claimed_places,
    claimed_tallies,
    claimed_bare_tallies,
    claimed_braces,
    claimed_team_goals,
    claimed_streaks,
    claimed_sums,
    claimed_records,
    claimed_opponents,
    claimed_grounds,
    claimed_calendar,
    claimed_hours,
    claimed_fixtures,
    claimed_dismissals,
    claimed_times,
    claimed_assists,
    claimed_changes,
    claimed_leads,
    claimed_matchdays,
    claimed_journeys,
)


def claims_of(scene: Scene) -> list[Claim]:
    """The claims in reading order. What is only supposed or asked states nothing; what stands in
    quotation marks is somebody's words: neither is ever marked wrong.
    """
    if scene.setting.section != MEN:
        return []
    quoted = quoted_spans(scene.text)
    told = {(claim.start, claim.kind): claim for reader in _READERS for claim in reader(scene)}
    found = list(told.values())
    found = [as_open(claim) if claim.verdict in (WRONG, PARTLY) and is_unreal(scene, claim) else claim for claim in found]
    labelled = [as_quoted(claim) if any(a <= claim.start < b for a, b in quoted) else claim for claim in found]
    return sorted(labelled, key=lambda claim: (claim.start, claim.end))


__all__ = ["PARTLY", "RIGHT", "UNKNOWN", "WRONG", "Because", "Claim", "claims_of"]

"""The criteria that part teams on equal points, by the names that a stage lists them under."""

CRITERIA = (
    "head_to_head_points",
    "head_to_head_goal_difference",
    "head_to_head_goals_for",
    "goal_difference",
    "goals_for",
    "away_goals_for",
    "wins",
    "away_wins",
)


def default() -> list[str]:
    """Goal difference, then goals scored: what most leagues do."""
    return ["goal_difference", "goals_for"]

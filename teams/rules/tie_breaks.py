"""The criteria that part teams on equal points, by the names that a stage lists them under."""

# Every criterion asks for the higher number. The `head_to_head_...` ones look only at matches among the teams that are
# level; the `opponents_...` ones add up what all the opponents of a team have collected; `goal_average` is goals scored
# divided by goals conceded; `fair_play` takes points away for cards.
HEAD_TO_HEAD = "head_to_head_"
OPPONENTS = "opponents_"
FAIR_PLAY = "fair_play"
CRITERIA = (
    "head_to_head_points",
    "head_to_head_goal_difference",
    "head_to_head_goals_for",
    "head_to_head_away_goals_for",
    "goal_difference",
    "goal_average",
    "goals_for",
    "away_goals_for",
    "wins",
    "away_wins",
    "opponents_points",
    "opponents_goal_difference",
    "opponents_goals_for",
    FAIR_PLAY,
)
# Those that a table of home matches or of the last five can use as well.
OVERALL = ("goal_difference", "goal_average", "goals_for", "wins")
# Those that are asked only when everything has been played; until then teams that only they would part are level
# (UEFA Champions League regulations: while the league phase lasts the first five criteria count).
AT_THE_END = ("opponents_points", "opponents_goal_difference", "opponents_goals_for", FAIR_PLAY)


def default() -> list[str]:
    """Goal difference, then goals scored: what most leagues do."""
    return ["goal_difference", "goals_for"]

"""The kinds of match event by what they do: put a goal on the board, book, send off (Laws of the Game, 10, 12 and 14)."""

GOAL, OWN_GOAL, PENALTY_GOAL = "goal", "own_goal", "penalty_goal"
YELLOW, SUBSTITUTION, SHOOTOUT_SCORED = "yellow", "substitution", "shootout_scored"

# A shoot-out kick is no goal, and an own goal is on no scorer's account.
GOALS = (GOAL, OWN_GOAL, PENALTY_GOAL)
SCORED_BY_PERSON = (GOAL, PENALTY_GOAL)
DISMISSALS = ("second_yellow", "red")

# The status of an event that counts: neither cancelled nor superseded.
CONFIRMED = "confirmed"

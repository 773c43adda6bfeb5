"""Two teams against each other."""

from teams.stats.head_to_head import head_to_head
from tests.teams.stats.rows import results


def test_the_balance_is_the_first_teams_and_leaves_out_all_other_matches():
    told = head_to_head(results("Inter 2-1 Milan", "Milan 1-1 Inter", "Milan 3-0 Inter", "Inter 5-0 Roma"), "Inter", "Milan")

    assert (told.played, told.won, told.drawn, told.lost) == (3, 1, 1, 1)
    assert (told.goals_for, told.goals_against) == (3, 5)
    assert [meeting.letter for meeting in told.meetings] == ["W", "D", "L"]


def test_two_that_never_met_have_an_empty_balance():
    assert head_to_head(results("Inter 2-1 Milan"), "Inter", "Kairat").meetings == ()

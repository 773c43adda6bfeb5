"""Where a match stands in its season, out of the headings over it."""

import pytest

from teams.importers.stages import KNOCKOUT, PLAY_OFFS, Slot, is_heading, slot


@pytest.mark.parametrize(
    "headings", [["Group 2 Play-off"], ["group stage play-off", "Group 2"], ["Group 4, Play-off"], ["Group-1 Play-off"]]
)
def test_a_match_that_parts_two_of_a_group_is_none_of_the_groups_own(headings):
    found = slot(headings, league=False)

    assert (found.stage, found.kind) == (PLAY_OFFS, KNOCKOUT)


def test_a_group_and_play_offs_between_rounds_stay_what_they_are():
    assert slot(["Group 2"], league=False) == Slot("Group 2", "group")
    assert slot(["Knockout play-offs"], league=False).round == "Play-offs"


def test_a_bare_line_that_names_a_groups_play_off_is_a_heading():
    assert is_heading("Group 2 Play-off")
    assert not is_heading("Inter - Play-off winner")


@pytest.mark.parametrize(
    "headings",
    [["Quarter-finals", "Replays"], ["Quarter-finals, Replay"], ["Replay Quarter-finals"], ["Quarter-finals - Replay"]],
)
def test_a_replay_is_told_from_its_round_however_it_is_headed(headings):
    assert slot(headings, league=False).round == "Quarter-finals, replay"
    assert is_heading("Replays")

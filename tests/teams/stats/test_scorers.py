"""Who scored most."""

from typing import NamedTuple

from teams.stats.scorers import assist_makers, record_scorers, scorers
from tests.teams.stats.rows import Event


def test_most_goals_first_and_equal_numbers_share_a_rank():
    told = scorers([Event("goal", 1, name) for name in ("Orsolini", "Bonny", "Bonny", "Pulisic", "Pulisic", "Leao")])

    assert [(line.rank, line.person, line.goals) for line in told] == [
        (1, "Bonny", 2),
        (1, "Pulisic", 2),
        (3, "Leao", 1),
        (3, "Orsolini", 1),
    ]


def test_penalties_count_as_goals_and_are_told_apart():
    told = scorers(
        [Event("penalty_goal", 1, "Calhanoglu"), Event("goal", 9, "Calhanoglu"), Event("penalty_missed", 12, "Calhanoglu")]
    )

    assert [(line.goals, line.penalties) for line in told] == [(2, 1)]


def test_own_goals_and_shoot_out_kicks_are_on_nobodys_account():
    assert scorers([Event("own_goal", 1, "Acerbi"), Event("shootout_scored", None, "Acerbi", period="5")]) == []


def test_a_goal_that_was_ruled_out_or_has_no_known_scorer_is_on_nobodys_account():
    assert scorers([Event("goal", 1, "Lautaro", status="cancelled"), Event("goal", 2)]) == []


def test_who_scored_for_two_teams_has_both_the_latest_last():
    told = scorers([Event("goal", 1, "Kean", team_id="Juventus"), Event("goal", 1, "Kean", team_id="Fiorentina")])

    assert told[0].teams == ("Juventus", "Fiorentina")


def test_assists_are_ranked_in_the_same_way():
    told = assist_makers(
        [Event("goal", 1, "Lautaro", "Barella"), Event("goal", 2, "Thuram", "Barella"), Event("goal", 3, "Barella")]
    )

    assert [(line.rank, line.person, line.assists, line.goals) for line in told] == [(1, "Barella", 2, 1)]


def test_within_a_rank_the_fewer_penalties_come_first():
    told = scorers([Event("penalty_goal", 1, "Calhanoglu"), Event("goal", 2, "Thuram")])

    assert [(line.rank, line.person) for line in told] == [(1, "Thuram"), (1, "Calhanoglu")]


def test_the_record_of_each_competition_is_shared_by_all_who_hold_it():
    class Line(NamedTuple):
        competition: str
        person: str
        goals: int

    lines = [Line("Serie A", "A", 3), Line("Serie A", "B", 5), Line("Serie A", "C", 5), Line("Coppa", "A", 1)]

    assert record_scorers(lines) == {"Serie A": lines[1:3], "Coppa": [lines[3]]}

"""Form and streaks."""

from teams.stats.form import Record, clean_sheets, forms, outcomes, record, streaks
from tests.teams.stats.rows import results


def letters(told):
    return [outcome.letter for outcome in told]


def test_a_result_is_won_or_lost_as_its_team_sees_it():
    told = outcomes(results("Inter 2-1 Milan", "Milan 3-0 Inter", "Roma 1-0 Milan", "Inter 0-0 Roma"), "Inter")

    assert letters(told) == ["W", "L", "D"]
    assert [(outcome.at_home, outcome.scored, outcome.conceded) for outcome in told] == [
        (True, 2, 1),
        (False, 0, 3),
        (True, 0, 0),
    ]


def test_the_form_of_all_teams_is_their_last_five():
    told = forms(results(*["Inter 1-0 Milan"] * 4, "Milan 1-1 Inter", "Milan 2-0 Inter"))

    assert told == {"Inter": ("W", "W", "W", "D", "L"), "Milan": ("L", "L", "L", "D", "W")}


def test_streaks_run_back_from_the_last_match_and_stop_at_the_first_that_breaks_them():
    told = outcomes(results("Inter 0-1 Roma", "Inter 0-0 Lazio", "Inter 2-0 Pisa", "Milan 0-1 Inter"), "Inter")

    runs = streaks(told)

    assert (runs.won, runs.unbeaten, runs.scored, runs.clean_sheets) == (2, 3, 2, 3)
    assert (runs.lost, runs.without_win) == (0, 0)


def test_who_has_not_played_is_on_no_streak():
    assert streaks([]).unbeaten == 0


def test_clean_sheets_are_counted_for_both_sides_the_most_and_then_the_fewest_matches_first():
    lines = clean_sheets(results("Inter 2-0 Milan", "Inter 0-0 Roma", "Roma 0-1 Milan", "Roma 0-1 Lazio"))

    assert [(line.team, line.matches, line.played) for line in lines] == [
        ("Inter", 2, 2),
        ("Lazio", 1, 1),
        ("Milan", 1, 2),
        ("Roma", 1, 3),
    ]


def test_a_record_adds_up_outcomes():
    balance = record(outcomes(results("Inter 2-0 Milan", "Milan 3-1 Inter", "Inter 1-1 Roma"), "Inter"))

    assert balance == Record(played=3, won=1, drawn=1, lost=1, goals_for=4, goals_against=4)
    assert balance.won_of_hundred == 33
    assert Record().won_of_hundred == 0

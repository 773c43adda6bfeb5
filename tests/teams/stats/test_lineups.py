"""Marks beside the names."""

from teams.stats.lineups import lineups
from tests.teams.stats.rows import Appearance, Event


def test_each_side_has_its_starters_and_its_bench_in_the_order_of_the_sheet():
    sheet = [
        Appearance("Sommer"),
        Appearance("Lautaro"),
        Appearance("Thuram", starter=False),
        Appearance("Satpaev", side="away"),
    ]

    home, away = lineups(sheet, [])

    assert [player.appearance.person_id for player in home.starters] == ["Sommer", "Lautaro"]
    assert [player.appearance.person_id for player in home.bench] == ["Thuram"]
    assert [player.appearance.person_id for player in away.starters] == ["Satpaev"]


def test_a_substitution_marks_who_comes_on_and_who_goes_off():
    sheet = [Appearance("Lautaro"), Appearance("Thuram", starter=False), Appearance("Bonny", starter=False)]

    home, _ = lineups(sheet, [Event("substitution", 60, "Thuram", "Lautaro")])

    assert home.starters[0].went_off.minute == 60
    assert [player.appearance.person_id for player in home.used] == ["Thuram"]
    assert [player.played for player in home.bench] == [True, False]


def test_a_player_wears_everything_he_did_in_order():
    events = [
        Event("goal", 67, "Carlos Augusto", "Esposito"),
        Event("yellow", 30, "Carlos Augusto"),
        Event("second_yellow", 90, "Carlos Augusto", stoppage=1),
        Event("own_goal", 12, "Carlos Augusto", side="away"),
    ]

    home, _ = lineups([Appearance("Carlos Augusto"), Appearance("Esposito")], events)

    augusto, esposito = home.starters
    assert [mark.kind for mark in augusto.marks] == ["own_goal", "yellow", "goal", "second_yellow"]
    assert [mark.kind for mark in esposito.marks] == ["assist"]
    assert (augusto.booked.minute, augusto.sent_off.minute) == (30, 90)
    assert [event.minute for event in augusto.goals] == [67]
    assert [event.minute for event in augusto.own_goals] == [12]


def test_who_was_fouled_for_a_penalty_has_no_assist():
    home, _ = lineups([Appearance("Esposito")], [Event("penalty_goal", 67, "Lautaro", "Esposito")])

    assert home.starters[0].marks == ()


def test_a_card_that_was_taken_back_leaves_no_mark():
    home, _ = lineups([Appearance("Barella")], [Event("red", 40, "Barella", status="cancelled")])

    assert home.starters[0].marks == ()


def test_a_sheet_with_nobody_on_it_is_empty():
    home, away = lineups([Appearance("Sommer")], [])

    assert home
    assert not away

"""Line-ups, cards, replacements in both orders, and shoot-outs kick by kick."""

import pytest

from teams.importers.football_txt.sheets import read_cards, read_kicks, read_sheet


def test_a_line_up_has_its_order_its_lines_and_its_captain():
    sheet = read_sheet(
        "Sommer - Bisseck, Acerbi [c], Bastoni - Dumfries, Barella, Asllani, Mkhitaryan, Dimarco - Thuram, Lautaro"
    )

    assert [player.name for player in sheet.starters[:4]] == ["Sommer", "Bisseck", "Acerbi", "Bastoni"]
    assert (sheet.formation, sheet.starters[2].captain, sheet.starters[0].captain) == ("3-5-2", True, False)


@pytest.mark.parametrize("written", ["(72' Mohammed WAAD)", "(Mohammed WAAD 72')"])
def test_who_came_on_is_told_with_the_minute_before_or_after(written):
    player = read_sheet(f"HASSAN ALHAYDOS [c] [Y 15'] {written}").starters[0]

    assert (player.name, player.captain, player.replaced_by.name) == ("HASSAN ALHAYDOS", True, "Mohammed WAAD")
    assert (player.replaced_at.minute, player.cards[0].kind, player.cards[0].at.minute) == (72, "yellow", 15)


def test_who_came_on_may_be_booked_and_replaced_in_turn():
    player = read_sheet("Yunus MUSAH (74' Kellyn ACOSTA [Y 90+10'] (88' Jordan MORRIS))").starters[0]

    second = player.replaced_by
    assert (second.name, second.cards[0].at.added, second.replaced_by.name, second.replaced_at.minute) == (
        "Kellyn ACOSTA", 10, "Jordan MORRIS", 88,
    )  # fmt: skip


def test_cards_may_lack_a_minute_and_a_second_yellow_may_stand_at_the_minute_of_the_first():
    kinds = [
        (card.kind, card.at.minute) for card in read_sheet("Tah [Y], Porteous [Y 44'] [Y/R 44'], Hendry [R]").starters[1].cards
    ]

    assert kinds == [("yellow", 44), ("second_yellow", 44)]


def test_a_coach_stands_behind_the_line_up():
    sheet = read_sheet("Sommer - Bisseck; Coach: Simone Inzaghi (ITA)")

    assert (sheet.coach, len(sheet.starters), sheet.formation) == ("Simone Inzaghi", 2, "")


def test_a_name_with_a_hyphen_is_one_player():
    assert [player.name for player in read_sheet("Pau Cubarsí - Trent Alexander-Arnold, Loftus-Cheek").starters][1:] == [
        "Trent Alexander-Arnold", "Loftus-Cheek",
    ]  # fmt: skip


def test_what_is_no_player_is_an_error():
    with pytest.raises(ValueError, match="a player was not understood: “23”"):
        read_sheet("Sommer - 23")


def test_cards_may_be_told_below_the_line_up():
    told = [
        (name, card.kind, card.at.minute) for name, card in read_cards("Domenico BERARDI 56', Ismael KONE 67', Gatti", "yellow")
    ]

    assert told == [("Domenico BERARDI", "yellow", 56), ("Ismael KONE", "yellow", 67), ("Gatti", "yellow", None)]


def test_a_kick_that_did_not_change_the_score_was_missed():
    kicks = read_kicks("1-0 Masny, 1-1 Bonhof; 2-1 Nehoda, 2-1 Hoeneß (over); 3-1 Panenka")

    assert [(kick.side, kick.scored) for kick in kicks] == [
        ("home", True), ("away", True), ("home", True), ("away", False), ("home", True),
    ]  # fmt: skip


def test_in_a_shoot_out_the_sides_take_turns():
    kicks = read_kicks("Takumi MINAMINO (missed), 0-1 Nikola VLASIC, Kaoru MITOMA (save), 0-2 Marcelo BROZOVIC, 1-2 Takuma ASANO")

    assert [(kick.side, kick.scored) for kick in kicks] == [
        ("home", False), ("away", True), ("home", False), ("away", True), ("home", True),
    ]  # fmt: skip

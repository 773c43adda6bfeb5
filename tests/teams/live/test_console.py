"""A line typed in either language is read as the event that it means, or says why it cannot be."""

from dataclasses import replace

import pytest

from teams.live.clock import Instant
from teams.live.console import Reading, read
from teams.live.sheet import Night, Player, Unclear, words_for_sides
from tests.teams.stats.rows import Event

INTER = {
    1: ("Yann Sommer", "Sommer"),
    10: ("Lautaro Martínez", "Martínez"),
    13: ("Josep Martínez", "Martínez"),
    15: ("Francesco Acerbi", "Acerbi"),
    20: ("Hakan Çalhanoğlu", "Çalhanoğlu"),
    23: ("Nicolò Barella", "Barella"),
    30: ("Carlos Augusto", "Carlos Augusto"),
    94: ("Pio Esposito", "Esposito"),
}
KAIRAT = {7: ("Jorginho", ""), 10: ("Ofri Arad", "Arad"), 20: ("Giovanni Di Lorenzo", "Di Lorenzo"), 25: ("Rossi Paolo", "Rossi")}
BENCH = {13, 20}
NIGHT = Night(
    teams={"home": "Inter", "away": "Kairat Almaty"},
    players=(
        *(Player(n, name, "home", n, surname, on_pitch=n not in BENCH) for n, (name, surname) in INTER.items()),
        *(Player(100 + n, name, "away", n, surname, on_pitch=True) for n, (name, surname) in KAIRAT.items()),
    ),
    period="2",
    now=Instant("2", 68),
    side_words={
        **words_for_sides({"home": ["Inter", "Nerazzurri"], "away": ["Kairat Almaty"]}),
        ("casa",): "home",
        ("ospiti",): "away",
    },
)


def said(line, night=NIGHT):
    """What was read, the empty parts left out."""
    found = read(line, night)
    names = ("kind", "period", "minute", "stoppage", "side", "person", "second_person", "decision", "cancels")
    return {name: value for name in names if (value := getattr(found, name))}


def test_a_goal_with_its_assist():
    assert read("67 gol carlos augusto (esposito)", NIGHT) == Reading("goal", "2", 67, 0, "home", 30, 94)


def test_a_card_in_added_time():
    assert read("45+2 giallo barella", NIGHT) == Reading("yellow", "1", 45, 2, "home", 23)


def test_a_substitution_names_who_comes_on_first():
    assert read("71 sub calhanoglu barella", NIGHT) == Reading("substitution", "2", 71, 0, "home", 20, 23)


def test_a_decision_of_the_var():
    found = read("20 var rigore annullato inter", NIGHT)

    assert found == Reading("var", "1", 20, 0, "home", decision="penalty_cancelled")


@pytest.mark.parametrize(
    ("line", "kind", "person"),
    [
        ("gol carlos augusto", "goal", 30),
        ("goal Carlos Augusto", "goal", 30),
        ("rete di carlos", "goal", 30),
        ("carlos augusto gol", "goal", 30),
        ("rigore lautaro", "penalty_goal", 10),
        ("gol su rigore lautaro", "penalty_goal", 10),
        ("penalty lautaro", "penalty_goal", 10),
        ("rigore sbagliato lautaro", "penalty_missed", 10),
        ("rigore parato lautaro", "penalty_missed", 10),
        ("penalty missed lautaro", "penalty_missed", 10),
        ("giallo barella", "yellow", 23),
        ("ammonito Barella", "yellow", 23),
        ("giallo a barella", "yellow", 23),
        ("yellow card barella", "yellow", 23),
        ("secondo giallo barella", "second_yellow", 23),
        ("second yellow barella", "second_yellow", 23),
        ("rosso acerbi", "red", 15),
        ("espulso acerbi", "red", 15),
        ("red card acerbi", "red", 15),
        ("sent off acerbi", "red", 15),
        ("gol #10 inter", "goal", 10),
        ("gol inter 10", "goal", 10),
        ("gol 30", "goal", 30),
        ("gol lau", "goal", 10),
        ("gol l martinez", "goal", 10),
        ("gol di lorenzo", "goal", 120),
        ("gol MARTINEZ", "goal", 10),
    ],
)
def test_a_line_in_either_language(line, kind, person):
    assert said(f"67 {line}") == {
        "kind": kind, "period": "2", "minute": 67, "side": "away" if person > 100 else "home", "person": person
    }  # fmt: skip


@pytest.mark.parametrize(
    ("line", "decision"),
    [
        ("var gol annullato", "goal_cancelled"),
        ("var no gol", "goal_cancelled"),
        ("gol annullato dal var", "goal_cancelled"),
        ("var goal ruled out", "goal_cancelled"),
        ("var gol convalidato", "goal_given"),
        ("var rigore", "penalty_given"),
        ("var penalty taken back", "penalty_cancelled"),
        ("var rosso", "red_given"),
        ("var red card overturned", "red_cancelled"),
        ("var check", "checked"),
    ],
)
def test_what_the_var_decided(line, decision):
    assert said(f"70 {line} kairat") == {"kind": "var", "period": "2", "minute": 70, "side": "away", "decision": decision}


@pytest.mark.parametrize(
    "line",
    [
        "sub calhanoglu barella",
        "sub 20 inter 23",
        "cambio Çalhanoğlu > Barella",
        "entra calhanoglu esce barella",
        "calhanoglu al posto di barella sub",
        "on calhanoglu off barella",
        "sub calhanoglu per barella",
        "sub barella calhanoglu",
    ],
)
def test_who_comes_on_and_who_goes_off(line):
    assert said(f"71 {line}") == {
        "kind": "substitution", "period": "2", "minute": 71, "side": "home", "person": 20, "second_person": 23
    }  # fmt: skip


def test_names_of_several_words_part_where_both_are_known():
    assert said("71 sub calhanoglu carlos augusto")["second_person"] == 30


def test_an_own_goal_is_the_others():
    assert said("88 autogol rossi") == {"kind": "own_goal", "period": "2", "minute": 88, "side": "home", "person": 125}


def test_a_side_alone_will_do_until_the_name_is_known():
    assert said("88 gol kairat") == {"kind": "goal", "period": "2", "minute": 88, "side": "away"}


def test_a_side_tells_shirts_apart():
    assert [said(f"88 gol 10 {side}")["person"] for side in ("casa", "ospiti", "inter", "kairat", "almaty")] == [
        10,
        110,
        10,
        110,
        110,
    ]


def test_without_a_minute_it_is_the_running_clock():
    assert said("gol lautaro")["minute"] == 68


def test_a_second_booking_is_a_second_yellow_whatever_was_typed():
    booked = replace(NIGHT, players=tuple(replace(player, booked=player.pk == 23) for player in NIGHT.players))

    assert said("80 giallo barella", booked)["kind"] == "second_yellow"


def test_the_var_takes_back_the_goal_that_has_just_been_scored():
    goals = (Event("goal", 20, person_id=10, pk=1), Event("goal", 66, person_id=30, pk=2))
    night = replace(NIGHT, events=goals)

    assert said("68 var gol annullato", night) == {
        "kind": "var", "period": "2", "minute": 68, "side": "home", "decision": "goal_cancelled", "cancels": 2
    }  # fmt: skip
    assert "cancels" not in said("68 var gol annullato kairat", night)
    assert "cancels" not in said("80 var gol annullato inter", night)
    assert "cancels" not in said("68 var check inter", night)


def test_a_decision_without_a_side_says_whose_it_was_taken_for():
    found = read("20 var rigore annullato", NIGHT)

    assert (found.side, len(found.doubts)) == ("home", 1)
    assert "Kairat Almaty" in found.doubts[0]


def test_kicks_of_a_shootout_have_no_minute():
    night = replace(NIGHT, period="5", now=Instant("5", None))

    assert said("gol lautaro", night) == {"kind": "shootout_scored", "period": "5", "side": "home", "person": 10}
    assert said("sbagliato arad", night) == {"kind": "shootout_missed", "period": "5", "side": "away", "person": 110}


@pytest.mark.parametrize(
    ("line", "doubts"),
    [
        ("67 gol calhanoglu", 1),
        ("67 giallo calhanoglu", 0),
        ("92 gol lautaro", 1),
        ("90+2 gol lautaro", 0),
        ("71 sub barella acerbi", 1),
    ],
)
def test_what_is_odd_is_said_before_it_is_kept(line, doubts):
    assert len(read(line, NIGHT).doubts) == doubts


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("67 gol", ""),
        ("67", ""),
        ("67 lautaro", "autogol"),
        ("67 gol 10", "10 Lautaro Martínez (Inter), 10 Ofri Arad (Kairat Almaty)"),
        ("67 gol barela", "23 Nicolò Barella (Inter)"),
        ("67 gol zzz", "zzz"),
        ("67 gol lautaro (lautaro)", ""),
        ("67 gol lautaro (arad)", "arad"),
        ("71 sub barella", ""),
        ("71 sub calhanoglu arad", ""),
        ("71 sub calhanoglu zzz", "zzz"),
        ("50+2 gol lautaro", "45"),
        ("121 gol lautaro", "120"),
        ("20 var boh", "annullato"),
    ],
)
def test_what_cannot_be_read_says_why_and_names_the_candidates(line, told):
    with pytest.raises(Unclear) as refused:
        read(line, NIGHT)

    assert told in str(refused.value)
    assert str(refused.value)


def test_namesakes_are_named_where_the_pitch_does_not_tell_them_apart():
    night = replace(NIGHT, players=tuple(replace(player, on_pitch=None) for player in NIGHT.players))

    with pytest.raises(Unclear, match=r"10 Lautaro Martínez .*13 Josep Martínez"):
        read("67 gol martinez", night)


def test_a_standing_clock_wants_a_minute():
    with pytest.raises(Unclear):
        read("gol lautaro", replace(NIGHT, now=None))

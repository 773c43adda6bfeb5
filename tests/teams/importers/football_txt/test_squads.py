"""Squads files: who belonged where, in which shirt, since when."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from teams.importers.football_txt.squads import read_squads
from teams.models import Person, Spell

CLUB = """=  FC Internazionale Milano - Italian Serie A 2023/24

  1,  Yann Sommer (SUI),                 GK,   b. 1988,   Bayern Munich
 10,  Lautaro Martínez (ARG),            FW,   b. 1997,   Racing Club
      Kristjan Asllani,                  MF,   b. 2002,
"""
NATIONS = """= World Cup 2022     # 32 Teams
== Senegal     # 26 Players
      16, Edouard MENDY,                 GK,  b. 1992/03/01
       -, Aliou Cissé (SEN),             MG,  b. 1976/03/24
"""


SPACED = """= Inter Milano    # Inter

 1  Yann Sommer (SUI)              GK    # 17 Dec 1988, Morges  -- Bayern Munich
   -  FW  Carlos Peucelle               ##    -, Sportivo
   3, Dayne ST. CLAIR                   GK,  b. 1997/05/09
30  Marco Storari
"""


def told(text, season="2023-24"):
    return read_squads(text.encode(), "inter.txt", season=season)


def test_a_squad_is_read_with_shirts_places_and_nations():
    members = told(CLUB).members

    assert [(member.team, member.text, member.person.nationality, member.person.position) for member in members] == [
        ("FC Internazionale Milano", "Yann Sommer", "SUI", "GK"),
        ("FC Internazionale Milano", "Lautaro Martínez", "ARG", "FW"),
        ("FC Internazionale Milano", "Kristjan Asllani", None, "MF"),
    ]
    assert [member.person.spells[0].shirt for member in members] == [1, 10, None]
    assert (members[0].person.spells[0].start, members[0].person.spells[0].end) == (date(2023, 7, 1), date(2024, 6, 30))


def test_a_day_of_birth_is_kept_and_a_bare_year_is_not_made_one():
    assert told(CLUB).members[0].person.birth_date is None
    assert told(NATIONS, "2022").members[0].person.birth_date == date(1992, 3, 1)


def test_a_squad_may_be_parted_by_blanks_with_the_birth_in_a_comment():
    keeper, forward, *others = (member.person for member in told(SPACED).members)

    assert (keeper.name, keeper.nationality, keeper.position, keeper.birth_date) == (
        "Yann Sommer", "SUI", "GK", date(1988, 12, 17),
    )  # fmt: skip
    assert [(one.name, one.position, one.birth_date) for one in others] == [
        ("Dayne ST. Clair", "GK", date(1997, 5, 9)), ("Marco Storari", None, None),
    ]  # fmt: skip
    assert (forward.name, forward.position, forward.birth_date, forward.spells[0].shirt) == ("Carlos Peucelle", "FW", None, None)


def test_a_file_of_many_teams_has_players_and_coaches_of_nations():
    reading = told(NATIONS, "2022")

    keeper, coach = (member.person for member in reading.members)
    assert (keeper.name, keeper.surname, coach.spells[0].role, coach.spells[0].shirt) == ("Edouard Mendy", "Mendy", "coach", None)
    assert reading.teams["Senegal"].kind == "national"


def test_what_is_no_player_is_told_and_left_out():
    reading = told(CLUB + "\nTo be continued\n")

    assert [str(doubt) for doubt in reading.doubts] == ["inter.txt, line 7: “To be continued” is no player; the line is left out"]


@pytest.fixture
def imported(tmp_path):
    def run(text, season):
        path = tmp_path / "inter.txt"
        path.write_text(text, encoding="utf-8")
        call_command("import_squads", str(path), season=season, stdout=StringIO())

    return run


@pytest.mark.django_db
def test_a_season_that_follows_prolongs_the_spell_and_a_gap_makes_another(imported):
    for season in ("2021-22", "2023-24", "2023-24", "2024-25"):
        imported(CLUB, season)

    assert Person.objects.count() == 3
    assert list(Spell.objects.filter(person__surname="Sommer").order_by("start").values_list("start", "end")) == [
        (date(2021, 7, 1), date(2022, 6, 30)),
        (date(2023, 7, 1), date(2025, 6, 30)),
    ]


@pytest.mark.django_db
def test_an_end_that_an_editor_knows_stays(imported):
    imported(CLUB, "2023-24")
    Spell.objects.update(end=date(2024, 1, 31))

    imported(CLUB, "2023-24")

    assert set(Spell.objects.values_list("end", flat=True)) == {date(2024, 1, 31)}

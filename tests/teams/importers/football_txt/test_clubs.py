"""Clubs files: other names, so that a club whose name drifts from season to season stays one."""

from io import StringIO

import pytest
from django.core.management import call_command

from teams.importers.football_txt.clubs import read_clubs
from teams.models import Team
from tests.making import make_team

CLUBS = """=  Italy • Italia
== Lombardia ==       ## Lombardy [en]
AC Milan,                 Milano
  | Milan | Associazione Calcio Milan
  | AC Mailand [de]
FC Internazionale Milano, 1908,  @ Giuseppe Meazza,  Milano (San Siro) › Lombardia
  | Inter | INTER | Inter Milan [en]
  Viale della Liberazione, 16 // 20124 Milano
ii) Inter II
  | Inter B
"""


@pytest.fixture
def imported(tmp_path, db):
    def run(**options):
        path = tmp_path / "it.clubs.txt"
        path.write_text(CLUBS, encoding="utf-8")
        out = StringIO()
        call_command("import_clubs", str(path), stdout=out, **options)
        return out.getvalue()

    return run


def test_a_club_has_its_city_its_year_and_its_other_names():
    milan, inter = read_clubs(CLUBS.encode(), "it.clubs.txt")

    assert (milan.name, milan.city, milan.founded, milan.country) == ("AC Milan", "Milano", None, "ITA")
    assert (inter.city, inter.founded) == ("Milano", 1908)
    assert [(alias.text, alias.language, alias.kind) for alias in milan.aliases] == [
        ("Milan", "", "name"), ("Associazione Calcio Milan", "", "name"), ("AC Mailand", "", "foreign"),
    ]  # fmt: skip
    assert [(alias.text, alias.language) for alias in inter.aliases] == [("Inter", ""), ("Inter Milan", "en")]


def test_clubs_that_are_there_get_their_other_names_once(imported):
    milan = make_team("Milan")

    for _ in range(2):
        imported()

    assert sorted(milan.aliases.values_list("text", flat=True)) == ["AC Mailand", "AC Milan", "Associazione Calcio Milan"]
    assert Team.objects.count() == 1


def test_all_clubs_of_a_file_are_made_if_that_is_wanted(imported):
    imported(everyone=True)

    assert list(Team.objects.values_list("name", "country")) == [("AC Milan", "ITA"), ("FC Internazionale Milano", "ITA")]


def test_names_that_two_clubs_bear_are_left_out_and_told(imported):
    make_team("Milan")
    make_team("AC Milan")

    assert "it.clubs.txt, line 3: AC Milan may be any of ac-milan, milan; nothing is taken from it" in imported()

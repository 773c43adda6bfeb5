"""A season as CSV: what is exported is what the import reads."""

from io import BytesIO, StringIO, TextIOWrapper

import pytest
from django.core.management import CommandError, call_command
from openpyxl import load_workbook

from teams.models import Match, ReviewItem, Venue
from tests.making import make_match

pytestmark = pytest.mark.django_db

HEAD = (
    "competition,season,stage,matchday,round,date,kickoff,timezone,home,away,venue,status,"
    "home_goals,away_goals,home_half_time,away_half_time,home_ninety,away_ninety,home_shootout,away_shootout,decision,note"
)


def exported(*arguments, **options):
    out = StringIO()
    call_command("export_matches", *arguments, stdout=out, **options)
    return out.getvalue()


def test_a_season_is_a_line_a_match_under_the_heads_of_the_template():
    ground = Venue.objects.create(name="San Siro", slug="san-siro")
    make_match("Inter 2-1 Kairat Almaty", matchday=4, venue=ground, home_half_time=1, away_half_time=0)

    assert exported("champions-league", "2025-26").splitlines() == [
        HEAD,
        "champions-league,2025-26,,4,,2025-11-05,21:00,Europe/Rome,inter,kairat-almaty,san-siro,finished,2,1,1,0,,,,,,",
    ]
    assert exported(template=True) == f"{HEAD}\n"


def exported_book(*arguments, **options):
    out = TextIOWrapper(BytesIO())
    call_command("export_matches", *arguments, format="xlsx", stdout=out, **options)
    return out.buffer.getvalue()


def cells(content):
    return [list(line) for line in load_workbook(BytesIO(content)).active.iter_rows()]


def test_a_season_as_xlsx_has_days_and_numbers_as_such():
    make_match("Inter 2-1 Kairat Almaty", matchday=4)

    heads, line = cells(exported_book("champions-league", "2025-26"))

    told = {head.value: cell.value for head, cell in zip(heads, line, strict=True)}
    assert list(told) == HEAD.split(",")
    assert (told["matchday"], told["home_goals"], told["kickoff"]) == (4, 2, "21:00")
    assert f"{told['date']:%Y-%m-%d}" == "2025-11-05"


def test_the_template_as_xlsx_is_the_heads_alone():
    (heads,) = cells(exported_book(template=True))

    assert ",".join(cell.value for cell in heads) == HEAD


@pytest.mark.parametrize("note", ["=1+1", "+39 02", "-1", "@inter", "=cmd|' /C calc'!A0"])
def test_no_text_becomes_a_formula_and_it_comes_back_as_it_was(tmp_path, note):
    match = make_match("Inter 2-1 Kairat Almaty", matchday=4, note=note)
    as_csv, as_xlsx = exported("champions-league", "2025-26"), exported_book("champions-league", "2025-26")
    (tmp_path / "season.csv").write_text(as_csv)
    (tmp_path / "season.xlsx").write_bytes(as_xlsx)

    call_command("import_matches", "csv", str(tmp_path / "season.csv"), stdout=StringIO())
    call_command("import_matches", "xlsx", str(tmp_path / "season.xlsx"), stdout=StringIO())

    note_cell = cells(as_xlsx)[1][-1]
    match.refresh_from_db()
    assert f",'{note}" in as_csv
    assert (note_cell.value, note_cell.data_type) == (note, "s")
    assert match.note == note


def test_what_was_exported_as_xlsx_is_imported_without_any_change(tmp_path):
    make_match("Inter 2-1 Kairat Almaty", matchday=4)
    before = list(Match.objects.values())
    (tmp_path / "season.xlsx").write_bytes(exported_book("champions-league", "2025-26"))
    out = StringIO()

    call_command("import_matches", "xlsx", str(tmp_path / "season.xlsx"), stdout=out)

    assert [{**row, "kickoff": None} for row in Match.objects.values()] == [{**row, "kickoff": None} for row in before]
    assert "1 the same" in out.getvalue()


def test_what_was_exported_is_imported_without_any_change(tmp_path):
    make_match("Inter 2-1 Kairat Almaty", matchday=4)
    make_match("Inter v Lazio", matchday=5, kickoff_confirmed=False)
    before = list(Match.objects.order_by("pk").values())
    (tmp_path / "season.csv").write_text(exported("champions-league", "2025-26"))

    call_command("import_matches", "csv", str(tmp_path / "season.csv"), stdout=StringIO())

    after = list(Match.objects.order_by("pk").values())
    hour = {"kickoff": None}
    assert [{**row, **hour} for row in after] == [{**row, **hour} for row in before]
    assert not ReviewItem.objects.exists()


def test_a_season_must_be_named():
    with pytest.raises(CommandError, match="which season"):
        exported()


def test_a_final_keeps_its_extra_time_and_shoot_out_on_its_way_out_and_in_again(tmp_path):
    make_match("Inter 2-2 Napoli", home_ninety=1, away_ninety=1, home_shootout=4, away_shootout=3)
    sheet = tmp_path / "final.csv"
    sheet.write_text(exported("champions-league", "2025-26"))
    Match.objects.update(home_ninety=None, away_ninety=None, home_shootout=None, away_shootout=None)

    call_command("import_matches", "csv", str(sheet), stdout=StringIO())

    assert Match.objects.values_list("home_ninety", "away_ninety", "home_shootout", "away_shootout").get() == (1, 1, 4, 3)

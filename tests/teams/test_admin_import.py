"""A file on the desk: sent, looked at row by row, confirmed; and a season taken home as a sheet."""

import time
from io import BytesIO, StringIO

import pytest
from django.conf import settings
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from teams import spreadsheets
from teams.admin import held, imports
from teams.models import AuditEntry, Competition, ImportedRow, Match, ReviewItem, Season, Stage, Team
from tests.desk import as_sent, make_login, told
from tests.making import make_match, make_team

pytestmark = pytest.mark.django_db

PAGE, CONFIRM, EXPORT = (reverse(f"admin:teams_match_{name}") for name in ("import", "import_confirm", "export"))
HEAD = "date,kickoff,home,away,status,home_goals,away_goals"
CHOSEN = {"source": "csv", "competition": "serie-a", "season": "2025-26"}
DERBY = "2025-11-23,20:45,Inter,Milan,finished,2,1"


@pytest.fixture
def desk(client, tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path)
    client.force_login(make_login("Data desk"))
    client.cookies["django_language"] = "en"
    return client


def send(client, *lines, name="results.csv", content=None, **chosen):
    content = "\n".join([HEAD, *lines]).encode() if content is None else content
    return client.post(PAGE, {**CHOSEN, **chosen, "file": SimpleUploadedFile(name, content)})


def confirm(client, page, **typed):
    shown = page.context["preview"]
    keep = {"keep_good": "1"} if shown["refused"] else {}
    return client.post(CONFIRM, {"token": shown["token"], **keep, **typed}, follow=True)


def stored(*lines):
    """As an import on the server leaves it."""
    path = settings.DATA_DIR / "before.csv"
    path.write_text("\n".join([HEAD, *lines]))
    call_command("import_matches", "csv", str(path), competition="serie-a", season="2025-26", stdout=StringIO())


def waiting():
    return list((settings.DATA_DIR / "uploads").iterdir())


def rows():
    return [model.objects.count() for model in (Competition, Season, Stage, Team, Match, ImportedRow, ReviewItem)]


def test_the_preview_tells_what_would_be_new_and_writes_nothing(desk):
    page = send(desk, DERBY)

    new = [(row.place and row.place.line, row.label) for row in page.context["preview"]["new"]]
    assert (2, "Inter 2-1 Milan, 2025-11-23") in new
    assert {"Serie A", "Inter", "Milan"} <= {label for _, label in new}
    assert "1 new" not in page.content.decode()
    assert rows() == [0] * 7


def test_the_preview_tells_each_changed_field_before_and_after(desk):
    stored("2025-11-23,20:45,Inter,Milan,scheduled,,", "2025-11-23,18:00,Lazio,Napoli,finished,0,0")

    page = send(desk, DERBY, "2025-11-23,18:00,Lazio,Napoli,finished,0,0")

    (row,) = page.context["preview"]["changed"]
    changes = {str(name): (str(before), str(after)) for name, before, after in row.changes}
    assert (row.place.line, row.label) == (2, "Inter 2-1 Milan, 2025-11-23")
    assert changes["status"] == ("Scheduled", "Finished")
    assert ("None", "2") in changes.values()
    assert [same.place.line for same in page.context["preview"]["same"]] == [3]
    assert "<del>Scheduled</del> → <ins>Finished</ins>" in page.content.decode()
    assert Match.objects.get(home__slug="inter").status == "scheduled"


def test_a_changed_relation_is_told_by_its_name(desk):
    match = make_match("Inter v Milan", matchday=4)
    season = {"competition": "champions-league", "season": "2025-26"}
    lines = [f"{HEAD},matchday,venue", "2025-11-05,21:00,Inter,Milan,scheduled,,,4,San Siro"]

    page = send(desk, content="\n".join(lines).encode(), **season)

    (row,) = page.context["preview"]["changed"]
    assert ("–", "San Siro") in [(before or "–", str(after)) for _, before, after in row.changes]
    match.refresh_from_db()
    assert match.venue is None


def test_what_was_confirmed_is_stored_once_and_the_file_is_gone(desk):
    page = send(desk, DERBY)

    done = confirm(desk, page)
    again = confirm(desk, page)

    assert str(Match.objects.get()) == "Inter 2-1 Milan"
    assert told(done)[0].startswith("Imported: ")
    entry = AuditEntry.objects.get()
    assert (entry.what, entry.details["message"]) == (str(Season.objects.get()), f"results.csv: {told(done)[0]}")
    assert "does not wait here any more" in told(again)[0]
    assert waiting() == []


def test_a_second_import_of_the_same_file_changes_nothing(desk):
    confirm(desk, send(desk, DERBY))

    page = send(desk, DERBY)

    preview = page.context["preview"]
    assert [len(preview[how]) for how in ("new", "changed", "same", "refused")] == [0, 0, 1, 0]


def test_what_is_refused_is_told_with_its_line_and_the_good_come_in_where_that_is_confirmed(desk):
    page = send(desk, DERBY, "2025-11-23,18:00,Lazio,Lazio,finished,0,0", "soon,18:00,Roma,Napoli,scheduled,,")

    done = confirm(desk, page)

    reasons = [str(error) for error in page.context["preview"]["refused"]]
    assert [reason.split(":")[0] for reason in reasons] == ["results.csv, line 3", "results.csv, line 4"]
    assert "Import what is good" in page.content.decode()
    assert str(Match.objects.get()) == "Inter 2-1 Milan"
    assert told(done)[1:] == reasons


def test_where_no_match_is_good_nothing_can_be_confirmed(desk):
    make_match("Inter 2-1 Milan", slug="inter-milan-2025-11-23")

    page = send(desk, DERBY)

    assert [str(error) for error in page.context["preview"]["refused"]] == [
        "results.csv, line 2: Inter and Milan have a match on that day already, in Champions League 2025-26"
    ]
    assert 'name="token"' not in page.content.decode()


def test_where_it_is_refused_only_at_the_end_nothing_is_written_and_the_file_still_waits(desk):
    page = send(desk, "2025-11-23,18:00,Lazio,Napoli,finished,0,0", DERBY)
    for city in ("Milano", "Herat"):
        make_team("Inter", slug=f"inter-{city.lower()}", city=city)

    answer = confirm(desk, page)

    assert "Nothing was imported. results.csv, line 3: more than one team is called “Inter”" in answer.content.decode()
    assert not Match.objects.exists()
    assert answer.context["preview"]["token"] == page.context["preview"]["token"]
    assert as_sent(answer)["competition"] == "serie-a"
    assert len(waiting()) == 1


def test_a_correction_of_the_desk_is_shown_as_what_stays(desk):
    stored(DERBY)
    Match.objects.update(home_goals=3)

    page = send(desk, DERBY.replace("2,1", "4,1"))

    assert "home_goals stays 3, as corrected here; the source says 4" in page.content.decode()


@pytest.mark.parametrize(
    ("source", "content"),
    [
        ("csv", b""),
        ("csv", b"\xff\xfe"),
        ("xlsx", b"no"),
        ("football-json", b"{"),
        ("match-sheet", b"- ["),
        ("football-txt", b"\xff"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_on_the_page(desk, source, content):
    page = send(desk, content=content or b"#", source=source)

    assert page.status_code == 200
    assert page.context["preview"]["refused"]
    assert 'name="token"' not in page.content.decode()


def test_a_spreadsheet_is_taken_as_well(desk):
    match = dict.fromkeys(spreadsheets.COLUMNS, "")
    match |= {"date": "2025-11-23", "kickoff": "20:45", "home": "Inter", "away": "Milan", "status": "scheduled"}

    confirm(desk, send(desk, content=spreadsheets.as_xlsx([match]), name="results.xlsx", source="xlsx"))

    assert str(Match.objects.get()) == "Inter - Milan"
    assert set(ImportedRow.objects.values_list("source", flat=True)) == {"csv"}


@pytest.mark.parametrize(
    ("chosen", "wrong"),
    [
        ({"source": "football-txt", "competition": "", "season": ""}, ["competition", "season"]),
        ({"competition": "../serie a"}, ["competition"]),
        ({"season": "last"}, ["season"]),
        ({"source": "worldcup-csv"}, ["source"]),
    ],
)
def test_a_choice_that_cannot_be_is_told_beside_its_field(desk, chosen, wrong):
    page = send(desk, DERBY, **chosen)

    assert list(page.context["form"].errors) == wrong
    assert page.context["preview"] is None


def test_a_file_over_the_limit_is_told_and_not_kept(desk, monkeypatch):
    monkeypatch.setattr(imports, "_MOST_BYTES", 100)

    page = send(desk, *[DERBY] * 10)

    assert list(page.context["form"].errors) == ["file"]
    assert not (settings.DATA_DIR / "uploads").exists()


def test_a_file_opens_only_for_whom_it_was_sent_by(desk):
    page = send(desk, DERBY)
    other = make_login("Data desk", username="other")
    desk.force_login(other)

    answer = confirm(desk, page)

    assert "does not wait here any more" in told(answer)[0]
    assert not Match.objects.exists()
    assert len(waiting()) == 1


@pytest.mark.parametrize("token", ["", "made-up", "../../etc/passwd"])
def test_a_token_that_was_not_given_out_opens_nothing(desk, token):
    answer = desk.post(CONFIRM, {"token": token}, follow=True)

    assert "does not wait here any more" in told(answer)[0]


def test_other_bytes_than_those_that_were_looked_at_are_not_imported(desk):
    page = send(desk, DERBY)
    waiting()[0].write_text(f"{HEAD}\n{DERBY.replace('2,1', '9,1')}")

    confirm(desk, page)

    assert not Match.objects.exists()


def test_after_an_hour_a_file_is_gone(desk, monkeypatch):
    page = send(desk, DERBY)
    (old,) = waiting()
    monkeypatch.setattr(held, "_SECONDS", -1)

    answer = confirm(desk, page)
    monkeypatch.setattr(held.time, "time", lambda now=time.time: now() + 1)
    held.hold(b"another", held.Held("csv", "", "", "b.csv"), make_login("Data desk"))

    assert "does not wait here any more" in told(answer)[0]
    assert not Match.objects.exists()
    assert old not in waiting()


def test_files_wait_where_only_the_site_may_look(desk):
    send(desk, DERBY)

    (file,) = waiting()
    assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)


@pytest.mark.parametrize("missing", ["add_match", "change_match"])
def test_who_may_not_add_and_change_matches_imports_nothing(desk, missing):
    page = send(desk, DERBY)
    user = make_login(username="half")
    user.user_permissions.set(Permission.objects.filter(codename__endswith="_match").exclude(codename=missing))
    desk.force_login(user)

    answers = [desk.get(PAGE), send(desk, DERBY), confirm(desk, page)]

    assert [answer.status_code for answer in answers] == [403, 403, 403]
    assert "match/import/" not in desk.get(reverse("admin:teams_match_changelist")).content.decode()


def test_both_steps_want_a_form_of_this_site():
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(make_login("Data desk"))

    assert [strict.post(address, CHOSEN).status_code for address in (PAGE, CONFIRM)] == [403, 403]


def test_the_list_of_matches_leads_there_and_the_page_opens(desk):
    page = desk.get(reverse("admin:teams_match_changelist"))

    assert f'href="{PAGE}"' in page.content.decode()
    assert desk.get(PAGE).status_code == 200
    assert desk.get(CONFIRM).status_code == 302


def test_a_season_is_taken_home_in_both_formats(desk):
    match = make_match("Inter 2-1 Kairat Almaty", matchday=4)
    asked = {"season": match.stage.season_id}

    as_csv, as_xlsx = (desk.get(EXPORT, {**asked, "format": name}) for name in ("csv", "xlsx"))

    assert as_csv["Content-Disposition"] == 'attachment; filename="champions-league-2025-26.csv"'
    assert "inter,kairat-almaty" in as_csv.content.decode()
    assert load_workbook(BytesIO(as_xlsx.content)).active["I2"].value == "inter"


def test_the_empty_sheet_is_there_in_both_formats(desk):
    as_csv, as_xlsx = (desk.get(EXPORT, {"format": name}) for name in ("csv", "xlsx"))

    assert as_csv.content.decode() == ",".join(spreadsheets.COLUMNS) + "\n"
    assert load_workbook(BytesIO(as_xlsx.content)).active.max_row == 1


def test_an_export_that_cannot_be_is_told(desk):
    answer = desk.get(EXPORT, {"season": "0", "format": "doc"}, follow=True)

    assert told(answer) == ["Choose a season and a format."]


def test_who_may_not_see_matches_takes_nothing_home(desk):
    desk.force_login(make_login(username="nothing"))

    assert desk.get(EXPORT, {"format": "csv"}).status_code == 403

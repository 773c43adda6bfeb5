"""Calendars of fixtures and results, read by a real parser."""

from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
import time_machine

from teams import actions, calendars
from teams.models import Match, Season, Venue
from tests.making import make_match, make_stage, make_team

pytestmark = pytest.mark.django_db

NOW = datetime(2025, 11, 6, 8, 0, tzinfo=UTC)
KICKOFF = datetime(2025, 11, 9, 19, 45, tzinfo=UTC)
INTER = "/it/teams/inter/fixtures.ics"


@pytest.fixture(autouse=True)
def _the_morning_after():
    with time_machine.travel(NOW, tick=False):
        yield


def events(client, address=INTER):
    answer = client.get(address)
    assert answer.status_code == 200
    return icalendar.Calendar.from_ical(answer.content).walk("VEVENT")


def test_a_fixture_is_an_entry_with_all_that_one_needs_to_go_there(client):
    ground = Venue.objects.create(name="San Siro", slug="san-siro", city="Milano", latitude="45.47810", longitude="9.12400")
    match = make_match("Inter v Lazio", kickoff=KICKOFF, venue=ground, matchday=11, stage=make_stage("Serie A"))

    [entry] = events(client)

    assert entry["UID"] == f"match-{match.pk}@terzotempo.example"
    assert entry["SUMMARY"] == "Inter - Lazio"
    assert entry["LOCATION"] == "San Siro, Milano"
    assert (entry["GEO"].latitude, entry["GEO"].longitude) == (45.4781, 9.124)
    assert (entry["DTSTART"].dt, entry["DTEND"].dt) == (KICKOFF, KICKOFF + timedelta(minutes=110))
    assert (entry["STATUS"], entry["TRANSP"], entry["SEQUENCE"]) == ("CONFIRMED", "TRANSPARENT", 0)
    assert entry["CATEGORIES"].cats == ["Serie A"]
    assert entry["URL"] == f"http://testserver/it/matches/{match.slug}/"
    assert entry["DTSTAMP"].dt == entry["LAST-MODIFIED"].dt == NOW


def test_a_result_is_told_in_the_title(client):
    make_match("Inter 2-1 Kairat Almaty")

    assert [entry["SUMMARY"] for entry in events(client)] == ["Inter 2-1 Kairat Almaty"]


def test_a_shoot_out_is_told_too(client):
    make_match("Inter 1-1 Kairat Almaty", home_ninety=1, away_ninety=1, home_shootout=4, away_shootout=3)

    assert "4-3" in events(client)[0]["SUMMARY"]


def test_a_match_under_way_tells_no_score_that_would_soon_be_wrong(client):
    make_match("Inter 1-0 Kairat Almaty", status="live")

    assert events(client)[0]["SUMMARY"] == "Inter - Kairat Almaty"


def test_only_the_day_is_given_while_the_time_is_not_known(client):
    make_match("Inter v Lazio", kickoff=datetime(2025, 11, 9, 23, 30, tzinfo=UTC), kickoff_confirmed=False)

    [entry] = events(client)

    assert (entry["DTSTART"].dt, entry["DTEND"].dt) == (date(2025, 11, 10), date(2025, 11, 11))


@pytest.mark.parametrize(
    ("status", "told", "word"),
    [("postponed", "TENTATIVE", "POSTPONED"), ("cancelled", "CANCELLED", "CANCELLED"), ("abandoned", "CONFIRMED", "ABANDONED")],
)
def test_a_match_that_is_not_played_stays_and_says_why(client, status, told, word):
    match = make_match("Inter v Lazio", kickoff=KICKOFF, status=status, decision="Neve, campo impraticabile; si deciderà.")

    [entry] = events(client, "/en/teams/inter/fixtures.ics")

    assert (entry["UID"], entry["STATUS"]) == (f"match-{match.pk}@terzotempo.example", told)
    assert entry["SUMMARY"] == f"{word}: Inter - Lazio"
    assert "Neve, campo impraticabile; si deciderà." in entry["DESCRIPTION"]


def test_a_match_that_moves_keeps_its_uid_and_raises_its_sequence(client):
    match = make_match("Inter v Lazio", kickoff=KICKOFF)
    [before] = events(client)

    with time_machine.travel(NOW + timedelta(hours=1), tick=False):
        match.kickoff = KICKOFF + timedelta(days=1)
        actions.save_match(match, by=None)
        [after] = events(client)

    assert after["UID"] == before["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
    assert after["LAST-MODIFIED"].dt == before["LAST-MODIFIED"].dt + timedelta(hours=1)


def test_the_calendar_introduces_itself(client):
    make_team("Inter", primary_colour="#0b1560")

    calendar = icalendar.Calendar.from_ical(client.get("/it/teams/inter/fixtures.ics").content)

    assert calendar["VERSION"] == "2.0"
    assert calendar["NAME"] == calendar["X-WR-CALNAME"] == "Inter – Terzo Tempo"
    assert calendar["URL"] == "http://testserver/it/teams/inter/"
    assert calendar["SOURCE"] == "http://testserver/it/teams/inter/fixtures.ics"
    assert calendar["REFRESH-INTERVAL"].dt == timedelta(hours=1)
    assert calendar["X-APPLE-CALENDAR-COLOR"] == "#0b1560"
    assert "METHOD" not in calendar


def test_lines_end_and_fold_as_calendars_want_them(client):
    make_match("Inter v Lazio", kickoff=KICKOFF, status="postponed", decision="È così, perché così è; " * 12)

    content = client.get(INTER).content

    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    for line in content.split(b"\r\n"):
        line.decode()  # no character torn in two


def test_a_line_is_folded_only_where_it_must_be():
    assert calendars.folded("x" * 75) == "x" * 75
    assert calendars.folded("x" * 76) == "x" * 75 + "\r\n x"
    assert calendars.folded("è" * 38) == "è" * 37 + "\r\n è"


def test_a_team_shows_this_season_and_the_one_before(client):
    for year, month in ((2024, 6), (2024, 8), (2025, 8), (2026, 5)):
        make_match("Inter v Lazio", kickoff=datetime(year, month, 20, 18, 0, tzinfo=UTC), slug=f"inter-lazio-{year}-{month}")

    assert [entry["DTSTART"].dt.year for entry in events(client)] == [2024, 2025, 2026]


def test_a_competition_shows_the_season_that_is_on_and_the_next(client):
    competition = make_stage("Serie A", "2025-26").season.competition
    for label, year in (("2024-25", 2024), ("2026-27", 2026)):
        Season.objects.create(competition=competition, label=label, starts=date(year, 7, 1), ends=date(year + 1, 6, 30))
    for label, year in (("2024-25", 2024), ("2025-26", 2025), ("2026-27", 2026)):
        kickoff = datetime(year, 9, 20, 18, 0, tzinfo=UTC)
        make_match("Inter v Lazio", kickoff=kickoff, stage=make_stage(competition, label))

    found = events(client, "/it/competitions/serie-a/fixtures.ics")

    assert [entry["DTSTART"].dt.year for entry in found] == [2025, 2026]


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("address", [INTER, "/en/competitions/champions-league/fixtures.ics"])
def test_a_calendar_costs_the_same_however_much_it_holds(client, django_assert_num_queries, address, count):
    for day in range(count):
        make_match("Inter v Lazio", kickoff=KICKOFF + timedelta(days=7 * day))

    with django_assert_num_queries(3):
        answer = client.get(address)
    with django_assert_num_queries(2):
        again = client.get(address, headers={"if-none-match": answer.headers["ETag"]})

    assert again.status_code == 304


def test_a_change_of_any_match_changes_the_calendar(client):
    match = make_match("Inter v Lazio", kickoff=KICKOFF)
    tag = client.get(INTER).headers["ETag"]

    with time_machine.travel(NOW + timedelta(hours=1), tick=False):
        match.status, match.home_goals, match.away_goals = Match.Status.FINISHED, 2, 0
        actions.save_match(match, by=None)
        again = client.get(INTER, headers={"if-none-match": tag})

    assert again.status_code == 200
    assert again.headers["Last-Modified"] == "Thu, 06 Nov 2025 09:00:00 GMT"


def test_a_team_without_matches_has_an_empty_calendar_that_stays_as_it_is(client):
    make_team("Inter")

    first, second = client.get(INTER), client.get(INTER)

    assert first.content == second.content
    assert first.headers["ETag"] == second.headers["ETag"]


def test_nobody_has_no_calendar(client):
    assert client.get("/it/teams/nobody/fixtures.ics").status_code == 404

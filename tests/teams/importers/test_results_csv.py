"""Results and fixtures, one match a line."""

from datetime import UTC, datetime

import pytest

from teams.importers.records import Refused
from teams.importers.results_csv import read_results

HEAD = "competition,season,stage,matchday,date,kickoff,timezone,home,away,venue,status,home_goals,away_goals"


def read(*lines, head=HEAD, **options):
    return read_results("\n".join(["# Match data: openfootball", head, *lines]).encode(), "a.csv", **options)


def refusal(*lines, **options):
    with pytest.raises(Refused) as refused:
        read(*lines, **options)
    return str(refused.value)


def test_a_result_is_read_with_its_instant_in_the_zone_that_it_names():
    (match,) = read("champions-league,2025-26,League phase,4,2025-11-05,21:00,Europe/Zurich,Inter,Kairat,,finished,2,1")

    assert (match.competition, match.season, match.stage, match.matchday) == ("champions-league", "2025-26", "League phase", 4)
    assert (match.home, match.away, match.status, match.goals) == ("Inter", "Kairat", "finished", (2, 1))
    assert match.kickoff == datetime(2025, 11, 5, 20, tzinfo=UTC)
    assert match.kickoff_confirmed is True


def test_a_fixture_has_no_score():
    (match,) = read("serie-a,2025-26,,11,2025-11-09,20:45,Europe/Rome,Inter,Lazio,,scheduled,,")

    assert (match.goals, match.half_time) == (None, None)


def test_while_only_the_day_is_known_the_kickoff_is_noon_and_not_confirmed():
    (match,) = read("serie-a,2025-26,,38,2026-05-24,,,Bologna,Inter,,scheduled,,", zone="Europe/Rome")

    assert match.kickoff == datetime(2026, 5, 24, 10, tzinfo=UTC)
    assert match.kickoff_confirmed is False


def test_an_empty_venue_is_the_home_sides_ground_and_a_dash_is_not_known():
    at_home, unknown, named = read(
        "serie-a,2025-26,,11,2025-11-09,20:45,Europe/Rome,Inter,Lazio,,scheduled,,",
        "serie-a,2025-26,,24,2026-02-08,15:00,Europe/Rome,Milan,Como,-,scheduled,,",
        "champions-league,2025-26,,3,2025-10-21,21:00,Europe/Rome,USG,Inter,Lotto Park,finished,0,4",
    )

    assert [match.venue for match in (at_home, unknown, named)] == [None, "", "Lotto Park"]


def test_competition_season_and_zone_may_be_given_for_the_whole_file():
    (match,) = read(
        "2025-11-09,20.45,Inter,Lazio", head="date,kickoff,home,away", zone="Europe/Rome", competition="serie-a", season="2025-26"
    )

    assert (match.competition, match.season) == ("serie-a", "2025-26")
    assert match.kickoff == datetime(2025, 11, 9, 19, 45, tzinfo=UTC)


LINE = "serie-a,2025-26,,11,2025-11-09,{},{},{},{},,{},{},{}"


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (
            ("20:45", "Europe/Rome", "Inter", "Inter", "scheduled", "", ""),
            "Inter cannot play against itself; one of the two names",
        ),
        (("20:45", "Europe/Rome", "Inter", "", "scheduled", "", ""), "away is missing; write it"),
        (("25:00", "Europe/Rome", "Inter", "Lazio", "scheduled", "", ""), "kickoff: a time like 20:45 was expected, not “25:00”"),
        (
            ("20:45", "Mars", "Inter", "Lazio", "scheduled", "", ""),
            "timezone: there is no zone “Mars”; an example is Europe/Rome",
        ),
        (
            ("20:45", "Europe/Rome", "Inter", "Lazio", "scheduled", "2", "0"),
            "a scheduled match has no score; write status: finished",
        ),
        (
            ("20:45", "Europe/Rome", "Inter", "Lazio", "finished", "", ""),
            "a finished match needs a score; write both sides' goals",
        ),
        (("20:45", "Europe/Rome", "Inter", "Lazio", "finished", "2", ""), "home_goals and away_goals go together; write both or"),
        (
            ("20:45", "Europe/Rome", "Inter", "Lazio", "finished", "two", "0"),
            "home_goals: a whole number was expected, not “two”",
        ),
    ],
)
def test_a_line_that_cannot_be_true_is_refused_with_its_number(cells, told):
    good = LINE.format("18:00", "Europe/Rome", "Roma", "Udinese", "finished", 2, 0)

    assert refusal(good, LINE.format(*cells)).startswith(f"a.csv, line 4: {told}")


def test_a_line_with_more_cells_than_columns_is_refused():
    assert refusal("2025-11-09,Inter,Lazio,2", head="date,home,away") == (
        "a.csv, line 3: 4 cells under 3 columns; put quotes around a cell with a comma"
    )


def test_a_misspelt_column_is_refused():
    assert refusal("serie-a,2025-26,2025-11-09,Inter,Lazio,Doveri", head="competition,season,date,home,away,venu") == (
        "a.csv, line 3: there is no field venu; did you mean venue?"
    )


def test_a_quote_that_is_never_closed_is_refused_at_its_line():
    assert refusal('serie-a,"2025-26').startswith("a.csv, line 3: this line cannot be read: ")


def test_an_empty_file_is_refused():
    with pytest.raises(Refused, match=r"a\.csv, line 1: the file is empty; its first line must name the columns"):
        read_results(b"\n# nothing\n", "a.csv")


def test_empty_lines_mean_nothing():
    assert read("", ",,,,,,,,,,,,", "") == ()


def test_a_note_over_two_lines_is_one_cell_and_the_lines_after_it_keep_their_numbers():
    head = "date,home,away,note"
    told = {"head": head, "competition": "serie-a", "season": "2025-26"}

    noted, after = read('2025-11-09,Inter,Lazio,"Nebbia,\r\nfischio alle 21"', "2025-11-10,Roma,Como,", **told)

    assert noted.note == "Nebbia,\r\nfischio alle 21"
    assert (noted.place.line, after.place.line) == (3, 5)


def test_a_quote_that_nothing_closes_is_told_with_the_line_it_begins_in():
    told = {"head": "date,home,away,note", "competition": "serie-a", "season": "2025-26"}

    assert refusal("2025-11-09,Inter,Lazio,", '2025-11-10,Roma,Como,"Nebbia', "2025-11-11,Pisa,Bari,", **told).startswith(
        "a.csv, line 4: this line cannot be read"
    )

"""A team's season in numbers, from rows."""

from datetime import UTC, date, datetime, timedelta

import pytest

from teams import tables
from teams.models import PointsAdjustment
from teams.pages import team, team_numbers
from tests.making import make_event, make_goal, make_match, make_person, make_stage, make_team

pytestmark = pytest.mark.django_db

AUGUST = datetime(2025, 8, 20, 18, tzinfo=UTC)


@pytest.fixture
def _in_november(settings):
    settings.NEWSROOM_CLOCK = datetime(2025, 11, 6, 9, tzinfo=UTC)


def week(number):
    return {"matchday": number, "kickoff": AUGUST + timedelta(days=7 * number)}


def play(*told, stage=None):
    stage = stage or make_stage("Serie A", tie_breaks=["goal_difference", "goals_for"])
    return [make_match(line, stage=stage, **week(number)) for number, line in enumerate(told, 1)]


@pytest.mark.usefixtures("_in_november")
def test_places_are_told_by_matchday_with_a_line_for_them():
    play("Inter 0-1 Roma", "Roma 0-0 Lazio", "Inter 4-0 Lazio", "Inter 1-0 Como", "Inter v Pisa")

    told = team.gather(make_team("Inter"))

    assert [(place.matchday, place.position, place.points) for place in told["places"]] == [(1, 5, 0), (3, 2, 3), (4, 1, 6)]
    assert len(told["places_chart"].lines[0].dots) == 3
    assert "points" not in told


@pytest.mark.usefixtures("_in_november")
def test_points_are_shown_beside_those_of_the_season_before():
    before = make_stage("Serie A", "2024-25")
    before.season.starts, before.season.ends = date(2024, 8, 17), date(2025, 5, 25)
    before.season.save()
    for number in (1, 2, 3):
        kickoff = AUGUST - timedelta(days=365 - 7 * number)
        make_match("Inter 1-0 Roma", stage=before, matchday=number, kickoff=kickoff, slug=f"earlier-{number}")
    play("Inter 0-1 Roma", "Inter 4-0 Lazio", "Inter 1-1 Como")

    told = team.gather(make_team("Inter"))

    assert told["points"] == [(1, 0, 3), (2, 3, 6), (3, 4, 9)]


@pytest.mark.usefixtures("_in_november")
def test_points_taken_away_count_from_the_matchday_about_that_day():
    first, *_ = play("Inter 1-0 Roma", "Inter 4-0 Lazio", "Inter 1-1 Como")
    day = (AUGUST + timedelta(days=12)).date()
    PointsAdjustment.objects.create(stage=first.stage, team=first.home, points=-2, on=day, reason="Accounts.")

    told = team.gather(first.home)

    assert [place.points for place in told["places"]] == [3, 4, 5]


@pytest.mark.usefixtures("_in_november")
def test_goals_bans_and_records_follow_from_the_events():
    matches = play(*["Inter 1-0 Roma"], "Lazio 2-1 Inter", "Inter 1-1 Como", "Como 0-0 Inter", "Inter 0-0 Lazio", "Roma v Inter")
    barella = make_person("Nicolò Barella")
    make_goal(matches[0], "Lautaro Martínez", 12)
    make_goal(matches[1], "Lautaro Martínez", 90, stoppage=3, side="away")
    make_goal(matches[1], "Mattia Zaccagni", 80)
    for match in matches[:5]:
        make_event(match, "yellow", barella, 30, side=match.side_of(make_team("Inter")))

    told = team.gather(make_team("Inter"))

    quarters = {quarter.label: (quarter.scored, quarter.conceded) for quarter in told["quarters"]}
    assert (quarters["1-15"], quarters["76-90"], quarters["90+"]) == ((1, 0), (0, 1), (1, 0))
    (ban,) = told["bans"]
    assert [(str(person), one.why, one.bookings) for person, one in ban["suspended"]] == [("Nicolò Barella", "yellow", 5)]
    assert [(str(held), goals, list(map(str, people))) for held, goals, people in told["records"]] == [
        ("Serie A", 2, ["Lautaro Martínez"])
    ]
    assert told["streaks"].without_win == 4


def test_a_ban_is_told_of_a_next_match_only():
    matches = play("Inter 1-0 Roma")
    make_event(matches[0], "red", "Nicolò Barella", 30)
    loaded = tables.load([matches[0].stage], tables.Asked())

    events = team_numbers.events_of(matches[0].home, loaded)

    assert team_numbers.bans(matches[0].home, matches[0].stage, loaded, events) is None

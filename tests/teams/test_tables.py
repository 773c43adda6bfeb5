"""Tables, lists and sheets as pages ask for them: true, as of any day, and in a fixed number of queries."""

from datetime import UTC, date, datetime

import pytest

from teams import tables
from teams.models import PlaceDecision, PointsAdjustment
from tests.making import make_appearance, make_event, make_goal, make_match, make_stage, make_team

pytestmark = pytest.mark.django_db


def at(day, hour=18, month=10):
    return datetime(2025, month, day, hour, tzinfo=UTC)


def told(rows):
    return [(row.position, str(row.team), row.played, row.points) for row in rows]


def test_a_table_counts_results_and_lists_teams_that_have_not_played_yet():
    stage = make_stage()
    make_match("Inter 2-1 Kairat Almaty", stage=stage)
    make_match("Ajax v Benfica", stage=stage)

    rows = tables.table_of(stage)

    assert told(rows) == [
        (1, "Inter", 1, 3),
        (2, "Ajax", 0, 0),
        (3, "Benfica", 0, 0),
        (4, "Kairat Almaty", 1, 0),
    ]


def test_a_table_as_of_a_day_counts_that_evening_and_nothing_after_it():
    stage = make_stage()
    make_match("Inter 2-1 Kairat Almaty", stage=stage, kickoff=at(21, 20))
    make_match("Kairat Almaty 1-0 Ajax", stage=stage, kickoff=at(22, 15))

    on_the_day = tables.table_of(stage, date(2025, 10, 21))
    the_day_before = tables.table_of(stage, date(2025, 10, 20))

    assert told(on_the_day) == [(1, "Inter", 1, 3), (2, "Ajax", 0, 0), (3, "Kairat Almaty", 1, 0)]
    assert [row.played for row in the_day_before] == [0, 0, 0]


def test_the_day_of_a_match_is_the_one_in_the_newsroom_not_in_greenwich():
    stage = make_stage()
    make_match("Inter 2-1 Kairat Almaty", stage=stage, kickoff=at(21, 22))

    assert tables.table_of(stage, date(2025, 10, 21))[0].played == 0
    assert tables.table_of(stage, date(2025, 10, 22))[0].played == 1


@pytest.mark.parametrize("status", ["live", "half_time"])
def test_a_match_under_way_counts_as_it_stands_and_its_teams_say_so(status):
    stage = make_stage()
    make_match("Inter 2-1 Kairat Almaty", stage=stage, status=status)
    make_match("Ajax 0-0 Benfica", stage=stage)

    rows = tables.table_of(stage)

    assert [(str(row.team), row.points, row.provisional, row.form) for row in rows] == [
        ("Inter", 3, True, ()),
        ("Ajax", 1, False, ("D",)),
        ("Benfica", 1, False, ("D",)),
        ("Kairat Almaty", 0, True, ()),
    ]


def test_an_awarded_match_counts_as_it_was_awarded():
    stage = make_stage()
    make_match("Inter 0-3 Kairat Almaty", stage=stage, status="awarded", decision="A player who was suspended.")

    assert told(tables.table_of(stage)) == [(1, "Kairat Almaty", 1, 3), (2, "Inter", 1, 0)]


def test_points_are_taken_away_from_the_day_of_the_decision():
    stage = make_stage()
    make_match("Inter 2-1 Kairat Almaty", stage=stage, kickoff=at(21))
    PointsAdjustment.objects.create(stage=stage, team=make_team("Inter"), points=-4, on=date(2025, 10, 25), reason="Accounts.")

    before, after = tables.table_of(stage, date(2025, 10, 24)), tables.table_of(stage, date(2025, 10, 25))

    assert told(before) == [(1, "Inter", 1, 3), (2, "Kairat Almaty", 1, 0)]
    assert told(after) == [(1, "Kairat Almaty", 1, 0), (2, "Inter", 1, -1)]
    assert after[1].adjustment == -4


def test_a_place_that_was_decided_is_given_from_its_day_on():
    stage = make_stage()
    make_match("Eire 1-1 Olanda", stage=stage, kickoff=at(1))
    PlaceDecision.objects.create(stage=stage, team=make_team("Olanda"), position=1, on=date(2025, 10, 2), reason="Lots.")

    before, after = tables.table_of(stage, date(2025, 10, 1)), tables.table_of(stage, date(2025, 10, 2))

    assert [str(row.team) for row in before] == ["Eire", "Olanda"]
    assert [(str(row.team), row.reason and row.reason.criterion) for row in after] == [("Olanda", "decided"), ("Eire", None)]


def test_a_play_off_of_the_same_season_parts_two_that_are_level():
    stage = make_stage("Serie A", play_offs=[1])
    make_match("Spezia 1-0 Verona", stage=stage, kickoff=at(1))
    make_match("Verona 1-0 Spezia", stage=stage, kickoff=at(8))
    play_offs = make_stage("Serie A", name="Spareggi", kind="knockout", order=90)
    make_match("Spezia 1-3 Verona", stage=play_offs, kickoff=at(20), slug="play-off")
    make_match("Roma 9-0 Spezia", stage=make_stage("Coppa Italia", kind="knockout"), kickoff=at(21))

    before, after = tables.table_of(stage, date(2025, 10, 19)), tables.table_of(stage)

    assert told(before) == [(1, "Spezia", 2, 3), (2, "Verona", 2, 3)]
    assert told(after) == [(1, "Verona", 2, 3), (2, "Spezia", 2, 3)]
    assert after[0].reason == ("play_off", 3, 1)


def test_a_play_off_that_sources_leave_out_is_known_from_its_day_on():
    stage = make_stage("Serie A", "2022-23", play_offs=[1, 17])
    make_match("Spezia Calcio 2-0 Hellas Verona FC", stage=stage, kickoff=datetime(2023, 3, 5, 18, tzinfo=UTC))
    make_match("Hellas Verona FC 1-0 Spezia Calcio", stage=stage, kickoff=datetime(2023, 4, 5, 18, tzinfo=UTC))

    before, after = tables.table_of(stage, date(2023, 6, 10)), tables.table_of(stage, date(2023, 6, 11))

    assert [str(row.team) for row in before] == ["Spezia Calcio", "Hellas Verona FC"]
    assert [str(row.team) for row in after] == ["Hellas Verona FC", "Spezia Calcio"]
    assert after[0].reason == ("play_off", 3, 1)


def test_cards_part_two_that_nothing_else_does():
    stage = make_stage("World Cup", "2018", tie_breaks=["goal_difference", "fair_play"])
    senegal = make_match("Senegal 1-1 Giappone", stage=stage, kickoff=at(1))
    make_event(senegal, "yellow", "Cheikhou Kouyaté", 30)
    make_event(senegal, "yellow", "Takashi Inui", 40, side="away", status="cancelled", reason="VAR", decided_at=senegal.kickoff)

    rows = tables.table_of(stage)

    assert [str(row.team) for row in rows] == ["Giappone", "Senegal"]
    assert rows[0].reason == ("fair_play", 0, -1)


def test_head_to_head_waits_for_the_second_leg():
    stage = make_stage(tie_breaks=["head_to_head_points", "goal_difference"])
    make_match("Inter 1-0 Milan", stage=stage, kickoff=at(1))
    make_match("Milan 5-0 Pisa", stage=stage, kickoff=at(2))
    second_leg = make_match("Milan 0-0 Inter", stage=stage, kickoff=at(20), slug="second-leg")
    make_match("Pisa 1-0 Inter", stage=stage, kickoff=at(22))
    make_match("Pisa 1-0 Milan", stage=stage, kickoff=at(23))

    before = tables.table_of(stage, date(2025, 10, 15))
    after = tables.table_of(stage, second_leg.kickoff.date())

    assert [(str(row.team), row.reason and row.reason.criterion) for row in before[:2]] == [
        ("Milan", "goal_difference"),
        ("Inter", "points"),
    ]
    assert [(str(row.team), row.reason and row.reason.criterion) for row in after[:2]] == [
        ("Inter", "head_to_head_points"),
        ("Milan", "points"),
    ]


def test_rows_carry_their_zone_and_their_form():
    stage = make_stage(zones=[{"first": 1, "last": 1, "kind": "round-of-16"}])
    make_match("Inter 2-1 Kairat Almaty", stage=stage, kickoff=at(1))
    make_match("Kairat Almaty 0-0 Inter", stage=stage, kickoff=at(20))

    rows = tables.table_of(stage)

    assert [(row.zone, row.form) for row in rows] == [("round-of-16", ("W", "D")), ("", ("L", "D"))]


@pytest.mark.parametrize("matches", [1, 3])
def test_a_table_takes_three_queries_however_long_it_is(django_assert_num_queries, matches):
    stage = make_stage()
    for number in range(matches):
        make_match(f"Home {number} 1-0 Away {number}", stage=stage)

    with django_assert_num_queries(3):
        rows = tables.table_of(stage)
        assert [str(row.team) for row in rows if row.played]

    assert len(rows) == 2 * matches


@pytest.mark.parametrize("groups", [1, 3])
def test_all_groups_of_a_season_take_four_queries(django_assert_num_queries, groups):
    for number in range(groups):
        stage = make_stage("World Cup", "2026", name=f"Group {number}", kind="group", order=number)
        make_match(f"Home {number} 1-0 Away {number}", stage=stage)
    make_stage("World Cup", "2026", name="Final", kind="knockout", order=9)

    with django_assert_num_queries(4):
        told = [(str(group.name), len(rows)) for group, rows in tables.tables_of(stage.season)]

    assert told == [(f"Group {number}", 2) for number in range(groups)]


@pytest.mark.parametrize("goals", [1, 3])
def test_scorers_come_with_their_names_and_teams_in_three_queries(django_assert_num_queries, goals):
    match = make_match("Inter 4-1 Kairat Almaty")
    for number in range(goals):
        make_goal(match, f"Scorer {number}", 10 + number)

    with django_assert_num_queries(3):
        lines = tables.scorers_of(match.stage.season)
        told = [(line.rank, str(line.person), [str(team) for team in line.teams]) for line in lines]

    assert told == [(1, f"Scorer {number}", ["Inter"]) for number in range(goals)]


def test_a_goal_that_was_ruled_out_is_on_nobodys_account():
    match = make_match("Inter 0-0 Kairat Almaty")
    make_goal(match, "Lautaro Martínez", 22, status="cancelled", reason="Offside.", decided_at=match.kickoff)

    assert tables.scorers_of(match.stage.season) == []


def test_a_sheet_joins_line_ups_and_events_in_two_queries(django_assert_num_queries):
    match = make_match("Inter 2-0 Kairat Almaty")
    lautaro, thuram = make_appearance(match, "Lautaro Martínez", 10), make_appearance(match, "Marcus Thuram", 9, starter=False)
    goal = make_goal(match, lautaro.person, 45)
    make_event(match, "substitution", thuram.person, 60, second_person=lautaro.person)

    with django_assert_num_queries(2):
        sheet = tables.sheet_of(match)
        home = [(str(player.appearance.person), [mark.kind for mark in player.marks]) for player in sheet.home.starters]

    assert home == [("Lautaro Martínez", ["goal", "off"])]
    assert [player.came_on.minute for player in sheet.home.used] == [60]
    assert not sheet.away
    assert [(moment.event, moment.score) for moment in sheet.timeline.scored] == [(goal, (1, 0))]
    assert sheet.timeline.disagrees


def test_a_fixture_has_a_timeline_without_an_official_score():
    assert tables.timeline_of(make_match("Inter v Kairat Almaty")).official is None

"""A competition and its seasons, told to readers."""

from datetime import UTC, date, datetime, timedelta

import pytest

from teams.models import PointsAdjustment, Season
from tests.making import make_competition, make_goal, make_match, make_stage, make_team
from tests.reading import MORNING, part, read, rows

pytestmark = pytest.mark.django_db


def test_a_competition_leads_to_the_season_that_is_on(client):
    for label, year in (("2023-24", 2023), ("2024-25", 2024), ("2026-27", 2026)):
        stage = make_stage("Serie A", season=label)
        Season.objects.filter(pk=stage.season_id).update(starts=date(year, 7, 1), ends=date(year + 1, 6, 30))

    assert client.get("/it/competitions/serie-a/")["Location"] == "/it/competitions/serie-a/2024-25/"


def test_a_competition_that_has_not_begun_leads_to_its_first_season(client):
    stage = make_stage("Mondiale", season="2026")
    Season.objects.filter(pk=stage.season_id).update(starts=date(2026, 6, 11), ends=date(2026, 7, 19))

    assert client.get("/it/competitions/mondiale/")["Location"] == "/it/competitions/mondiale/2026/"


def test_a_competition_without_a_season_has_a_page_of_its_own(client):
    make_competition("Coppa Nuova")

    assert "No season of this competition has been entered yet." in read(client, "/competitions/coppa-nuova/")


def test_a_season_that_never_was_is_not_found(client):
    make_stage("Serie A")

    assert client.get("/it/competitions/serie-a/1899-00/").status_code == 404


def test_the_table_as_of_a_day_counts_what_was_played_by_then(client):
    stage = make_stage("Serie A")
    make_match("Inter 1-0 Lazio", stage=stage, matchday=1, kickoff=datetime(2025, 9, 1, 18, tzinfo=UTC))
    make_match("Lazio 5-0 Inter", stage=stage, matchday=2, kickoff=datetime(2025, 10, 1, 18, tzinfo=UTC))

    then, now = (rows(client, f"/en/competitions/serie-a/2025-26/{query}") for query in ("?on=2025-09-30", ""))

    assert then[0].startswith("1 Inter 1 1 0 0 1 0 +1 3")
    assert now[0].startswith("1 Lazio 2 1 0 1 5 1 +4 3")


def test_the_rounds_shown_are_the_last_that_began_and_the_next(client):
    stage = make_stage("Serie A")
    for matchday, day in (
        (1, datetime(2025, 10, 26, 18, tzinfo=UTC)),
        (2, MORNING - timedelta(days=2)),
        (3, MORNING + timedelta(days=3)),
    ):
        make_match("Inter 1-0 Lazio" if matchday < 3 else "Inter v Lazio", stage=stage, matchday=matchday, kickoff=day)

    shown = {query: [each.matchday for each, _matches in client.get(f"/it/competitions/serie-a/2025-26/{query}").context["shown"]]
             for query in ("", "?round=1", "?round=99", "?round=x", "?on=2025-10-30")}  # fmt: skip

    assert shown == {"": [2, 3], "?round=1": [1], "?round=99": [2, 3], "?round=x": [2, 3], "?on=2025-10-30": [1, 2]}


def test_groups_play_a_matchday_together_and_knock_outs_by_round(client):
    for name in ("Girone A", "Girone B"):
        make_match(f"{name} uno 1-0 {name} due", stage=make_stage("Mondiale", name=name, kind="group"), matchday=1)
    make_match("Inter 1-0 Lazio", stage=make_stage("Mondiale", name="Finali", kind="knockout", order=2), round="Finale")

    page = client.get("/it/competitions/mondiale/2025-26/").context

    assert [(each.matchday, each.name, len(each.stages)) for each in page["rounds"]] == [(1, "", 2), (None, "Finale", 1)]
    assert [stage.name for stage, _parts in page["tables"]] == ["Girone A", "Girone B"]


def test_what_was_taken_away_is_told_with_its_reason(client):
    stage = make_stage("Serie A")
    make_match("Inter 1-0 Lazio", stage=stage)
    PointsAdjustment.objects.create(stage=stage, team=make_team("Lazio"), points=-3, on=date(2025, 10, 1), reason="Violazioni")

    page = read(client, "/competitions/serie-a/2025-26/")

    assert "2 Lazio 1 0 0 1 0 1 −1 -3 *" in page
    assert "* Lazio −3 Violazioni, Wednesday 1 October" in page


def test_zones_are_said_in_words_and_reasons_between_level_teams_too(client):
    zones = [{"first": 1, "last": 1, "kind": "champions-league"}, {"first": 3, "last": 4, "kind": "relegation"}]
    stage = make_stage("Serie A", zones=zones)
    make_match("Inter 2-0 Lazio", stage=stage)
    make_match("Milan 1-0 Roma", stage=stage)

    [first, *_others] = rows(client, "/en/competitions/serie-a/2025-26/")
    legend = part(client.get("/en/competitions/serie-a/2025-26/").content.decode(), 'class="table-legend"', "</ul>")

    assert first.startswith("1 , Champions League Inter 1 1 0 0 2 0 +2 3 (Above the next: goal difference, 2 to 1)")
    assert legend.endswith("Champions League Relegation")


def test_scorers_say_from_how_many_goals_they_were_counted_while_most_are_missing(client):
    match = make_match("Inter 4-0 Lazio", stage=make_stage("Serie A"))
    make_goal(match, "Lautaro Martínez", 9)

    assert "Counted from the 1 goals, of 4, whose scorer has been entered." in read(client, "/competitions/serie-a/2025-26/")

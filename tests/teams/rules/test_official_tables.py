"""How seasons were decided that hung on a rule: made results that leave the teams as level as they were."""

from datetime import UTC, date, datetime

import pytest
from django.core.management import call_command
from django.utils.translation import override

from teams import printed, tables
from teams.models import Match, Stage
from teams.rules.competitions import rules_for
from tests.making import make_match, make_stage

pytestmark = pytest.mark.django_db


def season(slug, label, *told):
    """A league under its shipped rules with these results, all of one day late in the season."""
    stage = make_stage(slug, label, **rules_for(slug, label).as_columns())
    when = datetime(int(label[:4]) + 1, 5, 20, 15, tzinfo=UTC)
    for number, one in enumerate(told):
        make_match(one, stage=stage, kickoff=when, slug=f"match-{number}", matchday=number + 1)
    return stage


def order(stage):
    with override("en"):
        return [(row["team"], row["points"], row["reason"]) for row in map(printed.table_row, tables.table_of(stage))]


def test_real_stood_above_barcelona_in_2007_for_their_own_matches():
    stage = season("la-liga", "2006-07", "Real Madrid 2-0 Barcelona", "Barcelona 3-3 Real Madrid", "Barcelona 9-0 Levante")

    assert [row[0] for row in order(stage)] == ["Real Madrid", "Barcelona", "Levante"]
    assert order(stage)[0][2] == "points in the matches between them, 4 to 1"


def test_city_stood_above_united_in_2012_on_goal_difference_though_united_had_won():
    told = ("Manchester United 1-0 Manchester City", "Manchester City 5-0 Bolton", "Bolton 0-1 Manchester City")
    others = ("Bolton 0-0 Manchester United", "Manchester United 1-1 Bolton", "Manchester United 2-2 Arsenal")
    stage = season("premier-league", "2011-12", *told, *others)

    assert order(stage)[:2] == [("Manchester City", 6, "goal difference, 5 to 1"), ("Manchester United", 6, order(stage)[1][2])]


def test_points_taken_away_move_a_team_from_their_day_on():
    stage = season(
        "premier-league", "2023-24", "Everton FC 3-0 Luton", "Luton 1-0 Everton FC", "Luton 0-0 Fulham", "Everton FC 0-0 Fulham"
    )

    call_command("adjust_points", "premier-league", "2023-24", "Everton", "-8", on="2024-04-08", reason="Financial rules")

    assert order(stage)[-1][:2] == ("Everton FC", -4)
    assert tables.table_of(stage, date(2024, 5, 21))[-1].adjustment == -8


def test_an_awarded_match_counts_as_it_was_awarded():
    stage = season("serie-a", "2020-21", "Verona 0-0 Roma")
    Match.objects.update(status="awarded", home_goals=3, away_goals=0, decision="Wrong list")

    assert order(stage)[0][:2] == ("Verona", 3)


def test_in_portugal_wins_come_before_goals():
    drawn = ("Porto 1-0 Estoril", "Porto 0-1 Casa Pia", "Braga 2-2 Estoril", "Braga 3-3 Casa Pia", "Braga 1-1 Rio Ave")
    stage = season("primeira-liga", "2024-25", *drawn)

    assert [row for row in order(stage) if row[0] in ("Porto", "Braga")] == [
        ("Porto", 3, "matches won, 1 to 0"),
        ("Braga", 3, order(stage)[2][2]),
    ]


@pytest.mark.parametrize(
    ("label", "told", "place", "pair"),
    [
        ("1994-95", "Padova 1-0 Genoa", 14, ("Padova", "Genoa")),
        ("1999-00", "Parma 1-0 Inter", 4, ("Inter", "Parma")),
        ("2022-23", "Spezia 1-0 Verona", 17, ("Verona", "Spezia")),
    ],
)
def test_play_offs_that_almanacs_tell_decide_their_place(label, told, place, pair):
    """Both have won as often: the one against the other, the other against somebody else, and so on down to their place."""
    first, second = told.split(" 1-0 ")
    stage = season("serie-a", label, told, f"{second} 1-0 Bari", f"Bari 0-3 {first}", f"Bari 0-3 {second}", f"Bari 0-3 {second}")
    make_match(f"{first} 2-0 Bari", stage=stage, slug="one-more")
    Stage.objects.filter(pk=stage.pk).update(play_offs=[1 if one == place else 9 for one in stage.play_offs])

    assert tuple(row[0] for row in order(Stage.objects.get(pk=stage.pk))[:2]) == pair

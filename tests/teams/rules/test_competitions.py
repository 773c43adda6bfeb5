"""The rules that are shipped say only what the table and the templates understand, and change with the years."""

import pytest

from teams.rules import competitions, tie_breaks, zones
from teams.rules.ruleset import LATEST

YEARS = [*range(1929, 2031), LATEST]
SHIPPED = [rules(year) for rules in competitions.RULES.values() for year in YEARS] + [competitions.DEFAULT]
AMONG_FIRST = ("head_to_head_points", "head_to_head_goal_difference", "goal_difference", "goals_for")


def test_every_criterion_of_the_shipped_rules_is_known():
    assert {name for rules in SHIPPED for name in rules.tie_breaks} <= set(tie_breaks.CRITERIA)
    assert [rules for rules in SHIPPED if len(set(rules.tie_breaks)) != len(rules.tie_breaks)] == []


def test_zones_are_known_and_do_not_overlap():
    for rules in SHIPPED:
        places = [place for zone in rules.zones for place in range(zone["first"], zone["last"] + 1)]

        assert {zone["kind"] for zone in rules.zones} <= set(zones.KINDS)
        assert places == sorted(set(places))


@pytest.mark.parametrize("rules", competitions.RULES.values(), ids=competitions.RULES)
def test_every_set_of_rules_says_where_it_comes_from(rules):
    assert len(rules.__doc__.split()) > 10


def test_a_competition_that_nobody_described_goes_by_goal_difference_and_goals():
    assert competitions.rules_for("coppa-del-nonno", "2025-26").tie_breaks == ("goal_difference", "goals_for")


@pytest.mark.parametrize("slug", competitions.RULES)
def test_without_a_season_the_latest_rules_are_meant(slug):
    assert competitions.rules_for(slug) == competitions.rules_for(slug, "2031-32")


@pytest.mark.parametrize(
    ("slug", "season", "points", "first"),
    [
        ("serie-a", "1937-38", 2, "goal_difference"),
        ("serie-a", "1938-39", 2, "goal_average"),
        ("serie-a", "1941-42", 2, "goal_average"),
        ("serie-a", "1963-64", 2, "goal_difference"),
        ("serie-a", "1993-94", 2, "goal_difference"),
        ("serie-a", "1994-95", 3, "goal_difference"),
        ("serie-a", "2005-06", 3, "head_to_head_points"),
        ("premier-league", "2018-19", 3, "goal_difference"),
        ("la-liga", "1994-95", 2, "head_to_head_points"),
        ("bundesliga", "2024-25", 3, "goal_difference"),
        ("champions-league", "1994-95", 2, "head_to_head_points"),
        ("champions-league", "2023-24", 3, "head_to_head_points"),
        ("champions-league", "2024-25", 3, "goal_difference"),
        ("world-cup", "1966", 2, "goal_average"),
        ("world-cup", "1970", 2, "goal_difference"),
        ("world-cup", "1990", 2, "goal_difference"),
        ("world-cup", "1994", 3, "goal_difference"),
        ("world-cup", "2026", 3, "head_to_head_points"),
        ("womens-world-cup", "1991", 2, "goal_difference"),
        ("womens-world-cup", "1995", 3, "goal_difference"),
        ("euro", "1992", 2, "goal_difference"),
        ("euro", "1996", 3, "head_to_head_points"),
    ],
)
def test_points_for_a_win_and_the_first_criterion_are_those_of_the_time(slug, season, points, first):
    rules = competitions.rules_for(slug, season)

    assert (rules.points_for_win, rules.tie_breaks[0]) == (points, first)


def test_head_to_head_came_to_the_premier_league_after_everything_else():
    assert competitions.rules_for("premier-league", "2018-19").tie_breaks == ("goal_difference", "goals_for")
    assert competitions.rules_for("premier-league", "2019-20").tie_breaks == (
        "goal_difference",
        "goals_for",
        "head_to_head_points",
        "head_to_head_away_goals_for",
    )


@pytest.mark.parametrize(
    ("season", "places"),
    [("1938-39", ()), ("1963-64", (1,)), ("2004-05", (1, 17)), ("2005-06", ()), ("2021-22", ()), ("2022-23", (1, 17))],
)
def test_serie_a_plays_off_title_and_relegation_in_some_years(season, places):
    assert competitions.rules_for("serie-a", season).play_offs == places


def test_rules_are_given_as_the_columns_of_a_stage():
    assert competitions.rules_for("serie-a", "2010-11").as_columns() == {
        "tie_breaks": list(AMONG_FIRST),
        "zones": [{"first": 18, "last": 20, "kind": "relegation"}],
        "points_for_win": 3,
        "play_offs": [],
    }


@pytest.mark.parametrize(
    ("slug", "season", "position", "zone"),
    [
        ("serie-a", "2025-26", 4, "champions-league"),
        ("serie-a", "2025-26", 5, "europa-league"),
        ("serie-a", "2025-26", 6, "conference-league"),
        ("serie-a", "2025-26", 7, ""),
        ("serie-a", "2025-26", 18, "relegation"),
        ("serie-a", "2023-24", 5, "champions-league"),
        ("champions-league", "2025-26", 8, "round-of-16"),
        ("champions-league", "2025-26", 24, "knockout-play-off"),
        ("champions-league", "2025-26", 36, "out"),
        ("champions-league", "2023-24", 3, "europa-league"),
        ("world-cup", "2022", 3, "out"),
        ("world-cup", "1994", 3, "best-third"),
    ],
)
def test_a_place_lies_in_its_zone(slug, season, position, zone):
    assert zones.zone_of(position, competitions.rules_for(slug, season).zones) == zone

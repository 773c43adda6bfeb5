"""The rules that are shipped say only what the table and the templates understand."""

import pytest

from teams.rules import competitions, tie_breaks, zones

SHIPPED = [*competitions.RULES.values(), competitions.DEFAULT]


@pytest.mark.parametrize("rules", SHIPPED)
def test_every_criterion_of_the_shipped_rules_is_known(rules):
    assert set(rules.tie_breaks) <= set(tie_breaks.CRITERIA)
    assert len(set(rules.tie_breaks)) == len(rules.tie_breaks)


@pytest.mark.parametrize("rules", SHIPPED)
def test_zones_are_known_and_do_not_overlap(rules):
    places = [place for zone in rules.zones for place in range(zone["first"], zone["last"] + 1)]

    assert {zone["kind"] for zone in rules.zones} <= set(zones.KINDS)
    assert places == sorted(set(places))


def test_a_competition_that_nobody_described_goes_by_goal_difference_and_goals():
    assert competitions.rules_for("coppa-del-nonno").tie_breaks == ("goal_difference", "goals_for")


@pytest.mark.parametrize(
    ("slug", "position", "zone"),
    [
        ("serie-a", 4, "champions-league"),
        ("serie-a", 5, "europa-league"),
        ("serie-a", 6, "conference-league"),
        ("serie-a", 7, ""),
        ("serie-a", 18, "relegation"),
        ("champions-league", 8, "round-of-16"),
        ("champions-league", 24, "knockout-play-off"),
        ("champions-league", 36, "out"),
    ],
)
def test_a_place_lies_in_its_zone(slug, position, zone):
    assert zones.zone_of(position, competitions.rules_for(slug).zones) == zone

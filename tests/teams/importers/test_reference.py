"""Competitions, grounds, teams and people as files tell of them."""

from datetime import date
from decimal import Decimal

import pytest

from teams.importers.records import AliasRecord, Place, Refused, SeasonRecord, SpellRecord, StageRecord
from teams.importers.reference import read_competitions, read_people, read_teams, read_venues


def test_a_team_is_told_with_its_other_names_and_what_sources_call_it():
    content = """
- name: Bodø/Glimt
  founded: 1916
  primary_colour: "#ffe000"
  home_venue: aspmyra
  ids: {openfootball: FK Bodø/Glimt}
  aliases:
    - Bodo Glimt
    - {text: Glimt, kind: short, scope: context}
"""

    (team,) = read_teams(content.encode(), "teams.yaml")

    assert (team.slug, team.name, team.founded, team.home_venue) == ("bodo-glimt", "Bodø/Glimt", 1916, "aspmyra")
    assert team.ids == (("openfootball", "FK Bodø/Glimt"),)
    assert [(alias.text, alias.kind, alias.scope) for alias in team.aliases] == [
        ("Bodo Glimt", "name", "anywhere"),
        ("Glimt", "short", "context"),
    ]
    assert team.city is None


def test_a_venue_has_its_place_on_earth():
    (venue,) = read_venues(b"- {name: San Siro, city: Milano, capacity: 75817, latitude: 45.47812}", "venues.yaml")

    assert (venue.slug, venue.capacity, venue.latitude, venue.longitude) == ("san-siro", 75817, Decimal("45.47812"), None)


def test_a_competition_is_told_with_its_seasons_and_stages():
    content = b"""
- name: Serie A
  aliases: [campionato]
  seasons:
    - label: 2025-26
      starts: 2025-08-23
      ends: 2026-05-24
      stages:
        - {kind: league, tie_breaks: [goal_difference], zones: [{first: 18, last: 20, kind: relegation}]}
"""

    (serie_a,) = read_competitions(content, "competitions.yaml")

    place = Place("competitions.yaml", 9)
    stage = StageRecord(
        place=place,
        kind="league",
        tie_breaks=("goal_difference",),
        zones=({"first": 18, "last": 20, "kind": "relegation"},),
    )
    season = SeasonRecord(
        place=Place("competitions.yaml", 5), label="2025-26", starts=date(2025, 8, 23), ends=date(2026, 5, 24), stages=(stage,)
    )
    assert serie_a.seasons == (season,)
    assert serie_a.aliases == (AliasRecord(place=Place("competitions.yaml", 3), text="campionato"),)


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("name: Lautaro Martínez", ("lautaro-martinez", "Lautaro", "Martínez")),
        ("name: Stefan de Vrij", ("stefan-de-vrij", "Stefan", "de Vrij")),
        ("name: Jorginho", ("jorginho", "", "Jorginho")),
        ("{name: Carlos Augusto, surname: Carlos Augusto}", ("carlos-augusto", "", "Carlos Augusto")),
        ("{name: Francesco Pio Esposito, surname: Esposito}", ("francesco-pio-esposito", "Francesco Pio", "Esposito")),
        ("{name: Danilo, slug: danilo-1991}", ("danilo-1991", "", "Danilo")),
    ],
)
def test_a_persons_address_and_surname_follow_from_the_name_unless_they_are_told(told, names):
    (person,) = read_people(f"- {told}".encode(), "people.yaml")

    assert (person.slug, person.given_name, person.surname) == names


def test_a_career_is_a_list_of_spells():
    content = b"""
- name: Cristian Chivu
  born: 1980-10-26
  spells:
    - {team: inter, from: 2025-06-09, role: coach}
    - {team: inter, from: 2007-07-01, until: 2014-03-31, shirt: 26}
"""

    (chivu,) = read_people(content, "people.yaml")

    assert chivu.birth_date == date(1980, 10, 26)
    assert chivu.spells == (
        SpellRecord(place=Place("people.yaml", 5), team="inter", role="coach", start=date(2025, 6, 9)),
        SpellRecord(place=Place("people.yaml", 6), team="inter", start=date(2007, 7, 1), end=date(2014, 3, 31), shirt=26),
    )


def test_a_season_without_its_first_day_is_refused_at_its_line():
    content = b"- name: Serie A\n  seasons:\n    - {label: 2025-26, ends: 2026-05-24}\n"

    with pytest.raises(Refused, match=r"competitions\.yaml, line 3: starts is missing; write it"):
        read_competitions(content, "competitions.yaml")

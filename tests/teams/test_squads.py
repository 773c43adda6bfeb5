"""Who may play for a team on a day, and by which names the console knows him."""

from datetime import date, timedelta

import pytest

from teams import squads
from teams.models import Alias
from tests.making import KICKOFF, make_appearance, make_match, make_person, make_spell, make_team

pytestmark = pytest.mark.django_db
TONIGHT = KICKOFF.date()


def names(team="Inter"):
    return {(player.name, player.shirt) for player in squads.players_of(make_team(team), "home", TONIGHT)}


def test_the_squad_is_who_belongs_to_it_on_the_day():
    make_spell("Lautaro Martínez", "Inter", shirt=10)
    make_spell("Mauro Icardi", "Inter", shirt=9, start=date(2013, 7, 1), end=date(2019, 9, 1))
    make_spell("Cristian Chivu", "Inter", role="coach")

    assert names() == {("Lautaro Martínez", 10)}


def test_whoever_played_of_late_is_known_with_the_shirt_that_he_wore_last():
    for days, shirt in ((200, 9), (20, 10), (700, 11)):
        match = make_match("Kairat Almaty v Inter", kickoff=KICKOFF - timedelta(days=days))
        make_appearance(match, "Dastan Satpaev", shirt)
        make_appearance(match, "Yann Sommer", 1, side="away")

    assert names("Kairat Almaty") == {("Dastan Satpaev", 10)}


def test_the_squad_on_record_has_the_last_word_on_the_shirt():
    make_spell("Lautaro Martínez", "Inter", shirt=10)
    make_appearance(make_match("Inter 1-0 Lazio", kickoff=KICKOFF - timedelta(days=7)), "Lautaro Martínez", 22)

    assert names() == {("Lautaro Martínez", 10)}


def test_a_player_is_known_by_his_other_names():
    make_spell("Lautaro Martínez", "Inter")
    Alias.objects.create(text="Toro", person=make_person("Lautaro Martínez"))

    (player,) = squads.players_of(make_team("Inter"), "home", TONIGHT)

    assert player.fits(["toro"]) == 3


@pytest.mark.parametrize("size", [1, 3])
def test_a_squad_of_any_size_costs_the_same(django_assert_num_queries, size):
    match = make_match("Inter 1-0 Lazio", kickoff=KICKOFF - timedelta(days=7))
    for n in range(size):
        make_spell(f"Uno {n}", "Inter")
        make_appearance(match, f"Due {n}")

    with django_assert_num_queries(4):
        squads.players_of(match.home, "home", TONIGHT)

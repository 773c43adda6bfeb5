"""What cannot be true of a match, a sheet, an event or a spell is refused by the database itself."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils.translation import override

from teams.models import Alias, Match, MatchEvent, PointsAdjustment, Season
from tests.making import (
    make_appearance,
    make_article,
    make_competition,
    make_event,
    make_goal,
    make_match,
    make_person,
    make_spell,
    make_stage,
    make_team,
)

pytestmark = pytest.mark.django_db


def refused(make, *args, **fields):
    """Whether the database refuses the row, also where no form has looked at it first."""
    try:
        with transaction.atomic():
            make(*args, **fields)
    except IntegrityError:
        return True
    return False


def minutes(match):
    return [event.clock_label for event in match.events.all()]


# Matches


@pytest.mark.parametrize("status", ["scheduled", "postponed", "cancelled"])
def test_a_match_that_was_not_played_has_no_score(status):
    assert refused(make_match, "Inter 2-1 Kairat Almaty", status=status)


@pytest.mark.parametrize("part", ["half_time", "ninety", "shootout"])
def test_a_fixture_has_no_score_at_any_stage_of_it(part):
    assert refused(make_match, "Inter v Kairat Almaty", **{f"home_{part}": 1, f"away_{part}": 0})


@pytest.mark.parametrize("status", ["live", "half_time", "finished", "awarded"])
def test_a_match_that_has_begun_has_a_score(status):
    assert refused(make_match, "Inter v Kairat Almaty", status=status)


def test_an_abandoned_match_may_have_a_score_or_none():
    make_match("Inter v Kairat Almaty", status="abandoned", decision="Nebbia")
    make_match("Inter 1-0 Lazio", status="abandoned", decision="Nebbia")

    assert Match.objects.filter(status="abandoned").count() == 2


def test_nobody_plays_himself():
    assert refused(make_match, "Inter v Inter")


@pytest.mark.parametrize("part", ["goals", "half_time", "ninety", "shootout"])
def test_a_score_has_two_sides(part):
    fields = {"home_goals": 2, "away_goals": 1, "home_ninety": 1, "away_ninety": 1, f"away_{part}": None, f"home_{part}": 0}

    assert refused(make_match, "Inter v Kairat Almaty", **{"status": "finished", **fields})


def test_at_half_time_a_side_cannot_have_more_goals_than_at_the_end():
    assert refused(make_match, "Inter 1-1 Kairat Almaty", home_half_time=2, away_half_time=0)


def test_an_awarded_match_keeps_the_half_time_that_was_played():
    match = make_match(
        "Inter 0-3 Kairat Almaty", status="awarded", decision="Giudice sportivo", home_half_time=1, away_half_time=0
    )

    assert (match.half_time_score, match.score) == ("1-0", "0-3")


def test_a_shootout_cannot_end_level():
    assert refused(make_match, "Inter 1-1 Kairat Almaty", home_shootout=4, away_shootout=4)


def test_a_shootout_may_stand_level_while_it_lasts():
    match = make_match("Inter 1-1 Kairat Almaty", status="live", home_shootout=2, away_shootout=2)

    assert match.shootout_score == "2-2"


@pytest.mark.parametrize("status", ["awarded", "abandoned"])
def test_whoever_awards_or_abandons_a_match_says_why(status):
    match = make_match("Inter 0-3 Kairat Almaty", status=status)

    with pytest.raises(ValidationError) as refusal:
        match.full_clean()

    assert set(refusal.value.error_dict) == {"decision"}


def test_a_match_knows_the_side_of_each_team_and_of_no_other():
    match = make_match("Inter 2-1 Kairat Almaty")

    assert (match.side_of(match.home), match.side_of(match.away_id)) == ("home", "away")
    with pytest.raises(ValueError, match="does not play"):
        match.side_of(make_team("Lazio"))


# The sheet


def test_a_person_is_on_the_sheet_of_a_match_once():
    match = make_match()
    make_appearance(match, "Lautaro Martínez", 10)

    assert refused(make_appearance, match, "Lautaro Martínez", 99)
    assert refused(make_appearance, match, "Lautaro Martínez", 10, side="away")


def test_a_side_has_one_player_for_each_shirt():
    match = make_match()
    make_appearance(match, "Lautaro Martínez", 10)

    assert refused(make_appearance, match, "Carlos Augusto", 10)


def test_the_other_side_and_players_without_a_number_are_free_to_come():
    match = make_match()
    make_appearance(match, "Lautaro Martínez", 10)
    make_appearance(match, "Giorgi Zaria", 10, side="away")
    make_appearance(match, "Azamat Tuyakbaev", side="away")
    make_appearance(match, "Sherkhan Kalmurza", side="away")

    assert match.appearances.count() == 4


# Events


def test_added_time_of_the_first_half_comes_before_the_second():
    match = make_match()
    for minute, stoppage in ((46, 0), (90, 5), (45, 2), (45, 0), (120, 3), (91, 0), (105, 1), (106, 0)):
        make_event(match, "yellow", minute=minute, stoppage=stoppage)

    assert minutes(match) == ["45'", "45+2'", "46'", "90+5'", "91'", "105+1'", "106'", "120+3'"]


def test_events_whose_minute_nobody_knows_come_last():
    match = make_match()
    make_event(match, "yellow", "Nicolò Barella", minute=None, period="9")
    make_event(match, "yellow", "Jorginho", minute=90, stoppage=4)

    assert minutes(match) == ["90+4'", ""]


@pytest.mark.parametrize(
    ("period", "minute", "stoppage"),
    [
        ("1", 46, 0),
        ("2", 45, 0),
        ("2", 45, 2),
        ("1", 44, 1),
        ("3", 90, 0),
        ("4", 121, 0),
        ("1", 0, 0),
        ("1", None, 0),
        ("9", 12, 0),
    ],
)
def test_a_minute_lies_within_its_period(period, minute, stoppage):
    match = make_match()

    assert refused(make_event, match, "yellow", minute=minute, stoppage=stoppage, period=period)


@pytest.mark.parametrize(("period", "kind"), [("5", "goal"), ("2", "shootout_scored")])
def test_kicks_belong_to_the_shootout_and_nothing_else_does(period, kind):
    match = make_match()

    assert refused(make_event, match, kind, minute=None if period == "5" else 90, period=period)


def test_an_event_that_no_longer_counts_says_why_and_since_when():
    match = make_match()

    assert refused(make_goal, match, status="cancelled")
    assert refused(make_goal, match, status="cancelled", reason="Fuorigioco")


def test_a_superseded_event_names_the_one_that_counts_instead():
    match = make_match()
    fields = {"reason": "Deviazione", "decided_at": match.kickoff}

    assert refused(make_goal, match, status="superseded", **fields)
    assert refused(make_goal, match, superseded_by=make_goal(match, "Carlos Augusto", 67))


def test_nobody_gives_himself_the_assist():
    match = make_match()

    assert refused(make_goal, match, "Lautaro Martínez", 45, second_person=make_person("Lautaro Martínez"))


def test_a_var_decision_is_a_vars_and_a_var_has_decided_something():
    match = make_match()

    assert refused(make_event, match, "goal", minute=20, decision="goal_cancelled")
    assert refused(make_event, match, "var", minute=20)


def test_an_event_that_a_story_points_to_cannot_be_deleted_nor_can_its_match():
    match = make_match()
    goal = make_goal(match)
    make_article(mentions=[goal])

    with pytest.raises(ProtectedError):
        goal.delete()
    with pytest.raises(ProtectedError):
        match.delete()

    assert MatchEvent.objects.get() == goal


def test_own_goals_are_goals_and_kicks_of_a_shootout_are_not():
    match = make_match("Inter 1-1 Kairat Almaty")
    own_goal = make_goal(match, "Damir Kassabulat", 12, kind="own_goal")
    make_event(match, "shootout_scored", "Lautaro Martínez", minute=None, period="5")
    make_event(match, "penalty_missed", "Hakan Çalhanoğlu", minute=30)

    assert list(match.events.goals()) == [own_goal]


# People, seasons, names


def test_a_spell_ends_after_it_starts():
    assert refused(make_spell, "Cristian Chivu", "Inter", role="coach", end=date(2025, 6, 30))


def test_a_coach_has_no_shirt_number():
    assert refused(make_spell, "Cristian Chivu", "Inter", role="coach", shirt=26)


def test_one_person_can_be_player_and_coach_over_a_life():
    chivu = make_person("Cristian Chivu")
    make_spell(chivu, "Inter", start=date(2007, 7, 1), end=date(2014, 3, 31), shirt=26)
    make_spell(chivu, "Inter", role="coach", start=date(2025, 6, 9))

    assert [spell.role for spell in chivu.spells.on(date(2010, 5, 22))] == ["player"]
    assert [spell.role for spell in chivu.spells.on(date(2025, 11, 5))] == ["coach"]


def test_a_season_ends_after_it_starts_and_comes_once_per_competition():
    stage = make_stage("Serie A")
    fields = {"competition": stage.season.competition, "label": "2026-27", "starts": date(2026, 7, 1)}

    assert refused(Season.objects.create, **fields, ends=date(2026, 6, 30))
    assert refused(Season.objects.create, **{**fields, "label": "2025-26"}, ends=date(2027, 6, 30))


def test_a_stage_refuses_tie_breaks_that_nobody_knows():
    stage = make_stage("Serie A")
    stage.tie_breaks = ["goal_difference", "coin_toss"]

    with pytest.raises(ValidationError, match="coin_toss"):
        stage.full_clean()


def test_points_are_given_or_taken_with_a_reason():
    stage, team = make_stage("Serie A"), make_team("Juventus")
    fields = {"stage": stage, "team": team, "on": date(2025, 11, 5)}

    assert refused(PointsAdjustment.objects.create, **fields, points=0, reason="Plusvalenze")
    assert refused(PointsAdjustment.objects.create, **fields, points=-10, reason="")


def test_another_name_belongs_to_one_thing():
    team, person = make_team("Inter"), make_person("Lautaro Martínez")

    assert refused(Alias.objects.create, text="Nerazzurri")
    assert refused(Alias.objects.create, text="Toro", team=team, person=person)


def test_the_same_name_however_it_is_written_comes_once_per_thing_and_language():
    person = make_person("Hakan Çalhanoğlu")
    Alias.objects.create(text="Çalhanoğlu", person=person)

    assert refused(Alias.objects.create, text="Calhanoglu", person=person)
    assert list(Alias.objects.named("CALHANOĞLU").values_list("person", flat=True)) == [person.pk]


def test_a_team_goes_by_its_name_in_the_language_of_the_page():
    team = make_team("Bayern Monaco", name_en="Bayern Munich")
    with override("en"):
        english = str(team)

    assert (str(team), english) == ("Bayern Monaco", "Bayern Munich")
    assert str(make_competition("Serie A")) == "Serie A"

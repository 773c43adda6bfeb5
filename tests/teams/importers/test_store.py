"""The store: what a source says becomes rows, once; what an editor has corrected since stays."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from teams.importers.records import (
    AliasRecord,
    AppearanceRecord,
    CompetitionRecord,
    EventRecord,
    MatchRecord,
    PersonRecord,
    Place,
    Refused,
    SeasonRecord,
    SpellRecord,
    StageRecord,
    TeamRecord,
    VenueRecord,
)
from teams.importers.store import Tally, store_competitions, store_matches, store_people, store_teams, store_venues
from teams.models import Alias, Appearance, ExternalId, Match, MatchEvent, Person, Spell, Stage, Team, Venue
from tests.making import make_goal, make_match, make_person, make_stage, make_team

pytestmark = pytest.mark.django_db

PLACE = Place("results.csv", 7)
KICKOFF = datetime(2025, 11, 5, 20, tzinfo=UTC)


def a_match(**said):
    told = {"competition": "Champions League", "season": "2025-26", "home": "Inter", "away": "Kairat Almaty", "kickoff": KICKOFF}
    return MatchRecord(place=PLACE, **{**told, "matchday": 4, **said})


def a_result(**said):
    return a_match(**{"status": "finished", "goals": (2, 1), "half_time": (1, 0), **said})


def a_team(name="Inter", **said):
    return TeamRecord(place=PLACE, slug=name.lower().replace(" ", "-"), name=name, **said)


def a_person(name="Lautaro Martínez", **said):
    given, _, surname = name.rpartition(" ")
    return PersonRecord(place=PLACE, slug=f"{given}-{surname}".lower(), name=name, given_name=given, surname=surname, **said)


def kept(store, *records, source="openfootball"):
    tally = Tally()
    store(records, source=source, tally=tally)
    return tally


def refusal(store, *records):
    with pytest.raises(Refused) as refused:
        kept(store, *records)
    return str(refused.value)


@pytest.fixture
def league():
    make_stage()
    make_team("Inter", home_venue=Venue.objects.create(name="San Siro", slug="san-siro"))
    make_team("Kairat Almaty")


def test_a_new_match_is_addressed_by_its_teams_and_its_day_in_the_newsroom(league):
    late = datetime(2025, 11, 5, 23, 30, tzinfo=UTC)

    kept(store_matches, a_match(kickoff=late))

    match = Match.objects.get()
    assert match.slug == "inter-kairat-almaty-2025-11-06"
    assert (match.kickoff, match.status, match.score, match.matchday) == (late, "scheduled", "", 4)


def test_a_new_match_is_played_at_home_unless_the_source_knows_better(league):
    venues = (None, "", "San Siro")
    records = [a_match(matchday=day, kickoff=KICKOFF.replace(day=day), venue=venue) for day, venue in enumerate(venues, 4)]

    kept(store_matches, *records)

    assert [str(match.venue) for match in Match.objects.order_by("matchday")] == ["San Siro", "None", "San Siro"]


def test_running_it_twice_changes_nothing(league):
    first = kept(store_matches, a_result())
    before = Match.objects.values().get()

    second = kept(store_matches, a_result())

    assert (dict(first.new), dict(second.new), dict(second.changed), dict(second.same)) == ({"match": 1}, {}, {}, {"match": 1})
    assert Match.objects.values().get() == before


def test_a_fixture_becomes_a_result_when_the_source_says_so(league):
    kept(store_matches, a_match())

    tally = kept(store_matches, a_result())

    match = Match.objects.get()
    assert dict(tally.changed) == {"match": 1}
    assert (match.status, match.score, match.half_time_score) == ("finished", "2-1", "1-0")


def test_a_moved_kickoff_raises_the_version_and_leaves_the_address(league):
    kept(store_matches, a_match())

    kept(store_matches, a_match(kickoff=datetime(2025, 11, 19, 20, tzinfo=UTC)))

    match = Match.objects.get()
    assert (match.version, match.slug) == (1, "inter-kairat-almaty-2025-11-05")


def test_what_an_editor_corrected_survives_the_next_run(league):
    kept(store_matches, a_result(attendance=69000))
    Match.objects.update(attendance=69983)

    tally = kept(store_matches, a_result(attendance=69000))

    assert Match.objects.get().attendance == 69983
    assert tally.kept == []


def test_a_correction_survives_also_when_the_source_changes_its_mind_and_the_difference_is_told(league):
    kept(store_matches, a_result(attendance=69000))
    Match.objects.update(attendance=69983)

    tally = kept(store_matches, a_result(attendance=70000))

    assert Match.objects.get().attendance == 69983
    assert tally.kept == ["results.csv, line 7: attendance stays 69983, as corrected here; the source says 70000"]


def test_what_an_editor_emptied_stays_empty(league):
    kept(store_matches, a_result(attendance=69000))
    Match.objects.update(attendance=None)

    kept(store_matches, a_result(attendance=70000))

    assert Match.objects.get().attendance is None


def test_a_field_that_nobody_corrected_follows_while_another_stays(league):
    kept(store_matches, a_result(attendance=69000))
    Match.objects.update(attendance=69983)

    kept(store_matches, a_result(attendance=70000, decision="Replayed"))

    assert Match.objects.values_list("attendance", "decision").get() == (69983, "Replayed")


def test_a_second_source_may_say_more_and_correct_the_first(league):
    kept(store_matches, a_match(), source="openfootball")
    sheet = a_result(attendance=69983)

    kept(store_matches, sheet, source="match-sheet")
    again = [kept(store_matches, a_match(), source="openfootball"), kept(store_matches, sheet, source="match-sheet")]

    match = Match.objects.get()
    assert (match.score, match.attendance) == ("2-1", 69983)
    assert [dict(tally.changed) for tally in again] == [{}, {}]


def test_a_match_made_by_hand_is_found_and_its_gaps_are_filled(league):
    by_hand = make_match("Inter 2-1 Kairat Almaty", attendance=69983)

    tally = kept(store_matches, a_result(attendance=69000, referee=None))

    match = Match.objects.get()
    assert (match.pk, match.matchday, match.attendance, match.half_time_score) == (by_hand.pk, None, 69983, "1-0")
    assert tally.kept == ["results.csv, line 7: attendance stays 69983, as corrected here; the source says 69000"]


def test_a_sheet_without_a_matchday_means_the_only_match_of_the_two(league):
    kept(store_matches, a_match())

    kept(store_matches, a_result(matchday=None), source="match-sheet")

    assert Match.objects.values_list("matchday", "home_goals").get() == (4, 2)


def test_a_deleted_row_is_not_made_again(league):
    kept(store_matches, a_match())
    Match.objects.all().delete()

    tally = kept(store_matches, a_match())

    assert not Match.objects.exists()
    assert tally.kept == ["results.csv, line 7: this match was deleted here and stays so"]


def test_a_team_with_a_new_address_is_the_same_team():
    kept(store_teams, a_team())
    Team.objects.update(slug="internazionale")

    tally = kept(store_teams, a_team())

    assert dict(tally.same) == {"team": 1}
    assert Team.objects.count() == 1


def test_teams_are_kept_with_grounds_other_names_and_ids():
    kept(store_venues, VenueRecord(place=PLACE, slug="san-siro", name="San Siro"))
    nickname = AliasRecord(place=PLACE, text="Nerazzurri", language="it", kind="people", scope="context")

    ids = (("openfootball", "FC Internazionale Milano"),)
    kept(store_teams, a_team(home_venue="San Siro", founded=1908, aliases=(nickname,), ids=ids))

    inter = Team.objects.get()
    assert (inter.founded, inter.home_venue.slug) == (1908, "san-siro")
    assert Alias.objects.values_list("folded", "kind", "scope", "team").get() == ("nerazzurri", "people", "context", inter.pk)
    assert ExternalId.objects.values_list("source", "key", "team").get() == ("openfootball", *[ids[0][1]], inter.pk)


def test_a_name_is_looked_up_by_address_own_name_id_and_other_name(league):
    inter = Team.objects.get(slug="inter")
    Alias.objects.create(text="Internazionale", team=inter)
    ExternalId.objects.create(source="openfootball", key="FC Internazionale Milano", team=inter)
    names = ["inter", "INTER", "FC Internazionale Milano", "internazionale"]

    kept(store_matches, *(a_match(home=name, matchday=n, kickoff=KICKOFF.replace(day=n)) for n, name in enumerate(names, 1)))

    assert [match.home for match in Match.objects.all()] == [inter] * 4


def test_a_name_that_nothing_bears_is_refused(league):
    assert refusal(store_matches, a_match(home="Intre")) == (
        "results.csv, line 7: no team is called “Intre”; correct the name, or add it to the seeds or in the admin"
    )


def test_a_name_that_two_bear_is_never_guessed(league):
    make_team("Inter Miami", slug="inter-miami", name_en="Inter")

    assert refusal(store_matches, a_match(home="INTER")) == (
        "results.csv, line 7: more than one team is called “INTER”; write the address instead: inter, inter-miami"
    )


def test_a_word_for_colours_names_nobody(league):
    Alias.objects.create(text="nerazzurri", team=Team.objects.get(slug="inter"), scope="context")

    assert "no team is called “nerazzurri”" in refusal(store_matches, a_match(home="nerazzurri"))


def test_a_stage_that_is_not_there_is_refused_with_those_that_are(league):
    make_stage(name="Fase campionato", name_en="League phase")

    assert refusal(store_matches, a_match(stage="Groups")) == (
        "results.csv, line 7: Champions League 2025-26 has no stage “Groups”; "
        "write one of: (empty), Fase campionato, League phase"
    )


def test_a_season_that_is_not_there_is_refused(league):
    assert refusal(store_matches, a_match(season="2031-32")).endswith("add the season to competitions.yaml first")


def test_one_refusal_leaves_nothing_behind(league):
    refusal(store_matches, a_result(), a_match(home="Intre", matchday=5))

    assert not Match.objects.exists()


def test_what_the_database_will_not_have_is_refused_with_its_line(league):
    """Two matches of one day would share an address."""
    told = refusal(store_matches, a_match(), replace(a_match(matchday=5), place=Place("results.csv", 8)))

    assert told.startswith("results.csv, line 8: Inter and Kairat Almaty have a match on that day already")


def test_a_value_that_a_field_does_not_take_is_refused_with_its_line():
    assert refusal(store_teams, a_team(primary_colour="blue")).startswith("results.csv, line 7: primary_colour: ")


def test_a_change_that_contradicts_an_editors_word_is_refused_with_its_line(league):
    kept(store_matches, a_match())
    Match.objects.update(status="postponed")

    assert refusal(store_matches, a_result()).startswith("results.csv, line 7: ")
    assert Match.objects.values_list("status", "home_goals").get() == ("postponed", None)


def test_a_new_stage_begins_with_the_rules_shipped_for_its_competition():
    stage = StageRecord(place=PLACE, points_for_win=2)
    season = SeasonRecord(place=PLACE, label="2025-26", starts=date(2025, 8, 23), ends=date(2026, 5, 24), stages=(stage,))

    kept(store_competitions, CompetitionRecord(place=PLACE, slug="serie-a", name="Serie A", seasons=(season,)))

    stage = Stage.objects.get()
    assert (stage.points_for_win, stage.tie_breaks[0], stage.zones[-1]["kind"]) == (2, "head_to_head_points", "relegation")


def test_a_career_is_kept_spell_by_spell_also_twice_at_one_club():
    make_team("Inter")
    spells = (
        SpellRecord(place=PLACE, team="Inter", start=date(2023, 7, 1), shirt=15),
        SpellRecord(place=PLACE, team="Inter", start=date(2022, 9, 1), end=date(2023, 6, 30), shirt=15, on_loan=True),
    )

    for _ in range(2):
        kept(store_people, a_person("Francesco Acerbi", spells=spells))

    told = Spell.objects.order_by("start").values_list("start", "end", "on_loan")
    assert list(told) == [(date(2022, 9, 1), date(2023, 6, 30), True), (date(2023, 7, 1), None, False)]


@pytest.fixture
def sheet(league):
    for name in ("Lautaro Martínez", "Ange-Yoan Bonny"):
        make_person(name)
    lines = (
        AppearanceRecord(place=PLACE, side="home", person="Lautaro Martínez", shirt=10, captain=True, order=1),
        AppearanceRecord(place=PLACE, side="home", person="Ange-Yoan Bonny", shirt=14, starter=False, order=2),
    )
    goals = tuple(
        EventRecord(place=PLACE, kind="goal", side="home", period=period, minute=minute, person="Lautaro Martínez")
        for period, minute in (("1", 30), ("2", 65))
    )
    return a_result(goals=(2, 0), appearances=lines, events=goals)


def test_line_ups_and_events_are_kept_once(sheet):
    for _ in range(2):
        kept(store_matches, sheet)

    assert list(Appearance.objects.values_list("person__name", "shirt", "starter", "captain")) == [
        ("Lautaro Martínez", 10, True, True),
        ("Ange-Yoan Bonny", 14, False, False),
    ]
    assert [event.clock_label for event in MatchEvent.objects.all()] == ["30'", "65'"]


def test_goals_kept_by_hand_are_found_each_once(sheet):
    match = make_match("Inter 2-0 Kairat Almaty", matchday=4)
    by_hand = [make_goal(match, minute=minute).pk for minute in (30, 65)]

    kept(store_matches, sheet)

    assert [event.pk for event in MatchEvent.objects.all()] == by_hand


def test_a_minute_that_the_source_corrects_moves_the_event_and_keeps_its_page(sheet):
    kept(store_matches, sheet)
    before = set(MatchEvent.objects.values_list("pk", flat=True))

    kept(store_matches, replace(sheet, events=(sheet.events[0], replace(sheet.events[1], minute=66))))

    assert set(MatchEvent.objects.values_list("pk", flat=True)) == before
    assert [event.clock_label for event in MatchEvent.objects.all()] == ["30'", "66'"]


def test_an_event_cancelled_by_the_desk_stays_cancelled(sheet):
    kept(store_matches, sheet)
    MatchEvent.objects.filter(minute=65).update(status="cancelled", reason="Offside", decided_at=KICKOFF)

    kept(store_matches, sheet)

    assert list(MatchEvent.objects.values_list("status", flat=True)) == ["confirmed", "cancelled"]


def test_an_event_that_the_source_no_longer_has_is_told_and_left(sheet):
    kept(store_matches, sheet)

    tally = kept(store_matches, replace(sheet, events=sheet.events[:1]))

    assert MatchEvent.objects.count() == 2
    assert len(tally.kept) == 1 and "is no longer there; if it was wrong, cancel or delete it here too" in tally.kept[0]


def test_somebody_who_is_not_known_is_refused(sheet):
    Person.objects.filter(name="Ange-Yoan Bonny").delete()

    assert "no person is called “Ange-Yoan Bonny”" in refusal(store_matches, sheet)
    assert not Match.objects.exists()


@pytest.mark.parametrize("matches", [1, 3])
def test_a_second_run_asks_the_same_however_many_matches_there_are(league, django_assert_num_queries, matches):
    records = [a_match(matchday=number, kickoff=KICKOFF.replace(day=number)) for number in range(1, matches + 1)]
    kept(store_matches, *records)

    with django_assert_num_queries(26):
        kept(store_matches, *records)

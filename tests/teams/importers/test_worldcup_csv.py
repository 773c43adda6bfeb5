"""The World Cup database, by its published columns, on small made tables."""
# ruff: noqa: E501  (the heads of the tables are as long as they are published)

from datetime import UTC, date, datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from teams.importers.records import Refused
from teams.importers.worldcup_csv import read_worldcup_csv
from teams.models import Appearance, Match, MatchEvent, Person, Team

MATCHES = """key_id,tournament_id,tournament_name,match_id,match_name,stage_name,group_name,group_stage,knockout_stage,replayed,replay,match_date,match_time,stadium_id,stadium_name,city_name,country_name,home_team_id,home_team_name,home_team_code,away_team_id,away_team_name,away_team_code,score,home_team_score,away_team_score,extra_time,penalty_shootout,score_penalties,home_team_score_penalties,away_team_score_penalties
1,WC-2022,2022 FIFA World Cup,M-2022-08,France v Australia,group stage,Group D,1,0,0,0,2022-11-22,22:00,S-111,Al Janoub Stadium,Al Wakrah,Qatar,T-28,France,FRA,T-04,Australia,AUS,4–1,1,1,0,0,0-0,0,0
2,WC-2022,2022 FIFA World Cup,M-2022-64,Argentina v France,final,not applicable,0,1,0,0,2022-12-18,18:00,S-112,Lusail Stadium,Lusail,Qatar,T-03,Argentina,ARG,T-28,France,FRA,1–1,1,1,1,1,4-2,4,2
3,WC-2019,2019 FIFA Women's World Cup,M-2019-01,France v Australia,group stage,Group A,1,0,0,0,2019-06-07,21:00,S-050,Parc des Princes,Paris,France,T-28,France,FRA,T-04,Australia,AUS,4–0,4,0,0,0,0-0,0,0
"""
GOALS = """key_id,goal_id,match_id,team_id,home_team,away_team,player_id,family_name,given_name,shirt_number,player_team_id,minute_label,minute_regulation,minute_stoppage,match_period,own_goal,penalty
1,G-1,M-2022-08,T-28,1,0,P-1,Giroud,Olivier,9,T-28,32',32,0,first half,0,0
2,G-2,M-2022-08,T-04,0,1,P-2,Rabiot,Adrien,14,T-28,90'+4',90,4,"second half, stoppage time",1,0
3,G-3,M-2022-64,T-03,1,0,P-3,Messi,Lionel,10,T-03,108',108,0,"extra time, second half",0,0
4,G-4,M-2022-64,T-28,0,1,P-4,Mbappé,Kylian,10,T-28,118',118,0,"extra time, second half",0,1
"""
PLAYERS = """key_id,player_id,family_name,given_name,birth_date,goal_keeper,defender,midfielder,forward
1,P-1,Giroud,Olivier,1986-09-30,0,0,0,1
2,P-5,Pelé,not applicable,not available,0,0,0,1
"""
APPEARANCES = """key_id,match_id,team_id,home_team,away_team,player_id,family_name,given_name,shirt_number,position_name,position_code,starter,substitute,captain
1,M-2022-08,T-28,1,0,P-1,Giroud,Olivier,9,center forward,CF,1,0,0
2,M-2022-08,T-28,1,0,P-2,Rabiot,Adrien,14,midfielder,MF,1,0,1
3,M-2022-08,T-28,1,0,P-5,Pelé,not applicable,0,forward,FW,0,1,0
"""
SUBSTITUTIONS = """key_id,match_id,team_id,player_id,family_name,given_name,minute_label,minute_regulation,minute_stoppage,going_off,coming_on
1,M-2022-08,T-28,P-1,Giroud,Olivier,46',46,0,1,0
2,M-2022-08,T-28,P-5,Pelé,not applicable,46',46,0,0,1
"""
BOOKINGS = """key_id,match_id,team_id,player_id,family_name,given_name,minute_regulation,minute_stoppage,yellow_card,red_card,second_yellow_card,sending_off
1,M-2022-08,T-28,P-2,Rabiot,Adrien,60,0,1,0,0,0
2,M-2022-08,T-28,P-2,Rabiot,Adrien,60,0,0,0,1,1
"""
KICKS = """key_id,match_id,team_id,player_id,family_name,given_name,shirt_number,converted
1,M-2022-64,T-28,P-4,Mbappé,Kylian,10,1
2,M-2022-64,T-03,P-3,Messi,Lionel,10,0
"""
TABLES = {
    "matches": MATCHES,
    "goals": GOALS,
    "players": PLAYERS,
    "player_appearances": APPEARANCES,
    "substitutions": SUBSTITUTIONS,
    "bookings": BOOKINGS,
    "penalty_kicks": KICKS,
}


def read(**changed):
    tables = {**TABLES, **changed}
    return list(read_worldcup_csv({name: (text.encode(), f"{name}.csv") for name, text in tables.items()}))


@pytest.fixture
def folder(tmp_path):
    for name, text in TABLES.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    return tmp_path


def test_every_tournament_is_a_reading_of_its_own():
    assert [(reading.matches[0].competition, reading.matches[0].season, len(reading.matches)) for reading in read()] == [
        ("world-cup", "2022", 2),
        ("womens-world-cup", "2019", 1),
    ]


def test_a_match_stands_in_its_group_or_round_at_its_instant():
    first, final = read()[0].matches

    assert (first.stage, first.round, first.kickoff) == ("Group D", "", datetime(2022, 11, 22, 19, tzinfo=UTC))
    assert (final.stage, final.round, final.goals, final.ninety, final.shootout) == (
        "Knock-out stage", "Final", (1, 1), (0, 0), (4, 2),
    )  # fmt: skip


def test_who_is_named_is_introduced_by_the_number_of_the_database():
    people = read()[0].people

    assert (people["P-1"].name, people["P-1"].surname, people["P-1"].birth_date) == (
        "Olivier Giroud",
        "Giroud",
        date(1986, 9, 30),
    )
    assert (people["P-5"].name, people["P-5"].given_name, people["P-5"].birth_date) == ("Pelé", "", None)


def test_line_ups_have_shirts_and_places_and_a_nought_is_no_shirt():
    lines = [(line.person, line.shirt, line.position, line.starter, line.captain) for line in read()[0].matches[0].appearances]

    assert lines == [("P-1", 9, "FW", True, False), ("P-2", 14, "MF", True, True), ("P-5", None, "FW", False, False)]


def test_events_pair_who_comes_on_with_who_goes_off_and_keep_a_second_yellow_at_the_minute_of_the_first():
    events = [
        (one.kind, one.side, one.minute, one.stoppage, one.person, one.second_person) for one in read()[0].matches[0].events
    ]

    assert events == [
        ("goal", "home", 32, 0, "P-1", None),
        ("substitution", "home", 46, 0, "P-5", "P-1"),
        ("yellow", "home", 60, 0, "P-2", None),
        ("second_yellow", "home", 60, 0, "P-2", None),
        ("own_goal", "away", 90, 4, "P-2", None),
    ]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("1,M-2022-08,T-28,P-2,Rabiot,Adrien,28,0,1,0,1,1\n", [("yellow", 28), ("second_yellow", None)]),
        ("1,M-2022-08,T-28,P-2,Rabiot,Adrien,13,0,1,1,0,1\n", [("yellow", 13), ("red", None)]),
        ("1,M-2022-08,T-28,P-2,Rabiot,Adrien,47,0,0,1,0,1\n", [("red", 47)]),
        (
            "1,M-2022-08,T-28,P-2,Rabiot,Adrien,28,0,1,0,0,0\n2,M-2022-08,T-28,P-2,Rabiot,Adrien,75,0,1,0,1,1\n",
            [("yellow", 28), ("second_yellow", 75)],
        ),
    ],
)
def test_a_line_with_a_yellow_card_and_the_sending_off_is_both_and_tells_the_minute_of_the_first(row, told):
    reading, *_ = read(bookings=BOOKINGS.splitlines(keepends=True)[0] + row)

    cards = [(one.kind, one.minute) for one in reading.matches[0].events if one.person == "P-2" and one.kind != "own_goal"]
    assert cards == told


def test_a_shoot_out_is_told_kick_by_kick():
    assert [(event.kind, event.side) for event in read()[0].matches[1].events[-2:]] == [
        ("shootout_scored", "away"), ("shootout_missed", "home"),
    ]  # fmt: skip


def test_men_and_women_of_a_country_are_two_teams():
    assert [(key, team.name, team.section, team.slug) for reading in read() for key, team in reading.teams.items()][1::3] == [
        ("T-04", "Australia", "men", "australia"),
        ("T-04-women", "Australia", "women", "australia-women"),
    ]


def test_a_table_without_its_columns_is_refused():
    with pytest.raises(Refused, match=r"goals\.csv, line 1: the table goals has no column match_id"):
        read(goals="key_id,goal_id\n1,G-1\n")


def test_a_number_that_is_none_refuses_its_match():
    reading = read(matches=MATCHES.replace("4–1,1,1,", "4–1,one,1,"))[0]

    assert [str(refused) for refused in reading.refused] == [
        "matches.csv, line 2: home_team_score: a number was expected, not “one”"
    ]
    assert len(reading.matches) == 1


@pytest.mark.django_db
def test_the_tables_of_a_folder_are_imported_once(folder):
    for _ in range(2):
        call_command("import_matches", "worldcup-csv", str(folder), stdout=StringIO())

    assert (Match.objects.count(), Appearance.objects.count(), MatchEvent.objects.count(), Person.objects.count()) == (3, 3, 9, 5)
    assert sorted(Team.objects.values_list("slug", flat=True)) == [
        "argentina", "australia", "australia-women", "france", "france-women",
    ]  # fmt: skip


@pytest.mark.django_db
def test_an_edition_whose_numbers_mean_other_teams_is_refused(folder):
    call_command("import_matches", "worldcup-csv", str(folder), stdout=StringIO())
    swapped = MATCHES.replace("T-28", "T-99").replace("T-04", "T-28").replace("T-99", "T-04")
    (folder / "matches.csv").write_text(swapped, "utf-8")

    with pytest.raises(CommandError, match="refused"):
        call_command("import_matches", "worldcup-csv", str(folder), stdout=StringIO(), stderr=(told := StringIO()))

    assert "T-04 is France here, and was australia before: another edition of worldcup-csv has been imported" in told.getvalue()


@pytest.mark.django_db
def test_a_match_that_another_source_tells_the_other_way_round_is_the_same(folder, tmp_path):
    call_command("import_matches", "worldcup-csv", str(folder), season="2022", stdout=StringIO())
    text = tmp_path / "cup.txt"
    text.write_text("▪ Group D\nNov 22 2022\n22:00 UTC+3  Australia v France  1-1\n    (; Giroud 32')\n", encoding="utf-8")

    call_command("import_matches", "football-txt", str(text), competition="world-cup", season="2022", stdout=StringIO())

    match = Match.objects.get(stage__name_en="Group D")
    assert (str(match), match.events.filter(kind="goal").values_list("side", "person__name").get()) == (
        "France 1-1 Australia", ("home", "Olivier Giroud"),
    )  # fmt: skip

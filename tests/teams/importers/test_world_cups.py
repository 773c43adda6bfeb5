"""World Cups of every kind of rules, from made files in every style: who stands where in which group, and why."""

import csv
import re
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils.translation import override

from teams import printed, tables
from teams.importers import store
from teams.importers.football_txt import read_football_txt
from teams.models import Match, Season
from tests.teams.importers.test_worldcup_csv import MATCHES

pytestmark = pytest.mark.django_db

# Of each year: a file, the order of each group with the points, and what parted teams that were level.
WORLD_CUPS = {
    "1930": (
        "= World Cup 1930\nGroup 4  |  United States  Paraguay  Belgium\n\nGroup 4:\n\n"
        "(2) 13 July 1930   15:00   United States 3-0 (2-0) Belgium @ Parque Central, Montevideo\n"
        "(6) 17 July   United States 3-0 (2-0) Paraguay\n(11) 20 July   Paraguay 1-0 (1-0) Belgium\n"
        "\nFinal:\n\n30 July  14:15  Uruguay 4-2 (1-2) Argentina @ Centenario, Montevideo\n",
        {"Group 4": "United States 4, Paraguay 2, Belgium 0"},
        {},
    ),
    "1950": (
        "= World Cup 1950\n▪ Preliminary Round, Group 4\nSun Jul 2\n  15:00  Uruguay v Bolivia  8-0 (4-0)\n▪ Final Round\n"
        "Sun Jul 9\n  Brazil v Sweden 7-1\n  Uruguay v Spain 2-2\nThu Jul 13\n  Brazil v Spain 6-1\n  Uruguay v Sweden 3-2\n"
        "Sun Jul 16\n  Sweden v Spain 3-1\n  Uruguay v Brazil 2-1 (0-0)\n",
        {"Group 4": "Uruguay 2, Bolivia 0", "Final round": "Uruguay 5, Brazil 4, Sweden 2, Spain 1"},
        {},
    ),
    "1958": (
        "= World Cup 1958\n▪ Group 4\nSun Jun/8 1958\n Soviet Union  2-2  England\n Brazil  3-0  Austria\nWed Jun/11\n"
        " Brazil 0-0 England\n Soviet Union 2-0 Austria\nSun Jun/15\n England 2-2 Austria\n Brazil 2-0 Soviet Union\n"
        "▪ Play-off Group 4\nTue Jun/17\n Soviet Union  1-0  England\n",
        {"Group 4": "Brazil 5, Soviet Union 3, England 3, Austria 1"},
        {"Soviet Union": "play-off, 1 to 0"},
    ),
    "1962": (
        "= World Cup 1962\n» Group 4\nWed May/30\n Argentina 1-0 Bulgaria\nThu May/31\n Hungary 2-1 England\n"
        "Sat Jun/2\n England 3-1 Argentina\nSun Jun/3\n Hungary 6-1 Bulgaria\nWed Jun/6\n Hungary 0-0 Argentina\n"
        "Thu Jun/7\n England 0-0 Bulgaria\n",
        {"Group 4": "Hungary 5, England 3, Argentina 3, Bulgaria 1"},
        {"England": "goal average, 1.33 to 0.67"},
    ),
    "1982": (
        "= World Cup 1982\n» First Round, Group 1\nMon Jun/14\n Italy v Poland 0-0\nTue Jun/15\n Peru v Cameroon 0-0\n"
        "Fri Jun/18\n Italy v Peru 1-1\nSat Jun/19\n Poland v Cameroon 0-0\nTue Jun/22\n Poland v Peru 5-1\nWed Jun/23\n"
        " Italy v Cameroon 1-1\n» Second Round, Group A\nMon Jun/28\n Poland v Belgium 3-0\nThu Jul/1\n Belgium v USSR 0-1\n"
        "Sun Jul/4\n USSR v Poland 0-0\n» Semi-finals\nThu Jul/8\n West Germany v France 3-3 a.e.t. (1-1, 1-1), 5-4 pen.\n",
        {"Group 1": "Poland 4, Italy 3, Cameroon 3, Peru 2", "Group A": "Poland 3, USSR 3, Belgium 0"},
        {"Italy": "goals scored, 2 to 1"},
    ),
    "1986": (
        "= World Cup 1986\nGroup F | England Morocco Poland Portugal\nGroup F\nMon Jun 2\n Morocco v Poland 0-0\nTue Jun 3\n"
        " Portugal v England 1-0\nFri Jun 6\n England v Morocco 0-0\nSat Jun 7\n Poland v Portugal 1-0\nWed Jun 11\n"
        " England v Poland 3-0\n Portugal v Morocco 1-3\n"
        "Match for 3rd place\nSat Jun 28\n France v Belgium 4-2 a.e.t. (2-2, 2-1)\n",
        {"Group F": "Morocco 4, England 3, Poland 3, Portugal 2"},
        {"England": "goal difference, 2 to -2"},
    ),
    "1994": (
        "= World Cup 1994\n▪ Group E\nSat Jun 18\n Italy v Ireland 0-1\nSun Jun 19\n Norway v Mexico 1-0\nThu Jun 23\n"
        " Italy v Norway 1-0\nFri Jun 24\n Mexico v Ireland 2-1\nTue Jun 28\n Italy v Mexico 1-1\n Ireland v Norway 0-0\n",
        {"Group E": "Mexico 4, Ireland 4, Italy 4, Norway 4"},
        {"Ireland": "points in the matches between them, 3 to 0", "Italy": "goals scored, 2 to 1"},
    ),
    "1998": (
        "= World Cup 1998\n▪ Matchday 1 | Jun 10\nGroup B:\n(2) Jun/11  17:30  Italy 2-2 (1-1) Chile @ Parc Lescure, Bordeaux\n"
        "(4) Jun/11  21:00  Cameroon 1-1 Austria\n▪ Matchday 2\nGroup B:\nJun/17 Chile 1-1 Austria\nJun/17 Italy 3-0 Cameroon\n"
        "▪ Matchday 3\nGroup B:\nJun/23 Italy 2-1 Austria\nJun/23 Chile 1-1 Cameroon\n",
        {"Group B": "Italy 7, Chile 3, Austria 2, Cameroon 2"},
        {"Austria": "goal difference, -1 to -3"},
    ),
    "2002": (
        "= World Cup 2002\nGroup G:\n[Mon 3.6.]\n  Croatia 0-1 (0-0) Mexico\n  Italy 2-0 (2-0) Ecuador\n[Sat 8.6.]\n"
        "  Italy 1-2 Croatia\n[Sun 9.6.]\n  Mexico 2-1 Ecuador\n[Thu 13.6.]\n  Mexico 1-1 Italy\n  Ecuador 1-0 Croatia\n"
        "Round of 16\n[Tue 18.6.]\n  South Korea 2-1 a.e.t./gg (1-1, 0-1) Italy\n",
        {"Group G": "Mexico 7, Italy 4, Croatia 3, Ecuador 3"},
        {"Croatia": "goal difference, -1 to -2"},
    ),
}


def groups():
    """What `manage.py table` prints, by group."""
    told = {}
    with override("en"):
        for stage, rows in tables.tables_of(Season.objects.get()):
            told[stage.title] = [printed.table_row(row) for row in rows]
    return told


@pytest.mark.parametrize("year", WORLD_CUPS)
def test_the_groups_of_a_world_cup_stand_as_they_ended(year):
    text, order, reasons = WORLD_CUPS[year]

    reading = read_football_txt(text.encode(), "cup.txt", competition="world-cup", season=year, zone="UTC")
    store.store_reading(reading, source="football-txt", tally=store.Tally())

    assert (reading.refused, [str(doubt) for doubt in reading.doubts]) == ([], [])
    found = groups()
    assert {name: ", ".join(f"{row['team']} {row['points']}" for row in rows) for name, rows in found.items()} == order
    told = {row["team"]: row["reason"] for rows in found.values() for row in rows}
    assert {team: told[team] for team in reasons} == reasons
    assert {match.kickoff.year for match in reading.matches} == {int(year)}


# The same turns in the World Cup database: year, stage, group, day, match, marks.
TURNS = """1934|quarter-final|not applicable|05-31|Italy 1-1 Spain|replayed
1934|quarter-final|not applicable|06-01|Italy 1-0 Spain|replay
1934|third-place match|not applicable|06-07|Germany 3-2 Austria|
1950|final round|not applicable|07-09|Uruguay 2-2 Spain|
1950|final round|not applicable|07-09|Brazil 7-1 Sweden|
1950|final round|not applicable|07-13|Brazil 6-1 Spain|
1950|final round|not applicable|07-13|Uruguay 3-2 Sweden|
1950|final round|not applicable|07-16|Sweden 3-1 Spain|
1950|final round|not applicable|07-16|Uruguay 2-1 Brazil|
1954|group stage|Group 4|06-17|Switzerland 2-1 Italy|
1954|group stage|Group 4|06-17|England 4-4 Belgium|
1954|group stage|Group 4|06-20|Italy 4-1 Belgium|
1954|group stage|Group 4|06-20|England 2-0 Switzerland|
1954|group stage|Group 4|06-23|Switzerland 4-1 Italy|
1974|group stage|Group 1|06-22|East Germany 1-0 West Germany|
1974|second group stage|Group B|06-26|Sweden 0-1 Poland|
1974|second group stage|Group B|07-03|Poland 0-1 West Germany|
1982|semi-finals|not applicable|07-08|West Germany 3-3 France|5-4"""


@pytest.fixture
def turns(tmp_path):
    """All of them in one folder, imported twice."""
    with (tmp_path / "matches.csv").open("w", encoding="utf-8", newline="") as file:
        sheet = csv.DictWriter(file, MATCHES.splitlines()[0].split(","), restval="0")
        sheet.writeheader()
        sheet.writerows(_as_published(number, *line.split("|")) for number, line in enumerate(TURNS.splitlines()))
    for _ in range(2):
        call_command("import_matches", "worldcup-csv", str(tmp_path), stdout=StringIO())


def _as_published(number, year, stage, group, day, told, marks):
    home, goals, against, away = re.fullmatch(r"(.+) (\d)-(\d) (.+)", told).groups()
    row = {"tournament_id": f"WC-{year}", "tournament_name": f"{year} FIFA World Cup", "match_id": f"M-{year}-{number}"}
    row |= {"stage_name": stage, "group_name": group, "match_date": f"{year}-{day}", "match_time": "16:00"}
    for side, team, score in (("home", home, goals), ("away", away, against)):
        row |= {f"{side}_team_id": team, f"{side}_team_name": team, f"{side}_team_score": score}
    if marks[:1].isdigit():
        row |= dict(zip(("home_team_score_penalties", "away_team_score_penalties"), marks.split("-"), strict=True))
        return row | {"extra_time": "1", "penalty_shootout": "1"}
    return row | ({marks: "1"} if marks else {})


def printed_table(*asked):
    out = StringIO()
    call_command("table", "world-cup", *asked, format="csv", stdout=out)
    return [(row["team"], row["points"], row["reason"]) for row in csv.DictReader(StringIO(out.getvalue()))]


def test_in_the_tables_of_the_database_the_final_round_and_second_stages_are_groups_too(turns):
    assert [row[:2] for row in printed_table("1950")] == [("Uruguay", "5"), ("Brazil", "4"), ("Sweden", "2"), ("Spain", "1")]
    assert printed_table("1950", "--stage", "Final round") == printed_table("1950")
    assert [row[0] for row in printed_table("1974", "--stage", "Group B")] == ["West Germany", "Poland", "Sweden"]


def test_in_the_tables_of_the_database_a_play_off_of_a_group_is_none_of_its_matches(turns):
    assert printed_table("1954") == [
        ("England", "3", "points, 3 to 2"),
        ("Switzerland", "2", "play-off, 4 to 1"),
        ("Italy", "2", "points, 2 to 1"),
        ("Belgium", "1", ""),
    ]


def test_in_the_tables_of_the_database_replays_and_shoot_outs_are_told_apart(turns):
    knock_out = Match.objects.exclude(round="").exclude(round__contains="play-off").order_by("kickoff")

    assert [(str(match), match.round, match.home_shootout, match.away_shootout) for match in knock_out] == [
        ("Italy 1-1 Spain", "Quarter-finals", None, None),
        ("Italy 1-0 Spain", "Quarter-finals, replay", None, None),
        ("Germany 3-2 Austria", "Third place", None, None),
        ("West Germany 3-3 France", "Semi-finals", 5, 4),
    ]

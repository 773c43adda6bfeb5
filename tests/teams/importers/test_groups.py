"""Whole tournaments from made files: which group a match belongs to, and the official order of its table."""

from itertools import permutations

import pytest
from django.utils.translation import override

from teams import printed, tables
from teams.importers import store
from teams.importers.football_json import read_football_json
from teams.importers.football_txt import read_football_txt
from teams.models import Match, PlaceDecision, Season, Stage

pytestmark = pytest.mark.django_db

WORLD_CUP_1954 = """
= World Cup 1954
▪ Group Matches
▪▪ Group 1
Wed Jun 16
  Brazil  5-0  Mexico
  Yugoslavia  1-0  France
Sat Jun 19
  Brazil  1-1 a.e.t.  Yugoslavia
  France  3-2  Mexico
▪▪ Group 2
Thu Jun 17
  Hungary  9-0  South Korea
  West Germany  4-1  Turkey
Sun Jun 20
  Hungary  8-3  West Germany
  Turkey  7-0  South Korea
Wed Jun 23
  West Germany  7-2  Turkey
▪▪ Group 3
Wed Jun 16
  Austria  1-0  Scotland
  Uruguay  2-0  Czechoslovakia
Sat Jun 19
  Uruguay  7-0  Scotland
  Austria  5-0  Czechoslovakia
▪▪ Group 4
Thu Jun 17
  Switzerland  2-1  Italy
  England  4-4 a.e.t.  Belgium
Sun Jun 20
  Italy  4-1  Belgium
  England  2-0  Switzerland

Group 4 Play-off

Wed Jun 23
  Switzerland  4-1  Italy
▪ Match for third place
Sat Jul 3
  Austria  3-1  Uruguay
"""
WORLD_CUP_1958 = """
= World Cup 1958
▪▪ Group 3
Sun Jun 8
  Sweden  3-0  Mexico
  Hungary  1-1  Wales
Wed Jun 11
  Mexico  1-1  Wales
Thu Jun 12
  Sweden  2-1  Hungary
Sun Jun 15
  Sweden  0-0  Wales
  Hungary  4-0  Mexico
Tue Jun 17
  Wales  2-1  Hungary
"""
WORLD_CUP_1970 = """
= World Cup 1970
▪▪ Group 1
Sun May 31
  Mexico  0-0  Soviet Union
Wed Jun 3
  Belgium  3-0  El Salvador
Sat Jun 6
  Soviet Union  4-1  Belgium
Sun Jun 7
  Mexico  4-0  El Salvador
Wed Jun 10
  Soviet Union  2-0  El Salvador
Thu Jun 11
  Mexico  1-0  Belgium
"""
WORLD_CUP_1974 = """
= World Cup 1974
▪ Group Matches
▪▪ Group 1
Sat Jun 22
  East Germany  1-0  West Germany
▪ Second Round
▪▪ Group A
Wed Jun 26
  Brazil  1-0  East Germany
  Netherlands  4-0  Argentina
Sun Jun 30
  East Germany  0-2  Netherlands
  Argentina  1-2  Brazil
Wed Jul 3
  Argentina  1-1  East Germany
  Netherlands  2-0  Brazil
"""
WORLD_CUP_1990 = """
= World Cup 1990
▪▪ Group F
Mon Jun 11
  England  1-1  Ireland
Tue Jun 12
  Netherlands  1-1  Egypt
Sat Jun 16
  England  0-0  Netherlands
Sun Jun 17
  Ireland  0-0  Egypt
Thu Jun 21
  England  1-0  Egypt
  Ireland  1-1  Netherlands
"""


def imported(text, competition, season, *, read=read_football_txt, file="cup.txt"):
    reading, tally = read(text.encode(), file, competition=competition, season=season, zone="UTC"), store.Tally()
    store.store_reading(reading, source="football-txt", tally=tally)
    return tally


def order(name):
    """The names of a group's table, from the top, each with its points and what decided."""
    with override("en"):
        rows = [printed.table_row(row) for row in tables.table_of(Stage.objects.get(name_en=name))]
    return [(row["team"], row["points"], row["reason"]) for row in rows]


def test_a_play_off_without_a_heading_is_none_of_the_groups_own_and_decides_its_place():
    imported(WORLD_CUP_1954, "world-cup", "1954")

    assert [row[:2] for row in order("Group 2")] == [("Hungary", 4), ("West Germany", 2), ("Turkey", 2), ("South Korea", 0)]
    assert order("Group 2")[1][2] == "play-off, 7 to 2"
    assert [row[:2] for row in order("Group 4")] == [("England", 3), ("Switzerland", 2), ("Italy", 2), ("Belgium", 1)]
    assert list(Match.objects.filter(stage__name_en="Play-offs").order_by("round").values_list("round", flat=True)) == [
        "Group 2 play-off",
        "Group 4 play-off",
    ]


def test_lots_decided_in_1954_and_are_rows_that_the_desk_may_change():
    imported(WORLD_CUP_1954, "world-cup", "1954")

    assert order("Group 1")[0] == ("Brazil", 3, "By lot")
    assert [row[0] for row in order("Group 3")[:2]] == ["Uruguay", "Austria"]
    assert PlaceDecision.objects.count() == 4

    PlaceDecision.objects.all().delete()
    again = imported(WORLD_CUP_1954, "world-cup", "1954")
    assert (PlaceDecision.objects.count(), sum((again.new + again.changed).values())) == (0, 0)


def test_in_a_play_off_sides_may_have_changed_round():
    imported(WORLD_CUP_1958, "world-cup", "1958")

    assert [row[:2] for row in order("Group 3")] == [("Sweden", 5), ("Wales", 3), ("Hungary", 3), ("Mexico", 1)]


def test_in_1970_and_1990_lots_parted_whom_goal_difference_did_not():
    imported(WORLD_CUP_1970, "world-cup", "1970")
    imported(WORLD_CUP_1990, "world-cup", "1990")

    assert order("Group 1")[:2] == [("Soviet Union", 5, "By lot"), ("Mexico", 5, order("Group 1")[1][2])]
    assert [row[:2] for row in order("Group F")] == [("England", 4), ("Ireland", 3), ("Netherlands", 3), ("Egypt", 2)]
    assert order("Group F")[1][2] == "By lot"


def test_a_second_stage_has_groups_of_its_own():
    imported(WORLD_CUP_1974, "world-cup", "1974")

    assert [row[:2] for row in order("Group A")] == [("Netherlands", 6), ("Brazil", 4), ("East Germany", 1), ("Argentina", 1)]
    assert list(Season.objects.get().stages.order_by("order").values_list("name_en", flat=True)) == ["Group 1", "Group A"]


def group_stage(*groups):
    """Every group twice round, two matches of a group on a day; the first named wins 1-0 against all that follow."""
    lines = ["= UEFA Champions League 2023/24", "== Group"]
    for matchday, pairs in enumerate(((0, 1), (2, 0), (0, 3), (3, 0), (0, 2), (1, 0)), 1):
        lines += ["", f"Matchday {matchday}", f"[Tue Sep/{matchday + 10}]"]
        for teams in groups:
            others = [number for number in range(4) if number not in pairs]
            for home, away in (pairs, others if matchday < 4 else others[::-1]):
                score = "1-0" if home < away else "0-1"
                lines.append(f"  {teams[home]} (ESP)  {score} (0-0)  {teams[away]} (ITA)")
    return "\n".join(lines)


BAYERN = ("FC Bayern München", "FC København", "Galatasaray SK", "Manchester United FC")
ARSENAL = ("Arsenal FC", "PSV", "Racing Club de Lens", "Sevilla FC")


def test_groups_that_the_file_does_not_name_are_told_by_who_meets_whom():
    imported(group_stage(ARSENAL, BAYERN), "champions-league", "2023-24")

    assert list(Season.objects.get().stages.order_by("order").values_list("name_en", flat=True)) == ["Group A", "Group B"]
    assert [row[:2] for row in order("Group A")] == list(zip(BAYERN, (18, 12, 6, 0), strict=True))
    assert [row[:2] for row in order("Group B")] == list(zip(ARSENAL, (18, 12, 6, 0), strict=True))
    assert set(Match.objects.values_list("matchday", flat=True)) == {1, 2, 3, 4, 5, 6}


def test_where_the_draw_is_not_known_groups_are_numbered_in_the_order_of_the_file():
    imported(group_stage(ARSENAL, BAYERN), "europa-league", "2023-24")

    assert list(Season.objects.get().stages.order_by("order").values_list("name_en", flat=True)) == ["Group 1", "Group 2"]
    assert order("Group 1")[0][0] == "Arsenal FC"


def test_while_not_all_of_a_group_have_a_date_nothing_is_parted():
    text = group_stage(ARSENAL, BAYERN).split("\nMatchday 2")[0]

    imported(text, "champions-league", "2023-24")

    assert Stage.objects.get().name_en == "Group stage"


def test_football_json_leaves_the_letters_out_as_well():
    rows = [
        f'{{"round": "Matchday 1", "date": "2023-09-{day:02}", "team1": "{home}", "team2": "{away}", "score": {{"ft": [1, 0]}}}}'
        for day, (home, away) in enumerate([*permutations(BAYERN, 2), *permutations(ARSENAL, 2)], 1)
    ]

    imported(
        '{"name": "Champions League 2023/24", "matches": [' + ",".join(rows) + "]}",
        *("champions-league", "2023-24"),
        read=read_football_json,
    )

    assert [row[1] for row in order("Group B")] == [9, 9, 9, 9]

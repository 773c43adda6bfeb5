"""Whole files of Football.TXT, in the three styles that occur, as match records."""

from datetime import UTC, date, datetime

import pytest
from django.utils.translation import override

from teams.importers.football_txt import read_football_txt
from teams.importers.records import Refused

LEAGUE = """= Italian Serie A 2024/25   # twenty clubs

▪ Matchday 1
Sat Aug 17 2024
  18:30  Genoa CFC               v FC Internazionale Milano  2-2 (1-1)
         Como 1907 v AC Milan    0-3 [awarded]
Sun Aug 18
  20.45  1. FC Union Berlin  1-0 (0-0)  Bayer 04 Leverkusen   @ Neutral Park, Berlin, Germany   Att: 23_000
▪ Matchday 18
Sat Jan 4
  AS Roma - SS Lazio
  Empoli FC v AC Monza  [postponed]
▪ Matchday 2
Sat Aug 24
  20:45  Torino FC v Atalanta BC  2-1
"""

CUP = """= UEFA Champions League 2023/24
# Date       Tue Sep/19 2023 - Sat Jun/1 2024 (256d)

== Group

Matchday 1
[Tue Sep/19]
  18.45  AC Milan (ITA)           0-0  Newcastle United FC (ENG)
== Finals

Semifinals
[Tue Apr/30]
  21.00  FC Bayern München (GER)  2-2 (0-1)  Real Madrid CF (ESP)
Final
[Sat Jun/1]
  21.00  Borussia Dortmund (GER)  0-2 (0-0)  Real Madrid CF (ESP)
"""

WORLD = """= World Cup 2022
▪ First stage
▪▪ Group A
Sun Nov 20 19:00 UTC+3 @ Al Bayt Stadium, Al Khor, Att: 67372
  Qatar v Ecuador  0-2
     (Enner VALENCIA 16'(p),
      31')

Qatar: SAAD ALSHEEB [Y 15'] - PEDRO MIGUEL, HASSAN ALHAYDOS [c] (72' MOHAMMED WAAD),
      KARIM BOUDIAF
    Yellow: KARIM BOUDIAF 36'
Ecuador: Hernan GALINDEZ - Felix TORRES; Coach: Gustavo Alfaro
Refs: Daniele Orsato (ITA), Ciro Carbone (ITA)
▪ Final
Sun Dec 18 18:00 UTC+3 @ Lusail Stadium, Lusail
  Argentina v France  3-3 a.e.t., 4-2 pen.
     (Lionel MESSI 23'(p), 108', Angel DI MARIA 36';
      Kylian MBAPPE 80'(p), 81', 118'(p))
Penalties: 0-1 Kylian MBAPPE, 1-1 Lionel MESSI,
           Kingsley COMAN (missed), 2-1 Paulo DYBALA
"""


def read(text, competition="serie-a", season="2024-25", zone="Europe/Rome"):
    with override("en"):
        return read_football_txt(text.encode(), "a.txt", competition=competition, season=season, zone=zone)


def test_a_league_is_read_with_its_matchdays_out_of_calendar_order():
    reading = read(LEAGUE)

    assert [(match.home, match.away, match.matchday, match.status, match.goals) for match in reading.matches] == [
        ("Genoa CFC", "FC Internazionale Milano", 1, "finished", (2, 2)),
        ("Como 1907", "AC Milan", 1, "awarded", (0, 3)),
        ("1. FC Union Berlin", "Bayer 04 Leverkusen", 1, "finished", (1, 0)),
        ("AS Roma", "SS Lazio", 18, "scheduled", None),
        ("Empoli FC", "AC Monza", 18, "postponed", None),
        ("Torino FC", "Atalanta BC", 2, "finished", (2, 1)),
    ]
    assert (reading.refused, reading.doubts, list(reading.stages)) == ([], [], [""])


def test_hours_carry_on_and_dates_without_a_year_roll_over():
    kickoffs = [(match.kickoff, match.kickoff_confirmed) for match in read(LEAGUE).matches]

    assert kickoffs[1] == (datetime(2024, 8, 17, 16, 30, tzinfo=UTC), True)
    assert kickoffs[3] == (datetime(2025, 1, 4, 11, tzinfo=UTC), False)
    assert kickoffs[5] == (datetime(2024, 8, 24, 18, 45, tzinfo=UTC), True)


def test_a_ground_is_told_with_its_city_and_the_attendance():
    reading = read(LEAGUE)

    match = reading.matches[2]
    ground = reading.venues[match.venue]
    assert (ground.name, ground.city, ground.country, match.attendance) == ("Neutral Park", "Berlin", "GER", 23000)
    assert reading.matches[0].venue is None


def test_a_cup_in_the_bare_style_has_rounds_and_countries():
    reading = read(CUP, "champions-league", "2023-24", "Europe/Zurich")

    assert [(match.home, match.stage, match.matchday, match.round, match.venue) for match in reading.matches] == [
        ("AC Milan", "Group stage", 1, "", None),
        ("FC Bayern München", "Knock-out stage", None, "Semi-finals", None),
        ("Borussia Dortmund", "Knock-out stage", None, "Final", ""),
    ]
    assert reading.teams["Real Madrid CF"].country == "ESP"
    assert reading.matches[0].kickoff == datetime(2023, 9, 19, 16, 45, tzinfo=UTC)


def test_a_full_sheet_is_read_with_line_ups_cards_and_replacements():
    reading = read(WORLD, "world-cup", "2022")

    match = reading.matches[0]
    assert (match.stage, match.venue, match.attendance, match.referee) == (
        "Group A", "Al Bayt Stadium, Al Khor", 67372, "Daniele Orsato",
    )  # fmt: skip
    assert (match.away_coach, match.kickoff) == ("Gustavo Alfaro", datetime(2022, 11, 20, 16, tzinfo=UTC))
    assert [(line.side, line.person, line.starter) for line in match.appearances] == [
        ("home", "SAAD ALSHEEB", True),
        ("home", "PEDRO MIGUEL", True),
        ("home", "HASSAN ALHAYDOS", True),
        ("home", "KARIM BOUDIAF", True),
        ("home", "MOHAMMED WAAD", False),
        ("away", "Hernan GALINDEZ", True),
        ("away", "Felix TORRES", True),
    ]
    assert [(event.kind, event.side, event.minute, event.person) for event in match.events] == [
        ("yellow", "home", 15, "SAAD ALSHEEB"),
        ("penalty_goal", "away", 16, "Enner VALENCIA"),
        ("goal", "away", 31, "Enner VALENCIA"),
        ("yellow", "home", 36, "KARIM BOUDIAF"),
        ("substitution", "home", 72, "MOHAMMED WAAD"),
    ]
    assert (reading.people["Daniele Orsato"].nationality, reading.teams["Ecuador"].kind) == ("ITA", "national")


def test_extra_time_told_only_by_its_end_gives_ninety_minutes_by_the_goals():
    match = read(WORLD, "world-cup", "2022").matches[1]

    assert (match.goals, match.ninety, match.shootout, match.half_time) == ((3, 3), (2, 2), (4, 2), None)
    assert [event.kind for event in match.events[-4:]] == [
        "shootout_scored",
        "shootout_scored",
        "shootout_missed",
        "shootout_scored",
    ]


def test_two_group_stages_with_the_same_letters_are_told_apart():
    first = "▪ First group stage\n▪▪ Group A\nSep 17 2002\nInter v Ajax 1-0\n"
    text = f"{first}▪ Second group stage\n▪▪ Group A\nNov 26\nInter v Barcelona 0-0\n"

    assert [match.stage for match in read(text, "champions-league", "2002-03").matches] == ["Group A", "Second stage, Group A"]


def test_a_round_and_its_replay_are_two():
    text = (
        "First round\n(1) 4 June 1938  Cuba  3-3aet (2-2, 1-1)  Romania  @ Stade Chapou, Toulouse\n"
        "First round replays\n(8) 9 June  Cuba 2-1 (0-1) Romania\n"
    )

    assert [(match.round, match.kickoff.date()) for match in read(text, "world-cup", "1938").matches] == [
        ("First round", date(1938, 6, 4)),
        ("First round, replay", date(1938, 6, 9)),
    ]


def test_in_the_list_of_one_team_every_line_names_the_opponent():
    text = "= Serie A | Inter\n▪ Matchday 1\nAug 17 2024\n(h) Genoa  2-2\nAug 24\n(a) Lecce  0-1\n"

    assert [(match.home, match.away, match.goals) for match in read(text).matches] == [
        ("Inter", "Genoa", (2, 2)),
        ("Lecce", "Inter", (0, 1)),
    ]


def test_a_match_told_twice_is_taken_as_it_was_played():
    text = "▪ Matchday 14\nDec 1 2024\nACF Fiorentina v Inter [abandoned]\nFeb 6 2025\nACF Fiorentina v Inter  3-0\n"

    reading = read(text)

    assert [(match.status, match.goals) for match in reading.matches] == [("finished", (3, 0))]
    assert [str(doubt) for doubt in reading.doubts] == [
        "a.txt, line 3: ACF Fiorentina v Inter is told again in line 5; only that is taken"
    ]


@pytest.mark.parametrize(
    ("line", "doubt"),
    [
        ("Inter v Milan  1-1 a.e.t. (1-1, 2-0)", "a.txt, line 3: 2-0 at half-time is more than 1-1 at the end; it is left out"),
        ("Inter v Milan  4-4 pen. 1-1 a.e.t. (1-1)", "a.txt, line 3: a shoot-out cannot end level at 4-4; it is left out"),
        ("Inter v Milan  2-0\n(Thuram 12')", "a.txt, line 3: the goals add up to 1-0, the score is 2-0"),
        ("Inter v Milan 1-1\n(A 1')", "a.txt, line 4: no semicolon parts the scorers of the two sides; the line is left out"),
        ("Inter v Milan  1-1\nJuve: Perin", "a.txt, line 4: “Juve” is neither Inter nor Milan; the line is left out"),
        ("Inter v Milan  1-1\nIt rained", "a.txt, line 4: two teams were expected in “It rained”; the line is left out"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_left_out_and_told_while_the_match_stays(line, doubt):
    reading = read(f"▪ Matchday 1\nAug 17 2024\n{line}\n")

    assert [str(one) for one in reading.doubts] == [doubt]
    assert len(reading.matches) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Inter v Milan 2-1", "a.txt, line 1: a match before any date"),
        ("Aug 17 2024\nInter 2-1", "a.txt, line 2: two teams were expected in “Inter 2-1”"),
        ("Aug 17 2024\nInter v Inter  2-1", "a.txt, line 2: Inter cannot play against itself; one of the two names is wrong"),
    ],
)
def test_a_match_that_cannot_be_read_is_refused_with_its_line(text, told):
    assert [str(refused) for refused in read(text).refused] == [told]


def test_a_season_that_is_none_is_refused():
    with pytest.raises(Refused, match=r"a\.txt, line 1: last: a season is written like 2024-25"):
        read(LEAGUE, season="last")


def test_comments_blocks_and_dividers_mean_nothing():
    text = (
        "<!-- Aug 1 2024\nInter v Milan 9-9 -->\n=====\n▪ Matchday 1  # the first\n"
        "Aug 17 2024\nInter v Milan  2-1  # what a night\n"
    )

    assert [(match.home, match.goals, match.place.line) for match in read(text).matches] == [("Inter", (2, 1), 6)]

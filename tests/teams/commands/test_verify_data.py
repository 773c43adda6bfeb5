"""Verifying a folder of match data: in a process of its own, for it makes a scratch database."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from teams.importers.folders import Matches, matches_in, season_of

ROOT = Path(__file__).resolve().parents[3]
RESULTS = """competition,season,stage_round,date,kickoff,timezone,home,away,status,home_score,away_score,ht_home,ht_away
serie-a,2025-26,Matchday 1,2025-08-23,18:30,Europe/Rome,Inter (ITA),AC Milan (ITA),finished,2,1,1,0
serie-a,2025-26,Matchday 2,2025-11-30,18:30,Europe/Rome,AC Milan (ITA),Inter (ITA),finished,4,0,1,0
"""
TABLE = """pos,team,played,won,drawn,lost,gf,ga,gd,points
1,Inter (ITA),1,1,0,0,2,1,1,3
2,AC Milan (ITA),1,0,0,1,1,2,-1,0
"""


def verified(folder, tmp_path):
    env = {**os.environ, "DATA_DIR": str(tmp_path), "DEBUG": "1"}
    for name in ("DJANGO_SETTINGS_MODULE", "DATABASE_URL"):  # a database of its own, not the one of this test run
        env.pop(name, None)
    command = [sys.executable, "manage.py", "verify_data", str(folder)]
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True)  # noqa: S603


@pytest.fixture
def folder(tmp_path):
    day = tmp_path / "data" / "asof-2025-11-06"
    day.mkdir(parents=True)
    (day / "serie-a-matches.csv").write_text(RESULTS)
    (day / "serie-a-table.csv").write_text(TABLE)
    return day.parent


def test_a_folder_whose_tables_follow_from_its_matches_is_right(folder, tmp_path):
    run = verified(folder, tmp_path)

    assert run.stdout.splitlines() == [
        "ok     asof-2025-11-06/serie-a-matches.csv:     2 matches, 2 new",
        "ok     table of serie-a 2025-26 on 2025-11-06: 2 teams",
        "Everything agrees.",
    ]
    assert run.returncode == 0


def test_any_difference_is_told_and_fails(folder, tmp_path):
    (folder / "asof-2025-11-06" / "serie-a-table.csv").write_text(TABLE.replace("1,0,0,1,1,2", "1,0,1,0,1,2"))

    run = verified(folder, tmp_path)

    assert "       expected 2 AC Milan 1 0 1 0 1 2 -1 0, got 2 AC Milan 1 0 0 1 1 2 -1 0" in run.stdout.splitlines()
    assert (run.returncode, run.stderr.strip()) == (1, "CommandError: 1 differences")


@pytest.mark.parametrize(
    ("title", "season"),
    [
        ("Italian Serie A 2024/25", ("serie-a", "2024-25")),
        ("UEFA Champions League - Quali 2025/26", ("champions-league", "2025-26")),
        ("English Premier League 1999/2000", ("premier-league", "1999-00")),
        ("Spain | Primera División 2012/13", ("la-liga", "2012-13")),
        ("World Cup 2022     # 32 Teams", ("world-cup", "2022")),
        ("Euro 2024", ("euro", "2024")),
        ("World Cup 2026 Quali", None),
        ("FC Internazionale Milano", None),
    ],
)
def test_the_title_of_a_file_tells_its_season(title, season):
    assert season_of(title) == season


def test_only_files_of_matches_are_taken(tmp_path):
    (tmp_path / "squads").mkdir()
    (tmp_path / "squads" / "inter.txt").write_text("= FC Inter - Italian Serie A 2023/24\n")
    (tmp_path / "README.txt").write_text("Hello\n")
    (tmp_path / "it.json").write_text('{"name": "Italian Serie A 2024/25", "matches": []}')

    assert list(matches_in(tmp_path)) == [Matches("football-json", (tmp_path / "it.json",), "serie-a", "2024-25")]

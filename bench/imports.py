"""`python -m bench.imports`: time and memory of importing a season of 380 matches and all World Cups, from made files.

The made World Cups have the size of the real ones, 1,248 matches, 27,000 line-up lines and 17,000 events, and, to show that
cost grows with size, half of that. Aims: 10 s and 300 MB for the season, 120 s and 300 MB for the World Cups.
"""

import csv
import os
import random
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "var" / "bench" / "imports"
GIVEN = "Ada Bruno Carlo Dario Elio Fabio Gino Hugo Ivo Juan Karl Luis Mario Nino Otto Paul Remo Sven Tino Ugo".split()
SYLLABLES = "ba be bo ca co da de do fa fe ga go la le lo ma me mo na no pa pe ra re ro sa se so ta te to va ve vo za zo".split()
MATCHES = 1248


def season(path, clubs=20):
    """A double round of a league as Football.TXT, with scorers."""
    chance = random.Random(1)
    names = [
        f"{word.title()} FC" for word in chance.sample([a + b + c for a in SYLLABLES for b in SYLLABLES for c in "nrsx"], clubs)
    ]
    lines, days = ["= A made league 2024/25"], [(home, away) for home in names for away in names if home != away]
    for number, (home, away) in enumerate(days):
        if number % 10 == 0:
            day = number // 10
            lines += [f"▪ Matchday {day + 1}", f"{('Sep', 'Oct', 'Nov', 'Dec')[day // 10]} {day % 10 * 3 + 1} 2024"]
        lines.append(f"  15:00  {home} v {away}  {chance.randint(0, 4)}-{chance.randint(0, 4)}")
    path.write_text("\n".join(lines), encoding="utf-8")


def world_cups(folder, matches):
    """The tables of so many matches: 32 teams a tournament, sheets of eleven with two substitutes for half of them."""
    folder.mkdir()
    chance, tables = (
        random.Random(2),
        {name: [] for name in ("matches", "goals", "bookings", "substitutions", "player_appearances")},
    )
    for number in range(matches):
        _match(chance, tables, 1930 + number // 57 * 4, number)
    for name, rows in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0])
            writer.writeheader()
            writer.writerows(rows)


def _match(chance, tables, year, number):
    place = number % 57
    teams = [place % 8 * 4 + seat for seat in ((0, 1), (2, 3), (0, 2), (1, 3), (0, 3), (1, 2), (1, 0))[place // 8 % 7]]
    key, score = f"M-{year}-{place + 1:02}", [chance.randint(0, 3), chance.randint(0, 3)]
    about = {"tournament_id": f"WC-{year}", "tournament_name": f"{year} FIFA World Cup", "match_id": key}
    told = {
        **about, "stage_name": "group stage" if place < 48 else "round of 16", "group_name": f"Group {'ABCDEFGH'[place % 8]}",
        "replay": 0, "match_date": f"{year}-06-{place // 3 + 1:02}", "match_time": "15:00", "stadium_id": f"S-{year}-{place % 8}",
        "stadium_name": f"Ground {year} {place % 8}", "city_name": "Town", "country_name": "Italy",
        "home_team_score": score[0], "away_team_score": score[1], "extra_time": 0, "penalty_shootout": 0,
        "home_team_score_penalties": 0, "away_team_score_penalties": 0,
    }  # fmt: skip
    if place >= 48:
        told["group_name"] = "not applicable"
    for side, team in zip(("home", "away"), teams, strict=True):
        told |= {f"{side}_team_id": f"T-{team}", f"{side}_team_name": f"Nation {team}"}
    tables["matches"].append(told)
    for team, goals in zip(teams, score, strict=True):
        _sheet(chance, tables, key, year, team, goals)


def _sheet(chance, tables, key, year, team, goals):
    squad = [_player(team, year, seat) for seat in range(18)]
    substitutes = chance.randint(0, 1) * 2
    for seat, person in enumerate(squad[: 11 + substitutes]):
        line = {"match_id": key, "team_id": f"T-{team}", **person, "shirt_number": seat + 1, "position_code": "MF"}
        tables["player_appearances"].append({**line, "starter": int(seat < 11), "captain": int(seat == 5)})
    for seat in range(substitutes):
        for person, comes_on in ((squad[seat + 1], 0), (squad[11 + seat], 1)):
            tables["substitutions"].append(
                _at(chance, key, team, person) | {"minute_regulation": 70 + seat, "coming_on": comes_on}
            )
    for _ in range(goals):
        tables["goals"].append(
            _at(chance, key, team, chance.choice(squad[:11])) | {"own_goal": 0, "penalty": chance.randint(0, 1)}
        )
    for _ in range(4):
        card = {"yellow_card": 1, "red_card": 0, "second_yellow_card": 0}
        tables["bookings"].append(_at(chance, key, team, chance.choice(squad[:11])) | card)


def _at(chance, key, team, person):
    return {"match_id": key, "team_id": f"T-{team}", **person, "minute_regulation": chance.randint(1, 90), "minute_stoppage": 0}


def _player(team, year, seat):
    """Somebody who plays two tournaments; his name is one of many."""
    number = (year // 8 * 40 + team) * 18 + seat
    chance = random.Random(number)
    surname = "".join(chance.choice(SYLLABLES) for _ in range(3)).title()
    return {"player_id": f"P-{number:06}", "family_name": surname, "given_name": chance.choice(GIVEN)}


def measured(*arguments):
    """Seconds and megabytes of an import in a process of its own."""
    before = time.perf_counter()
    command = [sys.executable, "manage.py", "import_matches", *arguments, "-v0"]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    return time.perf_counter() - before, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main():
    os.environ |= {"DATA_DIR": str(FOLDER), "DEBUG": "1"}
    jobs = [("half of them", MATCHES // 2), ("all World Cups", MATCHES)]
    for name, matches in jobs:
        _fresh()
        world_cups(FOLDER / "tables", matches)
        for again in ("", ", again"):
            took, memory = measured("worldcup-csv", str(FOLDER / "tables"))
            print(f"{name + again:24}{matches:6} matches {took:7.1f} s {memory:6.0f} MB", flush=True)
    _fresh()
    season(FOLDER / "season.txt")
    for again in ("", ", again"):
        told = ("football-txt", str(FOLDER / "season.txt"), "--competition", "made", "--season", "2024-25")
        took, memory = measured(*told)
        print(f"{'a season' + again:24}{380:6} matches {took:7.1f} s {memory:6.0f} MB", flush=True)
    shutil.rmtree(FOLDER)


def _fresh():
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    subprocess.run([sys.executable, "manage.py", "migrate", "-v0"], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()

"""Squads files of Football.TXT: number, name, country, position and birth of the players of one team or of several.

Parted by commas, or in an older style by blanks, with the birth in a comment:

=  FC Internazionale Milano - Italian Serie A 2023/24
  1,  Yann Sommer (SUI),   GK,   b. 1988,   Bayern Munich
 10  Lautaro Martínez (ARG)   FW    # 22 Aug 1997, Bahía Blanca  -- Racing Club
== Senegal     # 26 Players
   -, Aliou Cissé (SEN),   MG,   b. 1976/03/24
"""

import re
from datetime import date

from teams import nations
from teams.importers.football_txt.dates import Bounds, bounds_of, read_date
from teams.importers.football_txt.lines import logical_lines
from teams.importers.football_txt.matches import PROVIDER
from teams.importers.people import person_named
from teams.importers.reading import Member, Reading
from teams.importers.records import PersonRecord, Place, SpellRecord
from teams.importers.rows import decoded

_TEAM = re.compile(r"=+\s*(?P<name>[^=].*?)(?:\s+-\s+(?P<league>.*))?\s*=*")
_PERSON = re.compile(
    r"(?P<shirt>\d{1,3}|-)?\s*,?\s*(?:(?P<first>GK|DF|MF|FW)\s+)?(?P<name>[^,\d(]+?)\s*(?:\((?P<nation>[A-Z]{3})\))?"
    r"(?:(?:\s*,|\s{2,})\s*(?P<rest>.*))?"
)
_DAY = re.compile(r"(?P<day>\d{1,2}) (?P<month>[A-Z][a-z]{2})[a-z]* (?P<year>\d{4})\b")
_BORN = re.compile(r"\*?\s*b\.?\s*(?P<year>\d{4})(?:[/-](?P<month>\d{1,2})[/-](?P<day>\d{1,2}))?")
_ROLES = {"MG": "coach", "HC": "coach"}


def read_squads(content: bytes, file: str, *, season: str) -> Reading:
    """Everybody in the file, with the spell at his team that lasts for that season."""
    bounds, team, reading = bounds_of(season), "", Reading(provider=PROVIDER)
    text = decoded(content, file)
    comments = [line.partition("#")[2] for line in text.splitlines()]
    for number, line in logical_lines(text):
        place = Place(file, number)
        if found := _TEAM.fullmatch(line):
            team = found["name"]
        elif (found := _PERSON.fullmatch(line)) and (found["shirt"] or found["first"] or found["rest"]) and team:
            reading.introduce_team(team, place, national=nations.code_of(team) is not None)
            person = _person(found.groupdict(""), place, team, bounds, comments[number - 1])
            reading.members.append(Member(team, found["name"], person))
        else:
            reading.doubt(place, f"“{line}” is no player; the line is left out")
    return reading


def _person(found: dict[str, str], place: Place, team: str, bounds: Bounds, comment: str) -> PersonRecord:
    parts = re.split(r"\s*,\s*|\s{2,}", found["rest"])
    word = next((part for part in (found["first"], *parts) if part in ("GK", "DF", "MF", "FW", *_ROLES)), "")
    role = _ROLES.get(word, "player")
    shirt = int(found["shirt"]) if (found["shirt"] or "-") != "-" and role == "player" else None
    return person_named(
        found["name"],
        place,
        nationality=found["nation"] if found["nation"] in nations.NATIONS else None,
        position=word if role == "player" and word else None,
        birth_date=_born(found["rest"]) or _born_on(comment),
        spells=(SpellRecord(place=place, team=team, role=role, start=bounds.starts, end=bounds.ends, shirt=shirt),),
    )


def _born(rest: str) -> date | None:
    """The day of birth; of a bare year nothing is kept, for a day would be made up."""
    found = _BORN.search(rest)
    if not found or not found["month"]:
        return None
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None


def _born_on(comment: str) -> date | None:
    """The day in a comment that begins with it: "17 Dec 1988, Morges"."""
    found = read_date(comment.strip(), Bounds(date.min, date.max), None) if _DAY.match(comment.strip()) else None
    return found[0] if found else None

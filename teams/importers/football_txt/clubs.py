"""Clubs files of Football.TXT: a club a line, with the other names that papers and seasons have given it below.

== Lombardia ==
FC Internazionale Milano, 1908, @ Giuseppe Meazza, Milano
  | Inter | Internazionale | Inter Milan [en]
ii) Inter II
"""

import re

from teams import nations
from teams.importers.football_txt.lines import logical_lines
from teams.importers.records import AliasRecord, Place, TeamRecord
from teams.importers.rows import decoded
from teams.names import fold, to_slug

_HEADING = re.compile(r"=+\s*(?P<name>[^=•]+?)\s*(?:•.*)?=*")
_LANGUAGE = re.compile(r"\s*\[(?P<code>[a-z]{2})\]$")
_YEARS = re.compile(r"\s*\(\d{4}-(?:\d{4})?\)$")
_LANGUAGES = ("it", "en")


def read_clubs(content: bytes, file: str) -> list[TeamRecord]:
    """The clubs of the file with their other names; reserves and addresses are left out."""
    clubs: list[tuple[TeamRecord, list[AliasRecord]]] = []
    country, reserves = None, False
    for number, line in logical_lines(decoded(content, file)):
        place = Place(file, number)
        if found := _HEADING.fullmatch(line):
            country = nations.code_of(found["name"]) or country
        elif line.startswith("|"):
            if clubs and not reserves:
                clubs[-1][1].extend(_aliases(line, place))
        elif re.match(r"[ivx]+\)", line):
            reserves = True
        elif "//" not in line and not line.startswith("-"):
            clubs.append((_club(line, place, country), []))
            reserves = False
    return [_with(club, aliases) for club, aliases in clubs]


def _club(line: str, place: Place, country: str | None) -> TeamRecord:
    name, *rest = (part.strip() for part in line.split(","))
    name = _YEARS.sub("", name)
    founded = next((int(part) for part in rest if re.fullmatch(r"\d{4}", part)), None)
    cities = [part for part in rest if part and not part.startswith("@") and not part.isdigit()]
    city = re.split(r"\s*[(›]", cities[-1])[0] if cities else None
    return TeamRecord(place=place, slug=to_slug(name) or "team", name=name, founded=founded, city=city, country=country)


def _aliases(line: str, place: Place) -> list[AliasRecord]:
    told = []
    for text in filter(None, (part.strip() for part in line.split("|"))):
        found = _LANGUAGE.search(text)
        code = found["code"] if found else ""
        plain = text[: found.start()] if found else text
        language = code if code in _LANGUAGES else ""
        told.append(AliasRecord(place=place, text=plain, language=language, kind="foreign" if code else "name"))
    return told


def _with(club: TeamRecord, aliases: list[AliasRecord]) -> TeamRecord:
    """The club with each other name once."""
    once = {fold(alias.text): alias for alias in reversed(aliases) if fold(alias.text) != fold(club.name)}
    told = {name: getattr(club, name) for name in ("place", "slug", "name", "founded", "city", "country")}
    return TeamRecord(**told, aliases=tuple(reversed(once.values())))

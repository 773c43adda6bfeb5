"""openfootball's Football.TXT: leagues, cups and tournaments, squads and clubs, as records.

A line-based text: two or more blanks end a run of text, `#` begins a comment. Headings, dates and times carry on until the
next; scorers, line-ups and referees follow their match. Three styles of date and heading occur, all of them read here:
`▪ Matchday 1` / `Sat Aug 17 2024`, `» League, Matchday 1` / `Tue Sep/17`, and bare `Matchday 1` / `[Sat 24.8.]`.
Described at https://github.com/openfootball (public domain).
"""

from teams.importers.football_txt.matches import read_football_txt

__all__ = ["read_football_txt"]

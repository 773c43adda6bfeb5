"""The World Cup database of Joshua C. Fjelstul as match records, tournament by tournament.

Tables in CSV named matches, goals, bookings, substitutions, squads, players, teams, player_appearances, penalty_kicks, stadiums
and tournaments, joined by ids such as WC-2022, M-2022-01, T-28, P-08741, S-111. Columns as in codebook/csv/variables.csv of
https://github.com/jfjelstul/worldcup. Only matches.csv must be there. What does not apply is written "not applicable", a
number that is not known 0; line-ups begin with 1970; of an own goal `team_id` is the side that profits.
"""

from teams.importers.worldcup_csv.tournaments import read_worldcup_csv

__all__ = ["read_worldcup_csv"]

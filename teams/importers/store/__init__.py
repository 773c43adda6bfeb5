"""Writes records into the database: the only part of the importers that does. Running it twice changes nothing."""

from teams.importers.store.clubs import store_clubs
from teams.importers.store.keeping import Tally
from teams.importers.store.matches import store_matches
from teams.importers.store.members import store_squads
from teams.importers.store.reference import store_competitions, store_people, store_teams, store_venues
from teams.importers.store.whole import store_reading

__all__ = [
    "Tally",
    "store_clubs",
    "store_competitions",
    "store_matches",
    "store_people",
    "store_reading",
    "store_squads",
    "store_teams",
    "store_venues",
]

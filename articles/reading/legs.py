"""Two legs: whether a text that tells of the first looks ahead to the second, on the day that it names."""

from collections.abc import Iterable
from datetime import date, timedelta

from articles.reading.facts import Match
from articles.reading.vocabulary import any_of

# A report of the first leg is written sooner.
LATER = timedelta(days=3)
_FIRST = any_of(r"dell.andata all.andata nell.andata first[-_]leg first_meeting first_encounter")
_SECOND = any_of(r"ritorno second[-_]leg return_leg rimonta remontada si_decide overturn turn_it_around")
_DAYS = (
    any_of("lunedì monday"),
    any_of("martedì tuesday"),
    any_of("mercoledì wednesday"),
    any_of("giovedì thursday"),
    any_of("venerdì friday"),
    any_of("sabato saturday"),
    any_of("domenica sunday"),
)


def awaits_second_leg(text: str, day: date, matches: Iterable[Match]) -> bool:
    """Whether the text tells of a first leg some days ago between two who meet again, and names the day or the second leg."""
    if not _FIRST.search(text):
        return False
    matches = list(matches)
    played = {match.sides for match in matches if match.score is not None and match.day <= day - LATER}
    to_come = [match for match in matches if match.day > day and match.sides in played]
    return any(_SECOND.search(text) or names_day(text, match.day) for match in to_come)


def names_day(text: str, day: date) -> bool:
    return bool(_DAYS[day.weekday()].search(text))

"""Stores what a file holds, whole or match by match: seasons and stages first, then everybody, then the matches."""

from collections.abc import Callable, Sequence
from copy import deepcopy

from django.db import transaction

from teams.importers.reading import Reading
from teams.importers.records import MatchRecord, Refused
from teams.importers.store.introductions import Introductions, keep_questions
from teams.importers.store.keeping import Tally
from teams.importers.store.lots import store_lots
from teams.importers.store.matches import store_matches
from teams.importers.store.seasons import make_seasons

# Enough matches at once to ask the database little, and few enough to hold little in memory.
_BATCH = 400


def store_reading(
    reading: Reading,
    *,
    source: str,
    tally: Tally,
    strict: bool = False,
    keep_good: bool = False,
    dry_run: bool = False,
    progress: Callable[[int], None] = lambda count: None,
) -> None:
    """Everything of the file in one transaction; with `keep_good` each match that can be kept. Raises what was refused first.

    Names that two rows bear are asked about also where the file is refused for them. A dry run counts and leaves no trace.
    """
    questions = []
    try:
        with transaction.atomic():
            if reading.refused and not keep_good:
                raise reading.refused[0]
            seasons = make_seasons(reading, tally=tally)
            names = Introductions(reading, source, tally, strict, questions)
            for start in range(0, len(reading.matches), _BATCH):
                batch = reading.matches[start : start + _BATCH]
                _store(batch, reading, keep_good, source=source, tally=tally, names=names)
                progress(len(batch))
            store_lots(seasons, tally=tally)
            keep_questions(questions)
            if dry_run:
                transaction.set_rollback(True)
    except Refused:
        if not dry_run:
            open_still = [item for item in questions if item.row_id is None]
            for item in open_still:
                item.waiting = []
            keep_questions(open_still)
        raise


def _store(batch: Sequence[MatchRecord], reading: Reading, keep_good: bool, *, source: str, tally: Tally, names) -> None:
    """The batch, or its two halves where one of its matches is refused and the others may be kept."""
    mine = deepcopy(tally)
    try:
        store_matches(batch, source=source, tally=mine, names=names)
    except Refused as refused:
        if not keep_good:
            raise
        if len(batch) == 1:
            reading.refused.append(refused)
            return
        middle = len(batch) // 2
        for half in (batch[:middle], batch[middle:]):
            _store(half, reading, keep_good, source=source, tally=tally, names=names)
        return
    vars(tally).update(vars(mine))

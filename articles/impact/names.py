"""A team, a person or a ground was given another name: the stories whose words are the former one."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from django.db import transaction

from articles import index
from articles.models import Article, CompetitionLink, Impact, PersonLink, StatedClaim, TeamLink, VenueLink
from teams.models import FactChange

from . import queue, stated

_BATCH = 500
_LINKS = {"team": TeamLink, "person": PersonLink, "competition": CompetitionLink, "venue": VenueLink}


def review(change: FactChange) -> int:
    """Queue the sentences with a name that is no longer right; those with the name that came back are closed."""
    found = 0
    for old, new in change.details.values():
        _close_restored(change, new)
        if old:
            found += sum(_put_in_queue(article, old, new, change) for article in _stories_with(change, old))
    return found


def _stories_with(change: FactChange, name: str) -> Iterator[Article]:
    """Stories that are out or waiting: those tied to the row, and whatever the search finds the words in."""
    tied = _LINKS[change.kind].objects.filter(**{change.kind: change.row_id})
    numbers = set(tied.values_list("article", flat=True))
    for language in Article.Language.values:
        numbers |= set(index.holding(index.words_of(name, language), language))
    for some in _batched(sorted(numbers), _BATCH):
        yield from Article.objects.filter(pk__in=some, status__in=stated.STATING)


def _put_in_queue(article: Article, old: str, new: str, change: FactChange) -> int:
    pattern = re.compile(rf"(?<!\w){re.escape(old)}(?!\w)")
    impacts = []
    for (part, entry), text in stated.texts_of(article):
        for found in pattern.finditer(text):
            start, end = _sentence(text, found.start())
            if new in text[start:end]:
                continue  # the new name holds the old one, and stands there already
            impacts.append(
                Impact(
                    change=change,
                    article=article,
                    part=part,
                    entry_id=entry,
                    sentence=text[start:end],
                    offset=found.start() - start,
                    surface=old,
                    verdict=StatedClaim.Verdict.RIGHT,
                    was=old,
                    now=new,
                    replacement=new,
                )
            )
    with transaction.atomic():
        Impact.objects.filter(change=change, article=article, surface=old).delete()
        Impact.objects.bulk_create(impacts)
    return len(impacts)


def _batched(numbers: Iterable[int], size: int) -> Iterator[list[int]]:
    numbers = iter(numbers)
    while some := list(islice(numbers, size)):
        yield some


def _close_restored(change: FactChange, name: str) -> None:
    same = {"change__kind": change.kind, "change__row_id": change.row_id, "change__verb": change.verb}
    queue.close(Impact.objects.open().filter(surface=name, **same), Impact.State.CLOSED)


def _sentence(text: str, place: int) -> tuple[int, int]:
    """Where the sentence around a place begins and ends, without its full stop."""
    ends = [found.start() for found in re.finditer(r"[.!?…](?=\s|$)|\n", text)]
    start = max((end + 1 for end in ends if end < place), default=0)
    end = min((end for end in ends if end >= place), default=len(text))
    while start < place and text[start].isspace():
        start += 1
    return start, end

"""What a live entry states by being tied to an event: that it happened, and whose it was, in whatever words."""

import re
from collections.abc import Iterator

from articles.models import Article, LiveEntry, StatedClaim
from articles.models.impact import Part

EVENT = "event"
_SENTENCE = re.compile(r"[^.!?…\n]+")


def claims_of(article: Article, texts: dict[tuple[str, int | None], str]) -> Iterator[StatedClaim]:
    """One claim for each entry with an event; one of an event that does not count is wrong from the start."""
    if not article.live_from:
        return
    for entry in article.live_entries.standing().exclude(event=None).select_related("event__person"):
        place = (Part.LIVE_ENTRY.value, entry.pk)
        if place in texts:
            yield _claim(entry, texts[place])


def _claim(entry: LiveEntry, text: str) -> StatedClaim:
    event = entry.event
    surface, start = _words(text, [event.person.name, event.person.last_name] if event.person else [])
    first, sentence = _sentence(text, start)
    verdict = StatedClaim.Verdict.RIGHT if event.counts else StatedClaim.Verdict.WRONG
    return StatedClaim(
        part=Part.LIVE_ENTRY, entry_id=entry.pk, kind=EVENT, value=event.kind, verdict=verdict,
        start=start, end=start + len(surface), surface=surface, sentence=sentence, offset=start - first,
        match_id=event.match_id, event_id=event.pk, person_id=event.person_id,
    )  # fmt: skip


def _words(text: str, names: list[str]) -> tuple[str, int]:
    """The name of who did it, as the entry says it; else its first sentence."""
    for name in names:
        if found := re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            return name, found.start()
    start, sentence = _sentence(text, 0)
    return sentence[:200], start


def _sentence(text: str, place: int) -> tuple[int, str]:
    """Where the sentence around a place begins, and its words; the whole, where there is nothing but signs."""
    found = next((found for found in _SENTENCE.finditer(text) if place < found.end() and found[0].strip()), None)
    if found is None:
        return 0, text
    opening = len(found[0]) - len(found[0].lstrip())
    return found.start() + opening, found[0].strip()

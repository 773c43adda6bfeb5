"""What the text of a story states, kept as rows: read anew in the transaction in which the text changes."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from django.db import transaction
from django.utils import timezone

from articles.checking import Checked, checked
from articles.models import Article, Impact, LiveEntry, StatedClaim, StatedText
from articles.models.impact import Part
from articles.passages import plain
from articles.reading import facts
from articles.reading.claims import PARTLY, RIGHT, WRONG, Claim
from articles.reading.claims.places import sentence_of
from articles.reading.facts import PERSON, TEAM, Ref
from articles.reading.reading import Reading, read
from articles.register import DatabaseFacts
from teams import clock

from . import entries, queue
from .entries import EVENT
from .told import is_spoken_of, tells_of_others, told_at

# Which text of a story: the part, and of its live entries the number.
Place = tuple[str, int | None]
STATING = (Article.Status.REVIEW, Article.Status.PUBLISHED)
TABLES = ("points", "position")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Found:
    """A claim as a row, not saved; `told`: what the facts say of it, where reading found that."""

    row: StatedClaim
    told: Checked | None = None


@transaction.atomic
def rebuild(article: Article, *, by=None, anew: bool = False) -> None:
    """Make the rows of one story agree with its text, if that has changed; `anew`: even if not.

    What a sentence was found to state stays until the sentence goes.
    """
    if article.status not in STATING:
        return forget(article)
    texts = texts_of(article)
    digest = sha256(repr((article.language, day_of(article), texts)).encode()).hexdigest()
    if not anew and StatedText.objects.filter(article=article, digest=digest).exists():
        return None
    missing, gone = compare(article)
    queue.close_those_gone(article, dict(texts), by=by)
    StatedClaim.objects.filter(pk__in=[row.pk for row in gone]).delete()
    _follow(article, dict(texts))
    StatedClaim.objects.bulk_create(missing)
    StatedText.objects.update_or_create(article=article, defaults={"digest": digest, "read_at": clock.now()})
    return None


@transaction.atomic
def forget(article: Article) -> None:
    """A story that is not let out states nothing to anybody."""
    queue.close(Impact.objects.open().filter(article=article), Impact.State.CLOSED)
    StatedClaim.objects.filter(article=article).delete()
    StatedText.objects.filter(article=article).delete()


def compare(article: Article) -> tuple[list[StatedClaim], list[StatedClaim]]:
    """(rows that are missing, rows that are too much): each sentence of a story that is out keeps what it was found to state."""
    texts = dict(texts_of(article)) if article.status in STATING else {}
    kept = list(StatedClaim.objects.filter(article=article))
    fresh = [found.row for found in claims_in(article) if found.row.verdict] if texts else []
    wanted = {_identity(row) for row in fresh}
    is_out = article.status == Article.Status.PUBLISHED
    gone = [row for row in kept if row.sentence not in texts.get(row.place, "") or not (is_out or _identity(row) in wanted)]
    known = {_identity(row) for row in kept if row not in gone}
    return [row for row in fresh if _identity(row) not in known], gone


def texts_of(article: Article) -> list[tuple[Place, str]]:
    """The texts of a story that have words, in reading order, as plain text; entries as they came."""
    parts = ((part.value, getattr(article, part.value)) for part in Part if part != Part.LIVE_ENTRY)
    texts = (((part, None), plain(text) if part == Part.BODY else " ".join(text.split())) for part, text in parts)
    told = [((Part.LIVE_ENTRY.value, entry.pk), _told_in(entry)) for entry in _entries(article)]
    return [(place, text) for place, text in [*texts, *told] if text]


def _entries(article: Article) -> Iterable[LiveEntry]:
    return article.live_entries.standing().order_by("at", "pk") if article.live_from else ()


def _told_in(entry: LiveEntry) -> str:
    return "\n".join(filter(None, (entry.headline, plain(entry.body))))


def day_of(article: Article) -> date:
    return article.dateline or timezone.localdate(article.published_at or clock.now())


def claims_in(article: Article) -> list[Found]:
    """What the text states as it is now; a claim that the facts cannot decide has no verdict."""
    texts, known = texts_of(article), DatabaseFacts()
    whole = "\n".join(text for _place, text in texts)
    found = read(whole, known, day=day_of(article), language=article.language)
    starts = [0]
    for _place, text in texts:
        starts.append(starts[-1] + len(text) + 1)
    rows = [*_events(found), *_claims(found, known)]
    for one in rows:
        number = bisect_right(starts, one.row.start) - 1
        one.row.article = article
        one.row.part, one.row.entry_id = texts[number][0]
        one.row.start, one.row.end = one.row.start - starts[number], one.row.end - starts[number]
    told = {(one.row.place, one.row.event_id) for one in rows if one.row.kind == EVENT}
    for row in entries.claims_of(article, dict(texts)):
        if (row.place, row.event_id) not in told:
            row.article, row.as_of = article, day_of(article)
            rows.append(Found(row))
    return _without_doubles(rows)


def _events(found: Reading) -> Iterator[Found]:
    for match, event in found.events:
        for mention in told_at(found.scene, match, event):
            yield Found(_event_row(found, mention.start, mention.end, match, event))


def _event_row(found: Reading, start: int, end: int, match: facts.Match, event: facts.Event) -> StatedClaim:
    row = _row(found, EVENT, start, end, verdict=RIGHT, value=event.kind)
    row.match_id, row.event_id, row.person_id = match.ref, event.ref, event.person and event.person.key
    return row


def _claims(found: Reading, known: DatabaseFacts) -> Iterator[Found]:
    of = {event.ref: match for match in [*found.scene.near_matches, *found.scene.told] for event in match.events}
    for one in checked(found):
        claim = one.claim
        if claim.is_quoted or claim.rests_on is None or _is_of_something_else(found, claim):
            continue
        verdict = claim.verdict if claim.verdict in (RIGHT, PARTLY, WRONG) else ""
        row = _row(found, claim.kind, claim.start, claim.end, verdict=verdict, value=claim.value)
        row.aspect = claim.because.key if claim.because else ""
        _rest(row, claim.rests_on, of)
        told = claim.because.values if claim.because else {}
        is_standing = claim.kind in TABLES and verdict in (RIGHT, PARTLY) and _is_of_a_line(claim, told)
        if is_standing and (table := known.table_of(claim.rests_on, told["place"], told["points"])):
            row.competition_id, row.as_of = table[0].key, table[1]
        yield Found(row, one)
        if claim.kind == "minute" and verdict == RIGHT and claim.rests_on.ref in of:
            yield Found(_event_row(found, claim.start, claim.end, of[claim.rests_on.ref], claim.rests_on))


def _is_of_something_else(found: Reading, claim: Claim) -> bool:
    """A minute in which something happened of which the sentence has no word, a score beside the names of other teams."""
    fact = claim.rests_on
    if claim.kind == "score" and isinstance(fact, facts.Match):
        return tells_of_others(found.scene, claim.start, fact)
    if claim.kind != "minute" or not isinstance(fact, facts.Event):
        return False
    return not is_spoken_of(found.scene, claim.start, fact) or any(
        tells_of_others(found.scene, claim.start, match) for match in found.scene.told if fact in match.events
    )


def _is_of_a_line(claim: Claim, told: Mapping[str, object]) -> bool:
    """Whether it states what stands in a team's line of a table, and no distance between two lines."""
    if not isinstance(claim.rests_on, Ref) or not {"place", "points"} <= told.keys():
        return False
    return claim.kind == "position" or str(told["points"]) == claim.value


def _rest(row: StatedClaim, fact: object, of: dict[int, facts.Match]) -> None:
    """Tie the row to what decides it."""
    if isinstance(fact, facts.Event):
        row.event_id, row.person_id = fact.ref, fact.person and fact.person.key
        row.match_id = of[fact.ref].ref if fact.ref in of else None
    elif isinstance(fact, facts.Match):
        row.match_id = fact.ref
    elif isinstance(fact, Ref) and fact.kind in (TEAM, PERSON):
        setattr(row, f"{fact.kind}_id", fact.key)


def _row(found: Reading, kind: str, start: int, end: int, **fields) -> StatedClaim:
    first, last = sentence_of(found.scene, start)
    sentence = found.scene.text[first : max(last, end)]
    surface = found.scene.text[start:end][:_LONGEST]
    day = found.scene.day
    return StatedClaim(
        kind=kind, start=start, end=end, surface=surface, sentence=sentence, offset=start - first, as_of=day, **fields
    )


def _without_doubles(rows: list[Found]) -> list[Found]:
    """An event that a sentence tells of is stated once, and its scorer with it."""
    seen, kept = set(), []
    for one in sorted(rows, key=lambda one: one.row.kind != EVENT):
        row = one.row
        key = (row.place, row.start - row.offset, row.event_id) if row.kind in (EVENT, "scorer") else _identity(row)
        if row.kind == "scorer" and row.verdict != RIGHT:
            key = _identity(row)
        if key not in seen:
            seen.add(key)
            kept.append(one)
    return sorted(kept, key=lambda one: (list(Part).index(one.row.part), one.row.entry_id or 0, one.row.start))


def _identity(row: StatedClaim) -> tuple:
    """What makes two rows say the same, wherever the sentence stands by now."""
    return (row.place, row.sentence, row.offset, row.kind, row.value, row.event_id)


def _follow(article: Article, texts: dict[Place, str]) -> None:
    """Move the rows that stay to where their sentences stand now."""
    moved = []
    for row in StatedClaim.objects.filter(article=article):
        start = texts[row.place].find(row.sentence) + row.offset
        if start != row.start:
            row.start, row.end = start, start + row.end - row.start
            moved.append(row)
    StatedClaim.objects.bulk_update(moved, ["start", "end"])

"""What the worker does after facts have changed: finds the claims that this touches, weighs them anew, keeps the queue true."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import override

from articles.models import Impact, StatedClaim
from teams import clock
from teams.models import FactChange, Match, MatchEvent, Stage

from . import names, queue, stated
from .weighing import RANK, Scales, Statement, Weighed

BATCH = 500
_COLUMNS = Statement._fields


def review() -> int:
    """Put every story before an editor that states what has changed since the last time; how many sentences there are.

    May be cut off anywhere and done again: a claim and its place in the queue change together.
    """
    changes = list(FactChange.objects.filter(reviewed_at=None).order_by("pk")[:BATCH])
    found = sum(names.review(change) for change in changes if change.verb == FactChange.Verb.RENAME)
    touched = _Touched([change for change in changes if change.verb != FactChange.Verb.RENAME])
    for claims in touched.claims():
        found += _weigh(claims, touched)
    done = FactChange.objects.filter(pk__in=[change.pk for change in changes])
    done.update(reviewed_at=clock.now())
    done.filter(~Exists(Impact.objects.filter(change=OuterRef("pk")))).delete()
    return found + (review() if len(changes) == BATCH else 0)


def is_due() -> bool:
    return FactChange.objects.filter(reviewed_at=None).exists()


class _Touched:
    """What some changes touch: the matches themselves, and from their days on the tables, runs and tallies that follow."""

    def __init__(self, changes: list[FactChange]):
        self.changes = changes
        numbers = {change.row_id for change in changes if change.kind == FactChange.Kind.MATCH}
        self.matches = Match.objects.select_related("stage__season").in_bulk(numbers)
        self.numbers = numbers
        self.tables: dict[int, date] = {}
        for match in self.matches.values():
            self._from(match.stage.season.competition_id, timezone.localdate(match.kickoff))
        ruled = {change.row_id: change for change in changes if change.kind == FactChange.Kind.STAGE}
        for stage in Stage.objects.filter(pk__in=ruled).select_related("season"):
            self._from(stage.season.competition_id, date.fromisoformat(ruled[stage.pk].details["on"]))

    def _from(self, competition: int, day: date) -> None:
        self.tables[competition] = min(day, self.tables.get(competition, day))

    def claims(self) -> Iterator[QuerySet]:
        """The claims in question; no claim in two of the sets."""
        if self.numbers:
            yield StatedClaim.objects.filter(match__in=self.numbers)
        for competition, day in self.tables.items():
            yield StatedClaim.objects.filter(competition=competition, as_of__gte=day, kind__in=stated.TABLES)
        if self.matches:
            yield self._of_the_sides()

    def _of_the_sides(self) -> QuerySet:
        """Runs, tallies and whatever else rests on a team or a person alone, told since the first of the days."""
        teams = {team for match in self.matches.values() for team in (match.home_id, match.away_id)}
        people = set(MatchEvent.objects.filter(match__in=self.matches).values_list("person_id", flat=True)) - {None}
        day = min(timezone.localdate(match.kickoff) for match in self.matches.values()) - timedelta(days=1)
        alone = StatedClaim.objects.filter(match=None, competition=None, as_of__gte=day)
        return alone.filter(Q(team__in=teams) | Q(person__in=people))

    def change_behind(self, said: Statement) -> FactChange:
        """The change that an editor sees the sentence under: of the very event, else of the match, else the last one."""
        of_event = [c for c in self.changes if said.event_id and c.details.get("event") == said.event_id]
        of_match = [c for c in self.changes if c.kind == FactChange.Kind.MATCH and c.row_id == said.match_id]
        of_score = [c for c in (of_match or self.changes) if c.verb == FactChange.Verb.SAVE]
        return (of_event or (of_score if said.kind == "score" or not of_match else of_match) or of_match or self.changes)[-1]


def _weigh(claims: QuerySet, touched: _Touched) -> int:
    """Each statement once, for all stories that make it."""
    statements = [Statement(*row) for row in claims.order_by().values_list(*_COLUMNS).distinct()]
    scales, found = Scales(statements), 0
    for said in statements:
        weighed = scales.weigh(said)
        if weighed is None:
            continue
        alike = claims.filter(**said._asdict())
        if RANK[weighed.verdict] < RANK[said.verdict]:
            found += _put_in_queue(alike, said, weighed, touched.change_behind(said))
        elif said.verdict != StatedClaim.Verdict.RIGHT:
            _bring_up_to_date(alike, said, weighed)
    return found


def _put_in_queue(alike: QuerySet, said: Statement, weighed: Weighed, change: FactChange) -> int:
    found = 0
    while rows := list(alike.select_related("article").defer("article__body").order_by("pk")[:BATCH]):
        with transaction.atomic():
            Impact.objects.bulk_create(_impacts(rows, said, weighed, change), ignore_conflicts=True)
            marked = StatedClaim.objects.filter(pk__in=[row.pk for row in rows])
            marked.update(verdict=weighed.verdict, checked_at=clock.now())
        found += len(rows)
    return found


def _impacts(rows: Iterable[StatedClaim], said: Statement, weighed: Weighed, change: FactChange) -> Iterator[Impact]:
    told: dict[tuple[str, str], tuple[str, str, str]] = {}
    for row in rows:
        key = (row.article.language, row.surface)
        if key not in told:
            with override(row.article.language):
                told[key] = (queue.stated_in_words(said, row.surface), weighed.now()[:300], weighed.instead(row.surface)[:200])
        was, now, instead = told[key]
        yield Impact(
            change=change, article=row.article, claim=row, part=row.part, entry_id=row.entry_id, sentence=row.sentence,
            offset=row.offset, surface=row.surface, verdict=said.verdict, was=was, now=now, replacement=instead,
        )  # fmt: skip


def _bring_up_to_date(alike: QuerySet, said: Statement, weighed: Weighed) -> None:
    """What is as right again as it was leaves the queue by itself; of what waits on, what the facts have now is said anew."""
    waiting = Impact.objects.open().filter(claim__in=alike).select_related("article").defer("article__body")
    back = [verdict for verdict, rank in RANK.items() if rank <= RANK[weighed.verdict]]
    with transaction.atomic():
        queue.close(waiting.filter(verdict__in=back), Impact.State.CLOSED)
        for impact in waiting:
            with override(impact.article.language):
                impact.now, impact.replacement = weighed.now()[:300], weighed.instead(impact.surface)[:200]
            impact.save(update_fields=["now", "replacement"])
        if weighed.verdict != said.verdict:
            alike.update(verdict=weighed.verdict, checked_at=clock.now())

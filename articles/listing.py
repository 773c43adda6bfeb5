"""Where a story stands: works the lists out from its links and keeps `Listing` and `FeedState` true."""

from datetime import datetime, timedelta

from django.db.models import Q, Subquery

from articles.models import Article, FeedState, Image, Listing
from articles.models.links import CompetitionLink, EventLink, Link, MatchLink, PersonLink, TeamLink
from articles.models.listings import ListKind
from teams import clock
from teams.auditlog import record

ABOUT = Link.Role.ABOUT
# The worker looks every few seconds; what it finds later than this was due while nothing ran.
LATE = timedelta(minutes=3)


def lists_of(article: Article) -> set[tuple[str, int]]:
    """The lists that the story belongs in once it is published, as (kind, row number).

    What it is about, and what follows from that: a match brings its teams and its competition, an event its match
    and the person. An event is told of even where it is only mentioned, or in a live entry.
    """
    lists = {(ListKind.FRONT, 0), (ListKind.PUBLISHER, article.publisher_id)}
    lists |= {(ListKind.AUTHOR, pk) for pk in article.bylines.values_list("author_id", flat=True)}
    lists |= {(ListKind.TOPIC, pk) for pk in article.tags.values_list("pk", flat=True)}
    lists |= _linked(ListKind.TEAM, TeamLink, article, "team_id")
    lists |= _linked(ListKind.PERSON, PersonLink, article, "person_id")
    lists |= _linked(ListKind.COMPETITION, CompetitionLink, article, "competition_id")
    for match in MatchLink.objects.filter(article=article, role=ABOUT).select_related("match__stage__season"):
        lists |= _of_match(match.match)
    for link in EventLink.objects.filter(article=article).select_related("event__match__stage__season"):
        lists.add((ListKind.EVENT, link.event_id))
        if link.role == ABOUT:
            lists |= _of_match(link.event.match)
            lists |= {(ListKind.PERSON, link.event.person_id)} if link.event.person_id else set()
    if article.live_from:
        told = article.live_entries.standing().exclude(event=None)
        lists |= {(ListKind.EVENT, pk) for pk in told.values_list("event_id", flat=True)}
    return lists


def rows_of(article: Article) -> list[Listing]:
    """The rows that the story should have, not saved; none unless it is published, be it for a later time."""
    lists = lists_of(article) if article.status == Article.Status.PUBLISHED else set()
    return [
        Listing(article=article, kind=kind, target_id=target, language=article.language, published_at=article.published_at)
        for kind, target in sorted(lists)
    ]


def rebuild(article: Article) -> None:
    """Make the rows of one story agree with its links, and mark every list that it touches as changed."""
    before, wanted = list(Listing.objects.filter(article=article)), rows_of(article)
    Listing.objects.filter(article=article).delete()
    Listing.objects.bulk_create(wanted)
    mark_changed({(row.kind, row.target_id, row.language) for row in before + wanted})


def mark_changed(lists) -> None:
    """Raise the time of change of these (kind, row number, language) lists; always by a second at least."""
    now = clock.now().replace(microsecond=0)
    for kind, target, language in sorted(lists):
        state, created = FeedState.objects.get_or_create(
            kind=kind, target_id=target, language=language, defaults={"changed_at": now}
        )
        if not created:
            state.changed_at = max(now, state.changed_at + timedelta(seconds=1))
            state.save(update_fields=["changed_at"])


def move(kind: str, gone: int, kept: int) -> None:
    """What stood in one list stands in the other, where two things have become one; both have changed."""
    stories = Listing.objects.filter(kind=kind, target_id=gone)
    languages = set(Listing.objects.filter(kind=kind, target_id__in=(gone, kept)).values_list("language", flat=True))
    have = Listing.objects.filter(kind=kind, target_id=kept).values_list("article", flat=True)
    stories.filter(article__in=list(have)).delete()
    stories.update(target_id=kept)
    mark_changed({(kind, target, language) for target in (gone, kept) for language in languages})


def raise_those_that_appeared(since: datetime, until: datetime) -> None:
    """Stories that waited and whose time came in between: their lists changed at that time, not when somebody decided it.

    Readers see them on the second, by `published()`; this is for whoever reads `FeedState` alone.
    """
    appeared = Article.objects.published().filter(published_at__range=(since, until))
    for article in appeared:
        told = {"late": round((until - article.published_at).total_seconds() / 60)} if until - article.published_at > LATE else {}
        record(None, "appear", article, at=article.published_at.isoformat(), **told)
    rows = Listing.objects.filter(article__in=appeared).order_by("published_at")
    for kind, target, language, instant in rows.values_list("kind", "target_id", "language", "published_at"):
        states = FeedState.objects.filter(kind=kind, target_id=target, language=language, changed_at__lt=instant)
        states.update(changed_at=instant)


def last_changed(kind: str, target_id: int, language: str) -> tuple[datetime | None, datetime | None]:
    """When the list last changed, and the time of its newest visible story, in one query.

    The first only rises: with every change made to it, and when a story that was waiting for its time appears.
    Both are None for a list that never had a story.
    """
    newest = Article.objects.published().listed(kind, target_id, language).values("published_at")[:1]
    states = FeedState.objects.filter(kind=kind, target_id=target_id, language=language)
    changed, newest = states.values_list("changed_at", Subquery(newest)).first() or (None, None)
    return max(changed, newest) if newest else changed, newest


def showing(image: Image) -> set[tuple[str, int, str]]:
    """The lists, as `mark_changed` wants them, of the stories that show this picture, at the head or in the text."""
    stories = Article.objects.filter(Q(image=image) | Q(pictures_in_text__image=image))
    return set(Listing.objects.filter(article__in=stories).values_list("kind", "target_id", "language"))


def _linked(kind, model, article, column):
    rows = model.objects.filter(article=article, role=ABOUT).values_list(column, flat=True)
    return {(kind, pk) for pk in rows}


def _of_match(match):
    return {
        (ListKind.MATCH, match.pk),
        (ListKind.TEAM, match.home_id),
        (ListKind.TEAM, match.away_id),
        (ListKind.COMPETITION, match.stage.season.competition_id),
    }

"""The front page: which story goes where, and the matches under the masthead."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Exists, OuterRef, Prefetch, prefetch_related_objects
from taggit.models import Tag

from articles.models import Article, Byline, Listing
from articles.models.listings import ListKind
from teams import clock, tables
from teams.models import Match
from teams.models.matches import bring_together

STORIES = 30  # that the places are filled from
SECONDS, OPINIONS, PARTNERS, MORE, LATEST, ELSEWHERE, TOPICS = 3, 2, 4, 8, 10, 3, 10
NEAR, STILL_ON = timedelta(days=15), timedelta(hours=4)
MATCHES, RESULTS, FIXTURES = 12, 6, 8  # of each kind, and of them of one competition
ROWS = 10


@dataclass(frozen=True, slots=True)
class Front:
    """Stories by their place; each has one, but `latest` repeats them as a list of headlines with times."""

    lead: Article | None
    seconds: list[Article]
    opinions: list[Article]
    partners: list[Article]
    more: list[Article]
    latest: list[Article]
    topics: list


def compose(language) -> Front:
    """The newest story that has a picture leads; the places below it are filled in the order of their weight [4 queries]."""
    stories = list(Article.objects.published().listed(ListKind.FRONT, 0, language).for_card()[:STORIES])
    news = [story for story in stories if story.kind != Article.Kind.OPINION]
    lead = next((story for story in news if story.picture), next(iter(stories), None))
    left = [story for story in stories if story is not lead]
    seconds = _take(left, SECONDS, lambda story: story.kind != Article.Kind.OPINION)
    opinions = _take(left, OPINIONS, lambda story: story.kind == Article.Kind.OPINION)
    prefetch_related_objects(opinions, Prefetch("bylines", Byline.objects.select_related("author")))
    partners = _take(left, PARTNERS, lambda story: story.publisher.is_partner)
    latest = [story for story in stories if story is not lead][:LATEST]
    return Front(lead, seconds, opinions, partners, left[:MORE], latest, _topics(stories))


def _take(stories, number, wanted):
    """The first of them that are wanted; they leave the list."""
    taken = [story for story in stories if wanted(story)][:number]
    stories[:] = [story for story in stories if story not in taken]
    return taken


def _topics(stories):
    """What most of these stories are about."""
    listed = Listing.objects.filter(article__in=[story.pk for story in stories], kind=ListKind.TOPIC)
    counted = Counter(listed.values_list("target_id", flat=True)).most_common(TOPICS)
    topics = Tag.objects.in_bulk([pk for pk, _number in counted])
    return [topics[pk] for pk, _number in counted]


def elsewhere(language) -> list[Article]:
    """The newest of the other edition [1 query]."""
    other = "en" if language == "it" else "it"
    return list(Article.objects.published().listed(ListKind.FRONT, 0, other).for_card()[:ELSEWHERE])


def strip(language) -> list[tuple]:
    """The last results and the next matches, as (competition, "results" or "fixtures", matches) [4 queries].

    Of the results those come first that a story of this edition is about.
    """
    now = clock.now()
    told = Exists(Article.objects.published().listed(ListKind.MATCH, OuterRef("pk"), language))
    results = Match.objects.results().filter(kickoff__gte=now - NEAR, kickoff__lte=now).annotate(told=told)[:MATCHES]
    coming = Match.objects.coming().filter(kickoff__gte=now - STILL_ON, kickoff__lte=now + NEAR)[:MATCHES]
    bring_together(results, coming)
    return [
        *_by_competition(sorted(results, key=lambda match: not match.told), "results", RESULTS),
        *_by_competition(coming, "fixtures", FIXTURES),
    ]


def _by_competition(matches, kind, number):
    """In the order in which the matches came: the competition that played last stands first."""
    found = {}
    for match in matches:
        found.setdefault(match.stage.season.competition, []).append(match)
    return [(competition, kind, those[:number]) for competition, those in found.items()]


def table_of(strip) -> tuple | None:
    """The top of the first table that the matches in the strip count for, as (stage, rows) [3 queries]."""
    stages = (match.stage for _competition, _kind, matches in strip for match in matches)
    stage = next((stage for stage in stages if stage.has_table), None)
    return stage and (stage, tables.table_of(stage)[:ROWS])

"""The front page: which story goes where, and the matches under the masthead."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Prefetch, prefetch_related_objects

from articles.models import Article, Byline
from articles.models.listings import ListKind
from teams import clock, tables
from teams.models import Match

STORIES = 40
SECONDS, OPINIONS, PARTNERS, MORE, LATEST, TOPICS = 3, 2, 4, 8, 10, 10
ELSEWHERE = 3
NEAR, STILL_ON = timedelta(days=21), timedelta(hours=4)
POOL, RESULTS, FIXTURES = 20, 6, 10
TABLES, ROWS = 2, 10


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
    """The newest story that has a picture leads; the places below it are filled in the order of their weight [3 queries]."""
    newest = Article.objects.published().listed("front", 0, language).for_card().prefetch_related("tags")[:STORIES]
    stories = list(newest)
    news = [story for story in stories if story.kind != Article.Kind.OPINION]
    lead = next((story for story in news if story.image_id), next(iter(stories), None))
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
    counted = Counter(topic for story in stories for topic in story.tags.all())
    return [topic for topic, _number in counted.most_common(TOPICS)]


def elsewhere(language) -> list[Article]:
    """The newest of the other edition [1 query]."""
    other = "en" if language == "it" else "it"
    return list(Article.objects.published().listed("front", 0, other).for_card()[:ELSEWHERE])


def strip(language) -> list[tuple]:
    """The last results and the next matches, as (competition, "results" or "fixtures", matches) [3 queries].

    Of the results those come first that a story of this edition is about.
    """
    now = clock.now()
    results = Match.objects.results().filter(kickoff__gte=now - NEAR, kickoff__lte=now).for_card()[:POOL]
    coming = Match.objects.coming().filter(kickoff__gte=now - STILL_ON, kickoff__lte=now + NEAR).for_card()[:POOL]
    told = _told_of(results, language)
    return [
        *_by_competition(sorted(results, key=lambda match: match.pk not in told), "results", RESULTS),
        *_by_competition(coming, "fixtures", FIXTURES),
    ]


def _told_of(matches, language):
    listed = {"listings__kind": ListKind.MATCH, "listings__language": language}
    stories = Article.objects.published().filter(**listed, listings__target_id__in=[match.pk for match in matches])
    return set(stories.values_list("listings__target_id", flat=True))


def _by_competition(matches, kind, number):
    """In the order in which the matches came: the competition that played last stands first."""
    found = {}
    for match in matches:
        found.setdefault(match.stage.season.competition, []).append(match)
    return [(competition, kind, those[:number]) for competition, those in found.items()]


def tables_of(strip) -> list[tuple]:
    """The top of the tables that the matches in the strip count for, as (stage, parts) [3 queries]."""
    stages = {match.stage.pk: match.stage for _competition, _kind, matches in strip for match in matches}
    shown = [stage for stage in stages.values() if stage.has_table][:TABLES]
    return [(stage, [rows[:ROWS]]) for stage, rows in tables.tables_for(shown)]

"""The front page: which story goes where, and the matches under the masthead."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Exists, OuterRef, Prefetch, Subquery, prefetch_related_objects
from taggit.models import Tag

from articles import arranging
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
# At the top a story without a picture counts as so much older, and one of a partner.
WITHOUT_PICTURE, OF_A_PARTNER = timedelta(hours=6), timedelta(hours=3)


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
    """The top as an editor arranged it; the places that are open are filled by recency and weight [3 queries]."""
    found = arranging.arranged(ListKind.FRONT, 0, language, STORIES)
    left = [story for story in found.newest if story not in found.pinned.values()]
    news = sorted((story for story in left if story.kind != Article.Kind.OPINION), key=_weighed, reverse=True)
    lead, *seconds = (arranging.placed(found.pinned, news) or left or [None])[: 1 + SECONDS]
    left = [story for story in left if story not in (lead, *seconds)]
    opinions = _take(left, OPINIONS, lambda story: story.kind == Article.Kind.OPINION)
    prefetch_related_objects(opinions, Prefetch("bylines", Byline.objects.select_related("author")))
    partners = _take(left, PARTNERS, lambda story: story.publisher.is_partner)
    latest = [story for story in found.newest if story != lead][:LATEST]
    return Front(lead, seconds, opinions, partners, left[:MORE], latest, _topics(found.newest))


def _weighed(story):
    """When it came out, put back by what makes it weaker at the top."""
    return story.published_at - (WITHOUT_PICTURE * (not story.picture) + OF_A_PARTNER * story.publisher.is_partner)


def _take(stories, number, wanted):
    """The first of them that are wanted; they leave the list."""
    taken = [story for story in stories if wanted(story)][:number]
    stories[:] = [story for story in stories if story not in taken]
    return taken


def _topics(stories):
    """What most of these stories are about [1 query]."""
    listed = Listing.objects.filter(article__in=[story.pk for story in stories], kind=ListKind.TOPIC)
    topic = Tag.objects.filter(pk=OuterRef("target_id"))
    counted = listed.values("target_id").annotate(number=Count("pk"), name=Subquery(topic.values("name")[:1]))
    named = counted.annotate(slug=Subquery(topic.values("slug")[:1])).order_by("-number", "name")
    return list(named.values_list("name", "slug", named=True)[:TOPICS])


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

"""Stories to read beside another: of the same events, of the same match, of the same people or teams."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from articles.models import Article, Listing
from articles.models.listings import ListKind
from articles.ties import Ties

ON_THE_MATCH = 20  # how many are looked through
OTHERS, RELATED, ELSEWHERE = 4, 4, 2


@dataclass(frozen=True, slots=True)
class Related:
    """Each story once: what other publishers say of the same match, what else there is, what the other edition has.

    `sources`: how many publishers tell of the same event, or in the same way of the same match, this one counted.
    """

    others: list[Article]
    stories: list[Article]
    elsewhere: list[Article]
    sources: int


def to(article: Article, ties: Ties) -> Related:
    """What stands beside a story that was read `for_page` [2 queries at most]."""
    near = _on_the_same_match(article, ties)
    here = [story for story in near if story.language == article.language]
    others = _one_each([story for story in here if story.publisher_id != article.publisher_id])[:OTHERS]
    stories = [story for story in here if story not in others][:RELATED]
    if len(stories) < RELATED:
        stories += _on_the_same_subject(article, ties, besides=[article, *others, *stories])[: RELATED - len(stories)]
    cluster = of_the_cluster(article, ties, near)
    sources = len({article.publisher_id, *(story.publisher_id for story in cluster)})
    return Related(others, stories, _elsewhere(article, near)[:ELSEWHERE], sources)


def _elsewhere(article, near):
    """What the other edition has; the sister stands at the top of the page already."""
    sister = article.sister and article.sister["pk"]
    return [story for story in near if story.language != article.language and story.pk != sister]


def of_the_cluster(article: Article, ties: Ties, near: list[Article]) -> list[Article]:
    """Stories of the same thing, by the rows that they share: an event, or where this one tells of none, match and kind."""
    if ties.events:
        return [story for story in near if story.of_the_same_event]
    return [story for story in near if story.kind == article.kind]


def _on_the_same_match(article, ties):
    """The newest of the same match, in both languages; those of the same events first."""
    if ties.match is None:
        return []
    events = Listing.objects.filter(
        article=OuterRef("pk"), kind=ListKind.EVENT, target_id__in=[event.pk for event in ties.events]
    )
    listed = Article.objects.published().filter(listings__kind=ListKind.MATCH, listings__target_id=ties.match.pk)
    newest = listed.exclude(pk=article.pk).order_by("-listings__published_at", "-listings__article_id")
    found = newest.annotate(of_the_same_event=Exists(events)).for_card()[:ON_THE_MATCH]
    return sorted(found, key=lambda story: not story.of_the_same_event)


def _on_the_same_subject(article, ties, besides):
    kind, target = _subject(ties)
    listed = Article.objects.published().listed(kind, target, article.language).for_card()
    return [story for story in listed[: RELATED + len(besides)] if story not in besides]


def _subject(ties):
    """The one list that is nearest to the story; the front page's for a story that is tied to nothing."""
    for kind, rows in ((ListKind.PERSON, ties.people), (ListKind.TEAM, ties.teams), (ListKind.COMPETITION, ties.competitions)):
        if rows:
            return kind, rows[0].pk
    return ListKind.FRONT, 0


def _one_each(stories):
    """The first story of each publisher."""
    return list({story.publisher_id: story for story in reversed(stories)}.values())[::-1]

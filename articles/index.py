"""The search index: keeps the words of every published story, and finds the stories that hold all the words of a query."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from html import unescape

from django.db import connection, transaction
from django.db.models import F
from django.utils.html import strip_tags

from articles.models import Article, SearchEntry
from articles.reading.words import WORD, stems, stems_of
from teams import clock

LONGEST_QUERY, MOST_WORDS, SIZE = 100, 8, 20
# Room for the number of the article below the second of its publication: places sort by time, and by number within it.
PLACES = 10**9
_BATCH = 500
_ALL = 10**6

# Both index tables are read in the order of places, so that the newest are found without looking at all the others.
_NEWEST = {
    "sqlite": """
        SELECT rowid FROM articles_words WHERE articles_words MATCH %(words)s AND rowid < %(before)s
        ORDER BY rowid DESC LIMIT %(size)s
    """,
    "postgresql": """
        SELECT place FROM articles_searchentry
        WHERE words @@ to_tsquery('simple', %(words)s) AND language = %(language)s AND place < %(before)s
        ORDER BY place DESC LIMIT %(size)s
    """,
}
# A word in the headline weighs three times one in the text.
_BEST = {
    "sqlite": """
        SELECT rowid FROM articles_words WHERE articles_words MATCH %(words)s AND rowid < %(before)s
        ORDER BY bm25(articles_words, 0, 3, 1), rowid DESC LIMIT %(size)s
    """,
    "postgresql": """
        SELECT place FROM articles_searchentry, to_tsquery('simple', %(words)s) AS query
        WHERE words @@ query AND language = %(language)s AND place < %(before)s
        ORDER BY ts_rank('{0, 0, 0.33, 1}', words, query) DESC, place DESC LIMIT %(size)s
    """,
}


@dataclass(frozen=True, slots=True)
class Found:
    """Stories, each with its body as `html`, and the place before which the older ones stand, if there are more."""

    stories: list[Article]
    older: int | None


def rebuild(article: Article) -> None:
    """Make the entry of one story agree with it; only what is published has one."""
    _rebuild([article])


def rebuild_all() -> int:
    """Make the whole index anew, some stories at a time so that nobody waits; how many it now holds."""
    numbers = list(Article.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(numbers), _BATCH):
        _rebuild(Article.objects.filter(pk__in=numbers[start : start + _BATCH]))
    return SearchEntry.objects.count()


@transaction.atomic
def _rebuild(articles: Iterable[Article]) -> None:
    SearchEntry.objects.filter(article__in=articles).delete()
    SearchEntry.objects.bulk_create(entry_of(article) for article in articles if article.status == Article.Status.PUBLISHED)


def entry_of(article: Article) -> SearchEntry:
    told = article.live_entries.standing() if article.live_from else ()
    entries = " ".join(f"{entry.headline} {plain(entry.body)}" for entry in told)
    text = f"{article.standfirst} {plain(article.body)} {entries}"
    return SearchEntry(
        place=place(article.published_at, article.pk),
        article=article,
        language=article.language,
        headline=" ".join(stems_of(article.headline, article.language)),
        text=" ".join(stems_of(text, article.language)),
    )


def place(instant: datetime, pk: int = 0) -> int:
    return int(instant.timestamp()) * PLACES + pk


def plain(html: str) -> str:
    """The words of a body, those of two paragraphs apart."""
    return " ".join(unescape(strip_tags(html.replace("<", " <"))).split())


def words_of(query: str, language: str) -> list[str]:
    """The stems that a story must hold to be found; of a very long query only the beginning."""
    words = WORD.findall(query[:LONGEST_QUERY])
    return list(dict.fromkeys(found[0] for word in words if (found := stems(word, language))))[:MOST_WORDS]


def newest(words: Iterable[str], language: str, before: int | None = None) -> Found:
    """A page of the stories in this language that hold all the words, the newest first."""
    places = _places(_NEWEST, words, language, before, SIZE + 1)
    return Found(_stories(places[:SIZE]), places[SIZE - 1] if len(places) > SIZE else None)


def holding(words: Iterable[str], language: str) -> list[int]:
    """The numbers of all stories in this language that hold all the words."""
    return [each % PLACES for each in _places(_NEWEST, words, language, None, _ALL)]


def best(words: Iterable[str], language: str) -> Found:
    """The stories that hold the words most often for their length, the headline weighing more."""
    return Found(_stories(_places(_BEST, words, language, None, SIZE)), None)


def _places(statements: dict[str, str], words: Iterable[str], language: str, before: int | None, size: int) -> list[int]:
    """The places of what the words are in, in order; nothing for no words. The time of publication must have come."""
    if not words:
        return []
    until = place(clock.now()) + PLACES
    values = {
        "words": _EXPRESSIONS[connection.vendor](words, language),
        "language": language,
        "before": min(before or until, until),
        "size": size,
    }
    with connection.cursor() as cursor:
        cursor.execute(statements[connection.vendor], values)
        return [row[0] for row in cursor.fetchall()]


def _fts5(words: Iterable[str], language: str) -> str:
    return f'language : "{language}" AND {{headline text}} : ({" AND ".join(_quoted(words, chr(34)))})'


def _tsquery(words: Iterable[str], language: str) -> str:
    return " & ".join(_quoted(words, "'"))


def _quoted(words: Iterable[str], mark: str) -> list[str]:
    """Each word as a word and nothing else: the languages of queries have operators."""
    return [mark + word.replace(mark, mark * 2) + mark for word in words]


_EXPRESSIONS = {"sqlite": _fts5, "postgresql": _tsquery}


def _stories(places: list[int]) -> list[Article]:
    """The stories in the order of their places: those that readers may see, whatever the index says."""
    numbers = [each % PLACES for each in places]
    stories = Article.objects.published().filter(pk__in=numbers).for_card().annotate(html=F("body"))
    by_number = {story.pk: story for story in stories}
    return [by_number[number] for number in numbers if number in by_number]

"""The desk's own index: the words of every story, whatever its state, for the list of stories. Readers never ask it.

It only narrows a list; what somebody may see of it is decided by `permissions.visible` as ever.
"""

from collections.abc import Iterable

from django.db import connection, transaction
from django.db.models import Q
from django.db.models.expressions import RawSQL

from articles.index import PLACES, place
from articles.models import Article, Author, Byline, DeskEntry
from articles.reading.words import WORD
from teams.names import fold

MOST_WORDS = 12
# Of words that so many stories hold, a list takes the stories that were touched last.
REACH = 5_000
_BATCH = 1000

# Both read the stories that were touched last first, and none beyond REACH.
_HOLDING = {
    "sqlite": """
        SELECT rowid %% %s FROM articles_desk_words WHERE articles_desk_words MATCH %s ORDER BY rowid DESC LIMIT %s
    """,
    "postgresql": """
        SELECT place %% %s FROM articles_deskentry WHERE lexemes @@ to_tsquery('simple', %s) ORDER BY place DESC LIMIT %s
    """,
}
# Nothing but letters and digits is left of a word: quoted it is no operator either.
_BEGINNINGS = {
    "sqlite": lambda words: " AND ".join(f'"{word}"*' for word in words),
    "postgresql": lambda words: " & ".join(f"'{word}':*" for word in words),
}


def rebuild(article: Article) -> None:
    """Make the entry of one story agree with it, and stand where a list by the last touch has it."""
    _rebuild([article])


def rebuild_signed(author: Author) -> None:
    """After a change of a byline: the entries of all stories that carry it."""
    _rebuild_all(Article.objects.filter(bylines__author=author))


def rebuild_all() -> int:
    """Make the whole index anew, some stories at a time so that nobody waits; how many it now holds."""
    _rebuild_all(Article.objects.all())
    return DeskEntry.objects.count()


def holding(typed: str) -> Q:
    """The stories in which every typed word, or one that begins so, stands in headline, standfirst, address or byline."""
    words = words_of(typed).split()[:MOST_WORDS]
    beginnings = _BEGINNINGS[connection.vendor](words)
    holding = RawSQL(_HOLDING[connection.vendor], [PLACES, beginnings, REACH])  # noqa: S611  what was typed is a parameter
    return Q(pk__in=holding) if words else Q(pk=None)


def words_of(*texts: str) -> str:
    """The words of some texts, without accents and capitals, each once."""
    return " ".join(dict.fromkeys(word for text in texts for word in WORD.findall(fold(text))))


def _rebuild_all(articles):
    numbers = list(articles.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(numbers), _BATCH):
        _rebuild(Article.objects.filter(pk__in=numbers[start : start + _BATCH]))


@transaction.atomic
def _rebuild(articles: Iterable[Article]) -> None:
    signed = {}
    for byline in Byline.objects.filter(article__in=articles).select_related("author"):
        signed.setdefault(byline.article_id, []).append(byline.author)
    DeskEntry.objects.filter(article__in=articles).delete()
    DeskEntry.objects.bulk_create(_entry(article, signed.get(article.pk, [])) for article in articles)


def _entry(article, authors):
    names = (text for author in authors for text in (author.name, author.slug))
    words = words_of(article.headline, article.standfirst, article.slug, *names)
    return DeskEntry(place=place(article.updated_at, article.pk), article=article, words=words)

"""What a version of a story holds, and how it is kept in the transaction of the change that makes it."""

from collections.abc import Iterator
from functools import cache
from uuid import uuid4

from django.db import connection
from django.db.models import BigIntegerField, CharField, Model, Value
from django.db.models.functions import Coalesce
from taggit.models import TaggedItem

from articles.models import Article, Author, Byline, Citation, Quotation, Version
from articles.models.links import LINKS
from teams.models import Absorbed, Person

# What is written, and comes back with a version.
WRITTEN = (
    "kind", "language", "headline", "search_headline", "standfirst", "body", "publisher", "partner", "source_url",
    "canonical_policy", "image", "image_caption", "dateline", "translated_from",
)  # fmt: skip
# What was decided about it at the time: told by a version, and never brought back by it.
DECIDED = ("slug", "status", "published_at", "embargo_until")
ROWS = ("bylines", "citations", "quotations", "topics")
# A form says which ties it knew, and so undoes none that a colleague has made since; sisters are no field of it. Both leave
# its token alone.
TIES = "ties"
_ANY_STORY = 2**31 - 1  # stands for a story's number; the highest that every column here can hold
NOT_ON_THE_FORM = {TIES, "translated_from"}


def data_of(article: Article) -> dict:
    """The story as it stands, as plain JSON values; its rows are read from the database, in one query."""
    rows = {name: [] for name in (*ROWS, TIES)}
    for kind, _place, number, word, more in sorted(_rows(article)):
        match kind:
            case "bylines":
                rows["bylines"].append(number)
            case "citations":
                rows["citations"].append([word, more])
            case "quotations":
                rows["quotations"].append([word, more, number or None])
            case "topics":
                rows["topics"].append(word)
            case _:
                rows[TIES].append([kind, number, word])
    rows["topics"].sort()
    return fields_of(article) | rows


def fields_of(article: Article) -> dict:
    """What stands in the story's own row."""
    return {name: _plain(article, name) for name in WRITTEN + DECIDED}


def remember_the_state_before(article: Article) -> None:
    """Before the first change of a story that has no history yet: keep what it was."""
    if article.pk and not Version.objects.filter(article=article).exists():
        before = Article.objects.get(pk=article.pk)
        _write(before, data_of(before), made_at=before.updated_at)


def remember(article: Article, *, by, moment: str = "", brought_from: int | None = None) -> Version | None:
    """Keep what the story says now, if that is new or the moment matters; the caller saves the story's token."""
    latest = Version.objects.filter(article=article).first()
    data = data_of(article)
    changed = {name for name in data if latest is None or latest.data.get(name) != data[name]}
    if not changed and not moment:
        return None
    if latest and (not changed or changed - NOT_ON_THE_FORM):
        article.token = uuid4()
    number = latest.number + 1 if latest else 1
    said = {"moment": moment, "brought_from": brought_from}
    return _write(article, data, number=number, made_by=by, made_at=article.updated_at, **said)


def still_possible(data: dict, *, now: Article) -> dict:
    """The data of a version without the rows that are gone by now; what a story cannot be without stays as it is.

    A row that became one with another is that one by now.
    """
    data = _of_today({**data_of(now), **data})
    for name in ("publisher", "image", "translated_from"):
        field = Article._meta.get_field(name)
        if data[name] and not field.related_model.objects.filter(pk=data[name]).exists():
            data[name] = getattr(now, field.attname)
    authors = set(Author.objects.filter(pk__in=data["bylines"]).values_list("pk", flat=True))
    data["bylines"] = [pk for pk in data["bylines"] if pk in authors]
    speakers = set(Person.objects.filter(pk__in=[number for *_said, number in data["quotations"]]).values_list("pk", flat=True))
    data["quotations"] = [[words, name, number if number in speakers else None] for words, name, number in data["quotations"]]
    facts = {(kind, pk) for kind, fact, pks in _tied(data) for pk in fact.objects.filter(pk__in=pks).values_list("pk", flat=True)}
    data[TIES] = [[kind, number, role] for kind, number, role in data[TIES] if (kind, number) in facts]
    return data


def _of_today(data: dict) -> dict:
    people = Absorbed.objects.now(Person, [number for *_said, number in data["quotations"] if number])
    quotations = [[words, name, people.get(number, number)] for words, name, number in data["quotations"]]
    facts = {kind: Absorbed.objects.now(fact, numbers) for kind, fact, numbers in _tied(data)}
    today = [(kind, facts[kind].get(number, number), role) for kind, number, role in data[TIES]]
    ties = {(kind, number): [kind, number, role] for kind, number, role in reversed(today)}  # of two that are one now the first
    return {**data, "quotations": quotations, TIES: list(reversed(ties.values()))}


def _tied(data) -> Iterator[tuple[str, type[Model], list[int]]]:
    """The kinds of facts that a version is tied to, with their numbers."""
    for model in LINKS:
        if numbers := [number for kind, number, _role in data[TIES] if kind == model.TARGET]:
            yield model.TARGET, model._meta.get_field(model.TARGET).related_model, numbers


def _write(article, data, *, number=1, **said):
    return Version.objects.create(article=article, number=number, data=data, token=article.token, **said)


def _plain(article, name):
    field = Article._meta.get_field(name)
    value = getattr(article, field.attname)
    return value if value is None or isinstance(value, (str, int)) else field.value_to_string(article)


def _rows(article) -> list[tuple]:
    """(kind, place, number, word, more) of every row beside the story."""
    sql, values = _statement()
    with connection.cursor() as cursor:
        cursor.execute(sql, [article.pk if value == _ANY_STORY else value for value in values])
        return cursor.fetchall()


@cache
def _statement() -> tuple[str, tuple]:
    """The query for any story, made once: with ten tables in it, making it takes several times as long as asking it."""
    article = Article(pk=_ANY_STORY)
    nothing, first = Value("", CharField()), Value(0, BigIntegerField())
    tables = [
        (Byline, "bylines", "order", "author_id", nothing, nothing),
        (Citation, "citations", "order", first, "name", "url"),
        (Quotation, "quotations", "order", Coalesce("speaker_id", first), "words", "name"),
        *((model, model.TARGET, "order", f"{model.TARGET}_id", "role", nothing) for model in LINKS),
    ]
    queries = [_columns(_noted(model, article), kind, *rest) for model, kind, *rest in tables]
    topics = TaggedItem.objects.filter(object_id=article.pk, content_type__app_label="articles", content_type__model="article")
    every = _columns(topics, "topics", first, "tag_id", "tag__name", nothing).union(*queries, all=True)
    return every.query.sql_with_params()


def _noted(model, article):
    """Of its quotations only those noted by hand: the others come back with the text."""
    rows = model.objects.filter(article=article)
    return rows.filter(from_text=False) if model is Quotation else rows


def _columns(rows, kind, *columns):
    return rows.order_by().annotate(in_kind=Value(kind, CharField())).values_list("in_kind", *columns)

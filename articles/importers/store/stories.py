"""Keeps our own story files: published as they say, tied to the facts that they name by address."""

import hashlib
import json
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone

from articles import actions
from articles.importers.records import PublisherRecord
from articles.importers.store.blocks import with_numbers
from articles.importers.store.naming import fact, one
from articles.importers.store.pictures import store_pictures
from articles.importers.story_file import read_pictures, read_publishers, read_story
from articles.models import Article, Author, Byline, Citation, Publisher
from articles.models.links import LINKS
from teams.importers.records import Refused
from teams.importers.store import Tally
from teams.importers.store.keeping import Wish, keep
from teams.models import ImportedRow

SOURCE = "seeds"
_NOT_SAID = ("id", "created_at", "updated_at", "live_from", "live_until")


@transaction.atomic
def load_stories(folder: Path, tally: Tally) -> Tally:
    """What the folder of seeds holds: publishers.yaml, pictures/pictures.yaml, stories/*.md; if one line is wrong, nothing.

    A story whose file has changed follows it, unless somebody has changed the story here since: then it stays as it is.
    """
    _keep_publishers(read_publishers(*_file(folder / "publishers.yaml")), tally)
    pictures = read_pictures(*_file(folder / "pictures" / "pictures.yaml"))
    images = store_pictures(pictures, folder=folder / "pictures", source=SOURCE, tally=tally)
    for path in sorted((folder / "stories").glob("*.md")):
        _keep_story(*_file(path), images, tally)
    return tally


def _file(path):
    """The content of a file, and the name under which messages speak of it."""
    return path.read_bytes(), f"{path.parent.name}/{path.name}"


def _keep_publishers(records, tally):
    publishers = [Wish(record.place, {"slug": record.slug}, _columns(record)) for record in records]
    rows = keep(Publisher, publishers, source=SOURCE, tally=tally)
    authors = [
        Wish(one.place, {"slug": one.slug}, {"name": one.name, "role": one.role, "about": one.about, "publisher_id": row.pk})
        for row, record in zip(rows, records, strict=True)
        if row
        for one in record.authors
    ]
    keep(Author, authors, source=SOURCE, tally=tally)


def _columns(record):
    names = set(PublisherRecord.__slots__) - {"place", "slug", "authors", "canonical"}
    return {name: getattr(record, name) for name in sorted(names)} | {"canonical_policy": record.canonical}


def _keep_story(content, file, images, tally):
    record = read_story(content, file)
    image = _picture(record, images)
    printed = hashlib.sha256(content + str(image and image.pk).encode()).hexdigest()
    memory = ImportedRow.objects.filter(source=SOURCE, kind="article", key=record.name).first()
    article = Article.objects.filter(pk=memory.row_id).first() if memory else None
    if article and article.binned_at:
        tally.kept.append(f"{record.place}: the article is in the bin here and stays there")
    elif memory and memory.said["file"] == printed:
        tally.same["article"] += 1
    elif memory and article is None:
        tally.kept.append(f"{record.place}: this article was deleted here and stays so")
    elif memory and memory.said["article"] != _state(article):
        tally.kept.append(f"{record.place}: the article stays as it was edited here")
    else:
        (tally.changed if article else tally.new)["article"] += 1
        article = _publish(record, image, article, images)
        said = {"file": printed, "article": _state(article)}
        row = {"row_id": article.pk, "said": said}
        ImportedRow.objects.update_or_create(source=SOURCE, kind="article", key=record.name, defaults=row)


def _publish(record, image, article, images):
    """Write the story, anew or over what the file said before, and let readers see it from the time that it names."""
    told = _told(record, image, images)
    try:
        article = actions.rewrite(article, by=None, **told) if article else actions.draft(by=None, **told)
        article = actions.publish(article, by=None, at=_moment(record.published))
        return _follow(article, record) if record.live or article.live_from else article
    except ValidationError as error:
        named = error.message_dict.items() if hasattr(error, "error_dict") else [("", error.messages)]
        raise Refused(record.place, "; ".join(f"{name} {' '.join(texts)}".strip() for name, texts in named)) from error


def _follow(article, record):
    """Tell again, each at its hour, what the file says was told live."""
    told = [
        {
            "at": _moment(one.at),
            "event": one.event and fact(one.event),
            "headline": one.headline,
            "body": one.body,
            "is_key": one.is_key,
        }
        for one in record.live
    ]
    return actions.retell(article, told, by=None, until=_moment(record.live_until))


def _told(record, image, images):
    publisher = one(Publisher, record.publisher, record.place)
    return {
        "language": record.language,
        "kind": record.kind,
        "headline": record.headline,
        "slug": record.slug,
        "standfirst": record.standfirst,
        "body": with_numbers(record.body, record.place, images),
        "publisher": publisher,
        "partner": record.partner,
        "source_url": record.source_url,
        "canonical_policy": record.canonical or publisher.canonical_policy,
        "image": image,
        "image_caption": record.caption,
        "modified_at": _moment(record.modified),
        "dateline": record.published.date(),
        "origin": f"{SOURCE}:{record.name}",
        "authors": [one(Author, slug, record.place) for slug in record.authors],
        "citations": record.cites,
        "topics": record.topics,
        "links": [(fact(reference), reference.role) for reference in record.links],
    }


def _state(article):
    """A digest of everything that an editor may have changed in the story."""
    fields = Article.objects.filter(pk=article.pk).values().get()
    ties = [list(article.tags.order_by("name").values_list("name", flat=True))]
    for model in (Byline, Citation, *LINKS):
        rows = model.objects.filter(article=article).values().order_by("order", "pk")
        ties.append([{name: value for name, value in row.items() if not name.startswith(("id", "confirmed"))} for row in rows])
    told = {name: value for name, value in fields.items() if name not in _NOT_SAID}
    return hashlib.sha256(json.dumps([told, ties], cls=DjangoJSONEncoder, sort_keys=True).encode()).hexdigest()


def _picture(record, images):
    if record.picture and record.picture not in images:
        raise Refused(record.place, f"no picture is called “{record.picture}”; the file pictures.yaml lists them")
    return images.get(record.picture)


def _moment(told):
    return told and timezone.make_aware(told)

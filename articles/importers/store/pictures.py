"""Keeps the pictures of the seeds, each file once, with the words that go with it."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from articles import actions
from articles.importers.records import PictureRecord
from articles.models import Image
from teams.importers.records import Refused
from teams.importers.store import Tally
from teams.models import ImportedRow


def store_pictures(records: Iterable[PictureRecord], *, folder: Path, source: str, tally: Tally) -> dict[str, Image]:
    """The pictures by name; words that an editor has changed stay, another file makes another picture."""
    return {record.name: _keep(record, folder, source, tally) for record in records}


def _keep(record, folder, source, tally):
    content = _content(record, folder)
    words = {"alt_text": record.alt_text, "caption": record.caption, "credit": record.credit, "focal_point": record.focus}
    said = {**words, "file": hashlib.sha256(content).hexdigest()}
    memory = ImportedRow.objects.filter(source=source, kind="image", key=record.name).first()
    image = Image.objects.filter(pk=memory.row_id).first() if memory else None
    if image is None or memory.said["file"] != said["file"]:
        image = _add(record, content, words)
        tally.new["image"] += 1
    elif said != memory.said and all(getattr(image, name) == memory.said[name] for name in words):
        _change(record, image, words)
        tally.changed["image"] += 1
    else:
        tally.same["image"] += 1
        return image
    ImportedRow.objects.update_or_create(
        source=source, kind="image", key=record.name, defaults={"row_id": image.pk, "said": said}
    )
    return image


def _content(record, folder):
    try:
        return (folder / record.file).read_bytes()
    except OSError as error:
        raise Refused(record.place, f"the picture {record.file} cannot be read: {error.strerror}") from error


def _add(record, content, words):
    return _refuse_with_place(record, actions.add_picture, by=None, file=ContentFile(content, name=record.file), **words)


def _change(record, image, words):
    for name, value in words.items():
        setattr(image, name, value)
    _refuse_with_place(record, actions.save_picture, image, by=None)


def _refuse_with_place(record, verb, *args, **kwargs):
    try:
        return verb(*args, **kwargs)
    except ValidationError as error:
        raise Refused(record.place, f"{record.file}: {' '.join(error.messages)}") from error

"""Blocks and speakers that a file names by address, as the text of a story keeps them: by number."""

import json
import re
from html import escape, unescape

from articles.importers.records import EventReference
from articles.importers.store.naming import event, one
from articles.models import Image
from articles.text import ELEMENT, block_of, written
from teams.importers.records import Place, Refused
from teams.models import Match, Person, Stage, Team

NAMED = re.compile(rf'<{ELEMENT} data-named="([^"]*)"></{ELEMENT}>')
SAID = re.compile(r'<blockquote data-named="([^"]*)">')


def with_numbers(body: str, place: Place, images: dict[str, Image]) -> str:
    """The text with a number wherever it names a row; `images` are the pictures of the seeds by name."""
    body = SAID.sub(lambda found: _said(one(Person, unescape(found[1]), place)), body)
    return NAMED.sub(lambda found: _block(json.loads(unescape(found[1])), place, images), body)


def _said(person):
    return f'<blockquote data-person="{person.pk}" data-speaker="{escape(person.name)}">'


def _block(told, place, images):
    kind, name = next(iter(told.items()))
    if kind not in KINDS:
        raise Refused(place, f"{{{kind}: {name}}}: a block is one of {', '.join(KINDS)}")
    made = block_of(kind, {**told, **KINDS[kind](name, told, place, images)})
    if made is None:
        raise Refused(place, f"{{{kind}: {name}}}: the block does not say all that it has to, or says it wrongly")
    return written(made)


def _row(model):
    return lambda name, told, place, images: {"id": str(one(model, name, place).pk)}


def _event(name, told, place, images):
    minute = re.fullmatch(r"(?:(\d{1,3})(?:\+(\d{1,2}))?)?", told.get("minute", ""), re.ASCII)
    if minute is None:
        raise Refused(place, f"{{event: {name}}}: minute: 67 or 45+2 was expected, not “{told['minute']}”")
    when = int(minute[1]) if minute[1] else None, int(minute[2] or 0)
    asked = EventReference(place, "event", name, "", told.get("kind", "goal"), *when, told.get("person"))
    return {"id": str(event(asked, one(Match, name, place)).pk)}


def _table(name, told, place, images):
    competition, _, label = name.partition(" ")
    stages = Stage.objects.filter(season__competition__slug=competition, season__label=label).exclude(kind=Stage.Kind.KNOCKOUT)
    stage = stages.order_by("order").first()
    if stage is None:
        raise Refused(place, f"{{table: {name}}}: no competition has a table by that address and season; write serie-a 2025-26")
    return {"id": str(stage.pk)}


def _meetings(name, told, place, images):
    first, _, second = name.partition(" ")
    return {"id": str(one(Team, first, place).pk), "other": str(one(Team, second, place).pk)}


def _picture(name, told, place, images):
    if name not in images:
        raise Refused(place, f"{{picture: {name}}}: no picture is called that; the file pictures.yaml lists them")
    return {"id": str(images[name].pk)}


KINDS = {
    "match": _row(Match),
    "event": _event,
    "person": _row(Person),
    "table": _table,
    "lineup": _row(Match),
    "meetings": _meetings,
    "fixtures": _row(Team),
    "picture": _picture,
    "embed": lambda name, told, place, images: {"url": name},
}

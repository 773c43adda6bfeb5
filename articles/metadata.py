"""What a picture file says of itself: its caption, whose it is, when it was taken. Reads XMP, IPTC and EXIF, in that order."""

import re
from dataclasses import dataclass, fields
from datetime import datetime
from xml.etree import ElementTree

from django.utils import timezone
from PIL import ExifTags, IptcImagePlugin
from PIL.Image import Image as Picture

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PHOTOSHOP = "{http://ns.adobe.com/photoshop/1.0/}"
_EXIF = "{http://ns.adobe.com/exif/1.0/}"
_IPTC_CORE = "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}"
_MAX_XMP = 1_000_000
# What there is room for.
LONGEST = {"alt_text": 300, "caption": 300, "credit": 150}


@dataclass(frozen=True)
class Said:
    alt_text: str = ""
    caption: str = ""
    credit: str = ""
    taken_at: datetime | None = None

    def words(self) -> dict[str, str | datetime]:
        """All that is not empty."""
        return {field.name: said for field in fields(self) if (said := getattr(self, field.name))}


def said_by(picture: Picture) -> Said:
    """What the file says; what is damaged or in no known form is as if it were not there."""
    sources = [_xmp(picture), _iptc(picture), _exif(picture)]
    told = {field.name: _first(sources, field.name) for field in fields(Said)}
    return Said(**{name: value[: LONGEST[name]] if name in LONGEST else value for name, value in told.items()})


def _first(sources, name):
    return next((source[name] for source in sources if source.get(name)), None if name == "taken_at" else "")


def _xmp(picture):
    raw = picture.info.get("xmp") or b""
    # No document type, so no entities that grow.
    if not raw or len(raw) > _MAX_XMP or b"<!" in raw:
        return {}
    try:
        tree = ElementTree.fromstring(raw)  # noqa: S314
    except (ElementTree.ParseError, ValueError):
        return {}
    found = {}
    for node in tree.iter(f"{_RDF}Description"):
        found |= node.attrib
        found |= {child.tag: " ".join("".join(child.itertext()).split()) for child in node}
    return {
        "alt_text": _text(found.get(f"{_IPTC_CORE}AltTextAccessibility")),
        "caption": _text(found.get(f"{_DC}description")),
        "credit": _text(found.get(f"{_PHOTOSHOP}Credit") or found.get(f"{_DC}creator") or found.get(f"{_DC}rights")),
        "taken_at": _instant(found.get(f"{_PHOTOSHOP}DateCreated") or found.get(f"{_EXIF}DateTimeOriginal")),
    }


def _iptc(picture):
    try:
        found = IptcImagePlugin.getiptcinfo(picture) or {}
    except (OSError, SyntaxError, ValueError, KeyError, IndexError, TypeError):
        return {}
    day, time = _text(found.get((2, 55))), _text(found.get((2, 60)))
    return {
        "caption": _text(found.get((2, 120))),
        "credit": _text(found.get((2, 110)) or found.get((2, 80)) or found.get((2, 116))),
        "taken_at": _instant(f"{day}T{time}" if time else day),
    }


def _exif(picture):
    try:
        exif = picture.getexif()
        detail = exif.get_ifd(ExifTags.IFD.Exif)
    except (OSError, SyntaxError, ValueError, KeyError, TypeError):
        return {}
    base = ExifTags.Base
    day, _, time = _text(detail.get(base.DateTimeOriginal)).partition(" ")
    return {
        "caption": _text(exif.get(base.ImageDescription)),
        "credit": _text(exif.get(base.Artist) or exif.get(base.Copyright)),
        "taken_at": _instant(f"{day.replace(':', '-')}T{time}{_text(detail.get(base.OffsetTimeOriginal))}"),
    }


def _text(value):
    if isinstance(value, list):
        return ", ".join(_text(one) for one in value)
    if isinstance(value, bytes):
        try:
            value = value.decode()
        except UnicodeDecodeError:
            value = value.decode("latin-1")
    return " ".join(re.sub(r"[\x00-\x1f\x7f]", " ", str(value or "")).split())


def _instant(told):
    """An instant written in one of the usual ways; without an offset it is in the newsroom's zone."""
    try:
        instant = datetime.fromisoformat((told or "").strip())
        return instant if instant.tzinfo else timezone.make_aware(instant)
    except (ValueError, OverflowError):
        return None

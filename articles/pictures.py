"""What a picture file may be, and what is kept of it: the picture itself and nothing about who took it where."""

import hashlib
import warnings
from io import BytesIO
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from articles.metadata import Said, said_by
from teams.names import to_slug

MAX_PIXELS = 40_000_000
MAX_BYTES = 24 * 2**20
FORMATS = {
    "JPEG": {"quality": 90, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 90},
    "AVIF": {"quality": 80, "speed": 8},
}
ACCEPTED = "image/jpeg,image/png,image/webp,image/avif"
# Colours and transparency; everything else (camera, place, comments) is left out.
_KEPT = ("icc_profile", "transparency")
# How files begin that people take for pictures that can be printed.
_OTHERS = {
    b"GIF8": "GIF", b"II*\0": "TIFF", b"MM\0*": "TIFF", b"BM": "BMP", b"%PDF": "PDF", b"PK": "ZIP", b"8BPS": "Photoshop",
    b"<svg": "SVG", b"<?xml": "XML", b"<": "HTML",
}  # fmt: skip


class Cleaned(ContentFile):
    """A picture fit to be kept: its measures, and what the file said of itself before that was taken out."""

    def __init__(self, content: bytes, name: str, size: tuple[int, int], said: Said) -> None:
        super().__init__(content, name=name)
        self.width, self.height = size
        self.said = said


def cleaned(file: File) -> Cleaned:
    """The same picture upright and without metadata; ValidationError if it is none that can be printed.

    Its name is new with every content, so that an address once given always shows the same picture.
    """
    if file.size > MAX_BYTES:
        raise ValidationError(_("The file is too large: at most %(size)s MB.") % {"size": MAX_BYTES // 2**20})
    file.seek(0)
    picture, kind = _opened(file.read(), file.name or "")
    said = said_by(picture)
    try:
        upright = ImageOps.exif_transpose(picture)
    except (OSError, SyntaxError, ValueError) as error:
        raise ValidationError(_("The picture is damaged and cannot be read to its end.")) from error
    upright.info = {key: value for key, value in upright.info.items() if key in _KEPT}
    output = BytesIO()
    upright.save(output, kind, **upright.info, **FORMATS[kind])
    content = output.getvalue()
    stem = to_slug(Path(file.name or "").stem)[:60] or "picture"
    name = f"{stem}-{hashlib.sha256(content).hexdigest()[:8]}.{kind.lower()}"
    return Cleaned(content, name, upright.size, said)


def _opened(content, name):
    """The picture, not yet decoded, and its format: one of FORMATS, and never more than MAX_PIXELS."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(BytesIO(content), formats=list(FORMATS))
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise _too_large() from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise ValidationError(_what_it_is(content, name)) from error
    if picture.width * picture.height > MAX_PIXELS:
        raise _too_large()
    return picture, "JPEG" if picture.format == "MPO" else picture.format


def _what_it_is(content, name):
    head = content[:100].lstrip()
    kind = next((kind for start, kind in _OTHERS.items() if head.startswith(start)), "")
    if kind and Path(name).suffix.lower() in (".jpg", ".jpeg", ".png", ".webp", ".avif"):
        told = _("It is called %(name)s but is a %(kind)s file: use JPEG, PNG, WebP or AVIF.")
        return told % {"name": Path(name).name, "kind": kind}
    return _("This is not a picture that can be printed: use JPEG, PNG, WebP or AVIF.")


def _too_large():
    millions = MAX_PIXELS // 10**6
    return ValidationError(_("The picture is too large: at most %(millions)s million pixels.") % {"millions": millions})

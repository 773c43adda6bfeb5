"""What a picture file may be, and what is kept of it: the picture itself and nothing about who took it where."""

import warnings
from io import BytesIO
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

MAX_PIXELS = 40_000_000
FORMATS = {
    "JPEG": {"quality": 90, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 90},
    "AVIF": {"quality": 80},
}
# Colours and transparency; everything else (camera, place, comments) is left out.
_KEPT = ("icc_profile", "transparency")


def cleaned(file: File) -> ContentFile:
    """The same picture upright and without metadata; ValidationError if it is none that can be printed."""
    file.seek(0)
    picture, kind = _opened(file.read())
    try:
        upright = ImageOps.exif_transpose(picture)
    except (OSError, SyntaxError, ValueError) as error:
        raise ValidationError(_("The picture is damaged and cannot be read to its end.")) from error
    upright.info = {key: value for key, value in upright.info.items() if key in _KEPT}
    output = BytesIO()
    upright.save(output, kind, **upright.info, **FORMATS[kind])
    return ContentFile(output.getvalue(), name=f"{Path(file.name or 'picture').stem[:80]}.{kind.lower()}")


def _opened(content):
    """The picture, not yet decoded, and its format: one of FORMATS, and never more than MAX_PIXELS."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(BytesIO(content), formats=list(FORMATS))
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise _too_large() from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise ValidationError(_("This is not a picture that can be printed: use JPEG, PNG, WebP or AVIF.")) from error
    if picture.width * picture.height > MAX_PIXELS:
        raise _too_large()
    return picture, "JPEG" if picture.format == "MPO" else picture.format


def _too_large():
    millions = MAX_PIXELS // 10**6
    return ValidationError(_("The picture is too large: at most %(millions)s million pixels.") % {"millions": millions})

"""Keeping pictures, and making the sizes that pages and feeds use."""

from django.core.files.base import File
from django.db import transaction

from articles import listing, pictures
from articles.models import Image


@transaction.atomic
def add_picture(*, by, file: File, alt_text: str, credit: str, **fields) -> Image:
    """Keep a picture: JPEG, PNG, WebP or AVIF of at most 40 million pixels, upright, without metadata, with its renditions."""
    return save_picture(Image(file=pictures.cleaned(file), alt_text=alt_text, credit=credit, **fields), by=by)


@transaction.atomic
def save_picture(image: Image, *, by) -> Image:
    """Keep what is said of a picture, and make the sizes that follow from its focal point; feeds show both."""
    image.full_clean()
    image.save()
    make_renditions(image)
    listing.mark_changed(listing.showing(image))
    return image


def make_renditions(image: Image) -> None:
    """The sizes that pages and feeds use; those that are there already are left alone."""
    for rendition in image.file.field.formats:
        image.file.process(rendition)

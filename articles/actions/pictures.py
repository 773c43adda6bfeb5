"""Pictures: kept with what their files say of them, described, replaced, put into the bin and taken out of it."""

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from articles import listing, pictures, tasks
from articles.models import Image, LeftFile
from articles.models.renditions import folder
from teams import clock
from teams.auditlog import record


def take_in_picture(*, by, file: File, credit: str = "") -> Image:
    """Keep a picture as it comes, with the words that stand in the file; what is missing is added later.

    `credit`: whose it is, if the file does not say.
    """
    file = pictures.cleaned(file)
    return save_picture(Image(file=file, **{"credit": credit, **file.said.words()}), by=by)


def add_picture(*, by, file: File, alt_text: str, credit: str, **fields) -> Image:
    """Keep a picture of which everything is known."""
    return save_picture(Image(file=pictures.cleaned(file), alt_text=alt_text, credit=credit, **fields), by=by)


@transaction.atomic
def save_picture(image: Image, *, by) -> Image:
    """Keep a picture as it stands: its words, its focal point, or a file that `pictures.cleaned` has let through.

    The worker makes the sizes. A new file gets a new address; the former stays for pages that somebody kept.
    """
    before = Image.objects.filter(pk=image.pk).first()
    if not image.file._committed:
        image.width, image.height, image.made_for = image.file.file.width, image.file.file.height, ""
    image.full_clean()
    keep_words_for_readers(image)
    image.save()
    if before and before.file.name != image.file.name:
        _leave(before)
    if image.made_for != image.focal_point:
        tasks.make_renditions.enqueue(image.pk)
    listing.mark_changed(listing.showing(image))
    record(by, _verb(before, image), image)
    return image


@transaction.atomic
def bin_picture(image: Image, *, by) -> Image:
    """Take a picture from pages and pickers; whatever uses it goes on doing so, and shows it again once it is restored."""
    image.binned_at, image.binned_by = clock.now(), by
    return _move(image, by, "bin")


@transaction.atomic
def restore_picture(image: Image, *, by) -> Image:
    """Bring a picture back from the bin, with all its uses."""
    image.binned_at = image.binned_by = None
    return _move(image, by, "restore")


def missing_words(image: Image) -> list[str]:
    """The fields that must be filled before a published story may show the picture."""
    return [name for name in ("alt_text", "credit") if not getattr(image, name).strip()]


def missing_of_picture(image: Image) -> list[str]:
    """The same for an editor to read, one sentence each."""
    told = {"alt_text": _("The picture has no alternative text."), "credit": _("The picture has no credit.")}
    missing = [told[name] for name in missing_words(image)]
    return [_("The picture is in the bin."), *missing] if image.binned_at else missing


def keep_words_for_readers(image: Image) -> None:
    """A picture in a story that is published, be it for a later time, does not lose its words: ValidationError by field."""
    missing = missing_words(image)
    if missing and image.pk and listing.showing(image):
        raise ValidationError({name: _("A published story shows this picture.") for name in missing})


def _move(image, by, verb):
    image.save(update_fields=["binned_at", "binned_by"])
    listing.mark_changed(listing.showing(image))
    record(by, verb, image)
    return image


def _leave(before):
    paths = [before.file.name, *([folder(before.file.name, before.made_for)] if before.made_for else [])]
    for path in paths:
        LeftFile.objects.get_or_create(path=path)


def _verb(before, image):
    if before is None:
        return "add"
    return "change" if before.file.name == image.file.name else "replace"

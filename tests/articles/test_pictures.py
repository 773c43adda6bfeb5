"""Pictures: which files are taken, what is kept of them, and the sizes that are made."""

import zlib
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import Image as Pillow

from articles import actions, pictures
from articles.models import Image

ORIENTATION, ARTIST = 0x0112, 0x013B


def picture_file(size=(1600, 900), kind="JPEG", name="goal.jpg", **saved):
    output = BytesIO()
    Pillow.new("RGB", size, "#0b6e4f").save(output, kind, **saved)
    return ContentFile(output.getvalue(), name=name)


@pytest.mark.django_db
def test_a_picture_is_kept_with_every_rendition():
    image = actions.add_picture(by=None, file=picture_file(), alt_text="A goal", credit="Illustration: Terzo Tempo")

    assert (image.width, image.height) == (1600, 900)
    for rendition, size in {"small": (480, 270), "square": (1200, 1200), "card": (1200, 630), "full": (1600, 900)}.items():
        with image.file.storage.open(image.file.process(rendition)) as made:
            assert Pillow.open(made).size == size
        assert getattr(image.file, rendition).startswith("/media/__processed__/")


@pytest.mark.django_db
def test_the_renditions_follow_the_focal_point():
    image = actions.add_picture(by=None, file=picture_file(), alt_text="A goal", credit="Terzo Tempo")
    before = Image.objects.get(pk=image.pk).file.small

    image.focal_point = "0.2x0.2"
    image.save()

    assert Image.objects.get(pk=image.pk).file.small != before


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_the_four_formats_of_the_web_are_taken(kind):
    kept = pictures.cleaned(picture_file((64, 36), kind))

    assert Pillow.open(kept).format == kind
    assert kept.name.endswith(f".{kind.lower()}")


@pytest.mark.parametrize("kind", ["TIFF", "GIF", "BMP"])
def test_other_formats_are_refused(kind):
    with pytest.raises(ValidationError, match="JPEG, PNG, WebP"):
        pictures.cleaned(picture_file((64, 36), kind))


def test_text_that_calls_itself_a_picture_is_refused():
    with pytest.raises(ValidationError, match="JPEG, PNG, WebP"):
        pictures.cleaned(ContentFile(b"<svg onload=alert(1)>", name="goal.jpg"))


def test_a_picture_cut_short_is_refused():
    whole = picture_file().read()

    with pytest.raises(ValidationError):
        pictures.cleaned(ContentFile(whole[: len(whole) // 2], name="goal.jpg"))


@pytest.mark.parametrize("size", [(10_000, 5_000), (20_000, 10_000), (30_000, 8_000)])
def test_more_than_forty_million_pixels_are_refused_before_they_are_decoded(size):
    with pytest.raises(ValidationError, match="40"):
        pictures.cleaned(picture_file_of_claimed(size))


def test_what_the_camera_wrote_is_left_out_and_the_picture_stands_upright():
    exif = Pillow.Exif()
    exif[ARTIST], exif[ORIENTATION] = "Somebody", 6

    kept = Pillow.open(pictures.cleaned(picture_file((64, 36), exif=exif, comment=b"home address")))

    assert dict(kept.getexif()) == {}
    assert "comment" not in kept.info
    assert kept.size == (36, 64)


def picture_file_of_claimed(size):
    """A small PNG whose head declares many pixels."""
    content = bytearray(picture_file((1, 1), "PNG").read())
    content[16:24] = size[0].to_bytes(4, "big") + size[1].to_bytes(4, "big")
    content[29:33] = zlib.crc32(bytes(content[12:29])).to_bytes(4, "big")
    return ContentFile(bytes(content), name="huge.png")

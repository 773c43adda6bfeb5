"""Pictures: which files are taken, what is kept of them, and the sizes that are made."""

import zlib
from datetime import timedelta
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django_tasks_db.models import DBTaskResult
from PIL import Image as Pillow

from articles import actions, pictures, renditions, tasks
from articles.models import Image, LeftFile
from teams import clock

ORIENTATION, ARTIST = 0x0112, 0x013B


def picture_file(size=(1600, 900), kind="JPEG", name="goal.jpg", **saved):
    output = BytesIO()
    Pillow.new("RGB", size, "#0b6e4f").save(output, kind, **saved)
    return ContentFile(output.getvalue(), name=name)


@pytest.fixture
def queue(settings):
    """The real queue, in which tasks wait for the worker."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    return DBTaskResult.objects


def add_goal(**fields):
    return actions.add_picture(**{"by": None, "file": picture_file(), "alt_text": "A goal", "credit": "Terzo Tempo", **fields})


def files(address):
    """The files that a srcset names, by their width."""
    return {width: address.removeprefix("/media/") for address, width in (one.split(" ") for one in address.split(", "))}


def opened(path):
    with default_storage.open(path) as made:
        return Pillow.open(BytesIO(made.read()))


@pytest.mark.django_db
def test_the_worker_makes_every_size_in_three_formats():
    image = Image.objects.get(pk=add_goal(file=picture_file((2000, 1600))).pk)

    for slot, sizes in {
        "wide": {"480w": (480, 270), "800w": (800, 450), "1200w": (1200, 675)},
        "square": {"320w": (320, 320), "1200w": (1200, 1200)},
        "whole": {"800w": (800, 640), "1600w": (1600, 1280)},
    }.items():
        made = getattr(image, slot)
        for kind, srcset in {"AVIF": made.avif, "WEBP": made.webp, "JPEG": made.jpeg}.items():
            found = {width: opened(path) for width, path in files(srcset).items()}
            assert {width: picture.size for width, picture in found.items()} == sizes
            assert {picture.format for picture in found.values()} == {kind}
    assert opened(image.card.url.removeprefix("/media/")).size == (1200, 630) == (image.card.width, image.card.height)
    assert image.wide.url == f"/media/{files(image.wide.jpeg)['1200w']}"


@pytest.mark.django_db
def test_neither_upload_nor_reader_makes_a_size_and_until_the_worker_has_the_kept_file_is_shown(queue):
    image = add_goal()

    assert image.wide == (image.file.url, 1600, 900, "", "", "")
    assert not default_storage.exists(f"sizes/{image.file.name}")
    assert [row.args_kwargs["args"] for row in queue.all()] == [[image.pk]]


@pytest.mark.django_db
def test_a_small_picture_is_not_blown_up_where_all_of_it_is_shown():
    image = Image.objects.get(pk=add_goal(file=picture_file((300, 200))).pk)

    assert (image.whole.width, image.whole.height) == (300, 200)


@pytest.mark.django_db
def test_a_transparent_picture_stays_so_and_is_white_behind_as_jpeg():
    output = BytesIO()
    Pillow.new("RGBA", (400, 400), (0, 0, 0, 0)).save(output, "PNG")
    image = Image.objects.get(pk=add_goal(file=ContentFile(output.getvalue(), "logo.png")).pk)

    assert opened(files(image.square.webp)["320w"]).convert("RGBA").getpixel((9, 9))[3] == 0
    assert opened(files(image.square.jpeg)["320w"]).getpixel((9, 9)) == (255, 255, 255)


@pytest.mark.django_db
def test_the_cut_follows_the_focal_point_as_object_position_does_in_css():
    output = BytesIO()
    halves = Pillow.new("RGB", (1600, 400), "#ff0000")
    halves.paste((0, 0, 255), (800, 0, 1600, 400))
    halves.save(output, "PNG")
    left = Image.objects.get(pk=add_goal(file=ContentFile(output.getvalue(), "halves.png"), focal_point="0x0.5").pk)

    red, _green, blue = opened(files(left.square.jpeg)["320w"]).getpixel((300, 160))

    assert red > 200 > 50 > blue


@pytest.mark.django_db
def test_when_the_focal_point_moves_the_former_cut_stands_until_the_new_one_is_made(queue):
    image = add_goal()
    tasks.make_renditions.call(image.pk)
    image.refresh_from_db()
    before = image.wide.url

    image.focal_point = "0.2x0.2"
    actions.save_picture(image, by=None)
    between = Image.objects.get(pk=image.pk).wide.url
    tasks.make_renditions.call(image.pk)
    after = Image.objects.get(pk=image.pk).wide.url

    assert before == between != after
    assert [left.path for left in LeftFile.objects.all()] == [f"sizes/{image.file.name}/0.5x0.5/"]


@pytest.mark.django_db
def test_a_task_that_was_stopped_in_the_middle_of_a_file_is_done_whole_by_the_next(queue):
    image = add_goal()
    half = f"sizes/{image.file.name}/0.5x0.5/wide-480.jpg"
    default_storage.save(half, ContentFile(b"half"))

    tasks.make_renditions.call(image.pk)
    tasks.make_renditions.call(image.pk)

    assert opened(half).size == (480, 270)
    assert len(default_storage.listdir(f"sizes/{image.file.name}/0.5x0.5")[1]) == 22


@pytest.mark.django_db
def test_a_task_for_a_picture_that_is_gone_does_nothing(queue):
    tasks.make_renditions.call(1)


@pytest.mark.django_db
def test_a_new_file_has_a_new_address_and_the_former_goes_a_month_later():
    image = Image.objects.get(pk=add_goal().pk)
    before, sizes = image.file.name, image.wide.url.removeprefix("/media/")

    image.file = pictures.cleaned(picture_file((800, 600)))
    actions.save_picture(image, by=None)
    renditions.clear(clock.now())
    image.refresh_from_db()

    assert image.file.name != before and (image.width, image.height) == (800, 600)
    assert not default_storage.exists(before) and not default_storage.exists(sizes)
    assert default_storage.exists(image.file.name) and default_storage.exists(image.wide.url.removeprefix("/media/"))
    assert not LeftFile.objects.exists()


@pytest.mark.django_db
def test_what_readers_may_still_hold_is_kept_for_thirty_days():
    image = Image.objects.get(pk=add_goal().pk)
    before, replaced = image.file.name, clock.now()
    image.file = pictures.cleaned(picture_file((800, 600)))
    actions.save_picture(image, by=None)

    for days, there in ((29, True), (31, False)):
        renditions.clear_after_a_while(replaced, replaced + timedelta(days=days))
        assert default_storage.exists(before) == there


@pytest.mark.django_db
def test_a_cut_that_came_into_use_again_is_not_cleared():
    image = add_goal()
    for point in ("0.2x0.2", "0.5x0.5"):
        image.focal_point = point
        actions.save_picture(image, by=None)
        image.refresh_from_db()

    renditions.clear(clock.now() + timedelta(seconds=1))

    assert default_storage.exists(image.wide.url.removeprefix("/media/"))
    assert not default_storage.exists(f"sizes/{image.file.name}/0.2x0.2/wide-480.jpg")


@pytest.mark.django_db
def test_pictures_that_came_without_their_sizes_are_found_and_given_them(queue):
    image = add_goal()
    queue.all().delete()

    tasks.ask_for_missing_renditions(clock.now(), clock.now())

    assert [row.args_kwargs["args"] for row in queue.all()] == [[image.pk]]


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
    with pytest.raises(ValidationError, match=r"goal\.jpg .* SVG: .* JPEG, PNG, WebP"):
        pictures.cleaned(ContentFile(b"<svg onload=alert(1)>", name="goal.jpg"))


def test_a_file_that_is_too_heavy_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(pictures, "MAX_BYTES", 2**20)

    with pytest.raises(ValidationError, match="1 MB"):
        pictures.cleaned(ContentFile(bytes(2**20 + 1), name="goal.jpg"))


def test_every_content_has_a_name_of_its_own_that_any_address_can_carry():
    first, second, again = (pictures.cleaned(picture_file((64, side), name="È gol!.JPG")) for side in (36, 37, 36))

    assert first.name == again.name != second.name
    assert first.name.startswith("e-gol-") and first.name.endswith(".jpeg")


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

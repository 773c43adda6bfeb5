"""Pictures on the desk: only what can be printed comes in, in every size, with its words and its focal point."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image as Picture

from articles import actions
from articles.models import Image
from tests.desk import add_picture, as_sent, change, make_login, picture_file
from tests.making import make_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(make_login("Editor"))
    return client


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_picture_that_can_be_printed_is_kept_with_every_size(desk, kind):
    answer = add_picture(desk, picture_file(kind))

    image = Image.objects.get()
    assert answer.headers["Location"] == change(image)
    assert (image.width, image.height) == (1600, 900)
    assert image.file.storage.exists(image.card.url.removeprefix("/media/"))


def bomb():
    """A few kilobytes that claim to be four hundred million pixels."""
    output = BytesIO()
    Picture.new("1", (20000, 20000)).save(output, "PNG")
    return SimpleUploadedFile("small.png", output.getvalue())


@pytest.mark.parametrize(
    "file",
    [
        lambda: picture_file("TIFF", name="photo.jpg"),
        lambda: picture_file("GIF"),
        lambda: SimpleUploadedFile("photo.jpg", b"<script>alert(1)</script>", "image/jpeg"),
        lambda: SimpleUploadedFile("photo.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>', "image/svg+xml"),
        lambda: SimpleUploadedFile("photo.jpg", b""),
        lambda: SimpleUploadedFile("photo.jpg", picture_file().read()[:900]),
        bomb,
    ],
    ids=["disguised", "gif", "script", "svg", "empty", "cut off", "bomb"],
)
def test_what_is_no_picture_is_refused_beside_the_field(desk, file):
    answer = add_picture(desk, file())

    assert list(answer.context["adminform"].errors) == ["file"]
    assert not Image.objects.exists()


@pytest.mark.parametrize("left_out", ["alt_text", "credit"])
def test_a_picture_without_its_words_is_kept_but_no_story_with_it_is_published(desk, left_out):
    add_picture(desk, picture_file(), **{left_out: ""})
    story = make_article("Con la foto", image=Image.objects.get())

    with pytest.raises(ValidationError, match="picture has no"):
        actions.publish(story, by=None)


def test_a_picture_is_cropped_around_the_point_that_was_clicked(desk):
    add_picture(desk, picture_file())
    image = Image.objects.get()
    before = image.square.url

    desk.post(change(image), as_sent(desk.get(change(image)), focal_point="0.100x0.900"))
    refused = desk.post(change(image), as_sent(desk.get(change(image)), focal_point="1e9x<b>"))

    image.refresh_from_db()
    assert image.focal_point == "0.100x0.900"
    assert image.square.url != before
    assert image.file.storage.exists(image.square.url.removeprefix("/media/"))
    assert list(refused.context["adminform"].errors) == ["focal_point"]


def test_a_picture_in_use_stays_and_says_where_it_is_used(desk):
    add_picture(desk, picture_file())
    image = Image.objects.get()
    make_article("Con la foto", image=image)

    page = desk.get(change(image)).content.decode()
    answer = desk.post(f"/admin/articles/image/{image.pk}/delete/", {"post": "yes"})

    assert "Con la foto" in page
    assert (answer.status_code, Image.objects.count()) == (200, 1)

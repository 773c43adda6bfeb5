"""Pictures on the desk: many come in at once, only what can be printed, each with its words, its focal point, its uses."""

from datetime import UTC, datetime
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image as Picture

from articles import actions, picture_uses
from articles.models import Article, Author, Image
from tests.desk import as_sent, change, make_login, picture_file, told
from tests.making import make_article, make_published, make_publisher

pytestmark = pytest.mark.django_db

ADD, UPLOAD, LIST = "/admin/articles/image/add/", "/admin/articles/image/upload/", "/admin/articles/image/"


@pytest.fixture
def desk(client):
    client.force_login(make_login("Editor"))
    return client


def send(desk, *files, **typed):
    """As a browser without scripts sends the page "Add pictures"."""
    return desk.post(ADD, {**typed, "files": files})


def add_picture(desk, **words):
    send(desk, picture_file())
    image = Image.objects.latest("pk")
    actions.save_picture(_with(image, **{"alt_text": "Lautaro esulta", "credit": "Foto: Terzo Tempo", **words}), by=None)
    return Image.objects.get(pk=image.pk)


def _with(image, **words):
    for name, value in words.items():
        setattr(image, name, value)
    return image


def with_exif(**said):
    """A JPEG that says this of itself, and where it was taken."""
    exif = Picture.Exif()
    for tag, value in {0x010E: "Il gol del 45'", 0x013B: "Anna Rossi", **said}.items():
        exif[tag] = value
    exif.get_ifd(0x8769).update({0x9003: "2025:11:05 21:45:00", 0x9011: "+01:00"})
    exif.get_ifd(0x8825).update({1: "N", 2: (45.0, 28.0, 41.0)})
    output = BytesIO()
    Picture.new("RGB", (160, 90)).save(output, "JPEG", exif=exif)
    return SimpleUploadedFile("gol.jpg", output.getvalue())


def test_many_pictures_come_in_at_once_and_then_each_is_given_its_words(desk):
    page = send(desk, picture_file("JPEG"), picture_file("PNG"), picture_file("WEBP"), picture_file("AVIF"))
    first, *others = [form.instance for form in page.context["rows"]]
    answer = desk.post(
        ADD,
        as_sent(page, picture=first.pk, **{f"picture-{first.pk}-alt_text": "Un gol", f"picture-{first.pk}-credit": "AP"}),
        follow=True,
    )

    first.refresh_from_db()
    assert (first.alt_text, first.credit, len(others)) == ("Un gol", "AP", 3)
    assert answer.redirect_chain[0][0] == LIST
    assert told(answer) == ["1 immagine è nell'archivio."] or len(told(answer)) == 1


def test_one_that_is_refused_is_named_and_the_others_are_kept(desk):
    page = send(desk, picture_file(), picture_file("GIF", name="festa.jpg"))

    assert [name for name, _line in page.context["refused"]] == ["festa.jpg"]
    assert "festa.jpg" in page.content.decode() and "GIF" in page.context["refused"][0][1]
    assert Image.objects.count() == len(page.context["rows"]) == 1


def test_the_page_sends_one_at_a_time_and_gets_the_lines_for_its_words(desk):
    answer = desk.post(UPLOAD, {"files": picture_file(), "credit": "AP"})

    image = Image.objects.get()
    assert image.credit == "AP"
    assert f'name="picture-{image.pk}-alt_text"' in answer.json()["row"]


def test_what_the_page_sends_and_is_no_picture_is_refused_with_the_reason(desk):
    answer = desk.post(UPLOAD, {"files": SimpleUploadedFile("gol.jpg", b"%PDF-1.7")})

    assert answer.status_code == 422
    assert "gol.jpg" in answer.json()["refused"][0] and "PDF" in answer.json()["refused"][0]
    assert desk.post(UPLOAD).status_code == 422


def test_words_that_are_too_long_come_back_with_the_reason_and_nothing_typed_is_lost(desk):
    image = add_picture(desk)

    page = desk.post(ADD, {"picture": image.pk, f"picture-{image.pk}-alt_text": "a" * 301, f"picture-{image.pk}-caption": "Qui"})

    assert list(page.context["rows"][0].errors) == ["alt_text"]
    assert "a" * 301 in page.content.decode() and "Qui" in page.content.decode()


def test_what_the_file_says_of_itself_is_filled_in_and_where_it_was_taken_is_not_kept(desk):
    send(desk, with_exif(), credit="AP")

    image = Image.objects.get()
    kept = Picture.open(BytesIO(image.file.open().read()))
    image.file.close()
    assert (image.caption, image.credit) == ("Il gol del 45'", "Anna Rossi")
    assert image.taken_at == datetime(2025, 11, 5, 20, 45, tzinfo=UTC)
    assert dict(kept.getexif()) == {} and "exif" not in kept.info


def test_a_window_that_another_form_opened_takes_one_picture_with_its_words(desk):
    page = desk.get(f"{ADD}?_popup=1")
    answer = desk.post(f"{ADD}?_popup=1", {**as_sent(page, alt_text="Un gol"), "file": with_exif()})

    image = Image.objects.get()
    assert (image.alt_text, image.credit) == ("Un gol", "Anna Rossi")
    assert f"&quot;value&quot;: &quot;{image.pk}&quot;" in answer.content.decode()


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
def test_what_is_no_picture_is_refused(desk, file):
    page = send(desk, file())
    beside_the_field = desk.post(f"{ADD}?_popup=1", {**as_sent(desk.get(f"{ADD}?_popup=1")), "file": file()})

    assert len(page.context["refused"]) == 1
    assert list(beside_the_field.context["adminform"].errors) == ["file"]
    assert not Image.objects.exists()


@pytest.mark.parametrize("left_out", ["alt_text", "credit"])
def test_a_picture_without_its_words_is_kept_but_no_story_with_it_is_published(desk, left_out):
    story = make_article("Con la foto", image=add_picture(desk, **{left_out: ""}))

    with pytest.raises(ValidationError, match="L'immagine non ha"):
        actions.publish(story, by=None)


def test_the_words_of_a_picture_that_readers_see_cannot_be_taken_away(desk):
    image = add_picture(desk)
    make_published("Con la foto", image=image)

    page = desk.post(change(image), as_sent(desk.get(change(image)), alt_text=""))

    assert list(page.context["adminform"].errors) == ["alt_text"]


def test_a_picture_is_cut_around_the_point_that_was_clicked(desk):
    image = add_picture(desk)
    before = image.square.url

    desk.post(change(image), as_sent(desk.get(change(image)), focal_point="0.1x0.9"))
    refused = desk.post(change(image), as_sent(desk.get(change(image)), focal_point="1e9x<b>"))

    image.refresh_from_db()
    assert image.focal_point == "0.1x0.9"
    assert image.square.url != before
    assert image.file.storage.exists(image.square.url.removeprefix("/media/"))
    assert list(refused.context["adminform"].errors) == ["focal_point"]


def test_another_file_takes_the_place_of_the_first_under_an_address_of_its_own(desk):
    image = add_picture(desk)
    before = image.file.name

    desk.post(change(image), {**as_sent(desk.get(change(image))), "file": picture_file(size=(800, 600), name="altra.jpg")})

    image.refresh_from_db()
    assert image.file.name != before and (image.width, image.height, image.alt_text) == (800, 600, "Lautaro esulta")


def test_a_picture_says_where_it_is_used(desk):
    image = add_picture(desk)
    story = make_article("Con la foto", image=image)
    publisher = make_publisher("Inter News 24", logo=image)
    author = Author.objects.create(name="Anna Rossi", slug="anna-rossi", portrait=image)
    publisher.logo = image
    publisher.save()

    page = desk.get(change(image)).content.decode()

    assert all(f'href="{change(row)}">{row}</a>' in page for row in (story, publisher, author))


def in_text(image):
    return f'<p>Il gol.</p><story-block data-kind="picture" data-id="{image.pk}"></story-block>'


def test_a_picture_within_a_text_is_used_there_until_the_text_says_otherwise(desk):
    image = add_picture(desk)
    story = actions.settle(make_article("Con la foto", body=in_text(image)), by=None, modified=False)
    while_it_stands = [(use.role, use.row) for use in picture_uses.uses(image)]

    actions.revise(story, by=None, body="<p>Il gol.</p>")

    assert [row for _role, row in while_it_stands] == [story]
    assert picture_uses.uses(image) == []


def test_a_picture_within_a_text_needs_its_words_as_well(desk):
    story = make_article("Con la foto", body=in_text(add_picture(desk, alt_text="")))

    with pytest.raises(ValidationError, match="testo alternativo"):
        actions.publish(story, by=None)


def test_no_picture_without_its_words_comes_into_a_story_that_is_out(desk):
    wordless, story = add_picture(desk, credit=""), make_published("Con la foto")

    at_the_head = desk.post(change(story), as_sent(desk.get(change(story)), image=wordless.pk))
    within = desk.post(change(story), as_sent(desk.get(change(story)), body=in_text(wordless)))

    assert [list(answer.context["adminform"].errors) for answer in (at_the_head, within)] == [["image"], ["body"]]


def test_a_deleted_picture_lies_in_the_bin_and_comes_back_with_its_uses(desk, client):
    image = add_picture(desk)
    story = make_published("Con la foto", image=image)
    shown = image.wide.url

    asked = desk.get(f"{change(image).removesuffix('change/')}delete/").content.decode()
    desk.post(f"{change(image).removesuffix('change/')}delete/", {"post": "yes"})
    image.refresh_from_db()
    away = (image.binned_by.username, shown in client.get(story.get_absolute_url()).content.decode())
    listed = [[row.pk for row in desk.get(f"{LIST}{query}").context["cl"].result_list] for query in ("", "?shelf=bin")]
    offered = desk.get(PICK).json()["results"]
    desk.post(change(image), {**as_sent(desk.get(change(image))), "_restore": "1"})
    image.refresh_from_db()

    assert "Con la foto" in asked
    assert away == ("editor", False)
    assert (listed, offered) == ([[], [image.pk]], [])
    assert image.binned_at is None and Article.objects.get().image == image
    assert shown in client.get(story.get_absolute_url()).content.decode()


PICK = "/admin/autocomplete/?app_label=articles&model_name=article&field_name=image&term=lautaro"


def test_many_go_into_the_bin_and_come_out_of_it_at_once(desk):
    images = [add_picture(desk), add_picture(desk)]
    for action, shelf, left in (("bin", "", 2), ("restore", "bin", 0)):
        desk.post(f"{LIST}?shelf={shelf}", {"action": action, "_selected_action": [image.pk for image in images]})

        assert Image.objects.exclude(binned_at=None).count() == left


def test_what_lacks_its_words_is_found(desk):
    add_picture(desk)
    wordless = add_picture(desk, credit="")

    assert [row.pk for row in desk.get(f"{LIST}?shelf=wordless").context["cl"].result_list] == [wordless.pk]


def test_a_reporter_adds_pictures_and_puts_none_into_the_bin(client):
    client.force_login(make_login("Reporter"))

    image = add_picture(client)

    assert client.post(f"{change(image).removesuffix('change/')}delete/", {"post": "yes"}).status_code == 403


def test_who_may_not_add_pictures_sends_none(client):
    client.force_login(make_login("Data desk"))

    assert [client.post(address, {"files": picture_file()}).status_code for address in (ADD, UPLOAD)] == [403, 403]
    assert not Image.objects.exists()

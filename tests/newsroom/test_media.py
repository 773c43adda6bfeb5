"""The files of pictures as browsers fetch them."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage


@pytest.mark.parametrize(("ending", "kind"), [("avif", "image/avif"), ("webp", "image/webp"), ("jpg", "image/jpeg")])
def test_a_picture_is_fetched_once_for_ever_and_says_what_it_is(client, ending, kind):
    name = default_storage.save(f"pictures/gol.{ending}", ContentFile(b"..."))

    answer = client.get(f"/media/{name}")

    assert (answer.headers["Content-Type"], answer.getvalue()) == (kind, b"...")
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


@pytest.mark.django_db
def test_a_picture_that_is_gone_is_not_found_and_that_is_not_kept_for_ever(client):
    answer = client.get("/media/pictures/nessuna.jpg")

    assert answer.status_code == 404
    assert "immutable" not in answer.headers.get("Cache-Control", "")

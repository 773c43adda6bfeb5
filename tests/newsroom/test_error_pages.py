"""What a reader sees where there is nothing, and where something broke."""

import pytest
from django.template.loader import render_to_string

from tests.making import make_published


@pytest.mark.django_db
def test_a_wrong_address_is_answered_with_the_search_and_the_latest_stories(client):
    story = make_published("La cronaca")

    response = client.get("/it/nothing-here/")

    page = response.content.decode()
    assert response.status_code == 404
    assert story.get_absolute_url() in page
    assert '<form class="search-form" action="/it/search/">' in page
    assert '<meta name="robots" content="noindex">' in page


@pytest.mark.django_db
def test_a_wrong_address_outside_of_the_editions_is_answered_too(client):
    response = client.get("/nothing-here/")

    assert (response.status_code, '<a href="/en/" lang="en"' in response.content.decode()) == (404, True)


def test_the_page_of_a_breakdown_asks_nothing_of_the_database():
    page = render_to_string("500.html")

    assert "Gioco fermo" in page
    assert "Play has stopped" in page

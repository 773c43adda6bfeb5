"""The search page: what it finds, in which order, and that it says nothing that readers may not see."""

from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone

from articles import actions, index
from newsroom.search import search
from teams.models import Alias
from tests.making import make_article, make_competition, make_person, make_published, make_spell, make_team

pytestmark = pytest.mark.django_db


def find(query, language="it", **asked):
    return search({"q": query, **asked}, language)


def names(rows):
    return [str(row) for row in rows]


def test_a_team_is_found_by_the_beginning_of_any_word_of_its_name():
    make_team("Kairat Almaty")

    assert names(find("kai").teams) == ["Kairat Almaty"]
    assert names(find("alm").teams) == ["Kairat Almaty"]
    assert names(find("almaty kairat").teams) == ["Kairat Almaty"]
    assert names(find("irat").teams) == []


@pytest.mark.parametrize("query", ["bayern munich", "Monaco", "münchen"])
def test_a_team_is_found_by_its_other_names(query):
    bayern = make_team("Bayern Monaco", name_en="Bayern Munich")
    Alias.objects.create(team=bayern, text="FC Bayern München")

    assert names(find(query).teams) == ["Bayern Monaco"]


@pytest.mark.parametrize("query", ["martinez", "Lautaro Martínez", "LAUTARO", "toro"])
def test_a_person_is_found_with_the_club(query):
    person = make_person("Lautaro Martínez")
    Alias.objects.create(person=person, text="Toro", scope="context")
    make_spell(person, "Inter")

    found = find(query).people

    assert names(found) == ["Lautaro Martínez"]
    assert names(spell.team for spell in found[0].spells_then) == ["Inter"]


def test_a_name_with_an_apostrophe_is_found_with_it_and_without():
    make_person("Roberto D'Aversa")

    assert names(find("d’aversa").people) == ["Roberto D'Aversa"]
    assert names(find("daversa").people) == ["Roberto D'Aversa"]


def test_a_competition_is_found_by_its_name():
    make_competition("Champions League")

    assert names(find("champ").competitions) == ["Champions League"]


def test_the_shortest_name_comes_first():
    make_team("Internacional")
    make_team("Inter")
    make_team("Inter Miami")

    assert names(find("inter").teams) == ["Inter", "Inter Miami", "Internacional"]


@pytest.mark.parametrize("query", ["", "i", "%", "__", "-"])
def test_hardly_a_letter_is_no_name(query):
    make_team("Inter")

    assert find(query).facts == []


def test_the_passage_marks_the_words_in_whatever_form():
    make_published("Titolo", body="<p>Gli allenatori parlano.</p>")

    passage = find("allenatore").results[0].passage

    assert [(piece.text, piece.found) for piece in passage] == [("Gli ", False), ("allenatori", True), (" parlano.", False)]


def test_the_page_escapes_what_was_asked_and_what_was_written(client):
    make_published("Titolo", body="<p>Il tag &lt;script&gt; segna</p>")

    page = client.get("/it/search/", {"q": '"><script>alert(1)</script> segna'}).content.decode()
    found = client.get("/it/search/", {"q": "segna"}).content.decode()

    assert "<script>alert" not in page
    assert "Il tag &lt;script&gt; <mark>segna</mark>" in found


def test_the_page_asks_search_engines_to_leave_it_out(client):
    assert '<meta name="robots" content="noindex">' in client.get("/it/search/?q=inter").content.decode()


def test_the_page_shows_no_trace_of_what_is_not_published(client):
    make_article("Bozza sul derby")
    make_published("Domani il derby", at=timezone.now() + timedelta(hours=1))
    actions.withdraw(make_published("Ritirato, il derby"), by=None)

    page = client.get("/it/search/?q=derby").content.decode()

    assert [headline for headline in ("Bozza sul", "Domani il", "Ritirato,") if headline in page] == []


def test_nothing_found_says_so_and_points_to_the_other_edition(client):
    page = unescape(client.get("/it/search/?q=zanzibar e tre").content.decode())

    assert "«zanzibar e tre»" in page
    assert 'href="/en/search/?q=zanzibar%20e%20tre"' in page


def test_the_pages_of_a_search_follow_each_other_and_keep_the_words(client, monkeypatch):
    monkeypatch.setattr(index, "SIZE", 2)
    now = timezone.now()
    for number in range(3):
        make_published(f"Inter {number}", at=now - timedelta(hours=number + 1))

    first = client.get("/it/search/", {"q": "inter"}).context["found"]
    second = client.get("/it/search/", {"q": "inter", "before": first.older})

    assert names(result.story for result in first.results) == ["Inter 0", "Inter 1"]
    assert names(result.story for result in second.context["found"].results) == ["Inter 2"]
    assert 'href="?q=inter"' in second.content.decode()


def test_the_other_edition_is_offered_the_same_search(client):
    assert 'href="/en/search/?q=inter"' in client.get("/it/search/?q=inter").content.decode()


@pytest.mark.parametrize("mark", ["x", "-", "1.5", "9" * 19, "0" * 20 + "9" * 30, "١٢"])
def test_a_mark_that_is_none_leads_nowhere(client, mark):
    assert client.get("/it/search/", {"q": "inter", "before": mark}).status_code == 404


def test_a_query_with_signs_that_no_text_holds_is_answered(client):
    for query in ("\x00inter", "'; --", '"inter', "inter*", "😀" * 200, "a" * 5000):
        assert client.get("/it/search/", {"q": query}).status_code == 200


@pytest.mark.parametrize("size", [1, 3])
def test_a_search_asks_six_queries_however_much_it_finds(django_assert_num_queries, size):
    for number in range(size):
        team = make_team(f"Inter {number}")
        make_spell(f"Inter Persona{number}", team)
        make_competition(f"Inter Coppa {number}")
        make_published(f"Inter {number}")

    with django_assert_num_queries(6):
        found = find("inter")
        told = [str(person.spells_then[0].team) for person in found.people] + [str(r.story.publisher) for r in found.results]

    assert len(told) == 2 * size
    assert len(found.facts) == 3 * size


def test_an_empty_search_asks_nothing(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get("/it/search/")

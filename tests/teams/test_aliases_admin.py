"""Other names that mean several things are listed, so that somebody can decide between them."""

import pytest

from teams.models import Alias
from tests.desk import as_sent, change, make_login
from tests.making import make_person, make_team

pytestmark = pytest.mark.django_db
LIST = "/admin/teams/alias/"


@pytest.fixture
def desk(client):
    client.force_login(make_login("Data desk"))
    return client


def other_name(text, row, **fields):
    return Alias.objects.create(text=text, **{row._meta.model_name: row}, **fields)


def listed(desk, **asked):
    return [str(alias) for alias in desk.get(LIST, asked).context["cl"].result_list]


def test_names_of_several_things_are_told_from_those_of_one(desk):
    inter, monaco, monza = make_team("Inter"), make_team("Monaco"), make_team("Monza")
    bayern, lautaro = make_team("Bayern Monaco"), make_person()
    other_name("Toro", make_team("Torino"))
    other_name("el Toro", lautaro)
    other_name("TÓRO", lautaro)
    other_name("Monaco", bayern)
    other_name("Biscione", inter, language="it")
    other_name("Biscione", monza, language="en")
    other_name("Nerazzurri", inter)
    other_name("Inter", inter)

    assert listed(desk, collides="1") == ["Monaco", "Toro", "TÓRO"]
    assert len(listed(desk)) == 8
    page = desk.get(LIST, {"collides": "1"}).content.decode()
    assert f"{monaco} (" in page


def test_a_name_without_a_language_meets_those_of_every_language(desk):
    other_name("Diavolo", make_team("Milan"), language="it")
    other_name("Diavolo", make_team("Manchester United"))

    assert listed(desk, collides="1") == ["Diavolo", "Diavolo"]


def test_the_scope_of_a_name_is_decided_on_its_page(desk):
    toro = other_name("Toro", make_person())
    other_name("Toro", make_team("Torino"))

    desk.post(change(toro), as_sent(desk.get(change(toro)), scope="context"))

    toro.refresh_from_db()
    assert toro.scope == "context"


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_as_much_for_one_row_as_for_three(desk, django_assert_num_queries, rows):
    for number in range(rows):
        other_name(f"Name {number}", make_team(f"Team {number}"))
        other_name(f"Name {number}", make_person(f"Person {number}"))
    desk.get(LIST)

    with django_assert_num_queries(11):
        desk.get(LIST, {"collides": "1"})

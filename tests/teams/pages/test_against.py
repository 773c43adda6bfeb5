"""Two teams and their matches against each other."""

import pytest

from tests.making import make_goal, make_match, make_team

pytestmark = pytest.mark.django_db


def test_the_balance_is_told_as_the_first_of_the_two_sees_it(client):
    first = make_match("Inter 2-1 Milan", slug="first")
    make_match("Milan 3-0 Inter", slug="second")
    make_match("Milan v Inter", slug="third")
    make_match("Inter 5-0 Roma", slug="another")
    make_goal(first, "Lautaro Martínez", 10)

    told = client.get("/it/teams/inter/against/milan/").context

    assert (told["meetings"].played, told["meetings"].won, told["meetings"].lost, told["meetings"].goals_for) == (2, 1, 1, 2)
    assert {match.slug for match in told["past"]} == {"first", "second"}
    assert [match.slug for match in told["coming"]] == ["third"]
    assert [(str(line.person), line.goals) for line in told["scorers"]] == [("Lautaro Martínez", 1)]


def test_search_engines_are_shown_one_of_the_two_addresses(client):
    make_match("Inter 2-1 Milan")

    pages = [client.get(f"/it/teams/{address}/").content.decode() for address in ("inter/against/milan", "milan/against/inter")]

    assert all('<link rel="canonical" href="http://testserver/it/teams/inter/against/milan/">' in page for page in pages)


def test_two_teams_that_have_never_met_have_a_page_that_says_so(client):
    make_team("Inter"), make_team("Pisa")

    answer = client.get("/en/teams/inter/against/pisa/")

    assert "They have not met in the matches kept here." in answer.content.decode()


@pytest.mark.parametrize("other", ["inter", "nobody"])
def test_a_team_has_no_page_against_itself_or_nobody(client, other):
    make_team("Inter")

    assert client.get(f"/it/teams/inter/against/{other}/").status_code == 404

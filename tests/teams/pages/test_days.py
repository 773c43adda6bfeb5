"""The page of all matches, about a day."""

from datetime import UTC, date, datetime

import pytest

from tests.making import make_match
from tests.reading import read

pytestmark = pytest.mark.django_db


def test_the_page_of_matches_is_about_today_and_leads_to_the_next_days_with_matches(client):
    make_match("Inter 2-1 Kairat Almaty")
    make_match("Lazio 1-0 Milan", kickoff=datetime(2025, 10, 1, 18, tzinfo=UTC))
    make_match("Inter v Lazio", kickoff=datetime(2025, 12, 1, 18, tzinfo=UTC))

    page = client.get("/en/matches/")

    assert [day for day, _those in page.context["days"]] == [date(2025, 11, 5), date(2025, 11, 6)]
    assert "Yesterday" in read(client, "/matches/")
    assert "No matches today." in read(client, "/matches/")
    assert [match.slug for match in on(client, page.context["earlier"])] == ["lazio-milan-2025-10-01"]
    assert [match.slug for match in on(client, page.context["later"])] == ["inter-lazio-2025-12-01"]


def on(client, day):
    days = client.get(f"/it/matches/?on={day}").context["days"]
    return [match for _day, competitions in days for _competition, matches in competitions for match in matches]


def test_a_match_belongs_to_the_day_that_it_is_in_rome(client):
    make_match("Inter v Lazio", kickoff=datetime(2025, 11, 8, 23, 30, tzinfo=UTC))

    [today, (day, _matches)] = client.get("/it/matches/").context["days"]

    assert (today[0], day) == (date(2025, 11, 6), date(2025, 11, 9))


@pytest.mark.parametrize("asked", ["ieri", "2025-13-45", "20251105", "0001-01-01", "9999-12-31", "2025-11-05x", "<b>"])
@pytest.mark.parametrize("address", ["/matches/", "/competitions/champions-league/2025-26/"])
def test_what_is_no_day_is_said_and_today_is_shown(client, address, asked):
    make_match()

    page = read(client, f"{address}?on={asked}")

    assert f"“{asked}” is not a day." in page

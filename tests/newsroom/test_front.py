"""The front page: which story goes where, which matches stand over it, and that it says when it is."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from articles.models import Author, Image
from newsroom import front
from tests.making import make_match, make_published, make_publisher, make_stage

pytestmark = pytest.mark.django_db


def published(headline, hours=1, **fields):
    """A story of the paper's own desk, so many hours old."""
    fields.setdefault("publisher", make_publisher("Terzo Tempo", kind="own"))
    return make_published(headline, at=timezone.now() - timedelta(hours=hours), **fields)


def picture():
    return Image.objects.create(file="pictures/goal.png", alt_text="Il gol", credit="Terzo Tempo", width=1600, height=900)


def days_ago(days):
    return timezone.now() - timedelta(days=days)


def test_the_newest_story_with_a_picture_leads():
    published("Ultima ora", 1)
    leading = published("Lautaro segna e si arrabbia", 2, image=picture())
    published("La cronaca", 3, image=picture())

    assert front.compose("it").lead == leading


def test_without_any_picture_the_newest_story_leads():
    published("La cronaca", 2)
    newest = published("Ultima ora", 1)

    assert front.compose("it").lead == newest


def test_an_opinion_never_leads_and_has_its_own_place():
    opinion = published("L'arte di vincere male", 1, kind="opinion", image=picture())
    report = published("La cronaca", 2, image=picture())

    composed = front.compose("it")

    assert (composed.lead, composed.opinions, composed.seconds) == (report, [opinion], [])


def test_every_story_has_one_place_below_the_lead():
    for number in range(12):
        publisher = make_publisher("Inter News 24") if number % 3 == 0 else make_publisher("Terzo Tempo", kind="own")
        published(f"Storia {number}", number + 1, publisher=publisher, kind="opinion" if number == 5 else "news")

    composed = front.compose("it")

    placed = [composed.lead, *composed.seconds, *composed.opinions, *composed.partners, *composed.more]
    assert sorted(story.headline for story in placed) == sorted(f"Storia {number}" for number in range(12))


def test_partners_have_a_place_of_their_own():
    for number in range(4):
        published(f"Nostra {number}", number + 1)
    partner = published("Retroscena", 5, publisher=make_publisher("Inter News 24"))

    composed = front.compose("it")

    assert composed.partners == [partner]
    assert partner not in composed.more


def test_the_latest_repeat_all_but_the_lead_with_the_newest_first():
    lead = published("Prima", 1)
    others = [published(f"Storia {number}", number) for number in range(2, 5)]

    composed = front.compose("it")

    assert (composed.lead, composed.latest) == (lead, others)


def test_topics_come_in_the_order_of_how_many_stories_have_them():
    published("Una", 1, topics=["spogliatoio"])
    published("Due", 2, topics=["var", "spogliatoio"])

    assert [topic.name for topic in front.compose("it").topics] == ["spogliatoio", "var"]


def test_each_edition_has_its_stories_and_shows_some_of_the_other():
    italian = published("La cronaca", 1)
    english = published("The report", 1, language="en")

    assert (front.compose("it").lead, front.elsewhere("it")) == (italian, [english])
    assert (front.compose("en").lead, front.elsewhere("en")) == (english, [italian])


def test_the_strip_has_the_last_results_and_the_next_matches_by_competition():
    league = make_stage("Serie A")
    lost = make_match("Napoli 0-1 Inter", stage=league, kickoff=days_ago(4))
    won = make_match("Inter 2-1 Kairat Almaty", kickoff=days_ago(1))
    coming = make_match("Inter v Lazio", stage=league, kickoff=days_ago(-3))
    make_match("Inter v Milan", stage=league, kickoff=days_ago(-30))
    make_match("Inter 5-0 Lecce", stage=league, kickoff=days_ago(60))

    strip = front.strip("it")

    assert [(str(competition), kind, matches) for competition, kind, matches in strip] == [
        ("Champions League", "results", [won]),
        ("Serie A", "results", [lost]),
        ("Serie A", "fixtures", [coming]),
    ]


def test_results_that_a_story_tells_of_stand_first():
    told = make_match("Inter 2-1 Kairat Almaty", kickoff=days_ago(2))
    later = make_match("Marsiglia 0-1 Atalanta", kickoff=days_ago(1))
    published("La cronaca", about=[told])

    assert [matches for _competition, _kind, matches in front.strip("it")] == [[told, later]]
    assert [matches for _competition, _kind, matches in front.strip("en")] == [[later, told]]


def test_a_match_under_way_stays_in_the_strip():
    match = make_match("Inter v Lazio", kickoff=timezone.now() - timedelta(hours=1))
    match.status, match.home_goals, match.away_goals = "live", 1, 0
    match.save()

    assert [matches for _competition, _kind, matches in front.strip("it")] == [[match]]


def test_the_table_is_that_of_the_competition_that_played_last():
    make_match("Napoli 0-1 Inter", stage=make_stage("Serie A"), kickoff=days_ago(4))
    make_match("Inter 2-1 Kairat Almaty", kickoff=days_ago(1))

    stage, rows = front.table_of(front.strip("it"))

    assert str(stage.season.competition) == "Champions League"
    assert [(row.team.name, row.points) for row in rows] == [("Inter", 3), ("Kairat Almaty", 0)]


def test_a_cup_has_no_table():
    make_match("Inter 2-1 Kairat Almaty", stage=make_stage("Coppa Italia", kind="knockout"), kickoff=days_ago(1))

    assert front.table_of(front.strip("it")) is None


def test_an_empty_paper_says_so(client):
    response = client.get("/en/")

    assert "The first story is still being written." in response.content.decode()


def test_an_opinion_is_signed(client):
    author = Author.objects.create(name="Giulia Ferrante", slug="giulia-ferrante")
    published("L'arte di vincere male", 2, kind="opinion", authors=[author])
    published("La cronaca", 1)

    response = client.get("/it/")

    assert '<p class="story-author">Giulia Ferrante</p>' in response.content.decode()


def test_a_demonstration_says_which_morning_it_lives_on(client, settings):
    settings.NEWSROOM_CLOCK = datetime(2025, 11, 6, 9, tzinfo=ZoneInfo("Europe/Rome"))

    shifted = client.get("/en/").content.decode()
    settings.NEWSROOM_CLOCK = None
    real = client.get("/en/").content.decode()

    assert "This is a demonstration: for its readers it is Thursday 6 November 2025" in shifted
    assert "This is a demonstration" not in real

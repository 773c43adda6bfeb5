"""A match and its events, told to readers."""

import re
from datetime import UTC, datetime

import pytest

from teams import actions
from tests.making import make_appearance, make_article, make_event, make_goal, make_match, make_person, make_stage
from tests.reading import make_published, part, read, rows, text_of

pytestmark = pytest.mark.django_db


def timeline(client, match):
    html = client.get(f"/en/matches/{match.slug}/").content.decode()
    return part(html, '<ol class="timeline">', "</ol>")


def test_a_match_is_told_in_order_with_the_score_after_each_goal(client):
    match = make_match("Inter 2-1 Kairat Almaty", home_half_time=1, away_half_time=0)
    make_goal(match, "Carlos Augusto", 67, second_person=make_person("Pio Esposito"))
    make_goal(match, "Ofri Arad", 55, side="away")
    make_goal(match, "Lautaro Martínez", 45, stoppage=2)

    told = timeline(client, match)

    assert re.findall(r"\d–\d \d+(?:\+\d)?'", told) == ["1–0 45+2'", "1–1 55'", "2–1 67'"]
    assert told.index("Second half 1-0") < told.index("1–1 55'")
    assert "Carlos Augusto assist Pio Esposito" in told


def test_an_own_goal_counts_for_the_other_side_and_is_named_as_such(client):
    match = make_match("Inter 1-0 Kairat Almaty")
    make_goal(match, "Damir Kassabulat", 12, kind="own_goal")

    assert "1–0 12' Own goal Inter: Own goal Damir Kassabulat own goal" in timeline(client, match)


def test_what_was_cancelled_is_struck_through_with_its_reason_and_changes_no_score(client):
    match = make_match("Inter 1-0 Kairat Almaty")
    make_goal(match, "Lautaro Martínez", 45)
    cancelled = make_goal(match, "Marcus Thuram", 64)
    actions.cancel_event(cancelled, reason="Fuorigioco", by=None)

    html = client.get(f"/en/matches/{match.slug}/").content.decode()

    assert "Marcus Thuram" in part(html, "<s>", "</s>")
    assert "Cancelled Fuorigioco" in timeline(client, match)
    assert re.findall(r"\d–\d \d+'", timeline(client, match)) == ["1–0 45'"]


def test_a_goal_that_was_given_to_another_shows_both_and_counts_once(client):
    match = make_match("Inter 1-0 Kairat Almaty")
    goal = make_goal(match, "Carlos Augusto", 62)
    actions.give_event_to(goal, make_person("Denzel Dumfries"), reason="Tocco decisivo", by=None)

    told = timeline(client, match)

    assert "Carlos Augusto Corrected Tocco decisivo" in told
    assert re.findall(r"\d–\d \d+' Goal Inter: Goal [A-Z]\w+ \w+", told) == ["1–0 62' Goal Inter: Goal Denzel Dumfries"]


def test_a_var_decision_strikes_through_what_it_took_back(client):
    match = make_match("Inter 0-0 Kairat Almaty")
    make_event(match, "var", "Yann Bisseck", 20, decision="penalty_cancelled")

    html = client.get(f"/en/matches/{match.slug}/").content.decode()

    assert part(html, "<s>", "</s>") == "Penalty"
    assert "Penalty taken back" in timeline(client, match)


def test_each_event_stands_with_its_own_stories(client):
    match = make_match("Inter 2-0 Kairat Almaty")
    first, second = make_goal(match, "Lautaro Martínez", 45), make_goal(match, "Carlos Augusto", 67)
    make_published("Lautaro, retroscena", about=[first])
    make_published("Carlos Augusto risolve", about=[second])
    make_published("Tutti e due", mentions=[first, second])
    make_article("Una bozza", about=[first])

    told = text_of(client.get(f"/it/matches/{match.slug}/").content.decode().partition('<ol class="timeline">')[2])
    before, after = told.split("67'")[0], told.split("67'")[1]

    assert [headline in before for headline in ("Lautaro, retroscena", "Carlos Augusto risolve", "Tutti e due")] == [
        True,
        False,
        True,
    ]
    assert [headline in after.split("Finale")[0] for headline in ("Carlos Augusto risolve", "Tutti e due")] == [True, True]
    assert "Una bozza" not in told


def test_the_line_ups_show_numbers_captain_and_what_became_of_each(client):
    match = make_match("Inter 1-0 Kairat Almaty", home_formation="3-5-2", home_coach=make_person("Cristian Chivu"))
    make_appearance(match, "Lautaro Martínez", 10, captain=True)
    make_appearance(match, "Ange-Yoan Bonny", 14, starter=False)
    make_appearance(match, "Luis Henrique", 11, starter=False)
    make_goal(match, "Lautaro Martínez", 45)
    make_event(match, "substitution", "Ange-Yoan Bonny", 46, second_person=make_person("Lautaro Martínez"))

    html = client.get(f"/en/matches/{match.slug}/").content.decode()
    home = part(html, '<section class="lineup">', "</section>")

    assert home == (
        "Inter 3-5-2 10 Lautaro Martínez C Goal 45' Goes off 46' "
        "Bench 11 Luis Henrique 14 Ange-Yoan Bonny Comes on 46' Coach Cristian Chivu"
    )


def test_a_fixture_shows_its_time_in_the_zone_of_the_newsroom_and_no_score(client):
    match = make_match("Inter v Lazio", kickoff=datetime(2025, 11, 9, 19, 45, tzinfo=UTC))

    html = client.get(f"/en/matches/{match.slug}/").content.decode()
    head = part(html, '<header class="scorehead', "</header>")

    assert '<time datetime="2025-11-09T20:45:00+01:00">20:45</time>' in html
    assert "Sunday 9 November, 20:45" in head
    assert not re.search(r"\d\s*–\s*\d", head)


def test_a_fixture_whose_time_is_open_says_so(client):
    match = make_match("Inter v Lazio", kickoff=datetime(2025, 11, 9, 12, 0, tzinfo=UTC), kickoff_confirmed=False)

    assert "Sunday 9 November , time to be confirmed" in read(client, match.get_absolute_url()[3:])


@pytest.mark.parametrize(
    ("told", "status", "word"),
    [
        ("Inter v Lazio", "postponed", "Postponed"),
        ("Inter 0-3 Lazio", "awarded", "Awarded"),
        ("Inter v Lazio", "cancelled", "Cancelled"),
    ],
)
def test_a_decision_is_told_to_readers_and_the_note_of_the_desk_is_not(client, told, status, word):
    match = make_match(told, status=status, decision="Campo impraticabile", note="Sky dice nebbia")

    page = read(client, f"/matches/{match.slug}/")

    assert f"{word} Campo impraticabile" in page
    assert "nebbia" not in page


def test_extra_time_and_the_shootout_are_told_beside_the_score(client):
    match = make_match(
        "Inter 2-2 Lazio",
        home_half_time=0,
        away_half_time=1,
        home_ninety=1,
        away_ninety=1,
        home_shootout=4,
        away_shootout=3,
    )
    make_event(match, "shootout_scored", "Hakan Çalhanoğlu", minute=None, period="5")

    page = read(client, f"/matches/{match.slug}/")

    assert "Full time half-time 0-1 after extra time, 1-1 after ninety minutes 4-3 on penalties" in page
    assert "Shoot-out 1–0 Shoot-out kick scored" in page


@pytest.mark.parametrize(
    ("told", "goals", "fields", "said"),
    [
        ("Inter 2-1 Lazio", [], {}, "The events of this match have not been entered yet."),
        ("Inter 2-1 Lazio", ["home"], {}, "Not every goal of this match has been entered yet."),
        ("Inter 1-0 Lazio", ["home", "home"], {}, "The goals entered here and the official score disagree."),
        ("Inter 0-3 Lazio", ["home"], {"status": "awarded", "decision": "Tavolino"}, "The score was decided at a desk"),
        ("Inter 1-0 Lazio", ["home"], {}, ""),
    ],
)
def test_a_page_says_how_its_events_agree_with_the_official_score(client, told, goals, fields, said):
    match = make_match(told, **fields)
    for n, side in enumerate(goals):
        make_goal(match, "Lautaro Martínez", 10 + n, side=side)

    page = read(client, f"/matches/{match.slug}/")

    sentences = ["have not been entered", "Not every goal", "disagree.", "decided at a desk"]
    assert [sentence for sentence in sentences if sentence in page] == [sentence for sentence in sentences if sentence in said]
    assert said in page


def test_the_table_beside_a_match_is_that_of_its_day(client):
    stage = make_stage("Serie A")
    make_match("Inter 1-0 Lazio", stage=stage, kickoff=datetime(2025, 9, 1, 18, tzinfo=UTC))
    make_match("Lazio 5-0 Milan", stage=stage, kickoff=datetime(2025, 10, 1, 18, tzinfo=UTC))

    assert rows(client, "/en/matches/inter-lazio-2025-09-01/")[0].startswith("1 Inter 1 +1 3")
    assert rows(client, "/en/matches/lazio-milan-2025-10-01/")[0].startswith("1 Lazio 2 +4 3")


def test_form_and_meetings_before_a_match_know_nothing_of_it_or_of_later_ones(client):
    for told, day in (("Inter 1-0 Lazio", 1), ("Lazio 2-2 Inter", 8), ("Inter 3-0 Milan", 15), ("Inter 0-1 Lazio", 22)):
        make_match(told, kickoff=datetime(2025, 9, day, 18, tzinfo=UTC))

    page = client.get("/en/matches/inter-milan-2025-09-15/").context
    again = client.get("/en/matches/inter-lazio-2025-09-22/").context

    assert [outcome.letter for outcome in page["sides"][0]["form"]] == ["W", "D"]
    assert page["meetings"].played == 0
    assert [outcome.letter for outcome in again["sides"][0]["form"]] == ["W", "D", "W"]
    assert (again["meetings"].won, again["meetings"].drawn, again["meetings"].lost) == (1, 1, 0)


def test_a_knock_out_match_has_no_table(client):
    match = make_match("Inter 1-0 Lazio", stage=make_stage("Coppa Italia", kind="knockout"), round="Finale")

    page = read(client, f"/matches/{match.slug}/")

    assert "Finale" in page
    assert "The table" not in page


def test_a_goal_has_a_page_with_the_score_before_and_after_and_its_neighbours(client):
    match = make_match("Inter 2-1 Kairat Almaty")
    equaliser = make_goal(match, "Ofri Arad", 55, side="away")
    make_goal(match, "Lautaro Martínez", 45)
    winner = make_goal(match, "Carlos Augusto", 67)
    make_published("Carlos Augusto risolve", about=[winner])
    make_published("Augusto settles it", about=[winner], language="en")

    page = read(client, f"/matches/{match.slug}/events/{winner.pk}/")

    assert "before 1–1 2–1" in page
    assert client.get(winner.get_absolute_url()).context["previous"] == equaliser
    assert client.get(winner.get_absolute_url()).context["next"] is None
    assert page.index("Augusto settles it") < page.index("In Italian") < page.index("Carlos Augusto risolve")


def test_the_page_of_a_withdrawn_event_stays_and_leads_to_what_counts(client):
    goal = make_goal(make_match(), "Carlos Augusto", 62)
    corrected = actions.give_event_to(goal, make_person("Denzel Dumfries"), reason="Tocco decisivo", by=None)

    html = client.get(f"/en/matches/{goal.match.slug}/events/{goal.pk}/").content.decode()

    assert "Tocco decisivo" in part(html, 'class="notice"', "</p>")
    assert f'href="/en/matches/{goal.match.slug}/events/{corrected.pk}/"' in html


def test_an_event_has_no_page_under_another_match(client):
    goal = make_goal(make_match())
    other = make_match("Inter 1-0 Lazio")

    assert client.get(f"/it/matches/{other.slug}/events/{goal.pk}/").status_code == 404


def test_beside_an_event_stand_three_stories_those_about_it_alone_first_and_the_way_to_all(client):
    match = make_match("Inter 2-0 Kairat Almaty")
    first, second = make_goal(match, "Lautaro Martínez", 45), make_goal(match, "Carlos Augusto", 67)
    make_published("Solo il primo", about=[first])
    for n in range(3):
        make_published(f"Cronaca {n}", about=[first, second])

    told = part(client.get(f"/it/matches/{match.slug}/").content.decode(), '<ol class="timeline">', "</ol>").split("67'")[0]

    assert [headline for headline in ("Solo il primo", "Cronaca 2", "Cronaca 1", "Cronaca 0") if headline in told] == [
        "Solo il primo",
        "Cronaca 2",
        "Cronaca 1",
    ]
    assert "4" in told.partition("Cronaca 1")[2]

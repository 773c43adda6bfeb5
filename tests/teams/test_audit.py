"""The audit: what disagrees in the database, told once and not when somebody let it stand."""

from io import StringIO

import pytest
from django.core.management import call_command

from teams import audit
from teams.models import ImportedRow, Match, Overruled, Venue
from tests.making import make_goal, make_match, make_stage

pytestmark = pytest.mark.django_db


@pytest.fixture
def match():
    match = make_match("Inter 2-1 Kairat Almaty")
    make_goal(match)
    return match


def said(match, source, **fields):
    ImportedRow.objects.create(source=source, kind="match", key="a match", row_id=match.pk, said=fields)


def printed(**options):
    out = StringIO()
    call_command("audit", stdout=out, **options)
    return out.getvalue().splitlines()


def test_the_audit_names_the_match_the_guard_and_what_is_wrong(match):
    assert printed() == [
        "inter-kairat-almaty-2025-11-05: goals_add_up: the goals add up to 1-0, the score is 2-1",
        "1 disagreements in 1 matches; 0 names wait for review",
    ]


def test_what_was_overruled_with_a_reason_is_not_told_again(match):
    Overruled.objects.create(match=match, guard="goals_add_up", reason="Only the first is known")

    assert printed() == ["0 disagreements in 1 matches; 0 names wait for review"]


def test_an_event_that_does_not_count_is_no_part_of_the_sum(match):
    make_goal(match, "Carlos Augusto", 67)
    make_goal(match, "Ofri Arad", 55, side="away")
    make_goal(match, "Dastan Satpayev", 90, side="away", status="cancelled", reason="VAR", decided_at=match.kickoff)

    assert list(audit.findings(Match.objects.for_card())) == []


def test_two_sources_that_disagree_are_both_named(match):
    grounds = [Venue.objects.create(name=name, slug=name.lower()) for name in ("Meazza", "Olimpico")]
    match.venue, match.attendance = grounds[1], 70000
    match.save()
    said(match, "football-txt", venue_id=grounds[0].pk, attendance=70000)
    said(match, "football-json", venue_id=grounds[1].pk, attendance=70000)

    (conflict,) = audit.conflicts(Match.objects.for_card())

    assert (conflict.name, conflict.said, conflict.stands, conflict.is_correction) == (
        "venue", {"football-txt": "Meazza", "football-json": "Olimpico"}, "Olimpico", False,
    )  # fmt: skip


def test_an_editors_word_against_a_source_is_a_difference_to_decide_on(match):
    Match.objects.update(attendance=69983)
    said(match, "football-txt", attendance=70000)

    assert "corrected here: Inter 2-1 Kairat Almaty: attendance is 69983; football-txt says 70000" in printed()[1]


def test_the_audit_may_be_of_one_season(match):
    make_match("Roma 1-0 Lazio", stage=make_stage("Serie A"))

    assert printed(competition="serie-a", season="2025-26") == ["0 disagreements in 1 matches"]


@pytest.mark.parametrize("matches", [1, 3])
def test_the_audit_asks_the_same_however_many_matches_there_are(matches, django_assert_num_queries):
    for day in range(1, matches + 1):
        make_goal(
            make_match("Inter 2-1 Kairat Almaty", kickoff=make_match.__kwdefaults__["kickoff"].replace(day=day), matchday=day)
        )

    with django_assert_num_queries(10):
        rows = list(Match.objects.for_card())
        list(audit.findings(rows))
        list(audit.conflicts(rows))

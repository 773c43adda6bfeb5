"""The guards: what cannot be true of a match sheet, one case for each, and a sound sheet that none of them minds."""

from dataclasses import replace
from datetime import date

import pytest
from django.utils.translation import override

from teams.guards import Event, Line, Sheet, disagreements

LINES = tuple(Line(f"h{n}", f"Home {n}", "home", n <= 11, n) for n in range(1, 14)) + tuple(
    Line(f"a{n}", f"Away {n}", "away", n <= 11, n) for n in range(1, 12)
)


def goal(side="home", minute=30, person="h9", kind="goal", period="1"):
    return Event(kind, side, period, minute, 0, person, f"Name {person}")


def change(minute, on, off, side="home"):
    return Event("substitution", side, "2", minute, 0, on, f"Name {on}", off, f"Name {off}")


SOUND = Sheet(
    goals=(2, 1),
    half_time=(1, 0),
    lines=LINES,
    events=(
        goal(),
        Event("yellow", "home", "1", 40, 0, "h4", "Name h4"),
        Event("second_yellow", "home", "1", 40, 0, "h4", "Name h4"),
        change(60, "h12", "h9"),
        change(70, "h13", "h12"),
        goal(minute=75, person="a3", kind="own_goal", period="2"),
        goal("away", 80, "a10", period="2"),
    ),
    day=date(2025, 11, 5),
    season=(date(2025, 9, 16), date(2026, 5, 30)),
)


def told(sheet):
    with override("en"):
        return [(found.guard, found.about, str(found)) for found in disagreements(sheet)]


def with_event(*events, **fields):
    return replace(SOUND, events=(*SOUND.events, *events), **fields)


def test_nothing_is_said_of_a_sound_sheet_nor_of_one_that_tells_little():
    assert told(SOUND) == []
    assert told(Sheet()) == []
    assert told(Sheet(goals=(3, 3))) == []


@pytest.mark.parametrize(
    ("sheet", "found"),
    [
        (replace(SOUND, goals=(3, 1)), ("goals_add_up", "", "the goals add up to 2-1, the score is 3-1")),
        (
            replace(SOUND, half_time=(0, 0)),
            ("goals_add_up", "half-time", "the goals of the first half add up to 1-0, the score at half-time is 0-0"),
        ),
        (replace(SOUND, lines=LINES[:-1]), ("eleven_start", "away", "10 players start for the away side")),
        (
            replace(SOUND, lines=(*LINES, Line("h99", "HOME 3", "home", False))),
            ("nobody_twice", "HOME 3", "HOME 3 stands on the sheet twice"),
        ),
        (
            with_event(change(85, "h13", "h2")),
            ("substitutes_fit", "Name h13", "Name h13 comes on in 85' and was not on the bench"),
        ),
        (
            with_event(Event("substitution", "home", "2", 85, 0, None, "", "h9", "Name h9")),
            ("substitutes_fit", "Name h9", "Name h9 goes off in 85' and was not on the pitch"),
        ),
        (
            with_event(Event("yellow", "home", "2", 88, 0, "h4", "Name h4")),
            ("nobody_after_red", "Name h4", "Name h4 was sent off in 40' and is told again in 88'"),
        ),
        (
            replace(SOUND, events=(goal(person="a9"), *SOUND.events[1:])),
            ("scorers_belong", "Name a9", "Name a9 scores in 30' and does not belong to that side"),
        ),
        (
            with_event(Event("yellow", "away", "3", 91, 0, "a2", "Name a2")),
            ("minutes_fit", "Name a2 91'", "Name a2 is told in 91', and no extra time was played"),
        ),
        (replace(SOUND, shootout=(4, 4)), ("shootout_is_won", "", "the shoot-out ends level at 4-4")),
        (
            with_event(Event("shootout_scored", "home", "5", None, 0, "h2"), shootout=(4, 3), extra_time=True),
            ("shootout_is_won", "", "the kicks add up to 1-0, the shoot-out is 4-3"),
        ),
        (
            replace(SOUND, day=date(2025, 8, 1)),
            ("played_in_season", "", "it is played on 2025-08-01, and the season lasts from 2025-09-16 to 2026-05-30"),
        ),
    ],
)
def test_what_cannot_be_true_is_found_with_the_row_named(sheet, found):
    assert told(sheet) == [found]


def test_without_a_sheet_a_scorer_is_looked_for_in_the_squad_of_that_day():
    sheet = Sheet(goals=(1, 0), events=(goal(person="h9"),), squads={"home": frozenset({"h1", "h2"})})

    assert [found.guard for found in disagreements(sheet)] == ["scorers_belong"]
    assert told(replace(sheet, squads={})) == []


def test_events_without_a_minute_are_in_no_order():
    off = Event("red", "home", "9", None, 0, "h4", "Name h4")

    assert told(with_event(off)) == []

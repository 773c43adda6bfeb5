"""A season in numbers: who scores, sets up, is booked, and which teams concede nothing."""

from dataclasses import replace
from datetime import date

from django.db.models import Count, Q

from teams import tables
from teams.models import Match, MatchEvent, Person, Season, Team
from teams.rules import event_kinds
from teams.stats import form

SCORERS, OTHERS = 12, 6
OWN_GOALS_APART = 0.9  # own goals are on no scorer's account, and never as many as a tenth


def gather(season: Season, on: date | None, loaded: tables.Loaded, teams: dict[int, Team]) -> dict:
    return {
        **leaders(season, on, loaded, teams),
        "clean_sheets": clean_sheets(loaded, teams),
        "cards": cards(season, on),
    }


def leaders(season: Season, on: date | None, loaded: tables.Loaded, teams: dict[int, Team]) -> dict:
    """Who scored and set up most; and, where far fewer goals than were scored have a scorer entered, how many have."""
    best = tables.leaders_of(season, on, teams, first=SCORERS, assists=OTHERS)
    scored = sum(row.home_goals + row.away_goals for row in loaded.rows if row.counts)
    partly = {"entered": best.entered, "scored": scored} if best.entered < scored * OWN_GOALS_APART else None
    return {"scorers": best.scorers, "assists": best.assists, "partly": partly}


def clean_sheets(loaded: tables.Loaded, teams: dict[int, Team]) -> list[form.CleanSheets]:
    lines = form.clean_sheets(row for row in loaded.rows if row.counts and row.status in Match.WITH_RESULT)
    return [replace(line, team=teams[line.team]) for line in lines[:OTHERS]]


def cards(season: Season, on: date | None) -> list[tuple[Person, int, int]]:
    """Who was sent off and booked most: the person, yellow cards, dismissals."""
    yellows = Count("pk", filter=Q(kind=event_kinds.YELLOW))
    dismissals = Count("pk", filter=Q(kind__in=event_kinds.DISMISSALS))
    lines = (
        MatchEvent.objects.standing()
        .filter(tables.by_day(on), match__stage__season=season, person__isnull=False, kind__in=MatchEvent.CARDS)
        .values_list("person", "person__name", "person__slug")
        .annotate(yellows=yellows, dismissals=dismissals)
        .order_by("-dismissals", "-yellows", "person__name")[:OTHERS]
    )
    return [(Person(pk, name=name, slug=slug), booked, off) for pk, name, slug, booked, off in lines]

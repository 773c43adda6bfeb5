"""Every component is drawn from what its loader brought, without one query more."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from django.utils.translation import get_language

from articles import actions, live, sayings
from articles.models import Article, Quotation
from articles.paging import Page
from articles.templatetags.stories import stories_by_event
from articles.then_and_now import Standing, ThenAndNow
from newsroom import front
from teams import charts, clock, heads, tables
from teams.models import Match, MatchEvent, Person, Stage
from teams.pages import match as match_page
from teams.pages import person as person_page
from teams.pages import season as season_page
from teams.pages import team as team_page
from teams.stats.discipline import Suspension
from teams.stats.form import Record, Streaks
from teams.stats.places import Place
from tests.scenes import the_paper

pytestmark = pytest.mark.django_db

FOLDER = Path(__file__).resolve().parent.parent / "templates" / "components"


def a_match(scene):
    match = Match.objects.for_page().get(pk=scene.match.pk)
    return {"match": match, **match_page.gather(match)}


def a_card(scene):
    return {"match": Match.objects.for_card().get(pk=scene.match.pk), "goals": list(scene.match.events.goals().for_timeline())}


def lineup(scene):
    return {"team": scene.team, "lineup": a_match(scene)["home_lineup"], "formation": "3-5-2", "coach": scene.person}


def an_event(scene):
    return {"event": MatchEvent.objects.for_timeline().get(pk=scene.goal.pk)}


def a_player(scene):
    return {"person": Person.objects.with_club_on(clock.today()).get(pk=scene.person.pk), "goals": 3}


def timeline(scene):
    return {**a_match(scene), "told": stories_by_event(scene.match)}


def table(scene):
    return {"parts": [tables.table_of(scene.stage, None)], "caption": "Serie A", "marked": [scene.team]}


def meetings(scene):
    return {**a_match(scene), "first": scene.match.home, "second": scene.match.away}


def a_story(scene):
    return {"article": Article.objects.for_card().get(pk=scene.stories["it"][0].pk), "variant": "lead"}


def stories(scene):
    return list(Article.objects.published().in_language("it").for_card())


def a_page(scene):
    return {"page": Page(stories(scene), older="mark", query="before=mark")}


def a_season(scene):
    return season_page.gather(scene.season, None, "")


def numbers(scene):
    """A team's season with something in every part of it."""
    numbers = team_page.gather(scene.team)
    chart = charts.points([(1, 3), (2, 4)], [(1, 1), (2, 4)], last=2)
    places = [Place(1, 2, 3), Place(2, 1, 4)]
    return {
        **numbers,
        "team": scene.team,
        "places": places,
        "places_chart": charts.places([(1, 2), (2, 1)], 20, 38),
        "places_of": Stage.objects.select_related("season__competition").get(pk=scene.stage.pk),
        "points": [(1, 3, 1), (2, 4, None)],
        "points_chart": chart,
        "bans": [
            {
                "competition": scene.competition,
                "suspended": [(scene.person, Suspension(scene.person.pk, "yellow", 5))],
                "at_risk": [scene.person],
            }
        ],
        "streaks": Streaks(won=3, unbeaten=5, without_win=0, lost=0, scored=5, clean_sheets=2),
    }


def a_box(scene):
    standings = [Standing(scene.team, (3, 12, 4), (1, 15, 5))]
    stage = Stage.objects.select_related("season__competition").get(pk=scene.stage.pk)
    return {"then_and_now": ThenAndNow(date(2025, 11, 6), stage, standings)}


def said(scene):
    for language in ("it", "en"):
        Quotation.objects.create(article=scene.stories[language][0], speaker=scene.person, words="Segno e basta")
    return sayings.page_of(scene.person, get_language()).quotations


def corrected(scene):
    story = scene.stories["it"][0]
    actions.correct(story, note="Il minuto era un altro.", by=None)
    return story


def followed(scene):
    """Told over two days, so that the days are named."""
    story = scene.stories["it"][0]
    for at, event in ((clock.now() - timedelta(days=1), scene.goal), (clock.now(), None)):
        actions.add_entry(story, by=None, body="<p>Gol.</p>", headline="Segna ancora", event=event, is_key=True, at=at)
    story = Article.objects.get(pk=story.pk)
    return {"article": story, "coverage": live.of(story)}


# How what a component reads is loaded; what reads no rows is given by value.
COMPONENTS = {
    "article_card": a_story,
    "bans": numbers,
    "byline": lambda scene: {"article": Article.objects.for_page().get(pk=scene.stories["it"][0].pk)},
    "cards": a_season,
    "career": lambda scene: {"spells": list(scene.person.spells.for_career())},
    "chart_frame": lambda scene: {"frame": numbers(scene)["quarters_chart"].frame},
    "chart_places": lambda scene: {**numbers(scene), "chart": numbers(scene)["places_chart"]},
    "chart_points": lambda scene: {**numbers(scene), "chart": numbers(scene)["points_chart"]},
    "chart_quarters": lambda scene: {**numbers(scene), "chart": numbers(scene)["quarters_chart"]},
    "clean_sheets": a_season,
    "coach_record": lambda scene: {"coached_teams": [(scene.team, Record(played=3, won=1, drawn=1, lost=1))]},
    "corrections": lambda scene: {"notes": list(corrected(scene).corrections.all())},
    "day_form": lambda scene: {"label": "Giorno", "day": date(2025, 11, 6), "wrong": "ieri"},
    "editions": lambda scene: {"rest": "/"},
    "elsewhere": lambda scene: {"elsewhere": stories(scene)},
    "empty": lambda scene: {"text": "Nothing yet."},
    "event_card": lambda scene: {"event": MatchEvent.objects.for_page().get(pk=scene.goal.pk)},
    "event_people": an_event,
    "event_row": an_event,
    "fixtures_list": lambda scene: {"matches": list(Match.objects.fixtures().for_card())},
    "footer": lambda scene: {},
    "form": lambda scene: {"outcomes": a_match(scene)["sides"][0]["form"]},
    "head": lambda scene: {"head": heads.team(scene.team)},
    "head_to_head": meetings,
    "headlines": lambda scene: {"stories": stories(scene), "timed": True},
    "kit": lambda scene: {"team": scene.team},
    "kit_patterns": lambda scene: {},
    "leaders": lambda scene: {"lines": a_season(scene)["assists"], "caption": "Assist"},
    "lineup": lineup,
    "lineup_player": lambda scene: {"player": lineup(scene)["lineup"].starters[0]},
    "live_entries": followed,
    "mark": lambda scene: {"kind": "goal"},
    "marks": lambda scene: {},
    "masthead": lambda scene: {},
    "match_card": a_card,
    "match_log": lambda scene: {"outings": person_page.gather(scene.person)["outings"], "caption": "Partite"},
    "opinion": lambda scene: {"article": Article.objects.for_card().prefetch_related("bylines__author").first()},
    "pagination": a_page,
    "person_card": lambda scene: {"person": scene.person, "role": "Arbitro"},
    "picture": lambda scene: {"image": scene.image},
    "player_card": a_player,
    "quotations": lambda scene: {"quotations": said(scene)},
    "records": numbers,
    "results_strip": lambda scene: {"strip": front.strip("it")},
    "round_name": lambda scene: {"round": season_page.gather(scene.season, None, "")["rounds"][0]},
    "score_head": a_match,
    "scorers": lambda scene: {"scorers": tables.scorers_of(scene.season, None), "caption": "Marcatori"},
    "sources": lambda scene: {"count": 5, "is_goal": True},
    "squad": lambda scene: team_page.gather(scene.team),
    "story_line": a_story,
    "story_list": a_page,
    "streaks": numbers,
    "table": table,
    "team_numbers": numbers,
    "then_and_now": a_box,
    "timeline": timeline,
    "wordmark": lambda scene: {},
}


def test_every_component_has_a_row_here():
    assert {path.stem for path in FOLDER.glob("*.html")} == set(COMPONENTS)


@pytest.mark.parametrize("name", COMPONENTS)
@pytest.mark.parametrize("language", ["it", "en"])
def test_a_component_is_drawn_without_a_query(name, language, rf):
    with translation.override(language):
        context = COMPONENTS[name](the_paper(3))

        with CaptureQueriesContext(connection) as asked:
            drawn = render_to_string(f"components/{name}.html", context, request=rf.get(f"/{language}/"))

    assert [query["sql"][:200] for query in asked.captured_queries] == []
    assert drawn.strip()


@pytest.mark.parametrize("name", COMPONENTS)
def test_a_component_says_first_what_it_reads(name):
    first = (FOLDER / f"{name}.html").read_text(encoding="utf-8").splitlines()[0]

    assert first.startswith("{# ")
    assert "Reads" in first

"""Every component is drawn from what its loader brought, without one query more."""

from pathlib import Path

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from articles.models import Article
from articles.paging import Page
from articles.templatetags.stories import stories_by_event
from newsroom import front
from teams import heads, tables
from teams.models import Match, MatchEvent, Team
from teams.pages import match as match_page
from teams.pages import person as person_page
from teams.pages import team as team_page
from teams.stats import form
from tests.scenes import the_paper

pytestmark = pytest.mark.django_db

FOLDER = Path(__file__).resolve().parent.parent / "templates" / "components"


def card(scene):
    return Match.objects.for_card().get(pk=scene.match.pk)


def sheet(scene):
    return match_page.gather(Match.objects.for_page().get(pk=scene.match.pk))


def lineup(scene):
    team, _side, lineup = sheet(scene)["lineups"][0]
    return {"team": team, "lineup": lineup, "formation": "3-5-2", "coach": scene.person}


def an_event(scene):
    return {"event": MatchEvent.objects.for_timeline().get(pk=scene.goal.pk)}


def a_story(scene):
    return {"article": Article.objects.for_card().get(pk=scene.stories["it"][0].pk), "variant": "lead"}


def timeline(scene):
    match = Match.objects.for_page().get(pk=scene.match.pk)
    return {"match": match, "timeline": tables.sheet_of(match).timeline, "told": stories_by_event(match)}


def table(scene):
    rows = tables.table_of(scene.stage, None)
    return {"parts": [rows], "caption": "Serie A", "marked": [scene.team]}


def meetings(scene):
    match = card(scene)
    day = scene.now.date()
    return {"meetings": tables.head_to_head_of(match.home, match.away, day), "first": match.home, "second": match.away}


# How what a component reads is loaded; what reads no rows is given by value.
COMPONENTS = {
    "article_card": a_story,
    "byline": lambda scene: {"article": Article.objects.for_page().get(pk=scene.stories["it"][0].pk)},
    "career": lambda scene: {"spells": list(scene.person.spells.for_career())},
    "editions": lambda scene: {"rest": "/"},
    "empty": lambda scene: {"text": "Nothing yet."},
    "event_people": an_event,
    "event_row": an_event,
    "fixtures_list": lambda scene: {"matches": list(Match.objects.fixtures().for_card())},
    "footer": lambda scene: {},
    "form": lambda scene: {"outcomes": form.outcomes(list(Match.objects.results().for_card()), scene.team)},
    "head": lambda scene: {"head": heads.team(scene.team)},
    "head_to_head": meetings,
    "kit": lambda scene: {"team": scene.team},
    "kit_patterns": lambda scene: {},
    "lineup": lineup,
    "lineup_player": lambda scene: {"player": lineup(scene)["lineup"].starters[0]},
    "mark": lambda scene: {"kind": "goal"},
    "marks": lambda scene: {},
    "masthead": lambda scene: {},
    "match_card": lambda scene: {"match": card(scene), "goals": list(scene.match.events.goals().for_timeline())},
    "match_log": lambda scene: {"outings": person_page.gather(scene.person)["outings"], "caption": "Partite"},
    "pagination": lambda scene: {"page": Page(scene.stories["it"], older="mark", is_first=False)},
    "person_card": lambda scene: {"person": scene.person, "role": "Arbitro"},
    "picture": lambda scene: {"image": scene.image},
    "results_strip": lambda scene: {"strip": front.strip()},
    "scorers": lambda scene: {"scorers": tables.scorers_of(scene.season, None), "caption": "Marcatori"},
    "squad": lambda scene: team_page.gather(Team.objects.get(pk=scene.team.pk)),
    "table": table,
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

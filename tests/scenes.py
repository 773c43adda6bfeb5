"""A small paper of one size or another: n of everything that a page could list."""

from datetime import timedelta
from types import SimpleNamespace

from django.utils import timezone
from taggit.models import Tag

from articles.models import Author, Image
from teams.models import Season
from tests.making import (
    make_appearance,
    make_competition,
    make_event,
    make_goal,
    make_match,
    make_person,
    make_published,
    make_publisher,
    make_spell,
    make_stage,
    make_team,
)

LETTERS = ("A", "B", "C", "D", "E", "F", "G", "H")


def the_paper(size):
    """Inter's season with `size` results, fixtures, scorers, team-mates, and stories in each language, all of them related."""
    scene = SimpleNamespace(size=size, now=timezone.now(), team=make_team("Inter"), stage=make_stage("Serie A"))
    scene.season, scene.competition = scene.stage.season, scene.stage.season.competition
    today = scene.now.date()  # the season is on, whenever the tests are run
    Season.objects.filter(pk=scene.season.pk).update(starts=today - timedelta(days=120), ends=today + timedelta(days=200))
    scene.person = make_person("Lautaro Martínez", nationality="ARG", position="FW")
    make_spell(scene.person, scene.team, shirt=10)
    make_spell("Cristian Chivu", scene.team, role="coach")
    scene.matches = [_result(scene, letter) for letter in LETTERS[:size]]
    scene.fixtures = [_fixture(scene, letter) for letter in LETTERS[:size]]
    scene.match = scene.matches[0]
    make_match("Squadra A 0-0 Inter", stage=scene.stage, matchday=0, kickoff=scene.now - timedelta(days=90))
    scene.goals = list(scene.match.events.filter(kind="goal", person=scene.person))
    scene.goal = scene.goals[0]
    for letter in LETTERS[: size - 1]:
        make_stage(f"Coppa {letter}")
    make_competition("A cup without a season")
    _stories(scene)
    return scene


def _result(scene, letter):
    n = LETTERS.index(letter)
    match = make_match(
        f"Inter {scene.size + 1}-1 Squadra {letter}",
        stage=scene.stage,
        matchday=n + 1,
        kickoff=scene.now - timedelta(days=3 + 7 * n),
    )
    make_appearance(match, scene.person, 10, captain=True)
    for other in LETTERS[: scene.size]:
        mate = make_person(f"Compagno {other}", position="MF")
        make_appearance(match, mate, 20 + LETTERS.index(other))
        make_goal(match, scene.person, 20 + LETTERS.index(other), second_person=mate)
        make_event(match, "yellow", mate, 60)
        if n == 0:
            make_spell(mate, scene.team, shirt=20 + LETTERS.index(other))
    rival = make_person(f"Avversario {letter}")
    make_appearance(match, rival, 9, side="away")
    make_goal(match, rival, 80, side="away")
    make_goal(match, make_person("Marcatore Di Giornata"), 85)
    return match


def _fixture(scene, letter):
    n = LETTERS.index(letter)
    return make_match(
        f"Squadra {letter} v Inter", stage=scene.stage, matchday=20 + n, kickoff=scene.now + timedelta(days=3 + 7 * n)
    )


def _stories(scene):
    scene.publisher = make_publisher("Inter News 24")
    for letter in LETTERS[: scene.size - 1]:
        make_publisher(f"Testata {letter}")
    scene.author = Author.objects.create(name="Anna Bianchi", slug="anna-bianchi", publisher=scene.publisher)
    scene.image = Image.objects.create(alt_text="Il gol", credit="Terzo Tempo", file="pictures/goal.png", width=1600, height=900)
    scene.stories = {language: [_story(scene, language, letter) for letter in LETTERS[: scene.size]] for language in ("it", "en")}
    scene.topic = Tag.objects.get(name="campionato")


def _story(scene, language, letter):
    return make_published(
        f"Lautaro {letter}",
        language=language,
        standfirst="Una frase.",
        at=scene.now - timedelta(hours=1 + LETTERS.index(letter)),
        about=[scene.team, scene.person, scene.competition, scene.match, scene.goal],
        authors=[scene.author],
        citations=["la Repubblica"],
        topics=["campionato"],
        publisher=scene.publisher,
        image=scene.image,
    )

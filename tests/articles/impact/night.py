"""The evening of which the stories tell: Inter 2-1 Kairat, and another match in which somebody scores in the same minute."""

from datetime import UTC, datetime

from articles.models import Impact
from teams.models import MatchEvent
from tests.making import make_goal, make_match, make_person, make_published, make_spell, make_team

MORNING = datetime(2025, 11, 6, 8, 0, tzinfo=UTC)


def make_night():
    make_team("Inter", city="Milano")
    for name, team in (
        ("Lautaro Martínez", "Inter"),
        ("Carlos Augusto", "Inter"),
        ("Ofri Arad", "Kairat Almaty"),
        ("Scott McTominay", "Napoli"),
    ):
        make_spell(name, team)
    match = make_match("Inter 2-1 Kairat Almaty")
    make_goal(match, "Lautaro Martínez", 45)
    make_goal(match, "Ofri Arad", 55, side="away")
    make_goal(match, "Carlos Augusto", 67)
    make_goal(make_match("Napoli 1-0 Eintracht Francoforte"), "Scott McTominay", 45)
    return match


def story(headline, *paragraphs, **fields):
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return make_published(headline, body=body, **{"at": MORNING, **fields})


def report(**fields):
    """A story that states one thing: that Carlos Augusto scored at 67'."""
    return story("Inter-Kairat Almaty 2-1", "Al 67' <em>Carlos Augusto</em> firma il 2-1 dell'Inter sul Kairat Almaty.", **fields)


def goal(match, name):
    return match.events.get(person=make_person(name), status=MatchEvent.Status.CONFIRMED)


def queued():
    return [(row.article.headline, row.part, row.surface, row.sentence) for row in Impact.objects.open().order_by("pk")]

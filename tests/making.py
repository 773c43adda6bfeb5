"""Data told as a reporter tells it: make_match("Inter 2-1 Kairat"), make_goal(match, "Lautaro", 45)."""

import re
from datetime import UTC, date, datetime, timedelta

from django.utils import timezone

from articles import actions
from articles.models import Publisher
from teams.models import Appearance, Competition, Match, MatchEvent, Person, Season, Spell, Stage, Team
from teams.names import to_slug
from teams.rules import periods

KICKOFF = datetime(2025, 11, 5, 20, 0, tzinfo=UTC)


def make_competition(name="Champions League", **fields):
    return Competition.objects.get_or_create(slug=to_slug(name), defaults={"name": name, **fields})[0]


def make_stage(competition="Champions League", season="2025-26", **fields):
    competition = make_competition(competition) if isinstance(competition, str) else competition
    season, _ = Season.objects.get_or_create(
        competition=competition, label=season, defaults={"starts": date(2025, 7, 1), "ends": date(2026, 6, 30)}
    )
    return Stage.objects.get_or_create(season=season, name=fields.pop("name", ""), defaults=fields)[0]


def make_team(name="Inter", **fields):
    return Team.objects.get_or_create(slug=to_slug(name), defaults={"name": name, **fields})[0]


def make_person(name="Lautaro Martínez", **fields):
    given, _, surname = name.rpartition(" ")
    defaults = {"name": name, "given_name": given, "surname": surname, **fields}
    return Person.objects.get_or_create(slug=to_slug(name), defaults=defaults)[0]


def make_spell(person, team, **fields):
    person = make_person(person) if isinstance(person, str) else person
    team = make_team(team) if isinstance(team, str) else team
    return Spell.objects.create(person=person, team=team, **{"start": date(2025, 7, 1), **fields})


def make_match(told="Inter 2-1 Kairat Almaty", *, kickoff=KICKOFF, stage=None, **fields):
    """A match from "Home 2-1 Away", finished, or "Home v Away", to come."""
    played = re.fullmatch(r"(.+?) (\d+)-(\d+) (.+)", told)
    home, away = (played[1], played[4]) if played else told.split(" v ")
    if played:
        fields = {"home_goals": int(played[2]), "away_goals": int(played[3]), "status": "finished", **fields}
    home, away = make_team(home), make_team(away)
    slug = f"{home.slug}-{away.slug}-{kickoff:%Y-%m-%d}"
    return Match.objects.create(
        stage=stage or make_stage(), home=home, away=away, kickoff=kickoff, slug=fields.pop("slug", slug), **fields
    )


def make_event(match, kind, person=None, minute=1, *, side="home", stoppage=0, **fields):
    person = make_person(person) if isinstance(person, str) else person
    period = fields.pop("period", None) or periods.period_of(minute, stoppage)
    return MatchEvent.objects.create(
        match=match, kind=kind, side=side, person=person, period=period, minute=minute, stoppage=stoppage, **fields
    )


def make_goal(match, person="Lautaro Martínez", minute=45, **fields):
    return make_event(match, fields.pop("kind", "goal"), person, minute, **fields)


def make_appearance(match, person, shirt=None, *, side="home", **fields):
    person = make_person(person) if isinstance(person, str) else person
    return Appearance.objects.create(match=match, person=person, side=side, shirt=shirt, **fields)


def make_publisher(name="Inter News 24", **fields):
    return Publisher.objects.get_or_create(slug=to_slug(name), defaults={"name": name, **fields})[0]


def make_article(headline="Lautaro, retroscena dopo il Kairat", *, about=(), mentions=(), **fields):
    """A draft, tied to the given facts."""
    told = {"slug": to_slug(headline)[:120], "body": "<p>Testo.</p>", "language": "it", **fields}
    told.setdefault("publisher", make_publisher())
    links = [(fact, "about") for fact in about] + [(fact, "mentions") for fact in mentions]
    return actions.draft(by=None, headline=headline, links=links, **told)


def make_published(headline="Lautaro, retroscena dopo il Kairat", *, at=None, **fields):
    """The same, published an hour ago, or at the given instant."""
    article = make_article(headline, **fields)
    return actions.publish(article, by=None, at=at or timezone.now() - timedelta(hours=1))

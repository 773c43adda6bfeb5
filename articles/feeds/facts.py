"""What the stories of a feed are about: the rows behind the lists that they stand in, each looked up and addressed once."""

from collections import defaultdict
from dataclasses import dataclass

from django.urls import reverse
from taggit.models import Tag

from articles.feeds.documents import Category
from articles.models import Listing
from teams.addresses import absolute, permanent_id
from teams.models import Competition, Match, MatchEvent, Person, Team

# Asked anew each time: what is under embargo depends on when, and on who asks.
ROWS = {
    "match": lambda: Match.objects.with_veiled().for_card(),
    "team": lambda: Team.objects,
    "person": lambda: Person.objects,
    "competition": lambda: Competition.objects,
    "event": lambda: MatchEvent.objects.select_related("person", "match"),
    "topic": lambda: Tag.objects,
}
SCHEMES = {"team": "teams", "person": "players", "competition": "competitions", "topic": "topics"}
PLURALS = {"match": "matches", "team": "teams", "person": "people", "competition": "competitions", "event": "events"}


@dataclass(frozen=True)
class Fact:
    kind: str
    id: str
    name: str
    slug: str
    url: str
    scheme: str


def behind(stories):
    """The facts that each of these stories is listed under, by its number: one query, and one for each kind."""
    listings = Listing.objects.filter(article__in=stories, kind__in=ROWS).values_list("article_id", "kind", "target_id")
    wanted, told = defaultdict(set), defaultdict(list)
    for _story, kind, target in listings:
        wanted[kind].add(target)
    front = absolute(reverse("front"))
    known = {(kind, pk): _fact(kind, row, front) for kind in ROWS for pk, row in ROWS[kind]().in_bulk(wanted[kind]).items()}
    for story, kind, target in listings:
        if (kind, target) in known:
            told[story].append(known[kind, target])
    return told


def categories(told):
    """The teams, people, competitions and topics, each with the scheme that tells them apart."""
    for kind, _plural in SCHEMES.items():
        for fact in _named(told, kind):
            yield Category(scheme=fact.scheme, term=fact.slug, label=fact.name)


def about(told):
    """For `_sport`: the rows by kind, each with its permanent id."""
    groups = {plural: _named(told, kind) for kind, plural in PLURALS.items()}
    return {
        plural: [{"id": fact.id, "url": fact.url, "name": fact.name} for fact in group]
        for plural, group in groups.items()
        if group
    }


def _fact(kind, row, front):
    return Fact(
        kind=kind,
        id=permanent_id(kind, row.pk),
        name=_name(kind, row),
        slug=getattr(row, "slug", ""),
        url=absolute(row.get_absolute_url()) if kind != "topic" else absolute(reverse("topic", args=[row.slug])),
        scheme=f"{front}{SCHEMES[kind]}/" if kind in SCHEMES else "",
    )


def _name(kind, row):
    """Without the score and the minute: they may change when no story does."""
    if kind == "match":
        return f"{row.home} - {row.away}"
    return " ".join(filter(None, (row.get_kind_display(), str(row.person or "")))) if kind == "event" else str(row)


def _named(told, kind):
    return sorted((fact for fact in told if fact.kind == kind), key=lambda fact: fact.name)

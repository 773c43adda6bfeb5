"""What a story is tied to, as its page shows it: the match, the events, teams, people, competitions and grounds."""

from dataclasses import dataclass

from django.db.models import F, OuterRef, Subquery, Value

from articles.models import Article, CompetitionLink, EventLink, Link, MatchLink, PersonLink, TeamLink, VenueLink
from teams.models import Competition, Match, MatchEvent, Person, Team, Venue

MATCH = ("home", "away", "venue", "stage__season__competition")


@dataclass(frozen=True, slots=True)
class Ties:
    """`match` is what the story is about first, and `goals` are its goals that count; `facts` is all, as (row, role)."""

    match: Match | None
    matches: list[Match]
    events: list[MatchEvent]
    teams: list[Team]
    people: list[Person]
    competitions: list[Competition]
    venues: list[Venue]
    goals: list[MatchEvent]
    facts: list[tuple]

    @property
    def is_of_one_goal(self):
        return len(self.events) == 1 and self.only_goals

    @property
    def is_of_no_event(self):
        return not self.events

    @property
    def only_goals(self):
        return all(event.is_goal for event in self.events)


def of(article: Article) -> Ties:
    """[3 queries, one more where events are told of and no match is]"""
    matches = _matches(article)
    told = _first(matches)
    events, goals = _events(article, told)
    events = [(event, role) for event, role in events if not event.match.is_veiled]
    match = told or next((event.match for event, _role in events), None)
    named = _named(article)
    return Ties(
        match=match,
        matches=[each for each, _role in matches if each != match],
        events=[event for event, _role in events],
        teams=[row for row, _role in named[TeamLink]],
        people=[row for row, _role in named[PersonLink]],
        competitions=[row for row, _role in named[CompetitionLink]],
        venues=[row for row, _role in named[VenueLink]],
        goals=goals if told else _goals(match),
        facts=[*matches, *events, *named[TeamLink], *named[PersonLink], *named[CompetitionLink], *named[VenueLink]],
    )


IN_ORDER = ("period", "minute", "stoppage", "order", "pk")
# What chips, cards of the head and JSON-LD read of a fact that the story only names; the rest is not fetched.
NAMED = {
    TeamLink: ("name", "name_en", "slug", "primary_colour", "secondary_colour", "trim_colour", "pattern"),
    PersonLink: ("name", "slug"),
    CompetitionLink: ("name", "name_en", "slug"),
    VenueLink: ("name", "city"),
}


def _matches(article):
    """The matches in the order that the editor gave them, as (row, role)."""
    links = MatchLink.objects.filter(article=article).select_related(*(f"match__{path}" for path in MATCH))
    return [(link.match, link.role) for link in links]


def _events(article, match):
    """The events that the story tells of, as (row, role) in its order, and the goals of its match, in one query."""
    link = EventLink.objects.filter(article=article, event=OuterRef("pk"))
    wanted = EventLink.objects.filter(article=article).order_by().values("event")
    if match:
        wanted = wanted.union(match.events.standing().goals().order_by().values("pk"), all=True)
    found = MatchEvent.objects.filter(pk__in=wanted).select_related("person", *(f"match__{path}" for path in MATCH))
    rows = list(
        found.annotate(
            told_as=Subquery(link.values("role")[:1]),
            told_in=Subquery(link.values("order")[:1]),
            told_by=Subquery(link.values("pk")[:1]),
        ).order_by(*IN_ORDER)
    )
    told = sorted((event for event in rows if event.told_as), key=lambda event: (event.told_in, event.told_by))
    goals = [event for event in rows if match and event.match_id == match.pk and event.counts and event.is_goal]
    return [(event, event.told_as) for event in told], goals


def _goals(match):
    return list(match.events.standing().goals().select_related("person").order_by(*IN_ORDER)) if match else []


def _named(article):
    """Teams, people, competitions and grounds, as (row, role) in the order that the editor gave them, in one query."""
    width = max(map(len, NAMED.values()))
    parts = []
    for model, columns in NAMED.items():
        values = [F(f"{model.TARGET}__{column}") for column in columns] + [Value("")] * (width - len(columns))
        told = {f"c{number}": value for number, value in enumerate(values)}
        links = model.objects.filter(article=article).order_by().annotate(kind=Value(model.TARGET), **told)
        parts.append(links.values_list("kind", "order", "pk", "role", f"{model.TARGET}_id", *told))
    found = {model: [] for model in NAMED}
    models = {model.TARGET: model for model in NAMED}
    for kind, _order, _pk, role, key, *values in sorted(parts[0].union(*parts[1:], all=True)):
        model = models[kind]
        fact = model._meta.get_field(kind).related_model
        found[model].append((fact.from_db(article._state.db, ["id", *NAMED[model]], [key, *values[: len(NAMED[model])]]), role))
    return found


def _first(matches):
    """The first match that the story is about."""
    return next((match for match, role in matches if role == Link.Role.ABOUT), None)

"""What a story is tied to, as its page shows it: the match, the events, teams, people and competitions."""

from dataclasses import dataclass

from articles.models import Article, CompetitionLink, EventLink, Link, MatchLink, PersonLink, TeamLink
from teams.models import Competition, Match, MatchEvent, Person, Team

MATCH = ("home", "away", "stage__season__competition")


@dataclass(frozen=True, slots=True)
class Ties:
    """`match` is what the story is about first, and `goals` are its goals that count; `facts` is all, as (row, role)."""

    match: Match | None
    matches: list[Match]
    events: list[MatchEvent]
    teams: list[Team]
    people: list[Person]
    competitions: list[Competition]
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
    """[6 queries, 5 where there is no match]"""
    events = _linked(EventLink, article, "event__person", *(f"event__match__{path}" for path in MATCH))
    events = [(event, role) for event, role in events if not event.match.is_veiled]
    matches = _linked(MatchLink, article, *(f"match__{path}" for path in MATCH))
    teams, people = _linked(TeamLink, article, "team"), _linked(PersonLink, article, "person")
    competitions = _linked(CompetitionLink, article, "competition")
    match = _first(matches) or next((event.match for event, _role in events), None)
    return Ties(
        match=match,
        matches=[each for each, _role in matches if each != match],
        events=[event for event, _role in events],
        teams=[team for team, _role in teams],
        people=[person for person, _role in people],
        competitions=[competition for competition, _role in competitions],
        goals=list(match.events.standing().goals().select_related("person").order_by(*IN_ORDER)) if match else [],
        facts=[*matches, *events, *teams, *people, *competitions],
    )


IN_ORDER = ("period", "minute", "stoppage", "order", "pk")


def _linked(model, article, *paths):
    """The rows that the story is tied to, as (row, role), in the order that the editor gave them."""
    return [(link.target, link.role) for link in model.objects.filter(article=article).select_related(model.TARGET, *paths)]


def _first(matches):
    """The first match that the story is about."""
    return next((match for match, role in matches if role == Link.Role.ABOUT), None)

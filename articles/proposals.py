"""Which facts a text speaks of: proposals for its links, from exact names and aliases; nothing is written here."""

from bisect import bisect_right
from collections import Counter
from datetime import date, timedelta
from itertools import accumulate
from typing import NamedTuple

from django.db import models

from articles.models import Link, Publisher
from articles.reading.names import Dictionary, Mention, Name
from articles.reading.scoring import speaks_of_scoring
from teams.models import Alias, Competition, Match, MatchEvent, Person, Team, Venue
from teams.names import fold

SCORED = (MatchEvent.Kind.GOAL, MatchEvent.Kind.PENALTY_GOAL)
PLAYED_WITHIN, TO_COME_WITHIN = timedelta(days=4), timedelta(days=7)


class Text(NamedTuple):
    """What is read: the headline, then the paragraphs; offsets count from the headline's first letter."""

    headline: str
    paragraphs: tuple[str, ...]
    language: str
    on: date

    @property
    def whole(self):
        return "\n".join([self.headline, *self.paragraphs])

    @property
    def lead_ends(self):
        return len(self.headline) + 1 + len(self.paragraphs[0])


def propose(text: Text) -> list[tuple[models.Model, str]]:
    """Facts with their roles, in reading order: teams, people, competitions, the match, goals told of.

    What the headline or the first paragraph names is what the story is about, and so is the match. A team that is not
    in that match is only mentioned, unless the headline names it.
    """
    mentions = dictionary().mentions(text.whole, text.language)
    first = {mention.target: mention.start for mention in reversed(mentions)}
    teams, people, competitions = (_facts(model, first) for model in (Team, Person, Competition))
    match = match_told_of(text, teams)
    playing = {match.home_id, match.away_id} if match else {team.pk for team in teams}
    links = [(team, _role(text, place, may_be_about=team.pk in playing)) for team, place in teams.items()]
    links += [(fact, _role(text, place)) for fact, place in (people | competitions).items()]
    return [*links, (match, Link.Role.ABOUT), *goals_told_of(text, match, mentions)] if match else links


def dictionary() -> Dictionary:
    """Every name that we know: those of teams, people and competitions, and of what may have a team's name in its own."""
    names = [Name(name, None) for name in Publisher.objects.values_list("name", flat=True)]
    names += [Name(name, None) for name in Venue.objects.values_list("name", flat=True)]
    for pk, city, *spellings in Team.objects.values_list("pk", "city", "name", "name_en", "full_name"):
        names += [Name(text, (Team, pk), town=fold(text) == fold(city)) for text in spellings]
    for pk, *spellings in Competition.objects.values_list("pk", "name", "name_en", "full_name"):
        names += [Name(text, (Competition, pk)) for text in spellings]
    for pk, name, surname in Person.objects.values_list("pk", "name", "surname"):
        names += [Name(name, (Person, pk)), Name(surname, (Person, pk), in_context=surname != name)]
    return Dictionary([*names, *_aliases()])


def match_told_of(text: Text, teams: dict[Team, int]) -> Match | None:
    """The one match between two teams of the text, of the last days or to come soon; None unless there is exactly one.

    Asked of the teams in the headline first, then of those in the first paragraph too, then of all: where the text
    names several opponents, the match that was played comes before those to come.
    """
    days = (text.on - PLAYED_WITHIN, text.on + TO_COME_WITHIN)
    matches = list(Match.objects.for_card().filter(home__in=teams, away__in=teams, kickoff__date__range=days))
    candidates = _between(teams, matches, len(text.headline)) or _between(teams, matches, text.lead_ends)
    candidates = candidates or [match for match in matches if not match.is_to_come] or matches
    return candidates[0] if len(candidates) == 1 else None


def _between(teams, matches, end):
    """The matches whose two teams are both named before that place."""
    named = {team.pk for team, place in teams.items() if place < end}
    return [match for match in matches if {match.home_id, match.away_id} <= named]


def goals_told_of(text: Text, match: Match, mentions: list[Mention]) -> list[tuple[MatchEvent, str]]:
    """The goals of the match whose scorer is named in a paragraph that speaks of scoring, where he scored exactly once."""
    lines = text.whole.split("\n")
    ends = list(accumulate(len(line) + 1 for line in lines))
    telling = {place for place, line in enumerate(lines) if speaks_of_scoring(line, text.language)}
    named = {mention.target for mention in mentions if bisect_right(ends, mention.start) in telling}
    in_headline = {mention.target for mention in mentions if mention.start < ends[0]}
    goals = match.events.standing().filter(kind__in=SCORED).select_related("person")
    tallies = Counter(goal.person_id for goal in goals)
    told = [goal for goal in goals if tallies[goal.person_id] == 1 and (Person, goal.person_id) in named]
    return [(goal, _about_if((Person, goal.person_id) in in_headline)) for goal in told]


def _facts(model, first):
    """The rows of that model that the text names, each with the place where it does so first."""
    places = {pk: place for (kind, pk), place in first.items() if kind is model}
    rows = model.objects.in_bulk(places)
    return {rows[pk]: place for pk, place in sorted(places.items(), key=lambda pair: pair[1])}


def _aliases():
    columns = {"team_id": Team, "person_id": Person, "competition_id": Competition, "venue_id": None}
    for text, language, scope, *ids in Alias.objects.values_list("text", "language", "scope", *columns):
        model, pk = next((model, pk) for model, pk in zip(columns.values(), ids, strict=True) if pk)
        yield Name(text, (model, pk) if model else None, language, in_context=scope == Alias.Scope.CONTEXT)


def _role(text, place, *, may_be_about=True):
    return _about_if(place < len(text.headline) or (may_be_about and place < text.lead_ends))


def _about_if(condition):
    return Link.Role.ABOUT if condition else Link.Role.MENTIONS

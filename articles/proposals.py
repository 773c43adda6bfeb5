"""Which facts a text speaks of: proposals for its links with the words that they came from; nothing is written here."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext as _

from articles.models import Link, Publisher
from articles.reading.facts import COMPETITION, PERSON, TEAM, VENUE, Ref
from articles.reading.papers import cited_papers
from articles.reading.reading import Reading, read
from articles.reading.scene import Mention
from articles.reading.speakers import said
from articles.register import DatabaseFacts
from teams.models import Competition, Match, MatchEvent, Person, Team, Venue


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
        return len(self.headline) + 1 + (len(self.paragraphs[0]) if self.paragraphs else 0)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A fact with its role, where the text names it, and why it is the one that is meant."""

    fact: models.Model
    role: str
    words: tuple[Mention, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """Somebody's words, the speech marks left out (code points); `speaker` only where it is certain, `name` as he is called."""

    words: str
    speaker: Person | None
    start: int
    end: int
    name: str = ""


def propose(text: Text) -> list[tuple[models.Model, str]]:
    """Facts with their roles, in reading order: teams, people, competitions, grounds, matches, the events told of."""
    return [(proposal.fact, proposal.role) for proposal in proposals(text)]


def proposals(text: Text) -> list[Proposal]:
    """What the headline or the first paragraph names is what the story is about, and so is the main match.

    A team that is not in that match is only mentioned, unless the headline names it.
    """
    return proposals_of(read_text(text), text)


def read_text(text: Text) -> Reading:
    return read(text.whole, DatabaseFacts(), day=text.on, language=text.language)


def citations(text: Text) -> list[str]:
    """The papers and publishers that the text says it has something from, as it writes them."""
    return cited_papers(text.whole, Publisher.objects.values_list("name", flat=True))


def quotations(text: Text) -> list[Quoted]:
    return quotations_of(read_text(text))


def quotations_of(found: Reading) -> list[Quoted]:
    """What stands in speech marks, with who said it."""
    spoken = said(found.scene)
    people = Person.objects.in_bulk([one.speaker.key for one in spoken if one.speaker])
    return [
        Quoted(found.scene.text[one.start : one.end], people.get(one.speaker and one.speaker.key), one.start, one.end, one.name)
        for one in spoken
    ]


def proposals_of(found: Reading, text: Text) -> list[Proposal]:
    words: dict[Ref, list[Mention]] = {}
    for mention in found.mentions:
        words.setdefault(mention.target, []).append(mention)
    main = found.matches[0] if found.matches else None
    playing = main.sides if main else {ref for ref in words if ref.kind == TEAM}
    proposed = []
    for kind, model in ((TEAM, Team), (PERSON, Person), (COMPETITION, Competition), (VENUE, Venue)):
        named = [ref for ref in words if ref.kind == kind]
        rows = model.objects.in_bulk([ref.key for ref in named])
        for ref in named:
            role = _role(text, words[ref][0].start, may_be_about=kind != TEAM or ref in playing)
            proposed.append(Proposal(rows[ref.key], role, tuple(words[ref]), _why(words[ref], found)))
    return [*proposed, *_matches(found), *_events(found, words, text)]


def _matches(found: Reading) -> list[Proposal]:
    rows = Match.objects.for_card().in_bulk([match.ref for match in found.matches])
    sides = [tuple(mention for mention in found.mentions if mention.target in match.sides) for match in found.matches]
    return [
        Proposal(rows[match.ref], _about_if(number == 0), words, _("both sides, the day and what is told of it"))
        for number, (match, words) in enumerate(zip(found.matches, sides, strict=True))
    ]


def _events(found: Reading, words: dict[Ref, list[Mention]], text: Text) -> list[Proposal]:
    rows = MatchEvent.objects.select_related("person", "match__home", "match__away").in_bulk(
        [event.ref for _match, event in found.events]
    )
    return [
        Proposal(
            rows[event.ref],
            _about_if(words[event.person][0].start < len(text.headline)),
            tuple(words[event.person]),
            _("%(who)s is named where such a thing is told") % {"who": rows[event.ref].person},
        )
        for _match, event in found.events
    ]


def _why(mentions: list[Mention], found: Reading) -> str:
    """The strongest reason among the mentions, in the reader's language."""
    mention = next((one for one in mentions if one.why in ("full name", "name")), mentions[0])
    reason = REASONS.get(mention.why, lambda: mention.why)()
    team = next((one.team for one in mentions if one.team), None)
    if team is None:
        return reason
    name = found.scene.facts.teams([team])[team].name
    return f"{reason}; " + _("at %(team)s that day") % {"team": name}


REASONS: dict[str, Callable[[], str]] = {
    "name": lambda: _("named as such"),
    "full name": lambda: _("named in full"),
    "named in full": lambda: _("named in full elsewhere in the text"),
    "context": lambda: _("the text speaks of it otherwise too"),
    "squad": lambda: _("in the squad of a team that the text names"),
    "coach": lambda: _("coach of a team that the text names"),
    "former": lambda: _("used to belong to a team that the text names"),
    "played": lambda: _("took part in the match"),
    "scored": lambda: _("scored in the match"),
    "only one": lambda: _("the only one of that name"),
}


def _role(text: Text, place: int, *, may_be_about: bool = True) -> str:
    return _about_if(place < len(text.headline) or (may_be_about and place < text.lead_ends))


def _about_if(condition: bool) -> str:
    return Link.Role.ABOUT if condition else Link.Role.MENTIONS

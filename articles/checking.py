"""What a text claims against our facts as of its day: right, right in part, wrong, or not to be told; it locks nothing."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.proposals import Text, read_text
from articles.reading import facts
from articles.reading.claims import PARTLY, WRONG, Because, Claim, claims_of
from articles.reading.facts import COMPETITION, PERSON, TEAM, VENUE, Ref
from articles.reading.reading import Reading
from teams.models import Competition, Match, MatchEvent, Person, Team, Venue

_MODELS = {TEAM: Team, PERSON: Person, COMPETITION: Competition, VENUE: Venue, "match": Match, "event": MatchEvent}


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim with its sentence, what the facts say in the reader's language, and the row of ours that decides, if one does."""

    claim: Claim
    row: models.Model | None
    sentence: str
    because: str

    @property
    def is_disputed(self) -> bool:
        return self.claim.verdict in (WRONG, PARTLY)

    def as_data(self) -> dict[str, Any]:
        """The same as plain values that JSON can hold; offsets are code points into the whole text, end exclusive."""
        claim = self.claim
        return {
            "kind": claim.kind,
            "verdict": claim.verdict,
            "surface": claim.surface,
            "start": claim.start,
            "end": claim.end,
            "sentence": self.sentence,
            "because": self.because,
            "replacement": claim.replacement,
            "row": {"model": self.row._meta.label_lower, "pk": self.row.pk, "name": str(self.row)} if self.row else None,
            "is_quoted": claim.is_quoted,
        }


def check(text: Text) -> list[Checked]:
    return checked(read_text(text))


def checked(found: Reading) -> list[Checked]:
    """Every claim of a text that was read, in reading order."""
    claims = claims_of(found.scene)
    rows = _rows(claims)
    return [
        Checked(claim, rows.get(_ref(claim.rests_on)), _sentence(found, claim), _told(claim.because, rows)) for claim in claims
    ]


def _rows(claims: Iterable[Claim]) -> dict[Ref, models.Model]:
    """Every row that the claims rest on or that their reasons name: one query for each model."""
    wanted: dict[str, set] = {}
    for ref in filter(None, (_ref(value) for claim in claims for value in _values(claim))):
        wanted.setdefault(ref.kind, set()).add(ref.key)
    return {
        Ref(kind, key): row for kind, keys in wanted.items() for key, row in _MODELS[kind]._default_manager.in_bulk(keys).items()
    }


def _values(claim: Claim) -> Iterator[object]:
    yield claim.rests_on
    for value in claim.because.values.values() if claim.because else ():
        yield from value if isinstance(value, list) else [value]


def _ref(value: object) -> Ref | None:
    if isinstance(value, Ref):
        return value
    if isinstance(value, facts.Match):
        return Ref("match", value.ref)
    return Ref("event", value.ref) if isinstance(value, facts.Event) else None


def _told(because: Because | None, rows: dict[Ref, models.Model]) -> str:
    if because is None:
        return ""
    return REASONS[because.key]() % {name: _shown(value, rows) for name, value in because.values.items()}


def _shown(value: object, rows: dict[Ref, models.Model]) -> str:
    if isinstance(value, list):
        return ", ".join(_shown(one, rows) for one in value)
    if isinstance(value, datetime):
        return date_format(value, "TIME_FORMAT")
    if isinstance(value, date):
        return date_format(value, "DATE_FORMAT")
    ref = _ref(value)
    return str(rows.get(ref, "–")) if ref else str(value)


REASONS: dict[str, Callable[[], str]] = {
    "ended": lambda: _("%(home)s - %(away)s ended %(score)s"),
    "stood so on the way": lambda: _("it stood so on the way; %(home)s - %(away)s ended %(score)s"),
    "stood so": lambda: _("%(home)s - %(away)s stood at %(score)s after the goal"),
    "at half-time": lambda: _("%(home)s - %(away)s stood at %(score)s at half-time"),
    "on penalties": lambda: _("%(home)s - %(away)s was %(score)s on penalties"),
    "over two legs": lambda: _("%(home)s - %(away)s was %(score)s over two legs"),
    "minute": lambda: _("it was in minute %(minute)s"),
    "scored": lambda: _("the goal was scored in minute %(minute)s"),
    "scored by": lambda: _("%(person)s scored, in minute %(minute)s"),
    "no goal": lambda: _("%(person)s did not score in this match"),
    "line": lambda: _("%(team)s: place %(place)s with %(points)s points from %(played)s matches"),
    "level": lambda: _("%(team)s: level on %(points)s points with %(others)s; place %(place)s by the tie-breaks"),
    "gap": lambda: _("%(number)s points lie between %(team)s and %(other)s"),
    "count": lambda: _("%(person)s: %(number)s in the competition until then"),
    "goals in the match": lambda: _("%(person)s: %(number)s in this match"),
    "goals_for": lambda: _("%(team)s: %(number)s goals scored"),
    "goals_against": lambda: _("%(team)s: %(number)s goals conceded"),
    "won": lambda: _("%(team)s: %(number)s won"),
    "drawn": lambda: _("%(team)s: %(number)s drawn"),
    "lost": lambda: _("%(team)s: %(number)s lost"),
    "run": lambda: _("%(team)s: the run is of %(number)s"),
    "sent off": lambda: _("sent off in minute %(minute)s"),
    "sent off was": lambda: _("%(person)s was sent off, in minute %(minute)s"),
    "assist": lambda: _("%(person)s made the goal, in minute %(minute)s"),
    "changed": lambda: _("%(person)s was changed in minute %(minute)s"),
    "no change": lambda: _("%(person)s did not come on in this match"),
    "ground": lambda: _("%(home)s - %(away)s: %(venue)s"),
    "calendar": lambda: _("%(day)s is a %(weekday)s"),
    "kick-off": lambda: _("%(home)s - %(away)s kicks off at %(time)s"),
    "fixture": lambda: _("%(home)s - %(away)s is on %(day)s"),
}


def _sentence(found: Reading, claim: Claim) -> str:
    words = found.scene.words
    inside = [word for word in words if word.start <= claim.start]
    number = inside[-1].sentence if inside else 0
    own = [word for word in words if word.sentence == number]
    return found.scene.text[own[0].start : own[-1].end] if own else claim.surface

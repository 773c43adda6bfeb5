"""What a text claims against our facts as of its day: right, right in part, wrong, or not to be told; it locks nothing."""

from collections.abc import Hashable
from dataclasses import dataclass

from articles.proposals import Text, read_text
from articles.reading.claims import PARTLY, WRONG, Claim, claims_of
from articles.reading.reading import Reading
from teams.models import Match, MatchEvent, Team

# The row that a claim rests on, by its kind; of the others it is a team.
_ROWS = {"score": Match, "next_match": Match, "venue": Match, "minute": MatchEvent, "scorer": MatchEvent}


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim with its sentence, and the row of ours that decides, if one does."""

    claim: Claim
    row: object | None
    sentence: str

    @property
    def is_disputed(self) -> bool:
        return self.claim.verdict in (WRONG, PARTLY)


def check(text: Text) -> list[Checked]:
    return checked(read_text(text))


def checked(found: Reading) -> list[Checked]:
    """Every claim of a text that was read, in reading order."""
    return [Checked(claim, _row(claim), _sentence(found, claim)) for claim in claims_of(found.scene)]


def _row(claim: Claim):
    if claim.rests_on is None:
        return None
    model = _ROWS.get(claim.kind, Team)
    return model.objects.filter(pk=_key(claim.rests_on)).first()


def _key(reference: Hashable):
    return getattr(reference, "key", reference)


def _sentence(found: Reading, claim: Claim) -> str:
    words = found.scene.words
    inside = [word for word in words if word.start <= claim.start]
    number = inside[-1].sentence if inside else 0
    own = [word for word in words if word.sentence == number]
    return found.scene.text[own[0].start : own[-1].end] if own else claim.surface

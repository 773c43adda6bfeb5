"""Letting out a story that the facts dispute: nobody is stopped, but whoever does it says why, and that is kept."""

from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.checking import Checked, check
from articles.models import Article
from articles.passages import plain
from articles.proposals import Text
from teams import auditlog, clock
from teams.models import AuditEntry

VERB = "publish over a disputed claim"


class Disputed(ValidationError):
    """The facts dispute these claims, and nobody has said yet why they stand."""

    def __init__(self, claims: list[Checked]):
        told = "; ".join(f"“{one.claim.surface}”: {one.because or one.claim.correct or '–'}" for one in claims)
        super().__init__(_("The facts dispute what it says; give a reason to publish it so. %(claims)s") % {"claims": told})
        self.claims = claims


def text_of(article: Article) -> Text:
    """What is read of a story, saved or not: headline, standfirst and text, as of its own day."""
    day = article.dateline or timezone.localdate(article.published_at or clock.now())
    lines = [" ".join(article.standfirst.split()), *plain(article.body).split("\n")]
    return Text(" ".join(article.headline.split()), tuple(line for line in lines if line.strip()), article.language, day)


def disputes(article: Article) -> list[Checked]:
    """The claims that the facts call wrong, or right only in part."""
    return [one for one in check(text_of(article)) if one.is_disputed]


def stand_by(article: Article, *, by, reason: str = "") -> None:
    """Disputed without a reason; one that was given for the very same words before still holds."""
    claims = disputes(article)
    answered = {(told["surface"], told["sentence"]) for entry in reasons_for(article) for told in entry.details["claims"]}
    open_ones = [one for one in claims if (one.claim.surface, one.sentence) not in answered]
    if open_ones and not reason.strip():
        raise Disputed(open_ones)
    if open_ones:
        auditlog.record(by, VERB, article, claims=[_kept(one) for one in claims], reason=reason.strip())


def reasons_for(article: Article) -> Iterable[AuditEntry]:
    """Why it was let out in spite of what the facts say, the last reason first."""
    kind = ContentType.objects.get_for_model(Article)
    return AuditEntry.objects.filter(content_type=kind, row_id=article.pk, verb=VERB)


def _kept(one: Checked) -> dict:
    told = one.as_data()
    return {name: told[name] for name in ("surface", "sentence", "verdict", "because")}

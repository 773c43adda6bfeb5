"""Putting right in public what readers were told: notes that are dated and stay, and the queue of changed facts."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles import impact, permissions
from articles.models import Article, Correction, Impact, Version
from articles.permissions import Verb
from teams import clock
from teams.auditlog import record

from .keeping import keep, settle
from .publishing import begin

# What somebody can decide about a sentence that a changed fact has overtaken, beside correcting it.
DECISIONS = (Impact.State.STILL_RIGHT, Impact.State.LEFT)


@transaction.atomic
def correct(article: Article, *, note: str, by, impacts: Iterable[Impact] = (), **changes) -> Correction:
    """Change what readers have been told, and say so: the story keeps its number and address, and is modified from now on.

    `impacts`: what leaves the queue with it, also where the sentence stays as it was and only the note tells.
    """
    begin(article, Verb.CORRECT, by)
    correction = Correction(article=article, note=note.strip(), made_by=by)
    correction.full_clean()
    for name, value in changes.items():
        setattr(article, name, value)
    keep(article, by=by)
    correction.save()
    settle(article, by=by, modified=True, moment=Version.Moment.CORRECTED)
    impact.close(Impact.objects.open().filter(pk__in=[one.pk for one in impacts]), Impact.State.CORRECTED, by=by)
    record(by, Verb.CORRECT, article, note=correction.note)
    return correction


@transaction.atomic
def amend(correction: Correction, *, note: str, by) -> Correction:
    """Give a note another wording; the former ones stay beside it, and the note can never be taken away."""
    correction = Correction.objects.select_for_update().select_related("article").get(pk=correction.pk)
    begin(correction.article, Verb.CORRECT, by)
    if note.strip() == correction.note:
        raise ValidationError(_("The note says that already."))
    now = clock.now()
    correction.former = [*correction.former, {"note": correction.note, "until": now.isoformat(), "by": str(by or "")}]
    correction.note, correction.amended_at = note.strip(), now
    correction.full_clean()
    correction.save()
    settle(correction.article, by=by, modified=True)
    record(by, "amend_correction", correction.article, note=correction.note)
    return correction


@transaction.atomic
def decide(impacts: Iterable[Impact], state: str, *, by) -> int:
    """Somebody has looked: the sentences are still right, or are left as they are. How many have left the queue."""
    if state not in DECISIONS:
        raise ValidationError(_("That is no decision about a changed fact."))
    waiting = {one.pk: one for one in impacts if one.state == Impact.State.OPEN}
    for article in {one.article_id: one.article for one in waiting.values()}.values():
        permissions.require(by, Verb.CHANGE, article)
        record(by, f"impact_{state}", article, sentences=sum(one.article_id == article.pk for one in waiting.values()))
    return impact.close(Impact.objects.open().filter(pk__in=waiting), state, by=by)

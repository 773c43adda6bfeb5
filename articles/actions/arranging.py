"""Arranging the top of a page: every arrangement is a version of its own, and the former ones stay."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from articles import listing
from articles.arranging import PLACES, Key, Pin
from articles.models import Arrangement, Article, Slot
from teams import clock
from teams.auditlog import record


@transaction.atomic
def arrange(key: Key, pins: list[Pin], *, by, starts_at: datetime | None = None, based_on: int | None = None) -> Arrangement:
    """Put stories in their places from now or `starts_at` on; `based_on`: the number of the version that the editor saw."""
    versions = Arrangement.objects.select_for_update().filter(kind=key.kind, target_id=key.target_id, language=key.language)
    last = versions.order_by().aggregate(number=Max("number"))["number"] or 0
    if based_on is not None and based_on != last:
        raise ValidationError(_("Somebody arranged this page meanwhile: look at version %(number)s first.") % {"number": last})
    _check(key, pins)
    made = Arrangement(**key._asdict(), number=last + 1, made_by=by, starts_at=starts_at or clock.now())
    made.full_clean()
    made.save()
    Slot.objects.bulk_create(
        Slot(arrangement=made, position=pin.position, article_id=pin.article_id, pinned_until=pin.until) for pin in pins
    )
    listing.mark_changed({tuple(key)})
    record(by, "arrange", made, stories=[pin.article_id for pin in pins], starts_at=made.starts_at.isoformat())
    return made


def _check(key: Key, pins: list[Pin]) -> None:
    """Each story once, in a place that there is, in the language of the page."""
    stories = [pin.article_id for pin in pins]
    if len(set(stories)) < len(stories):
        raise ValidationError(_("A story can stand in one place only."))
    if any(not 0 <= pin.position < PLACES[key.kind] for pin in pins):
        raise ValidationError(_("There is no such place on this page."))
    if Article.objects.filter(pk__in=stories, language=key.language, binned_at=None).count() < len(stories):
        raise ValidationError(_("One of these stories is of the other edition, or in the bin."))

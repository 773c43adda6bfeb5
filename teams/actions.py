"""Every change of a fact, as a verb: who did it, whole or not at all."""

from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _

from teams import clock
from teams.models import FormerSlug, Match, MatchEvent, Person

# A subscriber's calendar must notice a change of any of these (RFC 5545, SEQUENCE).
_CALENDAR_FIELDS = ("kickoff", "kickoff_confirmed", "venue_id", "status", "home_id", "away_id")


@transaction.atomic
def save_match(match: Match, *, by) -> Match:
    """Keep a match; its version rises when its calendar entry must change."""
    match.full_clean()
    if before := Match.objects.select_for_update().filter(pk=match.pk).first():
        moved = any(getattr(before, name) != getattr(match, name) for name in _CALENDAR_FIELDS)
        match.version = before.version + moved
    match.changed_at = clock.now()
    match.save()
    return match


@transaction.atomic
def save_event(event: MatchEvent, *, by) -> MatchEvent:
    """Keep an event as it was typed; its match has changed with it."""
    event.full_clean()
    event.save()
    _match_changed(event.match)
    return event


@transaction.atomic
def remove_event(event: MatchEvent, *, by) -> None:
    """Take out a row typed by mistake. One that stories point to cannot go: it is cancelled instead."""
    event.delete()
    _match_changed(event.match)


@transaction.atomic
def cancel_event(event: MatchEvent, *, reason: str, by) -> MatchEvent:
    """The event no longer counts: the referee or VAR took it back."""
    if not event.counts:
        raise ValidationError(_("Only an event that counts can be cancelled."))
    _withdraw(event, MatchEvent.Status.CANCELLED, reason, by)
    event.full_clean()
    event.save()
    _match_changed(event.match)
    _log(by, event, _("Cancelled: %s") % reason)
    return event


@transaction.atomic
def restore_event(event: MatchEvent, *, by) -> MatchEvent:
    """A cancelled event counts again."""
    if event.status != MatchEvent.Status.CANCELLED:
        raise ValidationError(_("Only a cancelled event can be restored."))
    event.status, event.reason = MatchEvent.Status.CONFIRMED, ""
    event.decided_by, event.decided_at = by, clock.now()
    event.full_clean()
    event.save()
    _match_changed(event.match)
    _log(by, event, _("Restored"))
    return event


@transaction.atomic
def give_event_to(event: MatchEvent, person: Person, *, reason: str, by, **changes) -> MatchEvent:
    """The event was another's: the old row stays, superseded by a new one, which is returned."""
    if not event.counts:
        raise ValidationError(_("Only an event that counts can be given to another."))
    kept = {field.name: getattr(event, field.name) for field in event._meta.fields if not field.primary_key}
    corrected = MatchEvent(**{**kept, "person": person, **changes})
    corrected.full_clean()
    corrected.save()
    _withdraw(event, MatchEvent.Status.SUPERSEDED, reason, by)
    event.superseded_by = corrected
    event.full_clean()
    event.save()
    _match_changed(event.match)
    _log(by, event, _("Given to %(person)s: %(reason)s") % {"person": person, "reason": reason})
    return corrected


@transaction.atomic
def rename(row: models.Model, slug: str, *, by) -> models.Model:
    """Give a row a new address; the old one leads here for ever."""
    kind = row._meta.model_name
    if slug != row.slug:
        FormerSlug.objects.filter(kind=kind, slug=slug).delete()
        FormerSlug.objects.update_or_create(kind=kind, slug=row.slug, defaults={"target_id": row.pk})
        row.slug = slug
        row.full_clean()
        row.save()
        _log(by, row, _("New address: %s") % slug)
    return row


def _withdraw(event, status, reason, by):
    if not reason.strip():
        raise ValidationError({"reason": _("Say why the event no longer counts.")})
    event.status, event.reason = status, reason.strip()
    event.decided_by, event.decided_at = by, clock.now()


def _match_changed(match):
    Match.objects.filter(pk=match.pk).update(changed_at=clock.now())


def _log(by, row, message):
    if by is not None:
        LogEntry.objects.log_actions(by.pk, [row], CHANGE, change_message=message, single_object=True)

"""Every change of a fact, as a verb: who did it, whole or not at all."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _

from teams import clock
from teams.auditlog import record
from teams.live import score
from teams.models import FactChange, FormerSlug, Match, MatchEvent, Person, PlaceDecision, PointsAdjustment, Stage, Team
from teams.rules import periods
from teams.stats import timeline

SCORE = tuple(f"{side}_{part}" for part in ("goals", "half_time", "ninety", "shootout") for side in ("home", "away"))
# A subscriber's calendar must notice a change of any of these (RFC 5545, SEQUENCE).
_CALENDAR_FIELDS = ("kickoff", "kickoff_confirmed", "venue_id", "status", "home_id", "away_id")
# What stories tell of a match, beside its events; and of whatever bears a name.
_TOLD = (*SCORE, "kickoff", "venue_id", "status", "home_id", "away_id", "stage_id", "referee_id")
_NAMES = ("name", "name_en", "full_name", "surname")


@transaction.atomic
def save_match(match: Match, *, by) -> Match:
    """Keep a match; its version rises when its calendar entry must change."""
    if match.status != Match.Status.LIVE:
        match.period_started_at = None
    if match.status in Match.NEVER_SCORED:
        match.period = ""
    match.full_clean()
    if before := Match.objects.select_for_update().filter(pk=match.pk).first():
        moved = any(getattr(before, name) != getattr(match, name) for name in _CALENDAR_FIELDS)
        match.version = before.version + moved
        _tell_match(before, match, by)
    match.changed_at = clock.now()
    match.save()
    return match


@transaction.atomic
def save_event(event: MatchEvent, *, by) -> MatchEvent:
    """Keep an event as it was typed; its match has changed with it."""
    before = MatchEvent.objects.filter(pk=event.pk).first()
    event.full_clean()
    event.save()
    match_changed(event.match)
    tell_of_event(before or event, FactChange.Verb.ENTER, by)
    return event


@transaction.atomic
def remove_event(event: MatchEvent, *, by) -> None:
    """Take out a row typed by mistake. One that stories point to cannot go: it is cancelled instead."""
    tell_of_event(event, FactChange.Verb.REMOVE, by)
    event.delete()
    match_changed(event.match)


@transaction.atomic
def cancel_event(event: MatchEvent, *, reason: str, by) -> MatchEvent:
    """The event no longer counts: the referee or VAR took it back."""
    if not event.counts:
        raise ValidationError(_("Only an event that counts can be cancelled."))
    _withdraw(event, MatchEvent.Status.CANCELLED, reason, by)
    event.full_clean()
    event.save()
    match_changed(event.match)
    tell_of_event(event, FactChange.Verb.CANCEL, by)
    log(by, "cancel", event, _("Cancelled: %s") % reason)
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
    match_changed(event.match)
    tell_of_event(event, FactChange.Verb.RESTORE, by)
    log(by, "restore", event, _("Restored"))
    return event


@transaction.atomic
def give_event_to(event: MatchEvent, person: Person, *, reason: str, by, **changes) -> MatchEvent:
    """The event was another's: the old row stays, superseded by a new one, which is returned."""
    if not event.counts:
        raise ValidationError(_("Only an event that counts can be given to another."))
    kept = {field.name: getattr(event, field.name) for field in event._meta.fields if not field.primary_key}
    corrected = MatchEvent(**{**kept, "entry": None, "person": person, **changes})
    corrected.full_clean()
    corrected.save()
    _withdraw(event, MatchEvent.Status.SUPERSEDED, reason, by)
    event.superseded_by = corrected
    event.full_clean()
    event.save()
    match_changed(event.match)
    tell_of_event(event, FactChange.Verb.GIVE, by)
    log(by, "give", event, _("Given to %(person)s: %(reason)s") % {"person": person, "reason": reason})
    log(by, "enter", corrected, _("In place of %(event)s: %(reason)s") % {"event": event, "reason": reason})
    return corrected


@transaction.atomic
def move_event(event: MatchEvent, *, period: str, minute: int, stoppage: int = 0, reason: str, by) -> MatchEvent:
    """The event was at another minute. It stays the same event, with its address and its stories."""
    if not event.counts:
        raise ValidationError(_("Only an event that counts can be moved."))
    before = event.clock_label
    event.period, event.minute, event.stoppage = period, minute, stoppage
    event.order = next_order(event.match, period, minute, stoppage)
    _decide(event, reason, by)
    event.full_clean()
    event.save()
    match_changed(event.match)
    tell_of_event(event, FactChange.Verb.MOVE, by, was=before)
    moved = {"before": before or "–", "after": event.clock_label, "reason": event.reason}
    log(by, "move", event, _("Moved from %(before)s to %(after)s: %(reason)s") % moved)
    return event


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
        log(by, "rename", row, _("New address: %s") % slug)
    return row


@transaction.atomic
def save_named(row: models.Model, *, by) -> models.Model:
    """Keep a team, a person, a ground, a competition; whoever told of it under a former name must hear of the new one."""
    before = type(row)._base_manager.filter(pk=row.pk).first()
    row.full_clean()
    row.save()
    names = [name for name in _NAMES if before and hasattr(row, name) and getattr(before, name) != getattr(row, name)]
    if names:
        FactChange.objects.create(
            kind=row._meta.model_name,
            row_id=row.pk,
            verb=FactChange.Verb.RENAME,
            by=by,
            details={name: [getattr(before, name), getattr(row, name)] for name in names},
        )
    return row


def next_order(match: Match, period: str, minute: int | None, stoppage: int) -> int:
    """The place after all that is entered of that minute already."""
    same = match.events.filter(period=period, minute=minute, stoppage=stoppage)
    return (same.aggregate(models.Max("order"))["order__max"] or 0) + 1


@transaction.atomic
def adjust_points(stage: Stage, team: Team, points: int, *, on: date, reason: str, by) -> PointsAdjustment:
    """Points that somebody decided to give, or below 0 to take away; tables count them from that day, and once."""
    if PointsAdjustment.objects.filter(stage=stage, team=team, points=points, on=on, reason=reason.strip()).exists():
        raise ValidationError(_("This decision is recorded already."))
    return _ruled(PointsAdjustment(stage=stage, team=team, points=points, on=on, reason=reason.strip(), decided_by=by), by)


@transaction.atomic
def decide_place(stage: Stage, team: Team, position: int, *, on: date, reason: str, by) -> PlaceDecision:
    """A place that neither results nor criteria give: a ruling, lots."""
    return _ruled(PlaceDecision(stage=stage, team=team, position=position, on=on, reason=reason.strip(), decided_by=by), by)


def _ruled(row, by):
    if not row.stage.has_table:
        raise ValidationError(_("%(stage)s has no table.") % {"stage": row.stage})
    if not row.stage.matches.of(row.team).exists():
        raise ValidationError(_("%(team)s does not play in %(stage)s.") % {"team": row.team, "stage": row.stage})
    row.full_clean()
    row.save()
    FactChange.objects.create(
        kind=FactChange.Kind.STAGE,
        row_id=row.stage.pk,
        verb=FactChange.Verb.RULE,
        by=by,
        details={"on": row.on.isoformat(), "now": str(row)},
    )
    log(by, "rule", row.stage, str(row))
    return row


def _withdraw(event, status, reason, by):
    event.status = status
    _decide(event, reason, by)


def _decide(event, reason, by):
    if not reason.strip():
        raise ValidationError({"reason": _("Say why.")})
    event.reason, event.decided_by, event.decided_at = reason.strip(), by, clock.now()


def tell_of_event(event: MatchEvent, verb: str, by, **details) -> None:
    """Note that an event of a match is not as it was told. While a match is under way nothing is final, so nothing was."""
    if event.match.status in Match.WITH_RESULT:
        told = {"event": event.pk, "what": str(event), "reason": event.reason, **details}
        FactChange.objects.create(kind=FactChange.Kind.MATCH, row_id=event.match_id, verb=verb, by=by, details=told)


def lineup_changed(match: Match, *, by) -> None:
    """Note that other people took part than was told."""
    if match.status in Match.WITH_RESULT:
        FactChange.objects.create(kind=FactChange.Kind.MATCH, row_id=match.pk, verb=FactChange.Verb.LINEUP, by=by)


def _tell_match(before: Match, match: Match, by) -> None:
    changed = [name for name in _TOLD if getattr(before, name) != getattr(match, name)]
    if changed and not {before.status, match.status} & set(Match.UNDER_WAY):
        told = {"fields": changed, "was": str(before), "now": str(match)}
        FactChange.objects.create(kind=FactChange.Kind.MATCH, row_id=match.pk, verb=FactChange.Verb.SAVE, by=by, details=told)


def match_changed(match: Match) -> None:
    """Whoever asks for the match must see the change; the score of one that is kept live follows from its events."""
    row = Match.objects.select_for_update().get(pk=match.pk)
    if row.is_under_way and row.period:
        follow_score(row)
    row.changed_at = clock.now()
    row.save(update_fields=[*SCORE, "changed_at"])
    for name in (*SCORE, "changed_at"):
        setattr(match, name, getattr(row, name))


def follow_score(match: Match) -> None:
    """Set the score, not saved, to what the events of a match under way add up to."""
    half_over = match.status == Match.Status.HALF_TIME or match.period != periods.FIRST
    extra_time = match.went_to_extra_time or match.period in (periods.EXTRA_FIRST, periods.EXTRA_SECOND)
    events = timeline.timeline(match.events.all())
    for name, goals in score.running(events, match.period, half_over=half_over, extra_time=extra_time).items():
        setattr(match, name, goals)


def log(by, verb: str, row: models.Model, message: str) -> None:
    """A line of the audit log for what a person did; what a source said is remembered with the source."""
    if by is not None:
        record(by, verb, row, message=message)

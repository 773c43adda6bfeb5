"""The verbs of a match that is kept live: the whistle, what is entered, and what is taken back at once."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from hashlib import sha256
from itertools import chain, count
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError, Q
from django.utils.translation import gettext as _

from teams import actions, clock
from teams.live import clock as match_clock
from teams.live.console import Reading
from teams.models import Appearance, Match, MatchEvent, Person
from teams.names import to_slug
from teams.rules import periods
from teams.stats import timeline

UNDO = timedelta(seconds=30)
_VAR = "VAR"  # the reason that readers see, in either language


@transaction.atomic
def start(match: Match, *, by) -> Match:
    """Kick-off."""
    match = _held(match)
    if match.status not in Match.TO_COME:
        raise ValidationError(_("The match has begun already."))
    match.home_goals = match.away_goals = 0
    return _begin(match, periods.FIRST, by)


@transaction.atomic
def pause(match: Match, period: str, *, by) -> Match:
    """That period is over and the clock stands still; after the first that is half-time."""
    match = _held(match)
    if period != match.period or not match_clock.may_pause(period, match.period_started_at is not None):
        raise ValidationError(_("The clock stands still already."))
    match.period_started_at = None
    if match.period == periods.FIRST:
        match.status = Match.Status.HALF_TIME
    return _whistled(match, by, _("End of period: %s") % _name(match.period))


@transaction.atomic
def resume(match: Match, period: str, *, by) -> Match:
    """The next period begins: the second half, extra time, the shoot-out."""
    match = _held(match)
    if period not in match_clock.may_begin(match.period, match.period_started_at is not None):
        raise ValidationError(_("That period cannot begin now."))
    return _begin(match, period, by)


@transaction.atomic
def set_clock(match: Match, minute: int, *, by) -> Match:
    """The clock of this period says this minute, and runs; also where the period was ended by mistake."""
    match = _held(match)
    if not match.is_under_way or match.period not in periods.BOUNDS:
        raise ValidationError(_("There is no clock to set."))
    if minute < periods.BOUNDS[match.period][0]:
        raise ValidationError(_("That minute is before this period."))
    match.status = Match.Status.LIVE
    match.period_started_at = match_clock.started(match.period, minute, clock.now())
    return _whistled(match, by, _("Clock set to %d") % minute)


@transaction.atomic
def finish(match: Match, goals: tuple[int, int], *, seen: tuple[int, int], by) -> Match:
    """Full time: somebody confirms the official score, having `seen` what the events add up to."""
    match = _held(match)
    if not match.is_under_way or not match_clock.may_finish(match.period):
        raise ValidationError(_("The match is not at its end."))
    if seen != (match.home_goals, match.away_goals):
        raise ValidationError(_("The score has changed meanwhile: it is %s. Look again, then confirm.") % match.score)
    match.status, match.period_started_at = Match.Status.FINISHED, None
    match.home_goals, match.away_goals = goals
    return _whistled(match, by, _("Full time: %s") % match.score)


@transaction.atomic
def reopen(match: Match, *, reason: str, by) -> Match:
    """A finished match goes on: the whistle was a mistake. The clock stands still until it is set."""
    match = _held(match)
    if match.status != Match.Status.FINISHED:
        raise ValidationError(_("Only a finished match can be reopened."))
    if not reason.strip():
        raise ValidationError({"reason": _("Say why.")})
    if timeline.timeline(match.events.all()).goals != (match.home_goals, match.away_goals):
        raise ValidationError(_("The events do not add up to the score, which would follow them: enter what is missing first."))
    match.status, match.period = Match.Status.LIVE, match.period or _last_period(match)
    return _whistled(match, by, _("Reopened: %s") % reason.strip())


@transaction.atomic
def enter_event(match: Match, reading: Reading, *, entry: UUID, by) -> MatchEvent:
    """Keep what was typed, after all that is there of that minute. The same `entry` sent again is the same event."""
    match = _held(match)
    if known := MatchEvent.objects.filter(entry=entry).first():
        return known
    if not (match.is_under_way and match.period):
        raise ValidationError(_("Events are typed while the match is under way: kick off, or reopen it."))
    event = MatchEvent(
        match=match,
        kind=reading.kind,
        side=reading.side,
        period=reading.period,
        minute=reading.minute,
        stoppage=reading.stoppage,
        order=actions.next_order(match, reading.period, reading.minute, reading.stoppage),
        person_id=reading.person,
        second_person_id=reading.second_person,
        decision=reading.decision,
        entry=entry,
        entered_by=by,
        entered_at=clock.now(),
    )
    actions.save_event(event, by=by)
    actions.log(by, "enter", event, " ".join([_("Entered: %s") % event, *reading.doubts]))
    if reading.cancels:
        _take_back(match, reading.cancels, event, by)
    return event


@transaction.atomic
def undo_event(event: MatchEvent, *, by) -> None:
    """A slip of the hand, within thirty seconds: the event was never there. What it took back counts again."""
    match = _held(event.match)
    if not may_undo(event):
        raise ValidationError(_("Thirty seconds have passed: cancel the event, with a reason."))
    for other in match.events.filter(status=MatchEvent.Status.CANCELLED, decided_at=event.entered_at):
        actions.restore_event(other, by=by)
    told = str(event)
    try:
        actions.remove_event(event, by=by)
    except ProtectedError as error:
        raise ValidationError(_("A story points to the event already: cancel it, with a reason.")) from error
    actions.log(by, "undo", match, _("Undone: %s") % told)


@transaction.atomic
def set_lineup(match: Match, side: str, lines: Sequence[Appearance], *, formation: str = "", seen: str, by) -> None:
    """The whole line-up of one side, in its order; `seen` is the mark of what it replaces. New people are kept with it."""
    match = _held(match)
    before = {line.person_id: line for line in match.appearances.filter(side=side)}
    if seen != lineup_mark(before.values()):
        raise ValidationError(_("Somebody changed this line-up meanwhile. Look at it, then send yours again."))
    for line in lines:
        if line.person.pk is None:
            add_person(line.person, by=by)
    if len({line.person.pk for line in lines}) != len(lines):
        raise ValidationError(_("Nobody stands on a sheet twice."))
    _let_go(match, [line for pk, line in before.items() if pk not in {line.person.pk for line in lines}])
    match.appearances.filter(side=side).update(shirt=None)  # so that two may change shirts
    for order, line in enumerate(lines, 1):
        row = before.get(line.person.pk) or Appearance(match=match, side=side, person=line.person)
        row.shirt, row.starter, row.captain, row.order = line.shirt, line.starter, line.captain, order
        row.position = row.position or line.person.position
        row.full_clean()
        row.save()
    setattr(match, f"{side}_formation", formation)
    actions.save_match(match, by=by)
    actions.lineup_changed(match, by=by)
    actions.log(
        by, "line_up", match, _("Line-up of %(team)s: %(count)d names") % {"team": match.team_on(side), "count": len(lines)}
    )


def lineup_mark(lines: Iterable[Appearance]) -> str:
    """Tells one line-up from another."""
    told = sorted((line.starter, line.order, line.person_id, line.shirt or 0, line.captain) for line in lines)
    return sha256(repr(told).encode()).hexdigest()[:16]


def add_person(person: Person, *, by) -> Person:
    """Somebody new, by the name as it is printed; a namesake's address takes a number until his year of birth is known."""
    person.given_name, _blank, person.surname = person.name.rpartition(" ")
    slug = to_slug(person.name)
    taken = set(Person.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
    numbered = (f"{slug}-{number}" for number in count(2))
    person.slug = next(free for free in chain([slug], numbered) if free not in taken)
    person.full_clean()
    person.save()
    actions.log(by, "add", person, _("Added from a line-up"))
    return person


def _let_go(match, lines):
    """Out of the sheet with those who are no longer on it, unless something is told of them."""
    people = [line.person_id for line in lines]
    if told := match.events.standing().filter(Q(person__in=people) | Q(second_person__in=people)).first():
        raise ValidationError(_("“%s” names somebody who is not in this line-up.") % told)
    match.appearances.filter(person__in=people).delete()


def may_undo(event: MatchEvent) -> bool:
    return event.counts and event.entered_at is not None and clock.now() - event.entered_at <= UNDO


def _held(match):
    """The row as it is now, not as it was read; nobody else changes it until this is done."""
    return Match.objects.select_for_update().get(pk=match.pk)


def _begin(match, period, by):
    match.status, match.period, match.period_started_at = Match.Status.LIVE, period, clock.now()
    return _whistled(match, by, _("Begins: %s") % _name(period))


def _whistled(match, by, message):
    if match.is_under_way:
        actions.follow_score(match)
    actions.save_match(match, by=by)
    actions.log(by, "whistle", match, message)
    return match


def _name(period):
    return MatchEvent.Period(period).label


def _last_period(match):
    """How far a match came that was not kept live: as far as its events say, to the second half at least."""
    known = match.events.exclude(period=periods.UNKNOWN).values_list("period", flat=True)
    return max([periods.SECOND, *known])


def _take_back(match, pk, event, by):
    """At the same instant as the event that says so, by which undoing it finds what to restore."""
    taken = match.events.standing().filter(pk=pk).first()
    if taken:
        with clock.at(event.entered_at):
            actions.cancel_event(taken, reason=_VAR, by=by)

"""The page of the night: the console, the clock and its buttons, what has happened, and undo."""

from dataclasses import asdict
from uuid import UUID, uuid4

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpResponse, HttpResponseNotModified, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import parse_etags
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from teams import audit, clock, night, tables
from teams.live import clock as match_clock
from teams.live import told
from teams.live.console import Reading, read
from teams.live.sheet import Unclear
from teams.models import MatchEvent
from teams.rules import periods

from . import sheets
from .keeping import answer, context, done, kept

SALT = "live desk"
HOUR = 3600
LONGEST = 200  # of a line that is read, as its field says
LABELS = {**dict(MatchEvent.Kind.choices), **dict(MatchEvent.Decision.choices)}
ENDS = {
    "1": gettext_lazy("Half-time"),
    "2": gettext_lazy("End of normal time"),
    "3": gettext_lazy("Half-time of extra time"),
    "4": gettext_lazy("End of extra time"),
}


@kept
def page(request, match):
    """A line typed without scripts is shown as it was read; sent again, it is kept."""
    if token := request.POST.get("token"):
        return _keep(request, match, token)
    line = request.POST.get("line", "").strip()[:LONGEST]
    shown = _read(match, line) if line else None
    more = {"line": line, "reading": shown, **_standing(match)}
    return render(request, "admin/teams/match/live.html", context(request, match, _("Live desk: %s") % match, **more))


@kept
@require_safe
def reading(request, match):
    """What the line that is being typed means."""
    return JsonResponse(_read(match, request.GET.get("line", "")[:LONGEST]))


@kept
@require_safe
def state(request, match):
    """What the other has entered meanwhile; asked for every few seconds, so an unchanged match costs one query."""
    tag = f'W/"{match.changed_at.isoformat()}"'
    if tag in parse_etags(request.headers.get("If-None-Match", "")):
        response = HttpResponseNotModified()
    else:
        response = render(request, "admin/teams/match/live_state.html", {"match": match, **_standing(match)})
    response.headers["ETag"], response.headers["Cache-Control"] = tag, "private, no-cache"
    return response


class Finish(forms.Form):
    goals_home, goals_away = (forms.IntegerField(min_value=0, max_value=99) for _side in range(2))
    seen_home, seen_away = (forms.IntegerField(min_value=0, max_value=99) for _side in range(2))


class Clock(forms.Form):
    minute = forms.IntegerField(min_value=1, max_value=150)


class Reopen(forms.Form):
    reason = forms.CharField(max_length=300)


@kept
@require_POST
def whistle(request, match):
    """A button of the clock. It says which period it was drawn for, so that one pressed late does nothing else."""
    verb, period = request.POST.get("verb"), request.POST.get("period", "")
    verbs = {
        "start": lambda: night.start(match, by=request.user),
        "pause": lambda: night.pause(match, period, by=request.user),
        "resume": lambda: night.resume(match, period, by=request.user),
        "clock": lambda: night.set_clock(match, **_asked(Clock, request), by=request.user),
        "finish": lambda: _finish(match, _asked(Finish, request), by=request.user),
        "reopen": lambda: night.reopen(match, **_asked(Reopen, request), by=request.user),
    }
    if verb not in verbs:
        return HttpResponse(status=400)
    return done(request, match, verbs[verb])


@kept
@require_POST
def undo(request, match):
    pk = request.POST.get("event", "")
    event = get_object_or_404(match.events, pk=int(pk) if pk.isdecimal() else None)
    return done(request, match, lambda: night.undo_event(event, by=request.user), _("Undone: %s") % event)


def _read(match, line):
    """The reading in words, and sealed, so that what is kept is what was shown."""
    found = sheets.night_of(match)
    try:
        meant = read(line, found)
    except Unclear as error:
        return {"line": line, "ok": False, "message": str(error)}
    sealed = signing.dumps({"match": match.pk, "entry": uuid4().hex, "reading": asdict(meant)}, salt=SALT)
    cancelled = match.events.for_timeline().filter(pk=meant.cancels).first()
    doubts = [*meant.doubts, *([_("Takes back: %s") % cancelled] if cancelled else [])]
    return {"line": line, "ok": True, "message": told.sentence(meant, found, LABELS), "doubts": doubts, "token": sealed}


def _keep(request, match, token):
    try:
        said = signing.loads(token, salt=SALT, max_age=HOUR)
    except signing.BadSignature:
        return answer(request, match, _("That line has grown old: type it again."), status=409)
    if said["match"] != match.pk:
        return HttpResponse(status=400)
    meant = Reading(**{**said["reading"], "doubts": tuple(said["reading"]["doubts"])})
    return done(request, match, lambda: night.enter_event(match, meant, entry=UUID(said["entry"]), by=request.user))


def _standing(match):
    """The score, the clock with the buttons that apply, and the events, the newest first."""
    line = tables.timeline_of(match)
    running = match.running is not None
    knockout = not match.stage.has_table
    begins = match_clock.may_begin(match.period, running) if match.is_under_way else ()
    pauses = match_clock.may_pause(match.period, running) and (knockout or match.period != periods.SECOND)
    return {
        "timeline": line,
        "moments": list(reversed(line.moments)),
        "bounds": periods.BOUNDS.get(match.period, ("", "")),
        "served_at": clock.now(),
        "undo_seconds": int(night.UNDO.total_seconds()),
        "findings": [found for _match, found in audit.findings([match])],
        "undoable": {moment.event.pk for moment in line.moments if night.may_undo(moment.event)},
        "ends": ENDS[match.period] if pauses else "",
        "begins": [(period, MatchEvent.Period(period).label) for period in begins if knockout or period == periods.SECOND],
        "may_finish": match.is_under_way and match_clock.may_finish(match.period),
        "may_set_clock": match.is_under_way and match.period in periods.BOUNDS,
    }


def _finish(match, asked, by):
    night.finish(match, (asked["goals_home"], asked["goals_away"]), seen=(asked["seen_home"], asked["seen_away"]), by=by)


def _asked(form_class, request):
    form = form_class(request.POST)
    if not form.is_valid():
        raise ValidationError([error for errors in form.errors.values() for error in errors])
    return form.cleaned_data

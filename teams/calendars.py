"""Fixtures and results as calendars to subscribe to (RFC 5545, RFC 7986)."""

from datetime import UTC, date, datetime, timedelta

from django.conf import settings
from django.db.models import Count, Max, Subquery, Sum, Value
from django.db.models.functions import Coalesce
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from teams import clock, conditional
from teams.addresses import absolute
from teams.models import Competition, Match, Team
from teams.models.matches import changed_for_readers

CONTENT_TYPE = "text/calendar; charset=utf-8"
OCTETS = 75
# Calendars drop what is cancelled, so a match that will be played later is only tentative.
STATUS = {Match.Status.POSTPONED: "TENTATIVE", Match.Status.CANCELLED: "CANCELLED"}
ALARMS = {
    Match.Status.POSTPONED: pgettext_lazy("match", "POSTPONED"),
    Match.Status.CANCELLED: pgettext_lazy("match", "CANCELLED"),
    Match.Status.ABANDONED: pgettext_lazy("match", "ABANDONED"),
}
SEASONS_BEGIN = 7  # July
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


@require_safe
def team(request, slug):
    """This season and the one before."""
    row = get_object_or_404(Team, slug=slug)
    today = clock.today()
    since = timezone.make_aware(datetime(today.year - (1 if today.month >= SEASONS_BEGIN else 2), SEASONS_BEGIN, 1))
    return _answer(request, row, Match.objects.with_veiled().of(row).filter(kickoff__gte=since), row.primary_colour)


@require_safe
def competition(request, slug):
    """The season that is on, and the next as soon as its fixtures are known."""
    row = get_object_or_404(Competition, slug=slug)
    current = Subquery(row.seasons.at(clock.today()).values("starts")[:1])
    seasons = row.seasons.filter(starts__gte=Coalesce(current, Value(date.min)))
    return _answer(request, row, Match.objects.with_veiled().filter(stage__season__in=seasons), row.colour)


def _answer(request, row, matches, colour):
    changed, *counts = matches.aggregate(changed=Max(changed_for_readers()), count=Count("pk"), versions=Sum("version")).values()
    address = absolute(request.path)

    def write():
        entries = matches.order_by("kickoff", "pk").for_card().select_related("venue")
        return document(row, entries, address=address, changed=changed or conditional.BEGINNING, colour=colour)

    return conditional.answer(request, write, content_type=CONTENT_TYPE, changed=changed, state=(counts, str(row)))


def document(row, matches, *, address, changed, colour) -> bytes:
    """The calendar of a team or a competition."""
    name = f"{row} – {settings.SITE_NAME}"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        _text("PRODID", f"-//{settings.SITE_NAME}//Fixtures//{get_language().upper()}"),
        "CALSCALE:GREGORIAN",
        _text("NAME", name),
        _text("X-WR-CALNAME", name),
        f"URL:{absolute(row.get_absolute_url())}",
        f"SOURCE;VALUE=URI:{address}",
        f"LAST-MODIFIED:{_instant(changed)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "X-PUBLISHED-TTL:PT1H",
        f"X-APPLE-CALENDAR-COLOR:{colour}",
    ]
    for match in matches:
        lines += _event(match)
    return "".join(f"{folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"]).encode()


def folded(line: str) -> str:
    """No line over 75 octets, and no character torn in two."""
    if len(line.encode()) <= OCTETS:
        return line
    pieces, room = [""], OCTETS
    for character in line:
        size = len(character.encode())
        if size > room:
            pieces.append("")
            room = OCTETS - 1
        pieces[-1] += character
        room -= size
    return "\r\n ".join(pieces)


def _event(match):
    """The entry of one match. Its UID lives as long as the match; its SEQUENCE rises when it moves."""
    lines = [
        "BEGIN:VEVENT",
        f"UID:match-{match.pk}@{settings.TAG_AUTHORITY.split(',')[0]}",
        f"SEQUENCE:{match.version}",
        f"DTSTAMP:{_instant(match.changed_at)}",
        f"LAST-MODIFIED:{_instant(match.changed_at)}",
        *_times(match),
        f"STATUS:{STATUS.get(match.status, 'CONFIRMED')}",
        _text("SUMMARY", _summary(match)),
        _text("DESCRIPTION", _description(match)),
        f"URL:{absolute(match.get_absolute_url())}",
        _text("CATEGORIES", str(match.stage.season.competition)),
        "TRANSP:TRANSPARENT",
    ]
    if match.venue:
        lines.append(_text("LOCATION", str(match.venue)))
    if match.venue and match.venue.latitude is not None and match.venue.longitude is not None:
        lines.append(f"GEO:{match.venue.latitude};{match.venue.longitude}")
    return [*lines, "END:VEVENT"]


def _times(match):
    if match.kickoff_confirmed:
        return [f"DTSTART:{_instant(match.kickoff)}", f"DTEND:{_instant(match.expected_end)}"]
    day = timezone.localdate(match.kickoff)
    return [f"DTSTART;VALUE=DATE:{day:%Y%m%d}", f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"]


def _summary(match):
    score = match.score if match.is_over else "-"
    told = f"{match.home} {score} {match.away}"
    if match.shootout_score:
        told = _("%(match)s (%(score)s on penalties)") % {"match": told, "score": match.shootout_score}
    return f"{ALARMS[match.status]}: {told}" if match.status in ALARMS else told


def _description(match):
    matchday = _("Matchday %(number)s") % {"number": match.matchday} if match.matchday else ""
    parts = (str(match.stage), match.round or matchday, match.decision)
    return "\n".join(part for part in parts if part)


def _text(name, value):
    return f"{name}:{value.translate(_ESCAPES)}"


def _instant(instant):
    return instant.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")

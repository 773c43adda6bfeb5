"""The page of all matches: the days about one day, and the way to those before and after."""

from datetime import date, datetime, time, timedelta
from itertools import groupby

from django.utils import timezone

from teams import clock
from teams.models import Match
from teams.models.matches import bring_together
from teams.templatetags.days import day_of

BEFORE, AFTER = timedelta(days=2), timedelta(days=4)


def about(day: date) -> dict:
    """Matches by day and competition; `earlier` and `later` are days that pages with other matches are about."""
    first, last = midnight(day - BEFORE), midnight(day + AFTER + timedelta(days=1))
    matches = list(Match.objects.with_veiled().filter(kickoff__gte=first, kickoff__lt=last).order_by("kickoff", "pk"))
    bring_together(matches)
    before = Match.objects.with_veiled().filter(kickoff__lt=first).order_by("-kickoff").values_list("kickoff", flat=True).first()
    after = Match.objects.with_veiled().filter(kickoff__gte=last).order_by("kickoff").values_list("kickoff", flat=True).first()
    return {
        "day": day,
        "today": clock.today(),
        "days": by_day(matches, day),
        "earlier": before and day_of(before) - AFTER,
        "later": after and day_of(after) + BEFORE,
    }


def by_day(matches, middle: date) -> list[tuple[date, list[tuple]]]:
    """Each day with its competitions in the order of their weight, and the matches of each; today also without any."""
    days = {day: by_competition(those) for day, those in groupby(matches, lambda match: day_of(match.kickoff))}
    if middle == clock.today():
        days.setdefault(middle, [])
    return sorted(days.items())


def by_competition(matches) -> list[tuple]:
    found = {}
    for match in matches:
        found.setdefault(match.stage.season.competition, []).append(match)
    return sorted(found.items(), key=lambda pair: (pair[0].weight, pair[0].name))


def midnight(day: date) -> datetime:
    """When that day begins in the zone that the paper shows."""
    return timezone.make_aware(datetime.combine(day, time.min))

"""The pages of facts that search engines are told of, each with the time of its last change."""

from django.db.models import Max, OuterRef, Q, Subquery

from teams.models import Appearance, Match, Person, Season, Team
from teams.models.matches import changed_for_readers


def changed():
    """When any match last changed."""
    return Match.objects.aggregate(at=Max(changed_for_readers()))["at"]


def teams():
    return Team.objects.annotate(changed=_latest(Match.objects.filter(Q(home=OuterRef("pk")) | Q(away=OuterRef("pk")))))


def people():
    """A person's page changes with the matches that he was on the sheet of."""
    sheets = Appearance.objects.filter(person=OuterRef("pk")).order_by("-match__changed_at")
    return Person.objects.annotate(changed=Subquery(sheets.values("match__changed_at")[:1]))


def matches():
    return Match.objects.annotate(changed=changed_for_readers())


def seasons():
    latest = _latest(Match.objects.filter(stage__season=OuterRef("pk")))
    return Season.objects.select_related("competition").annotate(changed=latest)


def _latest(matches):
    return Subquery(matches.annotate(at=changed_for_readers()).order_by("-at").values("at")[:1])

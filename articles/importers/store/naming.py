"""Finds the rows that a file names by their addresses; what is not there, or not one, is refused with the place in the file."""

from articles.importers.records import EventReference
from teams.importers.records import Refused
from teams.models import Competition, Match, MatchEvent, Person, Team

FACTS = {"team": Team, "person": Person, "competition": Competition, "match": Match}


def one(model, slug, place):
    row = model.objects.filter(slug=slug).first()
    if row is None:
        raise Refused(place, f"no {model._meta.model_name} has the address “{slug}”; correct it, or add it to the seeds")
    return row


def fact(reference):
    if isinstance(reference, EventReference):
        return event(reference, one(Match, reference.slug, reference.place))
    return one(FACTS[reference.kind], reference.slug, reference.place)


def event(reference, match):
    events = match.events.exclude(status=MatchEvent.Status.SUPERSEDED).select_related("person")
    fitting = events.filter(kind=reference.event, minute=reference.minute, stoppage=reference.stoppage)
    if reference.person:
        fitting = fitting.filter(person__slug=reference.person)
    if len(fitting) != 1:
        known = "; ".join(f"{event.kind} {event.clock_label} {event.person or ''}".strip() for event in events)
        raise Refused(reference.place, f"{len(fitting)} events of {match.slug} are that one; the match has: {known or 'none'}")
    return fitting[0]

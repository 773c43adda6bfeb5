"""Stories for pages of facts: tags that fetch and return data; components draw it."""

from collections import Counter

from django import template
from django.db.models import F
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles import arranging, sayings
from articles.models import Article
from articles.models.listings import ListKind
from teams import clock
from teams.templatetags.days import clock_time, date_only, day_of

register = template.Library()

TOLD = 200  # stories of all events of a page together
KINDS = {"matchevent": ListKind.EVENT}  # every other fact is listed under its own name


@register.simple_tag
def stories_about(row, limit=10):
    """{% stories_about team as articles %}: about this fact in the edition that is read, the newest first [1 query].

    A team's and a competition's begin as an editor arranged them.
    """
    if (kind := _kind(row)) in arranging.PLACES:
        return arranging.arranged(kind, row.pk, get_language(), limit).stories[:limit]
    return _listed(row, get_language(), limit)


@register.simple_tag
def stories_elsewhere(row, limit=5):
    """{% stories_elsewhere team as articles %}: the newest about it in the other edition [1 query]."""
    return _listed(row, "en" if get_language() == "it" else "it", limit)


@register.simple_tag
def stories_by_event(match):
    """{% stories_by_event match as told %}: the stories of each event by its number [1 query].

    Those that tell of few of these events come before a report that tells of all, and then the newest first. Of the edition
    that is read; `{{ told|of_event:event }}` picks those of one event.
    """
    return _told(match.events.values("pk"))


@register.simple_tag
def stories_of_events(events):
    """{% stories_of_events goals as told %}: the same for events of different matches [1 query]."""
    return _told([event.pk for event in events])


def _told(events):
    stories = Article.objects.published().filter(
        listings__kind=ListKind.EVENT, listings__language=get_language(), listings__target_id__in=events
    )
    newest = list(stories.annotate(event_id=F("listings__target_id")).for_line().newest_first()[:TOLD])
    breadth = Counter(story.pk for story in newest)
    told = {}
    for story in sorted(newest, key=lambda story: breadth[story.pk]):
        told.setdefault(story.event_id, []).append(story)
    return told


@register.simple_tag
def quotations_of(person, limit=5):
    """{% quotations_of person as said %}: a page of the newest of his words in the edition that is read [1 query]."""
    return sayings.page_of(person, get_language(), size=limit)


@register.simple_tag
def latest_stories(limit=6):
    """{% latest_stories as stories %}: the newest in the edition that is read [1 query]."""
    return list(Article.objects.published().listed(ListKind.FRONT, 0, get_language()).for_card()[:limit])


@register.filter
def sources(stories, others=()):
    """{{ articles|sources:elsewhere }}: how many publishers these stories have, which were read already."""
    return len({story.publisher_id for story in (*stories, *others)})


@register.filter
def of_event(told, event):
    return told.get(event.pk, [])


@register.filter
def printed(moment):
    """When a story came out, as short as it can be said: 08:15; yesterday, 23:05; 3 November."""
    day, today = day_of(moment), clock.today()
    if day == today:
        return clock_time(moment)
    if (today - day).days == 1:
        return _("yesterday, %(time)s") % {"time": clock_time(moment)}
    return date_only(day)


def _kind(row):
    return KINDS.get(row._meta.model_name, row._meta.model_name)


def _listed(row, language, limit):
    return list(Article.objects.published().listed(_kind(row), row.pk, language).for_card()[:limit])

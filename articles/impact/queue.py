"""The stories that a changed fact has made wrong, as the desk works through them."""

from django.db import models
from django.utils.translation import gettext as _

from articles import permissions
from articles.models import Article, Impact
from teams import clock
from teams.models import MatchEvent


def open_for(user) -> models.QuerySet:
    """What waits in the stories of the publishers that this login edits for, the last change first."""
    stories = Article.objects.filter(permissions.edited_by(user))
    found = Impact.objects.open().filter(article__in=stories)
    return found.select_related("change__by", "article__publisher").defer("article__body")


def stated_in_words(said, surface: str) -> str:
    """What a sentence states, in the active language: the old fact beside the new one."""
    told = {"value": said.value, "words": surface}
    match said.kind:
        case "score":
            return _("score %(value)s") % told
        case "minute":
            return _("minute %(value)s") % told
        case "points":
            return _("%(value)s points") % told
        case "position":
            return _("place %(value)s") % told
        case "event" | "scorer":
            return dict(MatchEvent.Kind.choices).get(said.value, MatchEvent.Kind.GOAL.label) + f": {surface}"
    return surface


def close(impacts: models.QuerySet, state: str, *, by=None) -> int:
    return impacts.update(state=state, closed_at=clock.now(), closed_by=by)

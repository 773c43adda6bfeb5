"""The stories that a changed fact has made wrong, as the desk works through them."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext as _

from articles import permissions
from articles.models import Article, Impact
from teams import clock
from teams.models import MatchEvent

_LONGEST, _NOTE = 160, 1000


def open_for(user) -> models.QuerySet:
    """What waits in the stories of the publishers that this login edits for, the last change first."""
    return open_in(Article.objects.filter(permissions.edited_by(user)))


def open_in(stories: models.QuerySet) -> models.QuerySet:
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
            return _("points: %(value)s") % told
        case "position":
            return _("place %(value)s") % told
        case "event" | "scorer":
            return dict(MatchEvent.Kind.choices).get(said.value, MatchEvent.Kind.GOAL.label) + f": {surface}"
    return surface


def close_those_gone(article: Article, texts: dict[tuple[str, int | None], str], *, by) -> None:
    """A sentence that is not in the text any more needs nobody."""
    waiting = Impact.objects.open().filter(article=article).values_list("pk", "part", "entry", "sentence")
    gone = [pk for pk, *place, sentence in waiting if sentence not in texts.get(tuple(place), "")]
    close(Impact.objects.filter(pk__in=gone), Impact.State.CORRECTED, by=by)


def draft_of_note(impacts: Iterable[Impact]) -> str:
    """A first wording of the public note, in the active language: what the story said, and what is right."""
    lines = []
    for one in impacts:
        words = one.sentence if len(one.sentence) <= _LONGEST else f"{one.sentence[:_LONGEST].rsplit(' ', 1)[0]}…"
        told = {"words": words, "now": one.now}
        lines.append(_("An earlier version of this article said: “%(words)s”. The facts as corrected since: %(now)s.") % told)
    return " ".join(dict.fromkeys(lines))[:_NOTE]


def close(impacts: models.QuerySet, state: str, *, by=None) -> int:
    return impacts.update(state=state, closed_at=clock.now(), closed_by=by)

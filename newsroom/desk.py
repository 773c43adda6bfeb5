"""The first page of the desk: what waits for somebody this morning, in short lists with the next step on each line."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db.models import Exists, OuterRef, Prefetch, Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime, make_aware
from django.utils.translation import gettext as _

from articles import actions, permissions, presence
from articles.admin.states import next_step
from articles.models import Article, Byline, Comment, Impact, Presence, StatedClaim
from articles.models.states import State
from teams import clock
from teams.admin.printed import short
from teams.models import AuditEntry

SHOWN = 6
_LIST = "admin:articles_article_changelist"


@dataclass(frozen=True)
class Line:
    """One thing that waits: where it leads, what is said of it, and the step that can be taken at once."""

    text: str
    address: str
    note: str = ""
    state: str = ""
    label: str = ""
    article: int | None = None
    step: dict | None = None


@dataclass(frozen=True)
class Section:
    """A short list. `more` is set where there is more than it shows; an `urgent` one is there only if it holds something."""

    name: str
    title: str
    lines: list[Line]
    more: str = ""
    nothing: str = ""
    urgent: bool = False


def sections(user) -> list[Section]:
    """What one login finds; each is asked for once, however much the archive holds."""
    if not user.has_perm(permissions.VIEW):
        return []
    stories = permissions.visible(user).select_related("publisher").prefetch_related(_signed()).defer("body", "publisher__about")
    found = [
        _late(user, stories),
        _changed(user),
        _to_check(user),
        _to_review(user, stories),
        _mine(user, stories),
        _unclaimed(user, stories),
        _scheduled(user, stories),
        _comments(user),
        _open_now(user),
    ]
    return [section for section in found if section and (section.lines or not section.urgent)]


def _late(user, stories):
    rows = _first(stories.late().filter(_concerning(user)).order_by("due_at", "published_at"))
    lines = [_line(story, user, _("due %(time)s") % {"time": short(story.due_at or story.published_at)}) for story in rows]
    title = _("Late")
    return Section("late", title, [*lines[:SHOWN], *_appeared_late(user)], _more(rows, "standing=late"), urgent=True)


def _appeared_late(user):
    """What was due while nothing ran: it has its true time, and whoever waited for it knows that it was told late."""
    today = clock.now() - timedelta(days=1)
    entries = AuditEntry.objects.filter(verb="appear", at__gte=today, details__has_key="late").order_by("-at")[:SHOWN]
    seen = {story.pk: story for story in permissions.visible(user).filter(pk__in=[entry.row_id for entry in entries])}
    said = _("due %(time)s, while the site or its worker was down; out with that time")
    return [
        Line(story.headline, _page(story), said % {"time": short(story.published_at)}, story.state, story.state.label)
        for entry in entries
        if (story := seen.get(entry.row_id))
    ]


def _changed(user):
    """Sentences that a changed fact has made wrong (articles.impact), in stories that somebody may put right."""
    rows = _first(Impact.objects.open().filter(_concerned(user)).select_related("article").order_by("-change", "pk"))
    lines = [Line(row.article.headline, _page(row.article), f"{row.surface}: {row.now}") for row in rows[:SHOWN]]
    more = reverse("admin:articles_changed") if rows else ""
    return Section("changed", _("Facts that have changed"), lines, more, urgent=True)


def _to_check(user):
    """Words that the facts do not bear out as they stand."""
    claims = StatedClaim.objects.exclude(verdict=StatedClaim.Verdict.RIGHT).exclude(impacts__state=Impact.State.OPEN)
    rows = claims.filter(_concerned(user)).select_related("article").order_by("-article__updated_at", "pk")[:SHOWN]
    lines = [
        Line(row.article.headline, f"{_page(row.article)}?check=1#check", f"{row.surface}: {row.get_verdict_display()}")
        for row in rows
    ]
    return Section("check", _("A fact to check"), lines, urgent=True)


def _to_review(user, stories):
    rows = _first(stories.unfinished().standing(State.REVIEW).filter(permissions.edited_by(user)).order_by("updated_at"))
    if not rows and not _edits(user):
        return None
    lines = [_line(story, user, str(story.publisher)) for story in rows[:SHOWN]]
    return Section("review", _("To review"), lines, _more(rows, "standing=review"), _("Nothing waits for review."))


def _mine(user, stories):
    rows = _first(stories.unfinished().filter(permissions.own(user)).order_by("-updated_at", "-pk"))
    lines = [_line(story, user, _saved(story)) for story in rows[:SHOWN]]
    return Section("mine", _("Mine"), lines, _more(rows, "standing=mine"), _("Nothing of yours is unfinished."))


def _unclaimed(user, stories):
    """Drafts that nobody began here and nobody was given: what an import made."""
    if not _edits(user):
        return None
    unclaimed = stories.unfinished().filter(permissions.edited_by(user), created_by=None, assigned_to=None).standing(State.DRAFT)
    rows = _first(unclaimed.order_by("-updated_at", "-pk"))
    lines = [_line(story, user, _saved(story)) for story in rows[:SHOWN]]
    return Section("unclaimed", _("Nobody's yet"), lines, _more(rows, "standing=draft"), _("Every draft is somebody's."))


def _scheduled(user, stories):
    now = clock.now()
    midnight = make_aware(datetime.combine(clock.today() + timedelta(days=1), time.min))
    rows = _first(stories.waiting().filter(published_at__range=(now, midnight)).order_by("published_at", "pk"))
    lines = [_line(story, user, date_format(localtime(story.published_at), "H:i"), step=False) for story in rows[:SHOWN]]
    return Section(
        "scheduled", _("Scheduled today"), lines, _more(rows, "standing=waiting"), _("Nothing goes out by itself today.")
    )


def _comments(user):
    """What colleagues said to somebody, or to all who work on a story that is theirs, and nobody has settled."""
    own = Exists(Article.objects.filter(permissions.own(user), pk=OuterRef("article")))
    told = Comment.objects.filter(settled_at=None, article__binned_at=None).exclude(made_by=user)
    told = told.filter(Q(to=user) | Q(to=None) & Q(own), Exists(permissions.visible(user).filter(pk=OuterRef("article"))))
    rows = _first(told.select_related("article", "made_by").order_by("-made_at"))
    lines = [
        Line(row.words, f"{_page(row.article)}#panel-comments", f"{actions.name(row.made_by)}, {row.article.headline}")
        for row in rows[:SHOWN]
    ]
    return Section("comments", _("Comments to you"), lines, nothing=_("Nobody waits for an answer."))


def _open_now(user):
    """What colleagues have open at this moment."""
    here = Presence.objects.filter(seen_at__gte=clock.now() - presence.GONE_AFTER, subject__startswith="article ").exclude(
        user=user
    )
    rows = list(here.select_related("user").order_by("since")[:SHOWN])
    numbers = {int(row.subject.split()[1]) for row in rows if row.subject.split()[1].isdecimal()}
    stories = permissions.visible(user).in_bulk(numbers)
    lines = [
        Line(story.headline, _page(story), actions.name(row.user), story.state, story.state.label)
        for row in rows
        if (story := stories.get(int(row.subject.split()[1])))
    ]
    return Section("open", _("Open with colleagues"), lines, urgent=True)


def _line(story, user, note, *, step=True):
    following = next_step(story, user) if step else None
    return Line(story.headline, _page(story), note, story.state, story.state.label, story.pk, following)


def _saved(story):
    return f"{story.publisher}, {short(story.updated_at)}"


def _signed():
    return Prefetch("bylines", Byline.objects.select_related("author"))


def _first(rows) -> list:
    return list(rows[: SHOWN + 1])


def _more(rows: Iterable, query: str) -> str:
    return f"{reverse(_LIST)}?{query}" if len(rows) > SHOWN else ""


def _page(story):
    return reverse("admin:articles_article_change", args=[story.pk])


def _edits(user):
    return user.is_superuser or bool(set(permissions.EDITING) & set(permissions.roles_of(user).values()))


def _concerning(user):
    """The stories that somebody writes or edits, as a condition."""
    return permissions.own(user) | permissions.edited_by(user) if _edits(user) else permissions.own(user)


def _concerned(user):
    """That a row is about such a story, asked row by row: few rows wait, and the archive is long."""
    return Exists(Article.objects.filter(_concerning(user), pk=OuterRef("article"), binned_at=None))

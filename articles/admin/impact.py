"""The queue of changed match data on the desk: each change with the sentences that it has overtaken, and what to do with them."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from articles import actions, impact, permissions
from articles.models import Article, Impact
from articles.permissions import Verb
from teams.models import Competition, FactChange, Match, Person, Stage, Team, Venue

PAGE = 40
MINE, ALL = "mine", "all"
_ROWS = {
    FactChange.Kind.MATCH: Match.objects.for_card(),
    FactChange.Kind.STAGE: Stage.objects.select_related("season__competition"),
    FactChange.Kind.TEAM: Team.objects.all(),
    FactChange.Kind.PERSON: Person.objects.all(),
    FactChange.Kind.COMPETITION: Competition.objects.all(),
    FactChange.Kind.VENUE: Venue.objects.all(),
}


@dataclass
class Group:
    """A change with the sentences of this page that it has overtaken; `total`: how many there are in all."""

    change: FactChange
    subject: str
    told: str
    total: int
    items: list = field(default_factory=list)


def urls(model_admin) -> list:
    view = model_admin.admin_site.admin_view
    return [
        path("changed/", view(changed), name="articles_changed"),
        path("changed/decide/", view(decide), name="articles_changed_decide"),
    ]


@require_GET
def changed(request):
    """What waits, the last change first; mine are the stories of the publishers that I edit for."""
    _must_edit(request)
    whose = ALL if request.GET.get("whose") == ALL else MINE
    found = _waiting(request.user, whose)
    page = Paginator(found.prefetch_related("article__bylines__author"), PAGE).get_page(request.GET.get("page"))
    context = {
        **admin.site.each_context(request),
        "title": _("Changed match data"),
        "groups": _groups(page.object_list, found, request.user),
        "page": page,
        "whose": whose,
        "opts": Article._meta,
    }
    return render(request, "admin/articles/article/changed.html", context)


@require_POST
def decide(request):
    """One sentence ("right 12"), or all that wait under a change ("left change 5"), are still right or are left as they are."""
    state, _space, which = request.POST.get("decide", "").partition(" ")
    number = which.removeprefix("change ")
    pk = int(number) if number.isdecimal() else 0
    one = Impact.objects.filter(pk=pk).select_related("article__publisher")
    chosen = one if number == which else impact.open_for(request.user).filter(change=pk)
    try:
        count = actions.decide(chosen, state, by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        told = ngettext("%(count)s sentence has left the queue.", "%(count)s sentences have left the queue.", count)
        messages.success(request, told % {"count": count})
    return redirect(back_to(request))


def back_to(request) -> str:
    """The page of the queue that one came from."""
    queue, asked = reverse("admin:articles_changed"), request.POST.get("next") or request.GET.get("next") or ""
    allowed = asked.startswith(queue) and url_has_allowed_host_and_scheme(asked, {request.get_host()})
    return asked if allowed else queue


def _must_edit(request) -> None:
    if not request.user.has_perm("articles.change_article"):
        raise PermissionDenied


def _waiting(user, whose):
    return impact.open_for(user) if whose == MINE else impact.open_in(permissions.visible(user))


def _groups(items, found, user) -> list[Group]:
    """The items of a page under their changes."""
    items = list(items)
    changes = {item.change_id: item.change for item in items}
    subjects = _subjects(changes.values())
    groups = {
        pk: Group(change, subjects.get((change.kind, change.row_id), "–"), told(change), found.filter(change=pk).count())
        for pk, change in changes.items()
    }
    for item in items:
        item.may_correct = permissions.may(user, Verb.COVER if item.entry_id else Verb.CORRECT, item.article)
        item.may_decide = permissions.may(user, Verb.CHANGE, item.article)
        item.correct_at = _correct_at(item)
        groups[item.change_id].items.append(item)
    return list(groups.values())


def _correct_at(item: Impact) -> str:
    """The page on which it is corrected, and whence one comes back."""
    if item.entry_id:
        address = reverse("admin:articles_live_entry", args=[item.article_id, item.entry_id])
    else:
        address = reverse("admin:articles_correct", args=[item.article_id])
    return f"{address}?{urlencode({'impact': item.pk})}"


def _subjects(changes) -> dict[tuple[str, int], str]:
    """The rows that have changed, by their names of today: one query for each kind."""
    wanted: dict[str, set[int]] = {}
    for change in changes:
        wanted.setdefault(change.kind, set()).add(change.row_id)
    return {(kind, pk): str(row) for kind, numbers in wanted.items() for pk, row in _ROWS[kind].in_bulk(numbers).items()}


def told(change: FactChange) -> str:
    """What was changed, in a line."""
    details = change.details
    match change.verb:
        case FactChange.Verb.SAVE:
            words = f"{details['was']} → {details['now']}" if details["was"] != details["now"] else ""
        case FactChange.Verb.RENAME:
            words = ", ".join(f"{old} → {new}" for old, new in details.values())
        case FactChange.Verb.RULE:
            words = details["now"]
        case _:
            words = ", ".join(filter(None, (details.get("what"), details.get("reason"))))
    verb = change.get_verb_display()
    return f"{verb}: {words}" if words else str(verb)

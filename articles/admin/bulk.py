"""What is done with many stories at once: each by itself; one that cannot be is named with the reason and stops no other."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME, ActionForm
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import Media, Script
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from articles import actions
from articles.models import Article
from articles.models.states import State
from teams import clock

MOST = 200  # at once: each is a transaction of its own, within one request
NAMED = 20


class BulkForm(ActionForm):
    topic = forms.CharField(label=_("Topic"), required=False, widget=forms.TextInput(attrs={"maxlength": 100}))


class Bulk:
    """For an admin of stories."""

    actions = ["publish", "withdraw", "add_topic", "assign_to_me", "bin", "bring_back"]
    action_form = BulkForm

    @property
    def media(self):
        return super().media + Media(js=[Script("admin-desk/bulk.js", type="module")])

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, {**(extra_context or {}), "drawn": clock.now().isoformat()})

    @admin.action(description=_("Publish the chosen articles"), permissions=["publish"])
    def publish(self, request, queryset):
        do(self, request, queryset, actions.publish)

    @admin.action(description=_("Withdraw the chosen articles"), permissions=["publish"])
    def withdraw(self, request, queryset):
        do(self, request, queryset, actions.withdraw)

    @admin.action(description=_("Add a topic to the chosen articles"), permissions=["change"])
    def add_topic(self, request, queryset):
        topic = request.POST.get("topic", "").strip()
        if topic:
            do(self, request, queryset, partial(actions.add_topic, name=topic))
        else:
            messages.error(request, gettext("Write the topic beside the action."))

    @admin.action(description=_("Assign the chosen articles to me"), permissions=["publish"])
    def assign_to_me(self, request, queryset):
        do(self, request, queryset, _to_me)

    @admin.action(description=_("Put the chosen articles into the bin"), permissions=["delete"])
    def bin(self, request, queryset):
        do(self, request, queryset, actions.put_into_bin)

    @admin.action(description=_("Bring the chosen articles back from the bin"), permissions=["delete"])
    def bring_back(self, request, queryset):
        do(self, request, queryset, actions.restore)


def do(model_admin, request, queryset, verb: Callable) -> None:
    """The verb on each that still is as the list showed it."""
    chosen = list(queryset[: MOST + 1])
    if len(chosen) > MOST:
        messages.error(request, gettext("Choose at most %(most)d at once; nothing is done yet.") % {"most": MOST})
        return
    drawn, done, refused = _drawn(request), [], _gone(model_admin, request, chosen)
    for article in chosen:
        if why := _stale(article, drawn) or _refusal(article, verb, request.user):
            refused.append((article, why))
        else:
            done.append(article)
    _tell(request, done, refused)


def _to_me(article: Article, *, by) -> None:
    actions.assign(article, by=by, to=by, due_at=article.due_at)


def _refusal(article, verb, user) -> str:
    """Why the verb cannot be done; empty: it is done."""
    try:
        verb(article, by=user)
    except ValidationError as error:
        return " ".join(error.messages)
    except PermissionDenied as error:
        return str(error) or gettext("This login may not.")
    return ""


def _drawn(request) -> datetime | None:
    """When the list was drawn from which these were chosen; a list that does not say is taken for a new one."""
    try:
        return parse_datetime(request.POST.get("drawn", ""))
    except ValueError:
        return None


def _stale(article, drawn) -> str:
    changed = drawn is not None and drawn.tzinfo is not None and article.updated_at > drawn
    return gettext("It was changed after this list was drawn: look at it first.") if changed else ""


def _gone(model_admin, request, chosen) -> list[tuple[Article, str]]:
    """What was ticked and has left the list since, because somebody changed it [1 query]."""
    ticked = {int(pk) for pk in request.POST.getlist(ACTION_CHECKBOX_NAME) if pk.isdecimal()}
    left = ticked - {article.pk for article in chosen}
    rows = model_admin.get_queryset(request).filter(pk__in=left) if left else []
    return [(article, gettext("It is no longer in this list: somebody has changed it.")) for article in rows]


def _tell(request, done, refused) -> None:
    for article in done:
        if article.state == State.SCHEDULED:
            messages.info(request, f"{article}: {gettext('it waits for its time.')}")
    told = ngettext("%(number)d done", "%(number)d done", len(done)) % {"number": len(done)}
    if not refused:
        messages.success(request, f"{told}.")
        return
    told += ngettext(", %(number)d not:", ", %(number)d not:", len(refused)) % {"number": len(refused)}
    lines = [f"“{article}”: {why}" for article, why in refused[:NAMED]]
    if len(refused) > NAMED:
        lines.append(gettext("And %(number)d others.") % {"number": len(refused) - NAMED})
    level = messages.WARNING if done else messages.ERROR
    messages.add_message(request, level, " ".join([told, *lines]))

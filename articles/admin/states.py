"""The states of a story on the desk: the bar over its form, the next step one click away, and what each step answers."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from articles import actions, permissions, readiness
from articles.models import Article
from articles.models.states import State
from articles.permissions import Verb
from teams import clock
from teams.admin.printed import in_both_zones, short

from . import checks, corrections
from .comments import panel


@dataclass(frozen=True)
class Step:
    """A button of the bar, and the verb behind it. `words`: the verb's argument that is asked for beside the button."""

    button: str
    verb: Verb
    do: Callable
    label: str
    words: str = ""
    asks: str = ""
    length: int = 2000
    is_next: bool = False


STEPS = (
    Step("_publish", Verb.PUBLISH, actions.publish, _("Publish now"), is_next=True),
    Step("_publish_now", Verb.PUBLISH, actions.publish_now, _("Publish now")),
    Step("_republish", Verb.REPUBLISH, actions.republish, _("Republish"), is_next=True),
    Step(
        "_send_for_review", Verb.SEND_FOR_REVIEW, actions.send_for_review, _("Send for review"),
        words="words", asks=_("A word for those who read it, if you like"), is_next=True,
    ),
    Step("_send_back", Verb.SEND_BACK, actions.send_back, _("Send back"), words="words", asks=_("What is still to be done")),
    Step(
        "_correct", Verb.CORRECT, actions.correct, _("Correct in public"),
        words="note", asks=_("Note for readers: what was wrong and what is right"), length=1000,
    ),
    Step("_unschedule", Verb.UNSCHEDULE, actions.unschedule, _("Make it a draft again")),
    Step(
        "_withdraw", Verb.WITHDRAW, actions.withdraw, _("Withdraw"),
        words="note", asks=_("A line for readers who come to its address, if you like"), length=300,
    ),
)  # fmt: skip


class Moving:
    """An admin of stories whose form has a bar of steps."""

    def response_add(self, request, obj, post_url_continue=None):
        return self._move(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        return self._move(request, obj) or super().response_change(request, obj)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["show_save_and_add_another"] = False
        context["bar"] = bar(request, obj)
        context["comments"] = panel(request, obj) if obj and permissions.works_for(request.user, obj.publisher) else None
        context["corrections"] = corrections.panel(request, obj)
        context["may_follow"] = bool(obj) and permissions.works_for(request.user, obj.publisher)
        context["check"] = checks.panel(request, obj)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def _move(self, request, article):
        """What the button asks for, after all that was typed is kept: nothing is lost if it cannot be done yet."""
        step = next((step for step in STEPS if step.button in request.POST), None)
        if step is None:
            return None
        words = {step.words: request.POST.get(f"{step.button}_words", "")} if step.words else {}
        asks_why = step.do in checks.ASK_WHY
        if moved(request, step.do, article, **words, **(checks.why(request) if asks_why else {})):
            messages.success(request, told(article))
            return redirect("admin:articles_article_change", article.pk)
        messages.info(request, gettext("What you typed is saved."))
        page = reverse("admin:articles_article_change", args=[article.pk])
        return redirect(f"{page}{checks.to_answer(request)}" if asks_why else page)

    @admin.display(description=_("status"), ordering="published_at")
    def standing(self, article):
        instant = article.withdrawn_at if article.state == State.WITHDRAWN else article.published_at
        shown = article.state in (State.SCHEDULED, State.PUBLISHED, State.WITHDRAWN)
        mark = format_html('<span class="standing standing-{}">{}</span>', article.state, article.state.label)
        return format_html("{} {}", mark, short(instant)) if shown else mark

    @admin.display(description=_("still missing"))
    def missing(self, article):
        address = reverse("admin:articles_article_readiness") + (f"?article={article.pk}" if article.pk else "")
        needs = render_to_string("admin/articles/article/needs.html", {"needs": readiness.of(article)})
        return format_html('<div class="story-needs" role="status" data-address="{}">{}</div>', address, needs)


def urls(model_admin):
    return [path("<int:pk>/step/", model_admin.admin_site.admin_view(_step(model_admin)), name="articles_article_step")]


def _step(model_admin):
    @require_POST
    def step(request, pk):
        """A step taken from the first page of the desk; what it still asks for is asked on the page of the story."""
        article = get_object_or_404(model_admin.get_queryset(request), pk=pk)
        taken = next((step for step in STEPS if step.button in request.POST), None)
        if taken and moved(request, taken.do, article):
            messages.success(request, f"{article}: {told(article)}")
            return redirect("admin:index")
        return redirect("admin:articles_article_change", pk)

    return step


def next_step(article: Article, user) -> dict | None:
    """The button that brings a story one state further, for whoever may press it."""
    step = next((step for step in STEPS if step.is_next and _offered(step, article, user)), None)
    return step and {"button": step.button, "label": _label(step, article)}


def bar(request, article: Article | None) -> dict:
    """What the bar over the form of a story shows: its state, the next step, and the others."""
    story = article or Article(created_by=request.user)
    steps = [_shown(step, story, request) for step in STEPS if _offered(step, story, request.user)]
    following = next((step for step in steps if step["is_next"]), None)
    return {
        "state": story.state,
        "instant": in_both_zones(story.published_at) if story.state == State.SCHEDULED else "",
        "next": following,
        "steps": [step for step in steps if step is not following],
        "now": clock.now(),
    }


def moved(request, verb: Callable, article: Article, **options) -> bool:
    """Do it, or tell why it cannot be done."""
    try:
        verb(article, by=request.user, **options)
    except (ValidationError, PermissionDenied) as error:
        why = " ".join(error.messages) if isinstance(error, ValidationError) else error
        messages.error(request, f"{article}: {why}")
        return False
    return True


def told(article: Article) -> str:
    """What has just happened to it, as a message."""
    match article.state:
        case State.WITHDRAWN:
            return gettext("Withdrawn: its address now says so.")
        case State.REVIEW:
            return gettext("Sent for review.")
        case State.DRAFT:
            return gettext("A draft again; nobody has seen it.")
        case State.PUBLISHED:
            return gettext("Published: readers see it now.")
    when = {"time": in_both_zones(article.published_at)}
    if article.published_at == article.embargo_until:
        return gettext("It goes out when the embargo ends: %(time)s.") % when
    return gettext("It goes out %(time)s.") % when


def _offered(step, story, user):
    if step.button == "_publish_now" and not story.published_at:
        return False
    return permissions.may(user, step.verb, story)


def _shown(step, story, request):
    typed = request.POST.get(f"{step.button}_words", "")
    return {**vars(step), "label": _label(step, story), "field": f"{step.button}_words", "typed": typed}


def _label(step, story):
    return _of_publishing(story) if step.button == "_publish" else step.label


def _of_publishing(story):
    """What the button will do, with its hour; a script keeps it true while the hour is typed."""
    hour, now, embargo = story.published_at, clock.now(), story.embargo_until
    if embargo and embargo > now and not (hour and hour >= embargo):
        return gettext("Publish when the embargo ends: %(when)s") % {"when": in_both_zones(embargo)}
    if hour is None:
        return gettext("Publish now")
    words = gettext("Schedule for %(when)s") if hour > now else gettext("Publish, dated %(when)s")
    return words % {"when": in_both_zones(hour)}

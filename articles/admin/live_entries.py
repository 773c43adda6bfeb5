"""The page on which a story is followed live: a box to type into, and below it what readers have been told, newest first."""

from collections.abc import Iterable
from functools import partial

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from articles import actions, impact, permissions
from articles.models import Article, Impact, LiveEntry, MatchLink
from articles.passages import plain, replaced
from articles.permissions import Verb
from articles.text import html_to_lines, lines_to_html
from teams.models import MatchEvent

from .impact import back_to

STEPS = {"withdraw": actions.withdraw_entry, "back": actions.bring_entry_back}
TURNS = {"end": actions.end_coverage, "resume": actions.resume_coverage}
_LATEST_FIRST = ("-match__kickoff", "-period", "-minute", "-stoppage", "-order", "-pk")


class EntryForm(forms.ModelForm):
    """`seen`: when the wording that stands in the form was edited; somebody else's newer one is not written over."""

    body = forms.CharField(
        label=_("What has happened"),
        widget=forms.Textarea(attrs={"rows": 3, "autofocus": True}),
        help_text=_("A line is a paragraph. **bold**, *italic*, [words](https://address), “> ” a quotation, “- ” a list."),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = LiveEntry
        fields = ["body", "headline", "event", "is_key"]

    def __init__(self, *args, article, **kwargs):
        super().__init__(*args, **kwargs)
        entry = self.instance
        self.fields["event"].queryset = _events_of(article, entry)
        self.fields["event"].label_from_instance = _in_the_list
        self.fields["event"].empty_label = _("none")
        for name in ("body", "headline"):
            self.fields[name].widget.attrs["lang"] = article.language
        if entry.pk:
            self.initial.setdefault("body", html_to_lines(entry.body))
            self.initial["seen"] = _edited(entry)

    def clean_body(self):
        return lines_to_html(self.cleaned_data["body"])

    def clean(self):
        data = super().clean()
        if self.instance.pk and data.get("seen") != _edited(self.instance):
            raise ValidationError(_("Somebody has changed this entry in the meantime: look at that wording first."))
        return data

    @property
    def told(self):
        return {name: self.cleaned_data[name] for name in ("body", "headline", "event", "is_key", "note") if name in self.fields}


def urls(model_admin) -> list:
    def view(function, *methods):
        return model_admin.admin_site.admin_view(require_http_methods(methods)(partial(function, model_admin)))

    return [
        path("<int:pk>/live/", view(live, "GET", "HEAD", "POST"), name="articles_live"),
        path("<int:pk>/live/<int:number>/", view(edit, "GET", "HEAD", "POST"), name="articles_live_entry"),
        path("<int:pk>/live/<str:turn>/", view(turn_to, "POST"), name="articles_live_turn"),
        path("<int:pk>/live/<int:number>/<str:step>/", view(move, "POST"), name="articles_live_move"),
    ]


def live(model_admin, request, pk):
    """All entries, and the box for another one."""
    article = _story(model_admin, request, pk)
    form = EntryForm(request.POST or None, article=article)
    if request.method == "POST" and form.is_valid() and _done(form, actions.add_entry, article, by=request.user, **form.told):
        return redirect("admin:articles_live", pk)
    return _page(request, article, form=form)


def edit(model_admin, request, pk, number):
    """One entry to be said otherwise, among the others; with the sentences that changed facts have overtaken put right."""
    article = _story(model_admin, request, pk)
    entry = get_object_or_404(article.live_entries, pk=number)
    waiting = list(Impact.objects.open().filter(entry=entry).order_by("pk"))
    form = EntryForm(request.POST or None, article=article, instance=entry, initial=_proposed(entry, waiting))
    if waiting and permissions.may(request.user, Verb.CORRECT, article):
        form.fields["note"] = _note(article, waiting)
    if (
        request.method == "POST"
        and form.is_valid()
        and _done(form, actions.edit_entry, _stored(entry), by=request.user, **form.told)
    ):
        messages.success(request, gettext("Readers see the new wording; the former one is kept."))
        return redirect(back_to(request)) if "next" in request.GET else _to(entry)
    return _page(request, article, edited=entry, edit_form=form, waiting=waiting)


def move(model_admin, request, pk, number, step):
    """Take an entry from the readers, or give it back."""
    article = _story(model_admin, request, pk)
    entry = get_object_or_404(article.live_entries, pk=number)
    return _taken(request, STEPS, step, entry) or _to(entry)


def turn_to(model_admin, request, pk, turn):
    """End the coverage, or resume it."""
    article = _story(model_admin, request, pk)
    return _taken(request, TURNS, turn, article) or redirect("admin:articles_live", pk)


def waiting_in(article: Article) -> int:
    """How many sentences of its entries a changed fact has overtaken."""
    return Impact.objects.open().filter(article=article).exclude(entry=None).count()


def _story(model_admin, request, pk):
    article = get_object_or_404(model_admin.get_queryset(request), pk=pk)
    if not permissions.may_follow(request.user, article):
        raise PermissionDenied
    return article


def _done(form, verb, subject, **told) -> bool:
    """Whether it was done; if not, the form says why, with everything still in it."""
    try:
        verb(subject, **told)
    except ValidationError as error:
        form.add_error(None, error.messages)
        return False
    return True


def _taken(request, verbs, name, subject):
    """Do what the button says, or tell why it cannot be done."""
    if name not in verbs:
        raise Http404
    try:
        verbs[name](subject, by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))


def _to(entry):
    return redirect(f"{reverse('admin:articles_live', args=[entry.article_id])}#{entry.anchor}")


def _page(request, article, form=None, **more):
    decision = permissions.decide(request.user, Verb.COVER, article)
    entries = article.live_entries.select_related("event__match", "event__person", "created_by")
    overtaken = set(Impact.objects.open().filter(article=article).exclude(entry=None).values_list("entry", flat=True))
    context = {
        **admin.site.each_context(request),
        "title": gettext("Live: %(story)s") % {"story": article},
        "article": article,
        "opts": Article._meta,
        "decision": decision,
        "entries": entries,
        "overtaken": overtaken,
        "form": form or EntryForm(article=article),
        **more,
    }
    return render(request, "admin/articles/article/live.html", context)


def _events_of(article, entry):
    """Those of the matches that the story is tied to, the latest first; and the one that the entry has already."""
    of_its_matches = Q(match__in=MatchLink.objects.filter(article=article).values("match"))
    events = MatchEvent.objects.filter(of_its_matches & ~Q(status=MatchEvent.Status.SUPERSEDED) | Q(pk=entry.event_id))
    return events.select_related("person", "match__home", "match__away").order_by(*_LATEST_FIRST)


def _in_the_list(event):
    side = event.match.home if event.side == "home" else event.match.away
    return f"{event} ({side})" if event.counts else f"{event} ({side}, {event.get_status_display()})"


def _stored(entry):
    """The entry as it was read: the form has written over this one."""
    return LiveEntry.objects.select_related("article").get(pk=entry.pk)


def _edited(entry):
    return entry.edited_at.isoformat() if entry.edited_at else ""


def _note(article, waiting):
    with override(article.language):
        drafted = impact.draft_of_note(waiting)
    area = forms.Textarea(attrs={"rows": 3, "lang": article.language})
    told = _("Dated, under the story and on the page of corrections; it stays. Empty: only “edited” beside the entry.")
    return forms.CharField(
        label=_("Note for readers"), initial=drafted, required=False, max_length=1000, widget=area, help_text=told
    )


def _proposed(entry: LiveEntry, waiting: Iterable[Impact]) -> dict[str, str]:
    """What the entry says with the words that can be replaced in place of those that a changed fact has overtaken."""
    headline, body = entry.headline, entry.body
    for one in sorted(waiting, key=lambda one: -one.offset):
        if not one.replacement:
            continue
        if one.sentence in headline:
            headline = headline.replace(one.surface, one.replacement, 1)
        elif (start := plain(body).find(one.sentence[: one.offset + len(one.surface)])) >= 0:
            first = start + one.offset
            body = replaced(body, first, first + len(one.surface), one.replacement)
    return {"headline": headline, "body": html_to_lines(body)}

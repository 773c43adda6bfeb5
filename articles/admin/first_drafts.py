"""First drafts on the desk: what the facts of a match give, each sentence with its rows, and one button to begin from it."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from articles import checking, first_drafts, permissions
from articles.drafting import BRIEF, PREVIEW, REPORT
from articles.models import Article, Publisher
from articles.proposals import Text
from teams import clock
from teams.models import Match

NAMES = {REPORT: _("Match report"), PREVIEW: _("Preview"), BRIEF: _("Brief of five lines")}


class FirstDraftForm(forms.Form):
    kind = forms.ChoiceField(label=_("Kind"))
    language = forms.ChoiceField(label=_("Language"), choices=Article.Language)
    publisher = forms.ModelChoiceField(Publisher.objects.none(), label=_("Publisher"), empty_label=None)

    def __init__(self, match, publishers, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(kind, NAMES[kind]) for kind in first_drafts.kinds_for(match)]
        self.fields["publisher"].queryset = publishers

    @classmethod
    def started(cls, match, publishers, language):
        """As it opens: the first kind there is, the reader's language, the first publisher."""
        return {"kind": first_drafts.kinds_for(match)[0], "language": language, "publisher": publishers[0].pk}


def urls(model_admin):
    wrapped = model_admin.admin_site.admin_view(lambda request, match: first_draft(request, model_admin, match))
    return [path("first-draft/<int:match>/", wrapped, name="articles_article_first_draft")]


def first_draft(request, model_admin, match):
    match = get_object_or_404(Match.objects.for_card(), pk=match)
    publishers = permissions.may_write_for(request.user)
    if not model_admin.has_add_permission(request) or not publishers:
        raise PermissionDenied
    if not first_drafts.kinds_for(match):
        raise Http404(gettext("There is nothing to tell of it before it is over."))
    asked = request.POST or request.GET or FirstDraftForm.started(match, publishers, get_language()[:2])
    form = FirstDraftForm(match, publishers, asked)
    context = {**model_admin.admin_site.each_context(request), "opts": Article._meta, "match": match, "form": form}
    if not form.is_valid():
        return render(request, "admin/articles/article/first_draft.html", context, status=400)
    if request.method == "POST":
        return _begin(request, match, form.cleaned_data)
    context |= _told(match, form.cleaned_data["kind"], form.cleaned_data["language"])
    return render(request, "admin/articles/article/first_draft.html", {**context, "title": gettext("First draft")})


def _begin(request, match, chosen):
    article = first_drafts.begin(match, chosen["kind"], chosen["language"], chosen["publisher"], by=request.user)
    if not (permissions.may(request.user, permissions.Verb.CHANGE, article) or article.binned_at):
        told = {"headline": article.headline if permissions.may_see(request.user, article) else "–"}
        messages.error(request, gettext("A colleague has begun it already: %(headline)s.") % told)
        return redirect("admin:articles_article_changelist")
    if not article.binned_at:  # its own page says so and brings it back
        messages.info(request, gettext("A first draft from the facts. Read every sentence before it goes out."))
    return redirect("admin:articles_article_change", article.pk)


def _told(match, kind, language):
    """The draft as the page shows it: its sentences with their rows, and what its own check finds wrong with it."""
    draft = first_drafts.draft_of(match, kind, language)
    rows = first_drafts.rows_of(draft)
    told = [[(sentence.words, [rows[ref] for ref in sentence.rows]) for sentence in each] for each in draft.paragraphs]
    head = [(sentence.words, [rows[ref] for ref in sentence.rows]) for sentence in (draft.headline, draft.standfirst)]
    day = localtime(match.kickoff).date() if match.is_over else clock.today()
    text = Text(draft.headline.words, (draft.standfirst.words, *draft.texts), language, day)
    return {"head": head, "paragraphs": told, "disputed": [each for each in checking.check(text) if each.is_disputed]}

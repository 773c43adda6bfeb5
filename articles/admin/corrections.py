"""Correcting what readers were told: the sentences that a changed fact has overtaken, old beside new, and the note to readers."""

from functools import partial

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from articles import actions, impact, permissions
from articles.models import Article, Correction, Impact
from articles.models.impact import Part
from articles.passages import passage, replaced
from articles.permissions import Verb

from . import live_entries
from .impact import back_to

NOTE = {"note": forms.Textarea(attrs={"rows": 4})}


class NoteForm(forms.ModelForm):
    """What readers are told."""

    class Meta:
        model = Correction
        fields = ["note"]
        widgets = NOTE
        labels = {"note": _("Note for readers")}


class CorrectionForm(NoteForm):
    """The note, and beside each sentence in question the one to stand in its place."""

    token = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args, article: Article, waiting: list[Impact], **kwargs):
        with override(article.language):
            drafted = impact.draft_of_note(waiting)
        super().__init__(*args, initial={"note": drafted, "token": article.token}, **kwargs)
        self.article, self.waiting = article, waiting
        self.sentences: dict[tuple[str, str], list[Impact]] = {}
        for one in waiting:
            self.sentences.setdefault((one.part, one.sentence), []).append(one)
        for (_part, sentence), found in self.sentences.items():
            area = forms.Textarea(attrs={"rows": 3 + len(sentence) // 45, "lang": article.language})
            field = forms.CharField(label=gettext("Corrected sentence"), initial=_proposed(found), required=False, widget=area)
            self.fields[f"sentence_{found[0].pk}"] = field
        self.fields["note"].widget.attrs["lang"] = article.language

    @property
    def pairs(self):
        """Each sentence in question, by all that has overtaken it, with the field for the new one."""
        return [(found[0], found, self[f"sentence_{found[0].pk}"]) for found in self.sentences.values()]

    def changes(self) -> dict[str, str]:
        """The parts of the story with the new sentences in place. One that appears several times in a part is changed once."""
        parts: dict[str, str] = {}
        for one, _found, _field in self.pairs:
            new = " ".join(self.cleaned_data[f"sentence_{one.pk}"].split())
            text = parts.get(one.part, getattr(self.article, one.part))
            parts[one.part] = _with(text, one, new)
        return {part: text for part, text in parts.items() if text != getattr(self.article, part)}


def _proposed(found: list[Impact]) -> str:
    """The sentence with all words that can be replaced in place of the old ones."""
    sentence = found[0].sentence
    for one in sorted(found, key=lambda one: -one.offset):
        if one.replacement:
            sentence = sentence[: one.offset] + one.replacement + sentence[one.offset + len(one.surface) :]
    return sentence


def _with(text: str, one: Impact, new: str) -> str:
    if one.part != Part.BODY:
        return " ".join(text.split()).replace(one.sentence, new, 1)
    start = passage(text).text.find(one.sentence)
    return replaced(text, start, start + len(one.sentence), new) if start >= 0 else text


def urls(model_admin) -> list:
    view = model_admin.admin_site.admin_view
    return [
        path("<int:pk>/correct/", view(partial(correct, model_admin)), name="articles_correct"),
        path("corrections/<int:pk>/", view(amend), name="articles_correction_amend"),
    ]


def correct(model_admin, request, pk):
    """The sentences of a story that changed facts have overtaken, the one that was chosen first."""
    article = get_object_or_404(model_admin.get_queryset(request), pk=pk)
    waiting = _waiting(article, request.GET.get("impact", ""))
    if not waiting and live_entries.waiting_in(article):
        return redirect("admin:articles_live", pk)
    if not waiting:
        messages.info(request, gettext("Nothing waits in this story: change its text, then choose “Correct in public”."))
        return redirect("admin:articles_article_change", pk)
    form = CorrectionForm(request.POST or None, article=article, waiting=waiting)
    if request.method == "POST" and form.is_valid() and _done(request, form):
        return redirect(back_to(request))
    decision = permissions.decide(request.user, Verb.CORRECT, article)
    return _page(request, "correct", gettext("Correct: %(story)s") % {"story": article}, article, form, decision)


def amend(request, pk):
    """Another wording for a note; the former ones stay in view."""
    notes = Correction.objects.filter(article__in=permissions.visible(request.user))
    correction = get_object_or_404(notes.select_related("article__publisher"), pk=pk)
    article = correction.article
    decision = permissions.decide(request.user, Verb.CORRECT, article)
    form = NoteForm(request.POST or None, instance=correction)
    form.fields["note"].widget.attrs["lang"] = article.language
    if request.method == "POST" and form.is_valid():
        try:
            actions.amend(correction, note=form.cleaned_data["note"], by=request.user)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, gettext("The note has its new wording; the former one is kept."))
            return redirect("admin:articles_article_change", article.pk)
    return _page(
        request, "amend", gettext("Amend a note: %(story)s") % {"story": article}, article, form, decision, correction=correction
    )


def panel(request, article: Article | None) -> dict | None:
    """The notes under a story, and what waits in it, for the panel beside its text."""
    if article is None or article.pk is None:
        return None
    notes = list(Correction.objects.filter(article=article).select_related("made_by"))
    waiting = Impact.objects.open().filter(article=article).count()
    may = permissions.may(request.user, Verb.CORRECT, article)
    return {"notes": notes, "waiting": waiting, "may": may} if notes or waiting else None


def _waiting(article, chosen) -> list[Impact]:
    found = list(Impact.objects.open().filter(article=article, entry=None).select_related("change").order_by("pk"))
    return sorted(found, key=lambda one: str(one.pk) != chosen)


def _done(request, form) -> bool:
    article = form.article
    article.token = form.cleaned_data["token"]
    try:
        actions.correct(article, note=form.cleaned_data["note"], by=request.user, impacts=form.waiting, **form.changes())
    except ValidationError as error:
        form.add_error(None, error.messages)
        return False
    messages.success(request, gettext("Corrected, and readers are told: %(story)s") % {"story": article})
    return True


def _page(request, name, title, article, form, decision, **more):
    context = {**admin.site.each_context(request), "title": title, "article": article, "form": form, "decision": decision}
    context |= {"opts": Article._meta, "queue": reverse("admin:articles_changed"), "next": back_to(request), **more}
    return render(request, f"admin/articles/article/{name}.html", context)

"""Comments on a story: a panel beside the text that touches nothing typed, and a page for whoever has no script."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from articles import actions, permissions
from articles.models import Article, Comment
from articles.permissions import Verb

ANSWERS = {"settle": actions.settle_comment, "reopen": actions.reopen_comment}


class CommentForm(forms.ModelForm):
    """`form="comment-form"`: in the panel its fields stand inside the story's own form and are none of it."""

    class Meta:
        model = Comment
        fields = ["words", "to", "quote"]
        widgets = {"quote": forms.HiddenInput}

    def __init__(self, *args, article, **kwargs):
        super().__init__(*args, auto_id="comment_%s", **kwargs)
        self.fields["to"].queryset = permissions.colleagues(article.publisher_id)
        self.fields["to"].empty_label = _("all who work on it")
        self.fields["to"].label_from_instance = actions.name
        for field in self.fields.values():
            field.widget.attrs["form"] = "comment-form"
        self.fields["words"].widget.attrs["rows"] = 2


def urls(model_admin):
    view = model_admin.admin_site.admin_view
    return [
        path("<int:pk>/comments/", view(_comments(model_admin)), name="articles_article_comments"),
        path("<int:pk>/comments/<int:number>/<str:answer>/", view(_answer(model_admin)), name="articles_article_comment"),
    ]


def panel(request, article: Article, form: CommentForm | None = None) -> dict:
    """What templates/admin/articles/article/panels/comments.html reads."""
    return {
        "rows": article.comments.select_related("made_by", "to", "settled_by"),
        "form": form or CommentForm(article=article),
        "may_comment": permissions.may(request.user, Verb.COMMENT, article),
        "address": reverse("admin:articles_article_comments", args=[article.pk]),
    }


def _comments(model_admin):
    @require_http_methods(["GET", "HEAD", "POST"])
    def comments(request, pk):
        article = _story(model_admin, request, pk)
        form = CommentForm(request.POST or None, article=article)
        said = request.method == "POST" and _say(request, article, form)
        if _is_scripted(request):
            return _drawn(request, article, None if said else form)
        if said:
            return redirect("admin:articles_article_comments", article.pk)
        context = {
            "title": _("Comments"),
            "original": article,
            "opts": model_admin.opts,
            "comments": panel(request, article, form),
        }
        return render(
            request, "admin/articles/article/comments.html", {**model_admin.admin_site.each_context(request), **context}
        )

    return comments


def _answer(model_admin):
    @require_POST
    def answer(request, pk, number, answer):
        article = _story(model_admin, request, pk)
        if answer not in ANSWERS:
            raise Http404
        ANSWERS[answer](get_object_or_404(article.comments, pk=number), by=request.user)
        if _is_scripted(request):
            return _drawn(request, article)
        return redirect("admin:articles_article_comments", article.pk)

    return answer


def _story(model_admin, request, pk):
    article = get_object_or_404(model_admin.get_queryset(request), pk=pk)
    if not permissions.may_follow(request.user, article):
        raise PermissionDenied
    return article


def _say(request, article, form):
    """Whether it was said; if not, the form says why, with the words still in it."""
    if not form.is_valid():
        return False
    to = form.cleaned_data["to"]
    try:
        actions.comment(article, by=request.user, **form.cleaned_data)
    except ValidationError as error:
        form.add_error(None, error.messages)
        return False
    if to and not to.email:
        words = {"name": actions.name(to)}
        messages.warning(request, gettext("%(name)s has no e-mail address, and finds it on the first page of the desk.") % words)
    return True


def _drawn(request, article, form=None):
    shown = {"comments": panel(request, article, form), "told": list(messages.get_messages(request))}
    html = render_to_string("admin/articles/article/comment_list.html", shown, request)
    return JsonResponse({"html": html, "said": form is None})


def _is_scripted(request):
    return request.headers.get("X-Requested-With") == "XMLHttpRequest"

"""A story from another one, on the desk: duplicate as new, begin the translation, link and part sisters."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from articles import actions, permissions
from articles.actions.copying import IN_WORDS
from articles.models import Article
from articles.permissions import Verb
from teams.admin.desk import RowSelect

FORM = "copy-form"


class SisterForm(forms.Form):
    # Other buttons of the panel send the same form, and ask for no sister.
    use_required_attribute = False
    sister = forms.ModelChoiceField(
        Article.objects.none(),
        label=_("Link one that is there already"),
        widget=RowSelect(Article._meta.get_field("translated_from"), admin.site, attrs={"form": FORM}),
        error_messages={"required": _("Choose the story that says the same in the other language.")},
    )

    def __init__(self, user, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["sister"].queryset = permissions.visible(user)


class Copied:
    """For an admin of stories: the one of the form is read with its sister, if the login may see her."""

    def get_queryset(self, request):
        found = super().get_queryset(request)
        is_form = request.resolver_match.url_name == "articles_article_change"
        return found.with_sister(permissions.visible(request.user).filter(binned_at=None)) if is_form else found

    def get_urls(self):
        return [*urls(self), *super().get_urls()]

    def label(self, article):
        return f"{article} ({article.get_language_display()})"

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["copies"] = panel(request, obj)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)


def urls(model_admin):
    def on_a_story(view, name):
        @require_POST
        def found(request, pk):
            article = model_admin.get_object(request, pk)
            if article is None:
                raise Http404
            return view(request, article)

        address = name.replace("_", "/")
        return path(f"<int:pk>/{address}/", model_admin.admin_site.admin_view(found), name=f"articles_article_{name}")

    return [
        on_a_story(duplicate, "duplicate"),
        on_a_story(translate, "translate"),
        on_a_story(tie, "sister"),
        on_a_story(untie, "sister_part"),
    ]


def panel(request, article: Article | None) -> dict | None:
    """What the panel of translations shows [no query]."""
    if article is None or article.binned_at:
        return None
    may_begin = permissions.may_write(request.user) and permissions.works_for(request.user, article.publisher)
    return {
        "may_begin": may_begin,
        "may_link": permissions.may(request.user, Verb.CHANGE, article),
        "language": IN_WORDS[_other_language(article)],
        "sister": article.sister,
        "form": SisterForm(request.user),
    }


def duplicate(request, article):
    copy = actions.duplicate(article, by=request.user)
    messages.success(request, gettext("A copy, as a new draft. Its links are proposals until you confirm them."))
    return _to(copy)


def translate(request, article):
    try:
        sister = actions.begin_translation(article, _other_language(article), by=request.user)
    except ValidationError as error:
        return _refused(request, article, error)
    messages.success(request, gettext("The translation is begun: write it over the words of the other one."))
    return _to(sister)


def tie(request, article):
    form = SisterForm(request.user, request.POST)
    try:
        if not form.is_valid():
            raise ValidationError(form.errors["sister"])
        actions.tie_translations(article, form.cleaned_data["sister"], by=request.user)
    except ValidationError as error:
        return _refused(request, article, error)
    messages.success(request, gettext("Linked: each now leads to the other, once readers see both."))
    return _to(article)


def untie(request, article):
    try:
        actions.untie_translations(article, by=request.user)
    except ValidationError as error:
        return _refused(request, article, error)
    messages.success(request, gettext("The two are no longer linked."))
    return _to(article)


def _refused(request, article, error):
    messages.error(request, " ".join(error.messages))
    return _to(article)


def _to(article):
    return redirect("admin:articles_article_change", article.pk)


def _other_language(article) -> Article.Language:
    return next(language for language in Article.Language if language != article.language)

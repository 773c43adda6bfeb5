"""Saving a story from its form: never over a newer version, and the working copy goes once its text is safe."""

from dataclasses import dataclass

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from articles import actions, comparing, permissions, presence, typed, versions
from articles.models import Version


@dataclass(frozen=True)
class Choice:
    """A field that both have in different words; `pick` is the side to take unless somebody says otherwise."""

    difference: comparing.Difference
    is_theirs: bool
    is_mine: bool

    @property
    def name(self):
        return self.difference.name

    @property
    def label(self):
        return self.difference.label

    @property
    def rows(self):
        return self.difference.rows

    @property
    def pick(self):
        return "theirs" if self.is_theirs and not self.is_mine else "mine"


@dataclass(frozen=True)
class Conflict:
    """Two texts that were made from one version: `latest` was saved first.

    `settled`: fields that only the other one changed, and that as they were before would be wrong by now.
    """

    latest: Version | None
    newer: str
    choices: list[Choice]
    settled: list[str]


class Saving:
    """For an admin of stories, in front of what saves the form."""

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method == "POST" and object_id and "_theirs" in request.POST:
            return self._take_theirs(request, object_id)
        if request.method == "POST" and object_id and not {"_mine", "_merge"}.isdisjoint(request.POST):
            article = self.get_object(request, object_id)
            request.POST = self._chosen(request, article) if article else request.POST
        return super().changeform_view(request, object_id, form_url, extra_context)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        actions.drop_copy(form.cleaned_data["copy"], by=request.user)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        form = context["adminform"].form
        if form.is_bound and form.is_stale:
            context["conflict"] = self._conflict(request, form, obj.pk)
        if self.has_change_permission(request, obj) if obj else self.has_add_permission(request):
            context["saving"] = _addresses(request, obj)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def _take_theirs(self, request, object_id):
        """What was typed is thrown away, as the button says."""
        key = typed.Carried(required=False).clean(request.POST.get("copy", ""))
        actions.drop_copy(key, by=request.user)
        messages.info(request, _("This is the newer version; what you had typed is thrown away."))
        return redirect("admin:articles_article_change", object_id)

    def _chosen(self, request, article):
        """The form as it was sent, made from the newer version, with theirs where theirs was chosen."""
        data = request.POST.copy()
        data["token"], data["_continue"] = data.get("newer", ""), "1"
        theirs = {name.removeprefix("choose-") for name, side in data.items() if name.startswith("choose-") and side == "theirs"}
        if "_mine" in data:
            theirs = set()
        theirs |= set(data.getlist("settled"))
        form = self.get_form(request, article, change=True)(instance=article)
        for name in theirs - {"bylines"}:
            field = typed.FIELDS.get(name, name)
            if field in form.fields:
                typed.put(data, typed.as_posted(form, field))
        known = list(article.bylines.values_list("author_id", flat=True))
        typed.post_bylines(data, article, known if "bylines" in theirs else typed.signers(data))
        return data

    def _conflict(self, request, form, pk):
        article = permissions.visible(request.user).get(pk=pk)
        mine, theirs = form.told(), versions.data_of(article)
        token = form.cleaned_data.get("token")
        base = Version.objects.filter(article=article, token=token).order_by("number").first() if token else None
        choices = [
            Choice(
                difference,
                is_theirs=base is None or theirs[difference.name] != base.data.get(difference.name),
                is_mine=base is None or mine[difference.name] != base.data.get(difference.name),
            )
            for difference in comparing.differences(theirs, mine, among=permissions.visible(request.user))
        ]
        latest = article.versions.select_related("made_by").first()
        settled = [name for name in form.errors if base and name in theirs and theirs[name] != base.data.get(name)]
        return Conflict(latest, str(article.token), choices, settled)


def _addresses(request, article) -> dict:
    """What the scripts of the page need to know, as data of an element."""
    return {
        "user": request.user.pk,
        "username": request.user.get_username(),
        "article": article.pk if article else "",
        "subject": presence.of_article(article) if article else "",
        "typed": reverse("admin:articles_article_typed"),
        "session": reverse("admin:articles_article_session"),
        "presence": reverse("admin:articles_article_presence"),
        "compare": reverse("admin:articles_article_compare", args=[article.pk]) if article else "",
    }

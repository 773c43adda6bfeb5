"""Stories on the desk: written, tied to what they tell of, published and withdrawn."""

from datetime import datetime, time, timedelta

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.forms import Script
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.timezone import localtime, make_aware
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from articles import actions, permissions
from articles.forms import ArticleForm
from articles.models import Article, Byline, Link
from teams import clock
from teams.admin.desk import DeskAdmin

from . import blocks
from .links import LINES

BUTTONS = {"_publish": actions.publish, "_publish_now": actions.publish_now, "_withdraw": actions.withdraw}


class StandingFilter(admin.SimpleListFilter):
    title = _("status")
    parameter_name = "standing"

    def lookups(self, request, model_admin):
        standings = [_("Draft"), _("Waits for its time"), _("Published"), _("Withdrawn")]
        return zip(("draft", "waiting", "out", "withdrawn"), standings, strict=True)

    def queryset(self, request, queryset):
        match self.value():
            case "out":
                return queryset.published()
            case "waiting":
                return queryset.waiting()
            case "draft" | "withdrawn" as status:
                return queryset.filter(status=status)
        return queryset


class DaysFilter(admin.SimpleListFilter):
    """By the paper's own calendar; a list of all months would read the whole archive each time."""

    title = _("published")
    parameter_name = "days"

    def lookups(self, request, model_admin):
        return [("0", _("Today")), ("1", _("Since yesterday")), ("7", _("Last seven days")), ("30", _("Last thirty days"))]

    def queryset(self, request, queryset):
        if self.value() not in ("0", "1", "7", "30"):
            return queryset
        midnight = datetime.combine(clock.today() - timedelta(days=int(self.value())), time.min)
        return queryset.filter(published_at__range=(make_aware(midnight), clock.now()))


@admin.register(Article)
class ArticleAdmin(DeskAdmin):
    form = ArticleForm
    list_display = ["headline", "standing", "kind", "language", "publisher", "saved"]
    list_filter = [StandingFilter, DaysFilter, "kind", "language", ("publisher", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["headline"]
    search_help_text = _("Words of the headline, the standfirst or a byline, with or without accents.")
    ordering = ["-updated_at", "-pk"]
    prepopulated_fields = {"slug": ["headline"]}
    autocomplete_fields = ["publisher", "image"]
    readonly_fields = ["standing", "missing", "picture", "modified_at", "origin"]
    actions = ["publish", "withdraw"]
    inlines = LINES
    fieldsets = [
        (None, {"fields": [("kind", "language"), "headline", "search_headline", "standfirst", "body"]}),
        (
            _("Publication"),
            {"classes": ["publication"], "fields": ["standing", "missing", "published_at", "slug", "modified_at", "origin"]},
        ),
        (_("Picture"), {"classes": ["picture"], "fields": ["image", "picture", "image_caption"]}),
        (
            _("Publisher"),
            {"classes": ["publisher"], "fields": ["publisher", "partner", "source_url", "dateline", "canonical_policy"]},
        ),
        (_("Topics"), {"classes": ["topics"], "fields": ["tags"]}),
    ]

    class Media:
        css = {"all": ["admin-desk/story.css", "admin-desk/blocks.css"]}
        js = [Script("admin-desk/story.js", defer=True)]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("publisher", "image").prefetch_related("bylines__author")

    def named(self, word):
        signed = Byline.objects.filter(author__slug__contains=word.replace("'", ""))
        told = Q(headline__icontains=word) | Q(standfirst__icontains=word) | Q(slug__contains=word.replace("'", ""))
        return told | Q(pk__in=signed.values("article"))

    def get_urls(self):
        return [*blocks.urls(self), *super().get_urls()]

    def view_on_site(self, article):
        return article.get_absolute_url() if article.is_public else None

    # Who may

    def has_change_permission(self, request, obj=None):
        if obj is None:
            return super().has_change_permission(request)
        return permissions.may_change(request.user, obj)

    def has_delete_permission(self, request, obj=None):
        if obj is None:
            return super().has_delete_permission(request)
        return permissions.may_delete(request.user, obj)

    def has_publish_permission(self, request):
        return request.user.has_perm(permissions.PUBLISH)

    def get_readonly_fields(self, request, obj=None):
        """The hour of publication is an editor's, as publishing is."""
        return self.readonly_fields if self.has_publish_permission(request) else [*self.readonly_fields, "published_at"]

    # Saving, by the verbs

    def save_model(self, request, obj, form, change):
        actions.keep(obj, by=request.user)

    def save_formset(self, request, form, formset, change):
        if not issubclass(formset.model, Link):
            return super().save_formset(request, form, formset, change)
        for tie in formset.save(commit=False):
            actions.confirm_link(tie, by=request.user)
        for tie in formset.deleted_objects:
            tie.delete()
        return None

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        article = form.instance
        if not change and not self.has_publish_permission(request):
            actions.sign(article, by=request.user)
        actions.settle(article, by=request.user, modified=form.changes_substance)

    def response_add(self, request, obj, post_url_continue=None):
        return self._move(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        return self._move(request, obj) or super().response_change(request, obj)

    def _move(self, request, article):
        """What the button asks for, after all that was typed is kept: nothing is lost if it cannot be done yet."""
        verb = next((verb for button, verb in BUTTONS.items() if button in request.POST), None)
        if verb is None:
            return None
        if self._moved(request, verb, article):
            messages.success(request, self._told(article))
        else:
            messages.info(request, _t("What you typed is saved."))
        return redirect("admin:articles_article_change", article.pk)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["show_save_and_add_another"] = False
        context["may_publish"] = self.has_publish_permission(request)
        context["is_out"] = bool(obj and obj.status == Article.Status.PUBLISHED)
        context["is_waiting"] = context["is_out"] and not obj.is_public
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    @admin.action(description=_("Publish the chosen articles"), permissions=["publish"])
    def publish(self, request, queryset):
        self._move_all(request, actions.publish, queryset)

    @admin.action(description=_("Withdraw the chosen articles"), permissions=["publish"])
    def withdraw(self, request, queryset):
        self._move_all(request, actions.withdraw, queryset)

    def _move_all(self, request, verb, queryset):
        """One that cannot be moved is named, and the others are moved all the same."""
        for article in queryset:
            if self._moved(request, verb, article):
                messages.success(request, f"{article}: {self._told(article)}")

    def _moved(self, request, verb, article):
        try:
            verb(article, by=request.user)
        except ValidationError as error:
            messages.error(request, f"{article}: {' '.join(error.messages)}")
            return False
        return True

    def _told(self, article):
        if article.status == Article.Status.WITHDRAWN:
            return _t("Withdrawn: its address now says so.")
        if article.status == Article.Status.DRAFT:
            return _t("A draft again; nobody has seen it.")
        if article.is_public:
            return _t("Published: readers see it now.")
        return _t("It waits until %(time)s.") % {"time": _short(article.published_at)}

    # What the pages show

    @admin.display(description=_("status"), ordering="published_at")
    def standing(self, article):
        word, instant = article.get_status_display(), article.withdrawn_at
        if article.status == Article.Status.PUBLISHED:
            word, instant = word if article.is_public else _t("Waits until"), article.published_at
        return format_html('<span class="standing standing-{}">{}</span> {}', article.status, word, _short(instant))

    @admin.display(description=_("saved"), ordering="updated_at")
    def saved(self, article):
        return _short(article.updated_at)

    @admin.display(description=_("still missing"))
    def missing(self, article):
        missing = actions.missing_before_publishing(article)
        return format_html_join("", "<p>{}</p>", ([line] for line in missing)) or _t("Nothing: it can be published.")

    @admin.display(description=_("as it stands"))
    def picture(self, article):
        if not article.image_id:
            return "–"
        return format_html('<img src="{}" alt="{}" width="240">', article.image.wide.url, article.image.alt_text)


def _short(instant):
    return date_format(localtime(instant), "SHORT_DATETIME_FORMAT") if instant else ""

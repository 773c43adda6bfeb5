"""Stories on the desk: written, tied to what they tell of, published and withdrawn."""

from datetime import datetime, time, timedelta

from django.contrib import admin
from django.db.models import Prefetch
from django.forms import Script
from django.utils.html import format_html
from django.utils.timezone import make_aware
from django.utils.translation import gettext_lazy as _

from articles import actions, desk_index, permissions
from articles.forms import ArticleForm
from articles.models import Article, Byline
from articles.readiness import with_ties
from teams import clock
from teams.admin.desk import DeskAdmin
from teams.admin.printed import short

from . import (
    audit,
    blocks,
    comments,
    corrections,
    first_drafts,
    impact,
    linking,
    live_entries,
    members,
    previews,
    readiness,
    states,
)
from .bulk import Bulk
from .copying import Copied
from .filters import Filtered
from .kept import Kept
from .links import LINES
from .long_list import LongChangeList, LongList
from .members import ForMembers
from .states import Moving


class StandingFilter(admin.SimpleListFilter):
    title = _("status")
    parameter_name = "standing"

    def lookups(self, request, model_admin):
        return [
            ("draft", _("Draft")),
            ("review", _("In review")),
            ("waiting", _("Waits for its time")),
            ("out", _("Published")),
            ("withdrawn", _("Withdrawn")),
            ("mine", _("Mine, unfinished")),
            ("late", _("Late")),
        ]

    def queryset(self, request, queryset):
        match self.value():
            case "out":
                return queryset.published()
            case "waiting":
                return queryset.waiting()
            case "late":
                return queryset.late()
            case "mine":
                return queryset.unfinished().filter(permissions.own(request.user))
            case "draft" | "review" | "withdrawn" as status:
                return queryset.standing(status)
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
class ArticleAdmin(Kept, Copied, Filtered, Bulk, ForMembers, Moving, DeskAdmin):
    form = ArticleForm
    list_display = ["headline", "standing", "kind", "language", "publisher", "saved"]
    list_filter = [StandingFilter, DaysFilter, "kind", "language", ("publisher", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["headline"]
    search_help_text = _("Words of the headline, the standfirst or a byline, or how they begin; with or without accents.")
    ordering = ["-updated_at", "-pk"]
    paginator = LongList
    prepopulated_fields = {"slug": ["headline"]}
    autocomplete_fields = ["publisher", "image"]
    readonly_fields = ["standing", "missing", "picture", "modified_at", "origin"]
    inlines = LINES
    fieldsets = [
        (None, {"fields": [("kind", "language"), "headline", "search_headline", "standfirst", "body"]}),
        (
            _("Publication"),
            {"classes": ["publication"], "fields": ["missing", "published_at", "embargo_until", "slug", "modified_at", "origin"]},
        ),
        (_("Assignment"), {"classes": ["assignment"], "fields": ["assigned_to", "due_at"]}),
        (_("Picture"), {"classes": ["picture"], "fields": ["image", "picture", "image_caption"]}),
        (
            _("Publisher"),
            {"classes": ["publisher"], "fields": ["publisher", "partner", "source_url", "dateline", "canonical_policy"]},
        ),
        (_("Topics"), {"classes": ["topics"], "fields": ["tags"]}),
    ]

    class Media:
        css = {
            "all": [
                "admin-desk/story.css",
                "admin-desk/blocks.css",
                "admin-desk/states.css",
                "admin-desk/comments.css",
                "admin-desk/linking.css",
                "admin-desk/checking.css",
                "admin-desk/topics.css",
            ]
        }
        js = [
            Script("admin-desk/story.js", defer=True),
            Script("admin-desk/states.js", defer=True),
            Script("admin-desk/comments.js", defer=True),
            *(
                Script(f"admin-desk/{name}.js", type="module")
                for name in ("linking", "finding", "reading", "proposing", "checking", "topics")
            ),
        ]

    def get_changelist(self, request, **kwargs):
        return LongChangeList

    def get_queryset(self, request):
        """With the bylines only for reporters, who change what they signed; with what `readiness` asks only for the form."""
        found = super().get_queryset(request).select_related("publisher", "image")
        bylines = Prefetch("bylines", Byline.objects.select_related("author"))
        found = found.prefetch_related(bylines) if permissions.is_reporter(request.user) else found
        return with_ties(found) if request.resolver_match.url_name == "articles_article_change" else found

    def get_search_results(self, request, queryset, search_term):
        """By the desk's index of words, among what the login may see; all stories while nothing is typed."""
        found = queryset.filter(desk_index.holding(search_term)) if search_term.strip() else queryset
        return super().get_search_results(request, found, "")

    def get_urls(self):
        return [
            *blocks.urls(self),
            *first_drafts.urls(self),
            *previews.urls(self),
            *readiness.urls(self),
            *linking.urls(self),
            *impact.urls(self),
            *corrections.urls(self),
            *live_entries.urls(self),
            *members.urls(self),
            *states.urls(self),
            *audit.urls(self),
            *comments.urls(self),
            *super().get_urls(),
        ]

    def view_on_site(self, article):
        return article.get_absolute_url() if article.is_public else None

    # Saving, by the verbs

    def save_model(self, request, obj, form, change):
        if not change:
            obj.created_by = request.user
        actions.keep(obj, by=request.user)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        article = form.instance
        form.keep_ties(by=request.user)
        form.keep_sources(by=request.user)
        if not change and not self.has_publish_permission(request):
            actions.sign(article, by=request.user)
        actions.settle(article, by=request.user, modified=form.changes_substance)
        if not {"assigned_to", "due_at"}.isdisjoint(form.changed_data):
            actions.assign(article, by=request.user, to=article.assigned_to, due_at=article.due_at)

    # What the pages show

    @admin.display(description=_("saved"), ordering="updated_at")
    def saved(self, article):
        return short(article.updated_at)

    @admin.display(description=_("as it stands"))
    def picture(self, article):
        if not article.image_id:
            return "–"
        return format_html('<img src="{}" alt="{}" width="240">', article.image.wide.url, article.image.alt_text)

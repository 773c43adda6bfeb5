"""A story that is followed while it happens: its entries, each with its time."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_prose_editor.fields import ProseEditorField

from articles.text import LINE_EXTENSIONS
from teams import clock

from .articles import CLEANING, Article


class LiveEntryQuerySet(models.QuerySet):
    def standing(self):
        """What nobody has taken back."""
        return self.filter(withdrawn_at=None)

    def shown(self):
        """What readers see now."""
        return self.standing().filter(at__lte=clock.now())

    def for_page(self):
        """Everything that components/live_entry.html reads."""
        return self.select_related("event__match")


class LiveEntry(models.Model):
    """What was told at one moment. Editing keeps the former wording in `former`, as {"headline", "body", "until", "by"}; one
    that is taken back stays here, and readers do not see it."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="live_entries")
    at = models.DateTimeField(_("time"), default=clock.now)
    event = models.ForeignKey(
        "teams.MatchEvent", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("event")
    )
    headline = models.CharField(_("headline"), max_length=120, blank=True)
    body = ProseEditorField(_("text"), extensions=LINE_EXTENSIONS, sanitize=CLEANING)
    is_key = models.BooleanField(_("key moment"), default=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("by")
    )
    edited_at = models.DateTimeField(_("edited"), null=True, blank=True)
    former = models.JSONField(default=list, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    objects = LiveEntryQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        default_permissions = []
        verbose_name, verbose_name_plural = _("live entry"), _("live entries")
        indexes = [models.Index(fields=["article", "-at", "-id"], name="live_entry_newest_first")]
        constraints = [models.CheckConstraint(name="live_entry_says_something", condition=~models.Q(body=""))]

    def __str__(self):
        return self.headline or self.get_body_excerpt(8, " …")

    def get_absolute_url(self):
        return f"{self.article.get_absolute_url()}#{self.anchor}"

    @property
    def anchor(self):
        return f"entry-{self.pk}"

    @property
    def day(self):
        return timezone.localdate(self.at)

    @property
    def told_event(self):
        """The event that it tells of, unless readers may not know of it yet."""
        return self.event if self.event_id and not self.event.match.is_veiled else None

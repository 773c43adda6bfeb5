"""The order in which an editor put the top stories of a front page, a team's page or a competition's."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from teams import clock

from .articles import Article
from .listings import ListKind


class Arrangement(models.Model):
    """One version of the top of a list in one language; the newest whose hour has come is what readers see."""

    kind = models.CharField(max_length=11, choices=ListKind)
    target_id = models.PositiveBigIntegerField(default=0)
    language = models.CharField(max_length=2, choices=Article.Language)
    number = models.PositiveIntegerField(_("version"))
    starts_at = models.DateTimeField(_("from"), default=clock.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("by")
    )
    made_at = models.DateTimeField(_("saved"), default=clock.now)

    class Meta:
        ordering = ["-starts_at", "-number"]
        verbose_name, verbose_name_plural = _("arrangement of a page"), _("front pages")
        indexes = [models.Index(fields=["kind", "target_id", "language", "-starts_at", "-number"], name="arrangement_in_force")]
        constraints = [
            models.UniqueConstraint(fields=["kind", "target_id", "language", "number"], name="arrangement_once_per_number")
        ]

    def __str__(self):
        return f"{self.kind} {self.target_id} {self.language}, {self.number}"


class Slot(models.Model):
    """A place at the top. Without a story, or once its time is over, it is filled by recency and weight."""

    arrangement = models.ForeignKey(Arrangement, models.CASCADE, related_name="slots")
    position = models.PositiveSmallIntegerField()
    article = models.ForeignKey(Article, models.CASCADE, null=True, blank=True, related_name="+")
    pinned_until = models.DateTimeField(_("until"), null=True, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["arrangement", "position"], name="slot_once_per_position"),
            models.UniqueConstraint(fields=["arrangement", "article"], name="slot_once_per_story"),
        ]

    def __str__(self):
        return f"{self.arrangement_id}, {self.position}: {self.article_id}"

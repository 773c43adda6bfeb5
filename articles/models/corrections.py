"""What the paper had to put right, said in public; a note is never removed."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from teams import clock

from .articles import Article


class CorrectionQuerySet(models.QuerySet):
    def public(self):
        """Notes on stories that readers can see, the newest first."""
        return self.filter(article__in=Article.objects.published()).order_by("-made_at", "-pk")


class Correction(models.Model):
    """A dated note under a story. Amending keeps the former wording in `former`, as {"note", "until", "by"}."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="corrections")
    note = models.TextField(_("note"), max_length=1000, help_text=_("For readers: what was wrong and what is right."))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+", verbose_name=_("by")
    )
    made_at = models.DateTimeField(_("corrected"), default=clock.now, editable=False)
    amended_at = models.DateTimeField(_("amended"), null=True, blank=True, editable=False)
    former = models.JSONField(default=list, blank=True, editable=False)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name, verbose_name_plural = _("correction"), _("corrections")
        indexes = [models.Index(fields=["-made_at", "-id"], name="correction_newest_first")]
        constraints = [models.CheckConstraint(name="correction_says_something", condition=~models.Q(note=""))]

    def __str__(self):
        return self.note[:60]

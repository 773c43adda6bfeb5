"""What was written before, what is being written now, and who has it open."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from teams import clock

from .articles import Article


class Version(models.Model):
    """A story as it was saved, whole: `data` holds its fields, bylines, topics and ties as `articles.versions` writes them."""

    class Moment(models.TextChoices):
        REVIEW = "review", _("As sent for review")
        PUBLISHED = "published", _("As published")
        CORRECTED = "corrected", _("As corrected")
        WITHDRAWN = "withdrawn", _("As withdrawn")
        BROUGHT_BACK = "back", _("Brought back")

    article = models.ForeignKey(Article, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(_("version"))
    data = models.JSONField()
    # What the story's token was from here on: a form made then still says which version it was made from.
    token = models.UUIDField()
    moment = models.CharField(_("moment"), max_length=9, choices=Moment, blank=True)
    brought_from = models.PositiveIntegerField(_("brought back from"), null=True, blank=True)
    name = models.CharField(_("name"), max_length=100, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("by")
    )
    made_at = models.DateTimeField(_("saved"), default=clock.now)

    class Meta:
        ordering = ["-number"]
        verbose_name, verbose_name_plural = _("version"), _("versions")
        constraints = [models.UniqueConstraint(fields=["article", "number"], name="version_once_per_article_and_number")]

    def __str__(self):
        return f"{self.article_id}, {self.number}"

    @property
    def called(self):
        """What the desk calls it: the name somebody gave it, and why it was kept."""
        told = self.get_moment_display()
        if self.brought_from:
            told = _("Brought back from %(number)s") % {"number": self.brought_from}
        return ": ".join(str(part) for part in (told, self.name) if part)


class WorkingCopy(models.Model):
    """What somebody is typing and has not saved: never shown to readers, no part of the history.

    `key` names the form that it belongs to, so that a story without a number has one too; `based_on` is the token of the
    story that the form was made from.
    """

    key = models.UUIDField(default=uuid4, unique=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    article = models.ForeignKey(Article, models.CASCADE, null=True, blank=True, related_name="working_copies")
    based_on = models.UUIDField(null=True, blank=True)
    data = models.JSONField()
    saved_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["-saved_at"]
        verbose_name, verbose_name_plural = _("working copy"), _("working copies")
        indexes = [models.Index(fields=["user", "article"], name="working_copy_of_somebody")]

    def __str__(self):
        return f"{self.user}: {self.key}"


class Presence(models.Model):
    """A page of the desk that somebody has open now; `subject` is what it is of: "article 12", "front team 3 it"."""

    subject = models.CharField(max_length=60)
    tab = models.UUIDField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    since = models.DateTimeField(default=clock.now)
    seen_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["subject", "tab"], name="presence_once_per_tab")]
        indexes = [models.Index(fields=["subject", "-seen_at"], name="presence_now")]

    def __str__(self):
        return f"{self.subject}: {self.user}"

"""Facts that were changed after somebody may have told them: written with the change, for whoever must look again."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from teams import clock


class FactChange(models.Model):
    """One change of a row. `details` are plain values: {"event": 12, "was": "45' Goal Lautaro", "reason": "offside"}.

    Facts do not know who tells of them: they only say here that something is different, in the transaction that makes it so.
    """

    class Kind(models.TextChoices):
        MATCH = "match", _("match")
        STAGE = "stage", _("stage")
        TEAM = "team", _("team")
        PERSON = "person", _("person")
        COMPETITION = "competition", _("competition")
        VENUE = "venue", _("venue")

    class Verb(models.TextChoices):
        CANCEL = "cancel", _("Event cancelled")
        RESTORE = "restore", _("Event counts again")
        GIVE = "give", _("Event given to another")
        MOVE = "move", _("Minute changed")
        ENTER = "enter", _("Event entered or changed")
        REMOVE = "remove", _("Event removed")
        SAVE = "save", _("Match changed")
        LINEUP = "lineup", _("Line-up changed")
        RULE = "rule", _("Table decided")
        RENAME = "rename", _("Name changed")

    kind = models.CharField(max_length=11, choices=Kind)
    row_id = models.PositiveBigIntegerField()
    verb = models.CharField(max_length=8, choices=Verb)
    details = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=clock.now)
    reviewed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        default_permissions = []
        verbose_name, verbose_name_plural = _("change of a fact"), _("changes of facts")
        indexes = [models.Index(fields=["id"], name="change_to_review", condition=Q(reviewed_at=None))]

    def __str__(self):
        return f"{self.get_verb_display()}: {self.kind} {self.row_id}"

"""Who did what to which row, and when: written once, never changed, never removed."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from teams import clock


class AuditEntry(models.Model):
    """One act. `who` and `what` are the names as they were, so that the entry tells its story when login or row are gone.

    The database itself refuses a change (see the migration), and no permission to make one exists.
    """

    at = models.DateTimeField(_("when"), default=clock.now, db_index=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("login")
    )
    who = models.CharField(_("who"), max_length=150, blank=True)
    verb = models.CharField(_("did"), max_length=40)
    content_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+", verbose_name=_("kind of row"))
    row_id = models.PositiveBigIntegerField(_("number"))
    what = models.CharField(_("what"), max_length=200)
    details = models.JSONField(_("details"), default=dict, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        default_permissions = ["view"]
        verbose_name, verbose_name_plural = _("entry of the audit log"), _("entries of the audit log")
        indexes = [models.Index(fields=["content_type", "row_id", "-at"], name="audit_of_a_row")]

    def __str__(self):
        return f"{self.who} {self.verb} {self.what}"

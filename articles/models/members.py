"""Who works for which publisher, and as what."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .publishers import Publisher


class Membership(models.Model):
    """A reporter writes and asks for review, an editor publishes, a desk chief corrects and withdraws."""

    class Role(models.TextChoices):
        REPORTER = "reporter", _("Reporter")
        EDITOR = "editor", _("Editor")
        CHIEF = "chief", _("Desk chief")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships", verbose_name=_("login"))
    publisher = models.ForeignKey(
        Publisher, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("publisher"),
        help_text=_("Empty: every publisher."),
    )  # fmt: skip
    role = models.CharField(_("role"), max_length=8, choices=Role, default=Role.REPORTER)

    class Meta:
        ordering = ["user", "publisher"]
        verbose_name, verbose_name_plural = _("membership"), _("memberships")
        constraints = [
            models.UniqueConstraint(fields=["user", "publisher"], name="membership_once_per_publisher"),
            models.UniqueConstraint(fields=["user"], condition=Q(publisher=None), name="membership_of_every_publisher_once"),
        ]

    def __str__(self):
        return f"{self.user}: {self.get_role_display()}"

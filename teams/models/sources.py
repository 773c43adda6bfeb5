"""What other people's databases call our rows."""

import json
from datetime import UTC, datetime
from decimal import Decimal

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .names import exactly_one_of

TARGETS = ("competition", "team", "venue", "person", "match")


def _target(name, label):
    return models.ForeignKey(
        f"teams.{name}", models.CASCADE, null=True, blank=True, related_name="external_ids", verbose_name=label
    )


class ExternalId(models.Model):
    source = models.SlugField(_("source"), max_length=40, help_text=_("For example openfootball."))
    key = models.CharField(_("key"), max_length=190, help_text=_("What that source calls it."))
    competition = _target("Competition", _("competition"))
    team = _target("Team", _("team"))
    venue = _target("Venue", _("venue"))
    person = _target("Person", _("person"))
    match = _target("Match", _("match"))

    class Meta:
        ordering = ["source", "key"]
        verbose_name, verbose_name_plural = _("external id"), _("external ids")
        constraints = [
            models.CheckConstraint(name="external_id_of_one_row", condition=exactly_one_of(*TARGETS)),
            *(
                models.UniqueConstraint(
                    fields=["source", "key"], name=f"external_id_once_per_{target}", condition=Q(**{f"{target}__isnull": False})
                )
                for target in TARGETS
            ),
        ]

    def __str__(self):
        return f"{self.source}: {self.key}"


class ImportedRow(models.Model):
    """What a source last said of a row: so the next import tells its own old word from an editor's correction."""

    source = models.SlugField(_("source"), max_length=40)
    kind = models.CharField(_("kind"), max_length=20, help_text=_("The name of its model: team, match."))
    key = models.CharField(_("key"), max_length=190, help_text=_("What makes it that row for every source."))
    row_id = models.PositiveBigIntegerField(_("row"))
    said = models.JSONField(_("what it said"), default=dict)

    class Meta:
        ordering = ["source", "kind", "key"]
        verbose_name, verbose_name_plural = _("imported row"), _("imported rows")
        constraints = [models.UniqueConstraint(fields=["kind", "key", "source"], name="imported_row_once_per_source")]

    def __str__(self):
        return f"{self.source}: {self.kind} {self.key}"


def plain(value):
    """The value as it comes back from JSON, instants in UTC, numbers without idle noughts: to compare and to remember."""
    if isinstance(value, Decimal):
        return str(value.normalize())
    if isinstance(value, datetime):
        value = value.astimezone(UTC)
    return json.loads(json.dumps(value, cls=DjangoJSONEncoder))

"""What waits for a person's eye after an import: names that were new, rows that were made one, disagreements let stand."""

from collections.abc import Iterable

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .matches import Match


def _by(label):
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+", verbose_name=label
    )


class ReviewItemQuerySet(models.QuerySet):
    def open(self):
        return self.filter(status=ReviewItem.Status.OPEN)


class ReviewItem(models.Model):
    """A name in a source that nothing bore, so that a row was made; or that two rows bear, so that nothing was."""

    class Kind(models.TextChoices):
        TEAM = "team", _("Team")
        PERSON = "person", _("Person")
        VENUE = "venue", _("Venue")

    class Status(models.TextChoices):
        OPEN = "open", _("Open")
        KEPT = "kept", _("Kept")
        MERGED = "merged", _("The same as another")

    kind = models.CharField(_("kind"), max_length=6, choices=Kind)
    source = models.SlugField(_("source"), max_length=40)
    key = models.CharField(_("key"), max_length=190, help_text=_("What that source calls it."))
    text = models.CharField(_("name"), max_length=190)
    place = models.CharField(_("where"), max_length=300, help_text=_("File and line."))
    row_id = models.PositiveBigIntegerField(
        _("row"), null=True, blank=True, help_text=_("Empty while it is not known whom it means.")
    )
    near = models.JSONField(_("names near it"), default=list, help_text=_("Numbers of rows, the likeliest first."))
    waiting = models.JSONField(default=list, editable=False)  # events without their person: [number, field]
    status = models.CharField(_("status"), max_length=6, choices=Status, default=Status.OPEN)
    decided_by = _by(_("decided by"))
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True, editable=False)
    created_at = models.DateTimeField(_("seen"), auto_now_add=True)

    objects = ReviewItemQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "kind", "text"]
        verbose_name, verbose_name_plural = _("name to review"), _("names to review")
        constraints = [models.UniqueConstraint(fields=["source", "kind", "key"], name="review_item_once_per_name")]
        indexes = [models.Index(fields=["status", "kind"], name="review_item_by_status")]

    def __str__(self):
        return f"{self.text} ({self.source})"


class Merge(models.Model):
    """Two rows that were one thing: what was moved from the one to the other, so that it can be moved back."""

    kind = models.CharField(_("kind"), max_length=20, help_text=_("The name of its model: team, person."))
    kept_id = models.PositiveBigIntegerField(_("row that stays"))
    gone_id = models.PositiveBigIntegerField(_("row that went"))
    gone_name = models.CharField(_("name"), max_length=190)
    moved = models.JSONField(_("what was moved"), default=dict)
    merged_by = _by(_("merged by"))
    merged_at = models.DateTimeField(_("merged"))
    undone_by = _by(_("undone by"))
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)

    class Meta:
        ordering = ["-merged_at"]
        verbose_name, verbose_name_plural = _("merge"), _("merges")

    def __str__(self):
        return f"{self.gone_name} → {self.kind} {self.kept_id}"


class AbsorbedQuerySet(models.QuerySet):
    def now(self, model: type[models.Model], numbers: Iterable[int]) -> dict[int, int]:
        """Which rows these numbers of rows that are gone mean today, by way of several merges if need be [1 query for each]."""
        found, steps = {number: number for number in numbers}, True
        while steps:
            steps = dict(self.filter(kind=model._meta.model_name, gone_id__in=found.values()).values_list("gone_id", "kept_id"))
            found = {number: steps.get(today, today) for number, today in found.items()}
        return {number: today for number, today in found.items() if today != number}


class Absorbed(models.Model):
    """A row that became one with another. Texts go on naming it by its number, and mean the other one as long as that holds."""

    merge = models.ForeignKey(Merge, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20)
    gone_id = models.PositiveBigIntegerField()
    kept_id = models.PositiveBigIntegerField()

    objects = AbsorbedQuerySet.as_manager()

    class Meta:
        default_permissions = []
        constraints = [models.UniqueConstraint(fields=["kind", "gone_id"], name="absorbed_once")]

    def __str__(self):
        return f"{self.kind} {self.gone_id} → {self.kept_id}"


class Overruled(models.Model):
    """A disagreement within a match that somebody looked at and lets stand, for a reason."""

    match = models.ForeignKey(Match, models.CASCADE, related_name="overruled", verbose_name=_("match"))
    guard = models.CharField(_("guard"), max_length=40)
    about = models.CharField(
        _("about"), max_length=190, blank=True, help_text=_("Whom or what, as the audit names it; empty for all.")
    )
    reason = models.CharField(_("reason"), max_length=300)
    overruled_by = _by(_("overruled by"))
    overruled_at = models.DateTimeField(_("overruled"), auto_now_add=True)

    class Meta:
        ordering = ["-overruled_at"]
        verbose_name, verbose_name_plural = _("overruled guard"), _("overruled guards")
        constraints = [
            models.UniqueConstraint(fields=["match", "guard", "about"], name="overruled_once"),
            models.CheckConstraint(name="overruled_with_a_reason", condition=~Q(reason="")),
        ]

    def __str__(self):
        return f"{self.match}: {self.guard}"

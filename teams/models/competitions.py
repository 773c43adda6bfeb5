"""Competitions, their seasons and stages, and the points that somebody gave or took away."""

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from teams import nations
from teams.addresses import page
from teams.rules import tie_breaks

SUMMER = timedelta(days=90)


def known_tie_breaks(value):
    if not isinstance(value, list) or (unknown := [key for key in value if key not in tie_breaks.CRITERIA]):
        named = ", ".join(map(str, unknown)) if isinstance(value, list) else value
        raise ValidationError(_("Unknown tie-breaks: %(keys)s.") % {"keys": named})


class Competition(models.Model):
    class Kind(models.TextChoices):
        LEAGUE = "league", _("League")
        CUP = "cup", _("Cup")
        TOURNAMENT = "tournament", _("Tournament")

    name = models.CharField(_("name"), max_length=100, help_text=_("As the paper prints it: Serie A."))
    name_en = models.CharField(_("name in English"), max_length=100, blank=True, help_text=_("Only where it differs: World Cup."))
    full_name = models.CharField(_("official name"), max_length=200, blank=True)
    slug = models.SlugField(_("address"), max_length=100, unique=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.LEAGUE)
    country = models.CharField(
        _("country"), max_length=3, blank=True, choices=nations.CHOICES, help_text=_("Empty for international ones.")
    )
    colour = models.CharField(_("colour"), max_length=7, default="#1d3557", help_text=_("Six hex digits: #1d3557."))
    weight = models.PositiveSmallIntegerField(_("weight"), default=100, help_text=_("Menus and strips begin with the lowest."))

    class Meta:
        ordering = ["weight", "name"]
        verbose_name, verbose_name_plural = _("competition"), _("competitions")

    def __str__(self):
        return self.name_en if self.name_en and get_language() == "en" else self.name

    def get_absolute_url(self):
        return page("competition", self.slug)


class SeasonQuerySet(models.QuerySet):
    def at(self, day):
        """Seasons that are on, or the last one that was."""
        return self.filter(starts__lte=day).order_by("-starts")

    def current(self, day):
        """For each competition the season that is on, or until the next begins, for a summer, the one just over."""
        newer = Season.objects.filter(competition=OuterRef("competition"), starts__gt=OuterRef("starts"), starts__lte=day)
        return self.filter(starts__lte=day, ends__gte=day - SUMMER).exclude(Exists(newer))


class Season(models.Model):
    competition = models.ForeignKey(Competition, models.PROTECT, related_name="seasons", verbose_name=_("competition"))
    label = models.SlugField(_("label"), max_length=20, help_text=_("2025-26, or 2026 for a summer tournament."))
    starts = models.DateField(_("first day"))
    ends = models.DateField(_("last day"))

    objects = SeasonQuerySet.as_manager()

    class Meta:
        ordering = ["-starts", "competition__weight"]
        verbose_name, verbose_name_plural = _("season"), _("seasons")
        constraints = [
            models.UniqueConstraint(fields=["competition", "label"], name="season_once_per_competition"),
            models.CheckConstraint(name="season_ends_after_it_starts", condition=Q(ends__gte=F("starts"))),
        ]

    def __str__(self):
        return f"{self.competition} {self.label}"

    def get_absolute_url(self):
        return page("season", self.competition.slug, self.label)


class StageQuerySet(models.QuerySet):
    def current(self, day):
        """The stages of the seasons that are on that day."""
        return self.filter(season__in=Season.objects.current(day))


class Stage(models.Model):
    class Kind(models.TextChoices):
        LEAGUE = "league", _("League")
        LEAGUE_PHASE = "league_phase", _("League phase")
        GROUP = "group", _("Group")
        KNOCKOUT = "knockout", _("Knock-out")

    season = models.ForeignKey(Season, models.PROTECT, related_name="stages", verbose_name=_("season"))
    name = models.CharField(_("name"), max_length=80, blank=True, help_text=_("Empty where a season has one stage."))
    name_en = models.CharField(_("name in English"), max_length=80, blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.LEAGUE)
    order = models.PositiveSmallIntegerField(_("order"), default=1)
    points_for_win = models.PositiveSmallIntegerField(_("points for a win"), default=3, help_text=_("Three; two in its time."))
    tie_breaks = models.JSONField(
        _("tie-breaks"),
        default=tie_breaks.default,
        validators=[known_tie_breaks],
        help_text=_("Criteria in order, for example: goal_difference, goals_for."),
    )
    play_offs = models.JSONField(
        _("play-offs"),
        default=list,
        blank=True,
        help_text=_("Places that a play-off parts from the next where two teams are level on points: [1, 17]."),
    )
    zones = models.JSONField(
        _("zones"),
        default=list,
        blank=True,
        help_text=_('Places that mean something: [{"first": 1, "last": 8, "kind": "round-of-16"}].'),
    )

    objects = StageQuerySet.as_manager()

    class Meta:
        ordering = ["season", "order"]
        verbose_name, verbose_name_plural = _("stage"), _("stages")
        constraints = [models.UniqueConstraint(fields=["season", "name"], name="stage_once_per_season")]

    def __str__(self):
        return f"{self.season}, {self.title}" if self.name else str(self.season)

    @property
    def title(self):
        return self.name_en if self.name_en and get_language() == "en" else self.name

    @property
    def has_table(self):
        return self.kind != self.Kind.KNOCKOUT


class PointsAdjustment(models.Model):
    stage = models.ForeignKey(Stage, models.PROTECT, related_name="adjustments", verbose_name=_("stage"))
    team = models.ForeignKey("teams.Team", models.PROTECT, related_name="adjustments", verbose_name=_("team"))
    points = models.SmallIntegerField(_("points"), help_text=_("Negative for a deduction: -10."))
    on = models.DateField(_("from"), help_text=_("Tables count it from this day."))
    reason = models.CharField(_("reason"), max_length=300)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("entered by")
    )

    class Meta:
        ordering = ["on"]
        verbose_name, verbose_name_plural = _("points adjustment"), _("points adjustments")
        constraints = [
            models.CheckConstraint(name="points_adjustment_is_not_zero", condition=~Q(points=0)),
            models.CheckConstraint(name="points_adjustment_has_a_reason", condition=~Q(reason="")),
        ]

    def __str__(self):
        return f"{self.team} {self.points:+d} ({self.on})"


class PlaceDecision(models.Model):
    """A place that neither results nor criteria give: a ruling of the league, the drawing of lots."""

    stage = models.ForeignKey(Stage, models.PROTECT, related_name="place_decisions", verbose_name=_("stage"))
    team = models.ForeignKey("teams.Team", models.PROTECT, related_name="+", verbose_name=_("team"))
    position = models.PositiveSmallIntegerField(_("place"))
    on = models.DateField(_("from"), help_text=_("Tables count it from this day."))
    reason = models.CharField(_("reason"), max_length=300)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("entered by")
    )

    class Meta:
        ordering = ["stage", "position"]
        verbose_name, verbose_name_plural = _("place by decision"), _("places by decision")
        constraints = [
            models.UniqueConstraint(fields=["stage", "team"], name="place_decided_once_per_team"),
            models.UniqueConstraint(fields=["stage", "position"], name="place_decided_for_one_team"),
            models.CheckConstraint(name="place_decision_from_first_place_on", condition=Q(position__gte=1)),
            models.CheckConstraint(name="place_decision_has_a_reason", condition=~Q(reason="")),
        ]

    def __str__(self):
        return f"{self.position}. {self.team}: {self.reason}"

"""What happened within a match, and who was on the sheet."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from teams import embargo
from teams.addresses import page
from teams.rules import periods

from .matches import Match
from .people import Person


def minute_within_its_period():
    """The bounds of `rules.periods` as a database condition."""
    within = Q()
    for period, (first, last) in periods.BOUNDS.items():
        within |= Q(period=period, minute=last)
        within |= Q(period=period, minute__gte=first, minute__lt=last, stoppage=0)
    # Said aloud, because a database lets pass what it cannot decide, and NULL is that.
    timed = Q(minute__isnull=False) & within
    return timed | Q(period__in=[periods.SHOOTOUT, periods.UNKNOWN], minute=None, stoppage=0)


class Side(models.TextChoices):
    HOME = "home", pgettext_lazy("side of a match", "Home")
    AWAY = "away", pgettext_lazy("side of a match", "Away")


class AppearanceQuerySet(models.QuerySet):
    def for_sheet(self):
        """Everything that components/lineup.html reads."""
        return self.select_related("person")


class AppearanceManager(models.Manager.from_queryset(AppearanceQuerySet)):
    def get_queryset(self):
        found = super().get_queryset()
        held = embargo.applies()
        return found.filter(embargo.over("match__lineups_embargo", "match__result_embargo")) if held else found


class Appearance(models.Model):
    match = models.ForeignKey(Match, models.CASCADE, related_name="appearances", verbose_name=_("match"))
    person = models.ForeignKey(Person, models.PROTECT, related_name="appearances", verbose_name=_("person"))
    side = models.CharField(_("side"), max_length=4, choices=Side)
    shirt = models.PositiveSmallIntegerField(_("shirt"), null=True, blank=True)
    starter = models.BooleanField(_("starts"), default=True)
    position = models.CharField(_("position"), max_length=2, blank=True, choices=Person.Position)
    captain = models.BooleanField(_("captain"), default=False)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = AppearanceManager()

    class Meta:
        ordering = ["match", "side", "-starter", "order", "shirt"]
        verbose_name, verbose_name_plural = _("appearance"), _("line-ups")
        constraints = [
            models.UniqueConstraint(
                fields=["match", "person"],
                name="appearance_once_per_match",
                violation_error_message=_("This person is already on the match sheet."),
            ),
            models.UniqueConstraint(
                fields=["match", "side", "shirt"],
                name="appearance_one_shirt_per_side",
                violation_error_message=_("This side already has that shirt number."),
            ),
        ]

    def __str__(self):
        return f"{self.shirt or '–'} {self.person}"


class MatchEventQuerySet(models.QuerySet):
    def standing(self):
        """Events that count: neither cancelled nor superseded."""
        return self.filter(status=MatchEvent.Status.CONFIRMED)

    def goals(self):
        return self.filter(kind__in=MatchEvent.GOALS)

    def for_timeline(self):
        """Everything that components/timeline.html reads."""
        return self.select_related("person", "second_person")

    def of(self, person):
        """What names him, first or second."""
        return self.filter(Q(person=person) | Q(second_person=person))

    def for_page(self):
        """Everything that the event's own page reads of it."""
        return self.for_timeline().select_related(
            "match__home", "match__away", "match__stage__season__competition", "superseded_by"
        )


class MatchEventManager(models.Manager.from_queryset(MatchEventQuerySet)):
    def get_queryset(self):
        found = super().get_queryset()
        return found.filter(embargo.over("match__result_embargo")) if embargo.applies() else found


class MatchEvent(models.Model):
    class Kind(models.TextChoices):
        GOAL = "goal", _("Goal")
        OWN_GOAL = "own_goal", _("Own goal")
        PENALTY_GOAL = "penalty_goal", _("Penalty scored")
        PENALTY_MISSED = "penalty_missed", _("Penalty missed")
        YELLOW = "yellow", _("Yellow card")
        SECOND_YELLOW = "second_yellow", _("Second yellow card")
        RED = "red", _("Red card")
        SUBSTITUTION = "substitution", _("Substitution")
        VAR = "var", _("VAR decision")
        SHOOTOUT_SCORED = "shootout_scored", _("Shoot-out kick scored")
        SHOOTOUT_MISSED = "shootout_missed", _("Shoot-out kick missed")

    class Decision(models.TextChoices):
        GOAL_CANCELLED = "goal_cancelled", _("Goal ruled out")
        GOAL_GIVEN = "goal_given", _("Goal given")
        PENALTY_GIVEN = "penalty_given", _("Penalty given")
        PENALTY_CANCELLED = "penalty_cancelled", _("Penalty taken back")
        RED_GIVEN = "red_given", _("Red card given")
        RED_CANCELLED = "red_cancelled", _("Red card taken back")
        CHECKED = "checked", _("Checked, nothing changed")

    class Status(models.TextChoices):
        CONFIRMED = "confirmed", _("Confirmed")
        CANCELLED = "cancelled", _("Cancelled")
        SUPERSEDED = "superseded", _("Superseded")

    class Period(models.TextChoices):
        FIRST = "1", _("First half")
        SECOND = "2", _("Second half")
        EXTRA_FIRST = "3", _("First half of extra time")
        EXTRA_SECOND = "4", _("Second half of extra time")
        SHOOTOUT = "5", _("Shoot-out")
        UNKNOWN = "9", _("Not known")

    GOALS = (Kind.GOAL, Kind.OWN_GOAL, Kind.PENALTY_GOAL)
    CARDS = (Kind.YELLOW, Kind.SECOND_YELLOW, Kind.RED)
    DISMISSALS = (Kind.SECOND_YELLOW, Kind.RED)
    SHOOTOUT = (Kind.SHOOTOUT_SCORED, Kind.SHOOTOUT_MISSED)

    match = models.ForeignKey(Match, models.CASCADE, related_name="events", verbose_name=_("match"))
    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    side = models.CharField(_("side"), max_length=4, choices=Side, help_text=_("For an own goal: the side that profits from it."))
    period = models.CharField(_("period"), max_length=1, choices=Period)
    minute = models.PositiveSmallIntegerField(_("minute"), null=True, blank=True, help_text=_("45 for 45+2."))
    stoppage = models.PositiveSmallIntegerField(_("added minutes"), default=0, help_text=_("2 for 45+2."))
    order = models.PositiveSmallIntegerField(_("order"), default=0, help_text=_("Within the same minute."))
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="events",
        verbose_name=_("person"),
        help_text=_("Who scored, was booked, or comes on."),
    )
    second_person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="second_events",
        verbose_name=_("second person"),
        help_text=_("Who gave the assist, or goes off."),
    )
    decision = models.CharField(_("VAR decision"), max_length=17, blank=True, choices=Decision)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.CONFIRMED)
    reason = models.CharField(_("reason"), max_length=300, blank=True, help_text=_("Why it was cancelled or given to another."))
    superseded_by = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="supersedes", verbose_name=_("superseded by")
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("decided by")
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    entry = models.UUIDField(
        _("entry"),
        null=True,
        blank=True,
        unique=True,
        editable=False,
        help_text=_("The line that was typed: sent twice, kept once."),
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("entered by"),
    )
    entered_at = models.DateTimeField(_("entered"), null=True, blank=True, editable=False)

    objects = MatchEventManager()

    class Meta:
        ordering = ["match", "period", "minute", "stoppage", "order", "pk"]
        verbose_name, verbose_name_plural = _("match event"), _("match events")
        indexes = [models.Index(fields=["person", "kind"], name="event_by_person")]
        constraints = [
            models.CheckConstraint(
                name="event_minute_within_period",
                condition=minute_within_its_period(),
                violation_error_message=_("That minute is not in that period: 45+2 is in the first half."),
            ),
            models.CheckConstraint(
                name="event_shootout_kick_in_shootout",
                condition=Q(period="5", kind__in=["shootout_scored", "shootout_missed"])
                | ~Q(period="5") & ~Q(kind__in=["shootout_scored", "shootout_missed"]),
                violation_error_message=_("A shoot-out kick belongs to the shoot-out, and nothing else does."),
            ),
            models.CheckConstraint(
                name="event_withdrawn_with_a_reason",
                condition=Q(status="confirmed") | ~Q(reason="") & Q(decided_at__isnull=False),
                violation_error_message=_("Say why the event no longer counts."),
            ),
            models.CheckConstraint(
                name="event_superseded_by_another",
                condition=Q(status="superseded", superseded_by__isnull=False) | ~Q(status="superseded") & Q(superseded_by=None),
            ),
            models.CheckConstraint(
                name="event_names_two_people",
                condition=Q(person=None) | Q(second_person=None) | ~Q(person=models.F("second_person")),
                violation_error_message=_("The two people of an event must differ."),
            ),
            models.CheckConstraint(
                name="event_decision_is_vars", condition=Q(kind="var") & ~Q(decision="") | ~Q(kind="var") & Q(decision="")
            ),
        ]

    def __str__(self):
        return " ".join(str(part) for part in (self.clock_label, self.get_kind_display(), self.person) if part)

    def get_absolute_url(self):
        return page("event", self.match.slug, self.pk)

    @property
    def clock_label(self):
        """The minute as a match report prints it: 45+2', or nothing if it is not known."""
        return periods.label(self.minute, self.stoppage)

    @property
    def counts(self):
        return self.status == self.Status.CONFIRMED

    @property
    def is_goal(self):
        return self.kind in self.GOALS

    @property
    def is_card(self):
        return self.kind in self.CARDS

    @property
    def is_substitution(self):
        return self.kind == self.Kind.SUBSTITUTION

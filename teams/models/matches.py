"""A match: who, when, where, how it stands, and what was decided about it."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, F, Q, When
from django.utils.translation import gettext_lazy as _

from teams import clock, embargo
from teams.addresses import page
from teams.live import clock as match_clock

from .clubs import Team, Venue
from .competitions import Stage
from .people import Person


class MatchQuerySet(models.QuerySet):
    def of(self, team):
        return self.filter(Q(home=team) | Q(away=team))

    def coached_by(self, person):
        return self.filter(Q(home_coach=person) | Q(away_coach=person))

    def in_season(self, season):
        return self.filter(stage__season=season)

    def results(self):
        """Matches with a score that stands, newest first."""
        return self.filter(status__in=Match.WITH_RESULT).order_by("-kickoff", "-pk")

    def fixtures(self):
        """Matches still to be played, next first."""
        return self.filter(status__in=Match.TO_COME).order_by("kickoff", "pk")

    def coming(self):
        """Under way or still to be played, next first; those put off to a day that nobody knows come last."""
        put_off = Case(When(status=Match.Status.POSTPONED, then=1), default=0)
        return self.filter(status__in=[*Match.UNDER_WAY, *Match.TO_COME]).order_by(put_off, "kickoff", "pk")

    def live(self):
        return self.filter(status__in=Match.UNDER_WAY).order_by("kickoff", "pk")

    def for_card(self):
        """Everything that components/match_card.html reads."""
        return self.select_related("home", "away", "stage__season__competition")

    def for_page(self):
        """Everything that the head of a match page reads."""
        return self.for_card().select_related("home__home_venue", "venue", "referee", "home_coach", "away_coach")


class MatchManager(models.Manager.from_queryset(MatchQuerySet)):
    """For readers a match whose result is under embargo is in no list, table or sum."""

    def get_queryset(self):
        found = super().get_queryset()
        return found.filter(embargo.over("result_embargo")) if embargo.applies() else found

    def with_veiled(self):
        """All of them; for readers those under embargo look as they did before kick-off."""
        return super().get_queryset()


class Match(models.Model):
    class Status(models.TextChoices):
        SCHEDULED = "scheduled", _("Scheduled")
        LIVE = "live", _("Live")
        HALF_TIME = "half_time", _("Half-time")
        FINISHED = "finished", _("Finished")
        POSTPONED = "postponed", _("Postponed")
        ABANDONED = "abandoned", _("Abandoned")
        AWARDED = "awarded", _("Awarded")
        CANCELLED = "cancelled", _("Cancelled")

    WITH_RESULT = (Status.FINISHED, Status.AWARDED)
    UNDER_WAY = (Status.LIVE, Status.HALF_TIME)
    TO_COME = (Status.SCHEDULED, Status.POSTPONED)
    NEVER_SCORED = (Status.SCHEDULED, Status.POSTPONED, Status.CANCELLED)

    stage = models.ForeignKey(Stage, models.PROTECT, related_name="matches", verbose_name=_("stage"))
    matchday = models.PositiveSmallIntegerField(_("matchday"), null=True, blank=True)
    round = models.CharField(_("round"), max_length=60, blank=True, help_text=_("Final, Quarter-finals: in a cup."))
    home = models.ForeignKey(Team, models.PROTECT, related_name="home_matches", verbose_name=_("home"))
    away = models.ForeignKey(Team, models.PROTECT, related_name="away_matches", verbose_name=_("away"))
    slug = models.SlugField(_("address"), max_length=190, unique=True)
    kickoff = models.DateTimeField(_("kick-off"), help_text=_("In the newsroom's time zone."))
    kickoff_confirmed = models.BooleanField(_("time confirmed"), default=True, help_text=_("Untick while only the day is known."))
    venue = models.ForeignKey(Venue, models.SET_NULL, null=True, blank=True, related_name="matches", verbose_name=_("venue"))
    referee = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="refereed", verbose_name=_("referee"))
    attendance = models.PositiveIntegerField(_("attendance"), null=True, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.SCHEDULED)
    home_goals = models.PositiveSmallIntegerField(
        _("home goals"), null=True, blank=True, help_text=_("The official score, extra time included.")
    )
    away_goals = models.PositiveSmallIntegerField(_("away goals"), null=True, blank=True)
    home_half_time = models.PositiveSmallIntegerField(_("home at half-time"), null=True, blank=True)
    away_half_time = models.PositiveSmallIntegerField(_("away at half-time"), null=True, blank=True)
    home_ninety = models.PositiveSmallIntegerField(
        _("home after ninety minutes"), null=True, blank=True, help_text=_("Only where extra time was played.")
    )
    away_ninety = models.PositiveSmallIntegerField(_("away after ninety minutes"), null=True, blank=True)
    home_shootout = models.PositiveSmallIntegerField(_("home in the shoot-out"), null=True, blank=True)
    away_shootout = models.PositiveSmallIntegerField(_("away in the shoot-out"), null=True, blank=True)
    home_formation = models.CharField(_("home formation"), max_length=12, blank=True)
    away_formation = models.CharField(_("away formation"), max_length=12, blank=True)
    home_coach = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="coached_home", verbose_name=_("home coach")
    )
    away_coach = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="coached_away", verbose_name=_("away coach")
    )
    note = models.TextField(_("note"), blank=True, help_text=_("For the desk: where sources disagree, and what was chosen."))
    decision = models.CharField(
        _("decision"), max_length=300, blank=True, help_text=_("Why it was awarded, abandoned or called off; readers see it.")
    )
    lineups_embargo = models.DateTimeField(
        _("line-ups not before"), null=True, blank=True, help_text=_("Until then readers find no line-up; empty for none.")
    )
    result_embargo = models.DateTimeField(
        _("result not before"),
        null=True,
        blank=True,
        help_text=_("Until then readers find it as a match to come; empty for none."),
    )
    period = models.CharField(
        _("period"), max_length=1, blank=True, editable=False, help_text=_("How far the match has come that is kept live here.")
    )
    period_started_at = models.DateTimeField(
        _("period began"), null=True, blank=True, editable=False, help_text=_("Empty while the clock stands still.")
    )
    version = models.PositiveIntegerField(_("version"), default=0, editable=False)
    changed_at = models.DateTimeField(_("changed"), default=clock.now, editable=False)

    objects = MatchManager()

    # What an embargo keeps back, and what stands there meanwhile.
    RESULT = {
        **{f"{side}_{part}": None for part in ("goals", "half_time", "ninety", "shootout") for side in ("home", "away")},
        "status": Status.SCHEDULED,
        "attendance": None,
        "decision": "",
        "period": "",
        "period_started_at": None,
    }
    LINEUPS = {"home_formation": "", "away_formation": ""}

    class Meta:
        ordering = ["kickoff", "pk"]
        verbose_name, verbose_name_plural = _("match"), _("matches")
        indexes = [
            models.Index(fields=["kickoff"], name="match_by_kickoff"),
            models.Index(fields=["home", "kickoff"], name="match_by_home"),
            models.Index(fields=["away", "kickoff"], name="match_by_away"),
            models.Index(fields=["stage", "kickoff"], name="match_by_stage"),
            models.Index(fields=["status", "kickoff"], name="match_by_status"),
        ]
        constraints = [
            models.CheckConstraint(
                name="match_needs_two_teams",
                condition=~Q(home=F("away")),
                violation_error_message=_("Nobody plays himself: home and away must differ."),
            ),
            models.CheckConstraint(
                name="match_scored_once_started",
                condition=(
                    Q(status__in=["scheduled", "postponed", "cancelled"], home_goals=None, away_goals=None)
                    | Q(
                        status__in=["live", "half_time", "finished", "awarded"],
                        home_goals__isnull=False,
                        away_goals__isnull=False,
                    )
                    | Q(status="abandoned")
                ),
                violation_error_message=_("A fixture has no score, and a match that has begun has one."),
            ),
            *(
                models.CheckConstraint(
                    name=f"match_{part}_score_has_two_sides",
                    condition=Q(**{f"home_{part}__isnull": True, f"away_{part}__isnull": True})
                    | Q(**{f"home_{part}__isnull": False, f"away_{part}__isnull": False}),
                )
                for part in ("goals", "half_time", "ninety", "shootout")
            ),
            models.CheckConstraint(
                name="match_not_played_has_no_part_scores",
                condition=~Q(status__in=["scheduled", "postponed", "cancelled"])
                | Q(home_half_time=None, home_ninety=None, home_shootout=None),
                violation_error_message=_("A fixture has no score, at half-time neither."),
            ),
            models.CheckConstraint(
                name="match_half_time_within_score",
                condition=Q(home_half_time=None)
                | Q(status="awarded")
                | Q(home_half_time__lte=F("home_goals"), away_half_time__lte=F("away_goals")),
                violation_error_message=_("At half-time a side cannot have more goals than at the end."),
            ),
            models.CheckConstraint(
                name="match_clock_runs_while_live",
                condition=Q(period_started_at=None) | Q(status="live", period__in=["1", "2", "3", "4", "5"]),
            ),
            models.CheckConstraint(
                name="match_shootout_is_won",
                condition=Q(home_shootout=None) | Q(status="live") | ~Q(home_shootout=F("away_shootout")),
                violation_error_message=_("A shoot-out cannot end level."),
            ),
        ]

    def __str__(self):
        return f"{self.home} {self.score or '-'} {self.away}"

    def get_absolute_url(self):
        return page("match", self.slug)

    @classmethod
    def from_db(cls, db, field_names, values):
        """A row that was reached from another one, past the manager, keeps its secret too."""
        match = super().from_db(db, field_names, values)
        if embargo.applies():
            match.__dict__ |= cls.LINEUPS if match.lineups_are_veiled else {}
            match.__dict__ |= cls.RESULT if match.is_veiled else {}
        return match

    def clean(self):
        if self.decision == "" and self.status in (self.Status.AWARDED, self.Status.ABANDONED):
            raise ValidationError({"decision": _("Say why, so that readers know.")})

    @property
    def score(self):
        """The official score, home first, as it is printed; empty while there is none."""
        return "" if self.home_goals is None else f"{self.home_goals}-{self.away_goals}"

    @property
    def half_time_score(self):
        return "" if self.home_half_time is None else f"{self.home_half_time}-{self.away_half_time}"

    @property
    def shootout_score(self):
        return "" if self.home_shootout is None else f"{self.home_shootout}-{self.away_shootout}"

    @property
    def is_veiled(self):
        return embargo.holds(self.result_embargo)

    @property
    def lineups_are_veiled(self):
        return embargo.holds(self.lineups_embargo) or self.is_veiled

    @property
    def is_over(self):
        return self.status in self.WITH_RESULT

    @property
    def is_under_way(self):
        return self.status in self.UNDER_WAY

    @property
    def running(self):
        """The minute that is being played, as a `live.clock.Instant`; None while the clock stands still."""
        if self.period_started_at is None:
            return None
        return match_clock.instant(self.period, self.period_started_at, clock.now())

    @property
    def is_to_come(self):
        return self.status in self.TO_COME

    @property
    def went_to_extra_time(self):
        return self.home_ninety is not None

    @property
    def expected_end(self):
        return self.kickoff + timedelta(minutes=110)

    def side_of(self, team):
        """The side, home or away; ValueError if that team does not play here."""
        team_id = getattr(team, "pk", team)
        if team_id not in (self.home_id, self.away_id):
            raise ValueError(f"team {team_id} does not play in match {self.pk}")
        return "home" if team_id == self.home_id else "away"

    def team_on(self, side):
        return self.home if side == "home" else self.away


def changed_for_readers():
    """When the row last changed for them: the end of an embargo is a change that nobody makes."""
    return Case(
        When(result_embargo__lte=clock.now(), result_embargo__gt=F("changed_at"), then=F("result_embargo")),
        default=F("changed_at"),
    )


def bring_together(*lists, teams=None, stages=None) -> None:
    """Give the matches of these lists all that `for_card()` gives, in two queries for all of them, or none for what is given.

    Lists that stand on one page show the same few teams again and again; joins would fetch each of them with every match.
    """
    matches = [match for each in lists for match in each]
    if teams is None:
        teams = Team.objects.in_bulk({pk for match in matches for pk in (match.home_id, match.away_id)})
    if stages is None:
        stages = stages_of(matches)
    for match in matches:
        match.home, match.away, match.stage = teams[match.home_id], teams[match.away_id], stages[match.stage_id]


def stages_of(matches) -> dict[int, Stage]:
    """The stages of these matches with their seasons and competitions, by id."""
    return Stage.objects.select_related("season__competition").in_bulk({match.stage_id for match in matches})

"""People of the game, and who belonged where, from when to when."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from teams import nations
from teams.addresses import page


class PersonQuerySet(models.QuerySet):
    def with_club_on(self, day):
        """People with `spells_then`: where they belong on that day, the newest first."""
        spells = Spell.objects.on(day).select_related("team").order_by(F("start").desc(nulls_last=True))
        return self.prefetch_related(models.Prefetch("spells", spells, to_attr="spells_then"))


class Person(models.Model):
    class Position(models.TextChoices):
        GOALKEEPER = "GK", _("Goalkeeper")
        DEFENDER = "DF", _("Defender")
        MIDFIELDER = "MF", _("Midfielder")
        FORWARD = "FW", _("Forward")

    name = models.CharField(_("name"), max_length=120, help_text=_("As the paper prints it: Lautaro Martínez."))
    given_name = models.CharField(_("given name"), max_length=80, blank=True)
    surname = models.CharField(_("surname"), max_length=80, blank=True, help_text=_("Lists are sorted by it."))
    slug = models.SlugField(
        _("address"), max_length=120, unique=True, help_text=_("Namesakes take the year of birth: danilo-1991.")
    )
    birth_date = models.DateField(_("born"), null=True, blank=True)
    birth_place = models.CharField(_("place of birth"), max_length=100, blank=True)
    nationality = models.CharField(_("nationality"), max_length=3, blank=True, choices=nations.CHOICES)
    position = models.CharField(_("position"), max_length=2, blank=True, choices=Position)
    height = models.PositiveSmallIntegerField(_("height in centimetres"), null=True, blank=True)
    wikidata = models.CharField(_("Wikidata"), max_length=20, blank=True, help_text=_("For example Q1234."))

    objects = PersonQuerySet.as_manager()

    class Meta:
        ordering = ["surname", "name"]
        verbose_name, verbose_name_plural = _("person"), _("people")
        indexes = [models.Index(fields=["surname", "name"], name="person_by_surname")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return page("person", self.slug)

    @property
    def last_name(self):
        """What a scoreboard shows: Martínez, Carlos Augusto."""
        return self.surname or self.name

    @property
    def nationality_name(self):
        return nations.nation_name(self.nationality)


class SpellQuerySet(models.QuerySet):
    def on(self, day):
        """Spells that hold on that day; an open end holds for ever."""
        begun = Q(start__isnull=True) | Q(start__lte=day)
        not_over = Q(end__isnull=True) | Q(end__gte=day)
        return self.filter(begun & not_over)

    def for_squad(self):
        """Everything that components/squad.html reads."""
        return self.select_related("person")

    def for_career(self):
        """Everything that components/career.html reads, the latest first."""
        return self.select_related("team").order_by(F("end").desc(nulls_first=True), F("start").desc(nulls_last=True), "pk")


class Spell(models.Model):
    class Role(models.TextChoices):
        PLAYER = "player", _("Player")
        COACH = "coach", _("Coach")
        ASSISTANT = "assistant", _("Assistant coach")

    person = models.ForeignKey(Person, models.CASCADE, related_name="spells", verbose_name=_("person"))
    team = models.ForeignKey("teams.Team", models.PROTECT, related_name="spells", verbose_name=_("team"))
    role = models.CharField(_("role"), max_length=9, choices=Role, default=Role.PLAYER)
    start = models.DateField(_("from"), null=True, blank=True, help_text=_("Empty if it is not known."))
    end = models.DateField(_("until"), null=True, blank=True, help_text=_("Empty while it lasts."))
    shirt = models.PositiveSmallIntegerField(_("shirt number"), null=True, blank=True)
    on_loan = models.BooleanField(_("on loan"), default=False)
    captain = models.BooleanField(_("club captain"), default=False)

    objects = SpellQuerySet.as_manager()

    class Meta:
        ordering = ["-start"]
        verbose_name, verbose_name_plural = _("spell"), _("spells")
        constraints = [
            models.CheckConstraint(
                name="spell_ends_after_it_starts", condition=Q(start=None) | Q(end=None) | Q(end__gte=F("start"))
            ),
            models.CheckConstraint(name="spell_shirt_is_a_players", condition=Q(shirt=None) | Q(role="player")),
        ]
        indexes = [models.Index(fields=["team", "role", "end"], name="spell_by_team")]

    def __str__(self):
        return f"{self.person}, {self.team}, {self.get_role_display()}"

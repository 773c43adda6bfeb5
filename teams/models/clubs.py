"""Teams, be they clubs or nations, and the grounds they play at."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from teams import nations
from teams.addresses import page

hex_colour = RegexValidator(r"^#[0-9a-fA-F]{6}$", _("Write a colour as # and six hex digits: #0b1560."))


class Venue(models.Model):
    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(_("address"), max_length=120, unique=True)
    city = models.CharField(_("city"), max_length=80, blank=True)
    country = models.CharField(_("country"), max_length=3, blank=True, choices=nations.CHOICES)
    capacity = models.PositiveIntegerField(_("capacity"), null=True, blank=True)
    latitude = models.DecimalField(_("latitude"), max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(_("longitude"), max_digits=8, decimal_places=5, null=True, blank=True)

    class Meta:
        ordering = ["name"]
        verbose_name, verbose_name_plural = _("venue"), _("venues")

    def __str__(self):
        return f"{self.name}, {self.city}" if self.city and self.city not in self.name else self.name


class Team(models.Model):
    class Kind(models.TextChoices):
        CLUB = "club", _("Club")
        NATIONAL = "national", _("National team")

    class Section(models.TextChoices):
        MEN = "men", _("Men")
        WOMEN = "women", _("Women")
        YOUTH = "youth", _("Youth")

    class Pattern(models.TextChoices):
        PLAIN = "plain", _("Plain")
        STRIPES = "stripes", _("Stripes")
        HOOPS = "hoops", _("Hoops")
        HALVES = "halves", _("Halves")
        QUARTERS = "quarters", _("Quarters")
        SASH = "sash", _("Sash")
        BAND = "band", _("Band")
        CENTRE = "centre", _("Centre stripe")
        SLEEVES = "sleeves", _("Sleeves")

    name = models.CharField(_("name"), max_length=80, help_text=_("As the paper prints it: Inter, Bayern Monaco."))
    name_en = models.CharField(
        _("name in English"), max_length=80, blank=True, help_text=_("Only where it differs: Bayern Munich.")
    )
    full_name = models.CharField(_("official name"), max_length=120, blank=True)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    code = models.CharField(_("code"), max_length=4, blank=True, help_text=_("For narrow screens: INT."))
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.CLUB)
    section = models.CharField(_("section"), max_length=5, choices=Section, default=Section.MEN)
    city = models.CharField(_("city"), max_length=80, blank=True)
    country = models.CharField(_("country"), max_length=3, blank=True, choices=nations.CHOICES)
    founded = models.PositiveSmallIntegerField(_("founded"), null=True, blank=True)
    primary_colour = models.CharField(_("shirt"), max_length=7, default="#444444", validators=[hex_colour])
    secondary_colour = models.CharField(_("second colour"), max_length=7, default="#ffffff", validators=[hex_colour])
    trim_colour = models.CharField(
        _("trim"), max_length=7, blank=True, validators=[hex_colour], help_text=_("Collar and cuffs; empty for none.")
    )
    pattern = models.CharField(_("pattern"), max_length=8, choices=Pattern, default=Pattern.PLAIN)
    home_venue = models.ForeignKey(
        Venue, models.SET_NULL, null=True, blank=True, related_name="teams", verbose_name=_("home ground")
    )
    website = models.URLField(_("website"), blank=True)

    class Meta:
        ordering = ["name"]
        verbose_name, verbose_name_plural = _("team"), _("teams")

    def __str__(self):
        return self.name_en if self.name_en and get_language() == "en" else self.name

    def get_absolute_url(self):
        return page("team", self.slug)

    @property
    def initials(self):
        return self.code or str(self)[:3].upper()

    @property
    def country_name(self):
        return nations.nation_name(self.country)

"""Who publishes, and who signs."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from teams.addresses import page


class CanonicalPolicy(models.TextChoices):
    OWN = "own", _("Ours: search engines may list this page")
    NOINDEX = "noindex", _("A copy: search engines are asked to leave it out")
    ORIGINAL = "original", _("A copy: points to the publisher's page as the original")


class Publisher(models.Model):
    class Kind(models.TextChoices):
        OWN = "own", _("Own desk")
        PARTNER = "partner", _("Partner")

    name = models.CharField(_("name"), max_length=100, unique=True)
    slug = models.SlugField(_("address"), max_length=100, unique=True)
    kind = models.CharField(_("kind"), max_length=7, choices=Kind, default=Kind.PARTNER)
    site_url = models.URLField(_("website"), blank=True)
    feed_url = models.URLField(_("feed"), blank=True, help_text=_("Where their own feed is, for the source line in ours."))
    logo = models.ForeignKey("articles.Image", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("logo"))
    colour = models.CharField(
        _("colour"), max_length=7, default="#444444", help_text=_("Behind the name where there is no logo.")
    )
    about = models.TextField(_("about"), blank=True, help_text=_("A line or two for readers."))
    terms = models.TextField(_("terms"), blank=True, help_text=_("What the contract asks; for the desk only."))
    canonical_policy = models.CharField(
        _("search engines"), max_length=8, choices=CanonicalPolicy, default=CanonicalPolicy.NOINDEX,
        help_text=_("What a new article from this publisher starts with."),
    )  # fmt: skip

    class Meta:
        ordering = ["kind", "name"]
        verbose_name, verbose_name_plural = _("publisher"), _("publishers")

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return page("publisher", self.slug)

    @property
    def is_partner(self):
        return self.kind == self.Kind.PARTNER


class Author(models.Model):
    name = models.CharField(_("byline"), max_length=100)
    slug = models.SlugField(_("address"), max_length=100, unique=True)
    publisher = models.ForeignKey(
        Publisher, models.SET_NULL, null=True, blank=True, related_name="authors", verbose_name=_("publisher")
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="author", verbose_name=_("login"),
        help_text=_("Empty for writers who do not work in this admin."),
    )  # fmt: skip
    role = models.CharField(_("role"), max_length=100, blank=True, help_text=_("Correspondent from Milan."))
    about = models.TextField(_("about"), blank=True)
    portrait = models.ForeignKey(
        "articles.Image", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("portrait")
    )

    class Meta:
        ordering = ["name"]
        verbose_name, verbose_name_plural = _("author"), _("authors")

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return page("author", self.slug)

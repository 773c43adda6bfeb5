"""What the desk says to itself about a story, and to whom it shows one: comments, secret links, saved filters."""

from secrets import token_urlsafe

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from teams import clock
from teams.addresses import page

from .articles import Article


def _login(label, **options):
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=label, **options
    )


class Comment(models.Model):
    """A word on a story, to one colleague or to all who work on it."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="comments")
    words = models.TextField(_("comment"), max_length=2000)
    quote = models.CharField(_("about these words"), max_length=500, blank=True)
    made_by = _login(_("by"))
    to = _login(_("to"), help_text=_("Empty: to all who work on it."))
    made_at = models.DateTimeField(_("written"), default=clock.now)
    settled_by = _login(_("settled by"))
    settled_at = models.DateTimeField(_("settled"), null=True, blank=True)

    class Meta:
        ordering = ["made_at", "pk"]
        verbose_name, verbose_name_plural = _("comment"), _("comments")

    def __str__(self):
        return self.words[:60]


def new_secret():
    return token_urlsafe(24)


class ShareLink(models.Model):
    """An address that shows one story, published or not, to whoever knows it, until it expires or is taken back."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="share_links")
    secret = models.CharField(max_length=64, unique=True, default=new_secret)
    made_by = _login(_("by"))
    made_at = models.DateTimeField(_("made"), default=clock.now)
    expires_at = models.DateTimeField(_("until"))
    revoked_at = models.DateTimeField(_("taken back"), null=True, blank=True)

    class Meta:
        ordering = ["-made_at"]
        verbose_name, verbose_name_plural = _("secret link"), _("secret links")

    def __str__(self):
        return f"{self.article}: {self.expires_at}"

    def get_absolute_url(self):
        return page("shared", self.secret, language=self.article.language)

    @property
    def holds(self):
        """Whether it shows the story now: an embargo keeps it from everybody outside, also from who has a link."""
        article, now = self.article, clock.now()
        is_open = self.revoked_at is None and now < self.expires_at and article.binned_at is None
        return is_open and (article.embargo_until is None or article.embargo_until <= now)


class SavedFilter(models.Model):
    """A choice on a list of the desk that somebody wants to find again; `query` is what follows the "?"."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    page = models.CharField(max_length=60)
    name = models.CharField(_("name"), max_length=60)
    query = models.CharField(max_length=1000)

    class Meta:
        ordering = ["name"]
        verbose_name, verbose_name_plural = _("saved filter"), _("saved filters")
        constraints = [models.UniqueConstraint(fields=["user", "page", "name"], name="saved_filter_once_per_name")]

    def __str__(self):
        return self.name

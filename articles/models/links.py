"""What a story is about: its ties to teams, people, competitions, matches and the very events."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from teams import clock

from .articles import Article


class Link(models.Model):
    """A tie from a story to a fact. The fact has no attribute that leads back."""

    class Role(models.TextChoices):
        ABOUT = "about", pgettext_lazy("a story and what it tells of", "About")
        MENTIONS = "mentions", pgettext_lazy("role of a link", "Mentions")

    role = models.CharField(
        _("role"), max_length=8, choices=Role, default=Role.ABOUT, help_text=_("Pages and feeds list what is about them.")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("confirmed by"),
    )
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True
        ordering = ["order", "pk"]

    def __str__(self):
        return f"{self.article}: {self.target} ({self.get_role_display()})"

    @property
    def target(self):
        return getattr(self, self.TARGET)


def _article(name):
    return models.ForeignKey(Article, models.CASCADE, related_name=name)


def _fact(model, label):
    return models.ForeignKey(f"teams.{model}", models.PROTECT, related_name="+", verbose_name=label)


def _meta(target, one, many):
    once = models.UniqueConstraint(fields=["article", target], name=f"{target}_linked_once_per_article")
    return {"verbose_name": one, "verbose_name_plural": many, "constraints": [once]}


class TeamLink(Link):
    TARGET = "team"
    article = _article("team_links")
    team = _fact("Team", _("team"))

    class Meta(Link.Meta):
        vars().update(_meta("team", _("team"), _("teams")))


class PersonLink(Link):
    TARGET = "person"
    article = _article("person_links")
    person = _fact("Person", _("person"))

    class Meta(Link.Meta):
        vars().update(_meta("person", _("person"), _("people")))


class CompetitionLink(Link):
    TARGET = "competition"
    article = _article("competition_links")
    competition = _fact("Competition", _("competition"))

    class Meta(Link.Meta):
        vars().update(_meta("competition", _("competition"), _("competitions")))


class MatchLink(Link):
    TARGET = "match"
    article = _article("match_links")
    match = _fact("Match", _("match"))

    class Meta(Link.Meta):
        vars().update(_meta("match", _("match"), _("matches")))


class EventLink(Link):
    TARGET = "event"
    article = _article("event_links")
    event = _fact("MatchEvent", _("event"))

    class Meta(Link.Meta):
        vars().update(_meta("event", _("event"), _("events")))

    def clean(self):
        """What is under embargo waits: readers of a published story would learn of it at once."""
        until, out = self.event_id and self.event.match.result_embargo, self.article.published_at
        if self.article.status == Article.Status.PUBLISHED and until and until > max(out, clock.now()):
            raise ValidationError({"event": _("It is under embargo until later, and readers have this story already.")})


class VenueLink(Link):
    TARGET = "venue"
    article = _article("venue_links")
    venue = _fact("Venue", _("venue"))

    class Meta(Link.Meta):
        vars().update(_meta("venue", _("venue"), _("venues")))


LINKS = (TeamLink, PersonLink, CompetitionLink, MatchLink, EventLink, VenueLink)


class RefusedLink(models.Model):
    """A tie that was proposed and that somebody refused: it is not proposed again for this story."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="refused_links")
    kind = models.CharField(max_length=11, choices=[(model.TARGET, model._meta.verbose_name) for model in LINKS])
    target_id = models.PositiveBigIntegerField()
    refused_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    refused_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "kind", "target_id"], name="link_refused_once_per_article")]

    def __str__(self):
        return f"{self.article_id}: {self.kind} {self.target_id}"


class RefusedSource(models.Model):
    """A source or a quotation that was proposed and that somebody refused; `folded` as `teams.names.fold` compares its words."""

    class Kind(models.TextChoices):
        CITATION = "citations", _("cited source")
        QUOTATION = "quotations", _("quotation")

    article = models.ForeignKey(Article, models.CASCADE, related_name="refused_sources")
    kind = models.CharField(max_length=10, choices=Kind)
    folded = models.CharField(max_length=200)
    refused_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    refused_at = models.DateTimeField(default=clock.now)

    class Meta:
        default_permissions = []
        constraints = [models.UniqueConstraint(fields=["article", "kind", "folded"], name="source_refused_once_per_article")]

    def __str__(self):
        return f"{self.article_id}: {self.kind} {self.folded}"

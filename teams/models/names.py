"""Other names of teams, people, competitions and grounds, and the addresses they used to have."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from teams.names import fold


def exactly_one_of(*fields):
    """A condition: one of the foreign keys is set and the others are not."""
    condition = Q()
    for chosen in fields:
        condition |= Q(**{f"{field}__isnull": field != chosen for field in fields})
    return condition


class AliasQuerySet(models.QuerySet):
    def named(self, text):
        return self.filter(folded=fold(text))


class Alias(models.Model):
    class Kind(models.TextChoices):
        NAME = "name", _("Name")
        SHORT = "short", _("Short name")
        NICKNAME = "nickname", _("Nickname")
        FOREIGN = "foreign", _("Name in another language")
        PEOPLE = "people", _("Word for its people or colours")
        MISSPELT = "misspelt", _("Frequent misspelling")

    class Scope(models.TextChoices):
        ANYWHERE = "anywhere", _("Anywhere")
        CONTEXT = "context", _("Only where the text already speaks of it")

    text = models.CharField(_("text"), max_length=120, help_text=_("As papers write it, without the article: Toro."))
    folded = models.CharField(max_length=120, editable=False, db_index=True)
    language = models.CharField(
        _("language"), max_length=2, blank=True, choices=[("it", "Italiano"), ("en", "English")],
        help_text=_("Empty for every language."),
    )  # fmt: skip
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.NAME)
    scope = models.CharField(_("scope"), max_length=8, choices=Scope, default=Scope.ANYWHERE)
    team = models.ForeignKey("teams.Team", models.CASCADE, null=True, blank=True, related_name="aliases", verbose_name=_("team"))
    person = models.ForeignKey(
        "teams.Person", models.CASCADE, null=True, blank=True, related_name="aliases", verbose_name=_("person")
    )
    competition = models.ForeignKey(
        "teams.Competition", models.CASCADE, null=True, blank=True, related_name="aliases", verbose_name=_("competition")
    )
    venue = models.ForeignKey(
        "teams.Venue", models.CASCADE, null=True, blank=True, related_name="aliases", verbose_name=_("venue")
    )

    objects = AliasQuerySet.as_manager()

    class Meta:
        ordering = ["text"]
        verbose_name, verbose_name_plural = _("other name"), _("other names")
        constraints = [
            models.CheckConstraint(
                name="alias_of_one_thing",
                condition=exactly_one_of("team", "person", "competition", "venue"),
                violation_error_message=_("A name belongs to one thing: a team, a person, a competition or a venue."),
            ),
            *(
                models.UniqueConstraint(
                    fields=["folded", "language", target],
                    name=f"alias_once_per_{target}",
                    condition=Q(**{f"{target}__isnull": False}),
                )
                for target in ("team", "person", "competition", "venue")
            ),
        ]

    def __str__(self):
        return self.text

    def save(self, *args, **kwargs):
        self.folded = fold(self.text)
        super().save(*args, **kwargs)

    @property
    def target(self):
        return self.team or self.person or self.competition or self.venue


class FormerSlug(models.Model):
    """An address that something used to have; requests for it are sent on for ever."""

    kind = models.CharField(_("kind"), max_length=20, help_text=_("The name of its model: team, person, publisher."))
    slug = models.SlugField(_("former address"), max_length=190)
    target_id = models.PositiveBigIntegerField(_("row"))

    class Meta:
        verbose_name, verbose_name_plural = _("former address"), _("former addresses")
        constraints = [models.UniqueConstraint(fields=["kind", "slug"], name="former_slug_once_per_kind")]

    def __str__(self):
        return f"{self.kind}: {self.slug}"

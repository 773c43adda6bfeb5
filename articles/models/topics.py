"""Other names of topics: mercato, calciomercato, transfers."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from teams.names import fold


class TopicAlias(models.Model):
    """Whoever types this name means that topic; `folded` is the name as `teams.names.fold` compares it."""

    topic = models.ForeignKey("taggit.Tag", models.CASCADE, related_name="+", verbose_name=_("topic"))
    name = models.CharField(_("other name"), max_length=100)
    folded = models.CharField(max_length=100, unique=True, editable=False)

    class Meta:
        ordering = ["name"]
        verbose_name, verbose_name_plural = _("other name of a topic"), _("other names of topics")

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.folded = fold(self.name)[:100]
        super().save(*args, **kwargs)

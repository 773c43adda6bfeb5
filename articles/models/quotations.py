"""Who said what, and in which story."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .articles import Article


class Quotation(models.Model):
    """Somebody's words in a story; `speaker` where it is certain who that is, `name` as the story calls them.

    Those `from_text` follow the quotation blocks of the text (`articles.quoted.rebuild`); the others somebody noted by hand.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="quotations")
    speaker = models.ForeignKey(
        "teams.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("speaker")
    )
    name = models.CharField(_("as called"), max_length=100, blank=True)
    words = models.TextField(_("words"))
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    from_text = models.BooleanField(_("from a quotation block"), default=False, editable=False)

    class Meta:
        ordering = ["order", "pk"]
        verbose_name, verbose_name_plural = _("quotation"), _("quotations")

    def __str__(self):
        return self.words[:60]

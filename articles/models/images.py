"""Pictures: a file, what it shows, whose it is, and where to look first."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from imagefield.fields import ImageField, PPOIField

WIDTHS = {"small": (480, 270), "medium": (800, 450), "large": (1200, 675)}


class Image(models.Model):
    """One picture and its renditions: always through `articles.actions.add_picture`, never by `Image(...).save()`.

    Addresses: `image.file.url` is the file as kept; `image.file.small`, `.medium`, `.large` (16:9, see WIDTHS),
    `.square` (1200x1200), `.card` (1200x630, for og:image) and `.full` (all of it, within 1600x1600) are the addresses of
    the renditions: plain strings, no file is touched. `width` and `height` are those of the whole picture.
    All but `.full` are cut around the focal point ("0.5x0.3": across, down); when that changes so do the addresses, and
    `articles.actions.make_renditions` has to run again.
    """

    file = ImageField(
        _("file"),
        upload_to="pictures/%Y/%m",
        width_field="width",
        height_field="height",
        ppoi_field="focal_point",
        max_length=200,
        formats={
            **{name: ["default", ("crop", size)] for name, size in WIDTHS.items()},
            "square": ["default", ("crop", (1200, 1200))],
            "card": ["default", ("crop", (1200, 630))],
            "full": ["default", ("thumbnail", (1600, 1600))],
        },
    )
    width = models.PositiveIntegerField(editable=False, default=0)
    height = models.PositiveIntegerField(editable=False, default=0)
    focal_point = PPOIField(_("focal point"))
    alt_text = models.CharField(
        _("alternative text"), max_length=300, help_text=_("What one would have to see; read to those who cannot.")
    )
    caption = models.CharField(_("caption"), max_length=300, blank=True)
    credit = models.CharField(_("credit"), max_length=150, help_text=_("Who made it, or whose it is."))
    created_at = models.DateTimeField(_("added"), auto_now_add=True)
    binned_at = models.DateTimeField(_("put into the bin"), null=True, blank=True, editable=False)
    binned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+",
        verbose_name=_("put into the bin by"),
    )  # fmt: skip

    class Meta:
        ordering = ["-created_at"]
        verbose_name, verbose_name_plural = _("picture"), _("pictures")
        constraints = [
            models.CheckConstraint(name="image_has_alternative_text", condition=~models.Q(alt_text="")),
            models.CheckConstraint(name="image_has_a_credit", condition=~models.Q(credit="")),
        ]

    def __str__(self):
        return self.alt_text

"""Pictures: a file, what it shows, whose it is, and where to look first."""

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from teams import clock

from . import renditions

PART = r"(0(\.\d{1,3})?|1(\.0{1,3})?)"
CENTRE = "0.5x0.5"


class ImageQuerySet(models.QuerySet):
    def kept(self):
        """What is not in the bin."""
        return self.filter(binned_at=None)


class Image(models.Model):
    """One picture and its sizes: always through the verbs of `articles.actions`, never by `Image(...).save()`.

    `image.wide`, `.square`, `.card` and `.whole` say what a page needs to draw it there (see `renditions.SLOTS`): addresses
    and measures; neither a file nor the database is asked. The worker makes the sizes: until then all slots show the file as
    it is kept. All but `.whole` are cut around the focal point ("0.5x0.3": across, down, as parts of what is cut off, which is
    what `object-position` means in CSS); when it moves, the former cut stands until the new one is made.
    """

    file = models.ImageField(_("file"), upload_to="pictures/%Y/%m", max_length=200)
    width = models.PositiveIntegerField(editable=False, default=0)
    height = models.PositiveIntegerField(editable=False, default=0)
    focal_point = models.CharField(
        _("focal point"), max_length=20, default=CENTRE,
        validators=[RegexValidator(rf"^{PART}x{PART}$", _("Click on the picture where one should look first."))],
    )  # fmt: skip
    made_for = models.CharField(
        max_length=20, blank=True, editable=False, help_text="The focal point around which the sizes are made; empty: none yet."
    )
    alt_text = models.CharField(
        _("alternative text"), max_length=300, blank=True, help_text=_("What one would have to see; read to those who cannot.")
    )
    caption = models.CharField(_("caption"), max_length=300, blank=True)
    credit = models.CharField(_("credit"), max_length=150, blank=True, help_text=_("Who made it, or whose it is."))
    taken_at = models.DateTimeField(_("taken"), null=True, blank=True, help_text=_("When, in the newsroom's time zone."))
    created_at = models.DateTimeField(_("added"), default=clock.now, editable=False)
    binned_at = models.DateTimeField(_("put into the bin"), null=True, blank=True, editable=False)
    binned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+",
        verbose_name=_("put into the bin by"),
    )  # fmt: skip

    objects = ImageQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name, verbose_name_plural = _("picture"), _("pictures")
        indexes = [models.Index(fields=["-created_at", "-id"], name="image_newest_first")]

    def __str__(self):
        return self.alt_text or self.file.name.rpartition("/")[2]

    @property
    def wide(self):
        return self._rendition("wide")

    @property
    def square(self):
        return self._rendition("square")

    @property
    def card(self):
        return self._rendition("card")

    @property
    def whole(self):
        return self._rendition("whole")

    def _rendition(self, slot):
        if not self.made_for:
            return renditions.Rendition(self.file.url, self.width, self.height)
        prefix = self.file.storage.url(renditions.folder(self.file.name, self.made_for))
        return renditions.rendition(slot, prefix, (self.width, self.height))


class LeftFile(models.Model):
    """A file or a folder that no picture uses any more; pages that somebody kept may, so it stays for a while."""

    path = models.CharField(max_length=300, unique=True)
    left_at = models.DateTimeField(default=clock.now, db_index=True)

    class Meta:
        default_permissions = []

    def __str__(self):
        return self.path

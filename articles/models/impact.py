"""Read models: what the texts of stories state as facts; and the queue of those that a changed fact has made wrong."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from teams import clock
from teams.models import FactChange

from .articles import Article
from .live import LiveEntry


class Part(models.TextChoices):
    """What of a story is text; feeds send the same."""

    HEADLINE = "headline", _("headline")
    STANDFIRST = "standfirst", _("standfirst")
    BODY = "body", _("text")
    IMAGE_CAPTION = "image_caption", _("caption")
    SEARCH_HEADLINE = "search_headline", _("headline for search and social")
    LIVE_ENTRY = "live_entry", _("live entry")


def _fact(model):
    """A loose tie to a fact: one that is gone must be missed by what states it, so nothing protects or forgets it."""
    return models.ForeignKey(f"teams.{model}", models.DO_NOTHING, null=True, blank=True, db_constraint=False, related_name="+")


def _entry():
    """Which one, where the part is a live entry."""
    return models.ForeignKey(LiveEntry, models.CASCADE, null=True, blank=True, related_name="+")


class StatedText(models.Model):
    """Which text of a story was read last; `digest` tells whether another one has come since."""

    article = models.OneToOneField(Article, models.CASCADE, primary_key=True, related_name="stated_text")
    digest = models.CharField(max_length=64)
    read_at = models.DateTimeField(default=clock.now)

    def __str__(self):
        return f"{self.article_id}: {self.read_at}"


class StatedClaim(models.Model):
    """Words of a story that state a fact, the rows that they speak of, and whether the facts agree, as last looked at.

    Worked out by `articles.impact.stated`; `manage.py check_claims` compares it with the texts. A quotation states nothing.
    `start`, `end`: of the words within the plain text of the part; `offset`: where they begin in the sentence.
    `value`: what is stated ("2-1", "12", the number of a person); `aspect`: of what ("at half-time").
    `as_of`: the last day that counts for it, of a table or of the story.
    """

    class Verdict(models.TextChoices):
        RIGHT = "right", pgettext_lazy("verdict", "right")
        PARTLY = "partly", pgettext_lazy("verdict", "right in part")
        WRONG = "wrong", pgettext_lazy("verdict", "wrong")

    article = models.ForeignKey(Article, models.CASCADE, related_name="stated_claims")
    part = models.CharField(max_length=15, choices=Part)
    entry = _entry()
    kind = models.CharField(max_length=20)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    surface = models.CharField(max_length=200)
    sentence = models.TextField()
    offset = models.PositiveIntegerField()
    value = models.CharField(max_length=60, blank=True)
    aspect = models.CharField(max_length=40, blank=True)
    match = _fact("Match")
    event = _fact("MatchEvent")
    team = _fact("Team")
    person = _fact("Person")
    competition = _fact("Competition")
    as_of = models.DateField()
    verdict = models.CharField(max_length=6, choices=Verdict)
    checked_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["article", "part", "start"]
        default_permissions = []
        indexes = [models.Index(fields=["competition", "as_of", "kind"], name="claim_of_a_table")]

    def __str__(self):
        return f"{self.article_id}: {self.surface} ({self.kind}, {self.verdict})"

    @property
    def place(self):
        """Which of the texts of its story it stands in."""
        return self.part, self.entry_id


class ImpactQuerySet(models.QuerySet):
    def open(self):
        return self.filter(state=Impact.State.OPEN)


class Impact(models.Model):
    """A sentence that was right until a fact changed. It waits for a person, or for the fact to come back.

    `was`: what the facts said then, `now`: what they say, both in the language of the story; `replacement`: words that can
    stand in place of `surface`, where there are any.
    """

    class State(models.TextChoices):
        OPEN = "open", pgettext_lazy("state of a changed fact in a story", "Open")
        CORRECTED = "corrected", pgettext_lazy("state of a changed fact in a story", "Corrected")
        STILL_RIGHT = "right", _("Still right")
        LEFT = "left", pgettext_lazy("state of a changed fact in a story", "Left as it is")
        CLOSED = "closed", _("Closed by itself")

    change = models.ForeignKey(FactChange, models.PROTECT, related_name="+")
    article = models.ForeignKey(Article, models.CASCADE, related_name="impacts")
    claim = models.ForeignKey(StatedClaim, models.SET_NULL, null=True, blank=True, related_name="impacts")
    part = models.CharField(max_length=15, choices=Part)
    entry = _entry()
    sentence = models.TextField()
    offset = models.PositiveIntegerField()
    surface = models.CharField(max_length=200)
    verdict = models.CharField(max_length=6, choices=StatedClaim.Verdict)
    was = models.CharField(max_length=300)
    now = models.CharField(max_length=300)
    replacement = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=9, choices=State, default=State.OPEN)
    found_at = models.DateTimeField(default=clock.now)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    objects = ImpactQuerySet.as_manager()

    class Meta:
        ordering = ["-change", "article", "part", "pk"]
        default_permissions = []
        verbose_name, verbose_name_plural = _("changed fact in a story"), _("changed facts in stories")
        indexes = [models.Index(fields=["change", "article"], name="impact_open", condition=Q(state="open"))]
        constraints = [
            models.UniqueConstraint(
                fields=["claim"], condition=Q(state="open") & ~Q(claim=None), name="impact_open_once_per_claim"
            )
        ]

    def __str__(self):
        return f"{self.article_id}: {self.surface}"

    @property
    def pieces(self):
        """The sentence before the words, the words, and after them."""
        end = self.offset + len(self.surface)
        return self.sentence[: self.offset], self.sentence[self.offset : end], self.sentence[end:]

"""Read models, rebuilt with every change: where a story is listed, and when each list last changed."""

from django.db import models

from .articles import Article


class ListKind(models.TextChoices):
    """What a list of stories hangs off; FRONT has no target."""

    FRONT = "front"
    TEAM = "team"
    PERSON = "person"
    COMPETITION = "competition"
    MATCH = "match"
    EVENT = "event"
    PUBLISHER = "publisher"
    AUTHOR = "author"
    TOPIC = "topic"


class Listing(models.Model):
    """One row for each list that a published story stands in, in the order in which lists are read.

    Worked out from the links by `articles.listing.rebuild`; `manage.py check_listings` compares it with them.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="listings")
    kind = models.CharField(max_length=11, choices=ListKind)
    target_id = models.PositiveBigIntegerField()
    language = models.CharField(max_length=2)
    published_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "kind", "target_id"], name="listing_once_per_article_and_list")]
        indexes = [
            models.Index(fields=["kind", "target_id", "language", "-published_at", "-article"], name="listing_newest_first")
        ]

    def __str__(self):
        return f"{self.kind} {self.target_id}: {self.article_id}"


class FeedStateQuerySet(models.QuerySet):
    def with_stories(self):
        """Lists in which a reader finds a story now; one that only waits for its time does not show."""
        lists = {f"listings__{name}": models.OuterRef(name) for name in ("kind", "target_id", "language")}
        return self.filter(models.Exists(Article.objects.published().filter(**lists)))


class FeedState(models.Model):
    """When the list behind a feed last changed; it only ever rises, also when a story is taken out.

    announced_at: the change of which hubs were told last (`articles.announcing`).
    """

    kind = models.CharField(max_length=11, choices=ListKind)
    target_id = models.PositiveBigIntegerField(default=0)
    language = models.CharField(max_length=2)
    changed_at = models.DateTimeField(db_index=True)
    announced_at = models.DateTimeField(null=True, editable=False)

    objects = FeedStateQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "target_id", "language"], name="feed_state_once_per_list")]

    def __str__(self):
        return f"{self.kind} {self.target_id} {self.language}: {self.changed_at}"

"""A read model: which pictures stand within the text of a story; `articles.picture_uses.rebuild` keeps it."""

from django.db import models

from .articles import Article
from .images import Image


class PictureInText(models.Model):
    article = models.ForeignKey(Article, models.CASCADE, related_name="pictures_in_text")
    image = models.ForeignKey(Image, models.CASCADE, related_name="in_texts")

    class Meta:
        default_permissions = []
        constraints = [models.UniqueConstraint(fields=["article", "image"], name="picture_once_per_text")]

    def __str__(self):
        return f"{self.image_id} in {self.article_id}"

"""Where a picture is used: at the head of stories, within their texts, as the logo of a publisher, as a portrait."""

from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext as _

from articles.models import Article, Author, Image, PictureInText, Publisher
from articles.text.blocks import blocks_in

SHOWN = 50


class Use(NamedTuple):
    role: str
    row: models.Model


def rebuild(article: Article) -> None:
    """Note which pictures stand in the text of a story."""
    wanted = set(in_text(article.body).values_list("pk", flat=True))
    noted = set(PictureInText.objects.filter(article=article).values_list("image_id", flat=True))
    if noted - wanted:
        PictureInText.objects.filter(article=article, image_id__in=noted - wanted).delete()
    PictureInText.objects.bulk_create(PictureInText(article=article, image_id=pk) for pk in sorted(wanted - noted))


def shown_by(article: Article) -> list[Image]:
    """The pictures that readers of the story see: at its head, then within its text as it stands."""
    return [*([article.image] if article.image else []), *in_text(article.body)]


def in_text(body: str) -> models.QuerySet[Image]:
    """The pictures within a text; asks nothing where there are none."""
    told = {block.id for block in blocks_in([body]) if block.kind == "picture"}
    return Image.objects.filter(pk__in=told).order_by("pk")


def uses(image: Image, among: models.QuerySet[Article] | None = None) -> list[Use]:
    """Every use, stories first, the newest first; of stories at most SHOWN, and only those `among` [4 queries]."""
    stories = (Article.objects.all() if among is None else among).order_by("-updated_at", "-pk").only("headline")
    return [
        *(Use(_("Head of the article"), row) for row in stories.filter(image=image)[:SHOWN]),
        *(Use(_("In the text"), row) for row in stories.filter(pictures_in_text__image=image)[:SHOWN]),
        *(Use(_("Logo"), row) for row in Publisher.objects.filter(logo=image)),
        *(Use(_("Portrait"), row) for row in Author.objects.filter(portrait=image)),
    ]

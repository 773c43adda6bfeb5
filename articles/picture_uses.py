"""Where a picture is used: at the head of stories, within their texts, as the logo of a publisher, as a portrait."""

from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext as _

from articles.models import Article, Author, Image, Publisher

SHOWN = 50


class Use(NamedTuple):
    role: str
    row: models.Model


def uses(image: Image) -> list[Use]:
    """Every use, stories first, the newest first; of stories at most SHOWN [3 queries]."""
    heads = Article.objects.filter(image=image).order_by("-updated_at")[:SHOWN]
    return [
        *(Use(_("Head of the article"), row) for row in heads.only("headline")),
        *(Use(_("Logo"), row) for row in Publisher.objects.filter(logo=image)),
        *(Use(_("Portrait"), row) for row in Author.objects.filter(portrait=image)),
    ]

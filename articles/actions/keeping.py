"""Saving a story, and bringing up to date what follows from a change."""

from django.db import transaction

from articles import index, listing
from articles.models import Article
from teams import clock


@transaction.atomic
def keep(article: Article, *, by) -> Article:
    """Save a story as it stands; `settle` brings up to date what follows, once its links are saved too."""
    if article.modified_at and (article.published_at is None or article.modified_at < article.published_at):
        article.modified_at = None
    article.full_clean()
    article.save()
    return article


@transaction.atomic
def settle(article: Article, *, by, modified: bool) -> Article:
    """After any edit, also by a form: bring up to date what follows from it. `modified`: a change of substance."""
    article.updated_at = clock.now()
    if modified and article.is_public:
        article.modified_at = max(article.updated_at, article.published_at)
    article.save(update_fields=["updated_at", "modified_at"])
    listing.rebuild(article)
    index.rebuild(article)
    return article

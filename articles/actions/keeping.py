"""Saving a story, and bringing up to date what follows from a change."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles import desk_index, impact, index, listing, picture_uses, quoted, versions
from articles.models import Article
from teams import clock

STALE = "stale"


@transaction.atomic
def keep(article: Article, *, by) -> Article:
    """Save a story as it stands; `settle` brings up to date what follows, once its rows are saved too."""
    hold(article)
    versions.remember_the_state_before(article)
    if article.modified_at and (article.published_at is None or article.modified_at < article.published_at):
        article.modified_at = None
    article.full_clean()
    article.save()
    return article


@transaction.atomic
def settle(article: Article, *, by, modified: bool, moment: str = "", brought_from: int | None = None) -> Article:
    """After any edit, also by a form: bring up to date what follows from it, and keep the version.

    `modified`: a change of substance. `moment`: why this version matters (`Version.Moment`); it is kept even if it says
    nothing new.
    """
    article.updated_at = clock.now()
    if modified and article.is_public:
        article.modified_at = max(article.updated_at, article.published_at)
    versions.remember(article, by=by, moment=moment, brought_from=brought_from)
    article.save(update_fields=["updated_at", "modified_at", "token"])
    listing.rebuild(article)
    index.rebuild(article)
    desk_index.rebuild(article)
    picture_uses.rebuild(article)
    quoted.rebuild(article)
    impact.rebuild(article, by=by)
    return article


def hold(article: Article) -> None:
    """Let nobody else change the story until the transaction ends; refuse if somebody has since it was read."""
    token = Article.objects.select_for_update().filter(pk=article.pk).values_list("token", flat=True).first()
    if token not in (None, article.token):
        raise ValidationError(_("Somebody has saved a newer version in the meantime: look at that one first."), code=STALE)

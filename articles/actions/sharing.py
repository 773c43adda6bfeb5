"""Showing a story to somebody without a login: by a secret link, until it expires or is taken back."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article, ShareLink
from teams import clock
from teams.auditlog import record


@transaction.atomic
def share(article: Article, *, by, lasting: timedelta) -> ShareLink:
    if article.binned_at:
        raise ValidationError(_("What is in the bin is shown to nobody."))
    link = ShareLink.objects.create(article=article, made_by=by, expires_at=clock.now() + lasting)
    record(by, "share", article, until=link.expires_at.isoformat())
    return link


@transaction.atomic
def revoke(link: ShareLink, *, by) -> ShareLink:
    link.revoked_at = link.revoked_at or clock.now()
    link.save(update_fields=["revoked_at"])
    record(by, "revoke", link.article)
    return link

"""The bin: what is thrown away is kept with its ties and its address, until somebody brings it back or ends it for good."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles import permissions
from articles.models import Article
from articles.permissions import Verb
from teams import auditlog, clock

from .keeping import hold


@transaction.atomic
def put_into_bin(article: Article, *, by) -> Article:
    """Take a story off every list of the desk; never one that readers see or were promised: that is withdrawn first."""
    hold(article)
    permissions.require(by, Verb.BIN, article)
    article.binned_at, article.binned_by = clock.now(), by
    article.save(update_fields=["binned_at", "binned_by"])
    auditlog.record(by, Verb.BIN, article)
    return article


@transaction.atomic
def restore(article: Article, *, by) -> Article:
    """Bring a story back from the bin as it was, in its state, with its ties and its address."""
    hold(article)
    permissions.require(by, Verb.BRING_BACK, article)
    article.binned_at = article.binned_by = None
    article.save(update_fields=["binned_at", "binned_by"])
    auditlog.record(by, Verb.BRING_BACK, article)
    return article


@transaction.atomic
def end_for_good(article: Article, *, by) -> None:
    """Delete a story of the bin for good, with its versions; the audit log goes on telling of it."""
    if by is not None and not by.is_superuser:
        raise PermissionDenied(_("Only a superuser ends a story for good."))
    if not article.binned_at:
        raise ValidationError(_("Put it into the bin first."))
    hold(article)
    auditlog.record(by, "delete", article, versions=article.versions.count(), status=article.status, slug=article.slug)
    article.delete()

"""Keeping what somebody is typing, apart from the story itself, until it is saved or thrown away."""

from datetime import datetime, timedelta
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article, Presence, WorkingCopy
from teams import clock

KEPT_FOR = timedelta(days=30)


@transaction.atomic
def keep_copy(
    key: UUID, data: dict, *, by, article: Article | None = None, based_on: UUID | None = None, age: timedelta = timedelta(0)
) -> WorkingCopy:
    """Keep what is typed in the form called `key`; what comes late, typed `age` ago, takes the place of nothing newer."""
    typed_at = clock.now() - max(age, timedelta(0))
    known = WorkingCopy.objects.select_for_update().filter(key=key).first()
    if known and known.user_id != by.pk:
        raise PermissionDenied(_("This text is somebody else's."))
    if known and age and known.saved_at > typed_at:
        return known
    said = {"user": by, "article": article, "based_on": based_on, "data": data, "saved_at": typed_at}
    return WorkingCopy.objects.update_or_create(key=key, defaults=said)[0]


def drop_copy(key: UUID | None, *, by) -> None:
    """It was saved, or thrown away."""
    WorkingCopy.objects.filter(key=key, user=by).delete()


def drop_old_copies(since: datetime, until: datetime) -> None:
    """What nobody came back to in a month, and who had a page open before."""
    WorkingCopy.objects.filter(saved_at__lt=until - KEPT_FOR).delete()
    Presence.objects.filter(seen_at__lt=until - timedelta(hours=1)).delete()

"""Keeping the audit log: one line for each act on a row, in the transaction of the act."""

from django.contrib.contenttypes.models import ContentType
from django.db import models

from teams.models import AuditEntry


def record(by, verb: str, row: models.Model, **details) -> AuditEntry:
    """Say that `by` (None: the system) did `verb` ("publish", "link") to `row`; `details` are plain JSON values."""
    return AuditEntry.objects.create(
        by=by,
        who=(by.get_full_name() or by.get_username()) if by else "",
        verb=verb,
        content_type=ContentType.objects.get_for_model(row),
        row_id=row.pk,
        what=str(row)[:200],
        details=details,
    )


def of(row: models.Model) -> models.QuerySet:
    """What was done with a row, the last first."""
    return AuditEntry.objects.filter(content_type=ContentType.objects.get_for_model(row), row_id=row.pk)

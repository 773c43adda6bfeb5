"""What the desk writes into the audit log of itself, and how it prints it: on the history page of a row, and in words."""

import json

from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.utils.dateparse import parse_datetime
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from teams.auditlog import of, record

from .printed import short

_SHOWN = 200
_DAY = len("2025-11-06")
VERBS = {
    "add": pgettext_lazy("audit log", "added"),
    "change": pgettext_lazy("audit log", "changed"),
    "delete": pgettext_lazy("audit log", "deleted"),
    "rename": pgettext_lazy("audit log", "gave another address to"),
    "enter": pgettext_lazy("audit log", "entered"),
    "undo": pgettext_lazy("audit log", "undid"),
    "cancel": pgettext_lazy("audit log", "cancelled"),
    "restore": pgettext_lazy("audit log", "restored"),
    "give": pgettext_lazy("audit log", "gave to another"),
    "move": pgettext_lazy("audit log", "moved"),
    "whistle": pgettext_lazy("audit log", "kept the clock of"),
    "line_up": pgettext_lazy("audit log", "set the line-up of"),
    "rule": pgettext_lazy("audit log", "ruled on"),
    "import": pgettext_lazy("audit log", "imported into"),
    "merge": pgettext_lazy("audit log", "made one"),
    "unmerge": pgettext_lazy("audit log", "parted again"),
    "keep_name": pgettext_lazy("audit log", "kept the name"),
    "publish": pgettext_lazy("audit log", "published"),
    "schedule": pgettext_lazy("audit log", "scheduled"),
    "unschedule": pgettext_lazy("audit log", "took off the schedule"),
    "appear": pgettext_lazy("audit log", "let appear"),
    "send_for_review": pgettext_lazy("audit log", "sent for review"),
    "send_back": pgettext_lazy("audit log", "sent back"),
    "assign": pgettext_lazy("audit log", "assigned"),
    "withdraw": pgettext_lazy("audit log", "withdrew"),
    "republish": pgettext_lazy("audit log", "republished"),
    "correct": pgettext_lazy("audit log", "corrected"),
    "comment": pgettext_lazy("audit log", "commented on"),
    "settle_comment": pgettext_lazy("audit log", "settled a comment on"),
    "reopen_comment": pgettext_lazy("audit log", "reopened a comment on"),
    "bring_version_back": pgettext_lazy("audit log", "brought back a version of"),
    "bin": pgettext_lazy("audit log", "put into the bin"),
    "bring_back": pgettext_lazy("audit log", "brought back from the bin"),
    "share": pgettext_lazy("audit log", "made a secret link to"),
    "revoke": pgettext_lazy("audit log", "took back a secret link to"),
    "amend_correction": pgettext_lazy("audit log", "amended a note under"),
    "impact_right": pgettext_lazy("audit log", "declared still right"),
    "impact_left": pgettext_lazy("audit log", "left as it is"),
    "publish over a disputed claim": pgettext_lazy("audit log", "published over a disputed claim"),
    "merge topics": pgettext_lazy("audit log", "made one with another topic"),
    "link": pgettext_lazy("audit log", "tied"),
    "unlink": pgettext_lazy("audit log", "untied"),
    "arrange": pgettext_lazy("audit log", "arranged"),
    "duplicate": pgettext_lazy("audit log", "copied another story into"),
    "translate": pgettext_lazy("audit log", "began, as a translation,"),
    "link translations": pgettext_lazy("audit log", "linked to its translation"),
    "unlink translations": pgettext_lazy("audit log", "parted from its translation"),
}
DETAILS = {
    "at": pgettext_lazy("detail of the audit log", "hour"),
    "claims": pgettext_lazy("detail of the audit log", "claims"),
    "due_at": pgettext_lazy("detail of the audit log", "due"),
    "entry": pgettext_lazy("detail of the audit log", "entry"),
    "gone": pgettext_lazy("detail of the audit log", "gone"),
    "links": pgettext_lazy("detail of the audit log", "links"),
    "note": pgettext_lazy("detail of the audit log", "note"),
    "of": pgettext_lazy("detail of the audit log", "from number"),
    "planned": pgettext_lazy("detail of the audit log", "planned for"),
    "reason": pgettext_lazy("detail of the audit log", "reason"),
    "sentences": pgettext_lazy("detail of the audit log", "sentences"),
    "sisters": pgettext_lazy("detail of the audit log", "numbers"),
    "slug": pgettext_lazy("detail of the audit log", "address"),
    "starts_at": pgettext_lazy("detail of the audit log", "from"),
    "status": pgettext_lazy("detail of the audit log", "status"),
    "stories": pgettext_lazy("detail of the audit log", "stories"),
    "to": pgettext_lazy("detail of the audit log", "to"),
    "topics": pgettext_lazy("detail of the audit log", "topics"),
    "until": pgettext_lazy("detail of the audit log", "until"),
    "version": pgettext_lazy("detail of the audit log", "version"),
    "versions": pgettext_lazy("detail of the audit log", "versions"),
    "words": pgettext_lazy("detail of the audit log", "words"),
}


class Audited(admin.ModelAdmin):
    """Every save of a form is in the audit log, and the history of a row is what the log says of it."""

    def log_addition(self, request, obj, message):
        record(request.user, "add", obj, message=message)

    def log_change(self, request, obj, message):
        if message:  # a form that was sent back as it came is no act
            record(request.user, "change", obj, message=message)

    def log_deletions(self, request, queryset):
        for row in queryset:
            record(request.user, "delete", row)

    def history_view(self, request, object_id, extra_context=None):
        """Who did what with a row, the last first."""
        row = self.get_object(request, object_id)
        if row is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": _("What was done with it"),
            "opts": self.opts,
            "object": row,
            "acts": [(entry, said(entry), details(entry)) for entry in of(row)[:_SHOWN]],
            **(extra_context or {}),
        }
        return render(request, "admin/acts.html", context)


def said(entry) -> str:
    """The verb of an entry in words; one that has none yet stands as it is."""
    return str(VERBS.get(entry.verb, entry.verb.replace("_", " ")))


def details(entry) -> str:
    """What an entry says beside its verb, on one line."""
    told = dict(entry.details)
    message = told.pop("message", "")
    if isinstance(message, list):  # as the forms of Django's admin tell what was changed
        message = LogEntry(change_message=json.dumps(message)).get_change_message()
    rest = [
        f"{DETAILS.get(name, name.replace('_', ' '))}: {_plain(value)}"
        for name, value in told.items()
        if value not in ("", None, [])
    ]
    return capfirst("; ".join(filter(None, [message, *rest])))


def _plain(value) -> str:
    if isinstance(value, list):
        return ", ".join(map(_plain, value))
    if isinstance(value, dict):
        return " ".join(str(part) for part in value.values() if part not in ("", None))
    instant = parse_datetime(value) if isinstance(value, str) and len(value) > _DAY else None
    return short(instant) if instant else str(value)

"""The audit log: what it says of an act, and that nobody can make it say something else."""

import pytest
from django.db import IntegrityError, transaction

from teams.auditlog import record
from teams.models import AuditEntry
from tests.desk import make_login
from tests.making import make_team

pytestmark = pytest.mark.django_db


def test_an_act_is_told_by_its_names_even_when_login_and_row_are_gone():
    editor, team = make_login("Editor", first_name="Ada", last_name="Neri"), make_team("Inter")
    entry = record(editor, "rename", team, former="Internazionale")

    editor.delete()
    team.delete()
    entry.refresh_from_db()

    assert (entry.who, entry.by, entry.verb, entry.what, entry.details) == (
        "Ada Neri", None, "rename", "Inter", {"former": "Internazionale"},
    )  # fmt: skip


def test_the_database_refuses_to_change_what_was_kept():
    entry = record(None, "publish", make_team("Inter"))

    with pytest.raises(IntegrityError, match="stays as it is"), transaction.atomic():
        AuditEntry.objects.filter(pk=entry.pk).update(verb="withdraw")

    entry.refresh_from_db()
    assert (entry.who, entry.verb) == ("", "publish")

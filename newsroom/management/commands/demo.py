"""`manage.py demo`: make this database a demo: the seeds, and logins that exist nowhere else."""

import secrets
from typing import NamedTuple

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from articles.models import Membership, Publisher
from newsroom import demo, demo_desk

Role = Membership.Role


class Login(NamedTuple):
    """Somebody of the demo's newsroom. `of`: the kind of publisher that they work for, the first of it; None: every one."""

    username: str
    first_name: str
    last_name: str
    groups: tuple[str, ...] = ()
    role: str | None = None
    of: str | None = None
    superuser: bool = False


EDITOR = Login("editor", "Demo", "Editor", ("Desk chief", "Data desk"), Role.CHIEF)
CAST = (
    EDITOR,
    Login("reporter", "Demo", "Reporter", ("Reporter",), Role.REPORTER, of=Publisher.Kind.OWN),
    Login("partner", "Demo", "Partner", ("Editor",), Role.EDITOR, of=Publisher.Kind.PARTNER),
    Login("owner", "Demo", "Owner", superuser=True),
)


class Command(BaseCommand):
    help = "Loads the seeds, makes logins and what waits for them. With --clock only says at which instant the clock must start."

    def add_arguments(self, parser):
        parser.add_argument("--clock", action="store_true", help="print the instant for NEWSROOM_CLOCK, and do nothing else")

    def handle(self, *, clock, **options):
        if clock:
            self.stdout.write(_written(demo.clock_start()))
            return
        call_command("seed", verbosity=options["verbosity"], stdout=self.stdout)
        password = make_cast()
        if options["verbosity"] > 0:
            others = ", ".join(login.username for login in CAST if login is not EDITOR)
            self.stdout.write(
                f"\nlogin     {EDITOR.username}\npassword  {password}\nNEWSROOM_CLOCK={_written(demo.clock_start())}"
            )
            self.stdout.write(f"with the first password also: {others}")


@transaction.atomic
def make_cast() -> str:
    """The demo's logins, each made once, and what waits for them; the editor's password, or where to look for it."""
    kept = settings.DATA_DIR / "demo-password"
    if not kept.exists():
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(9))
    password = kept.read_text().strip()
    editor, reporter, *_others = [_make(login, password) for login in CAST]
    demo_desk.lay_out(editor, reporter)
    return password if editor.check_password(password) else "(the one you chose)"


def _make(login, password):
    names = {"first_name": login.first_name, "last_name": login.last_name}
    user, created = get_user_model().objects.get_or_create(
        username=login.username,
        defaults={"is_staff": True, "is_superuser": login.superuser, "email": f"{login.username}@example.org", **names},
    )
    if created:
        user.set_password(password)
        user.save()
        user.groups.set(Group.objects.filter(name__in=login.groups))
        publisher = login.of and Publisher.objects.filter(kind=login.of).order_by("name").first()
        if login.role and (publisher or not login.of):
            Membership.objects.create(user=user, publisher=publisher, role=login.role)
    return user


def _written(instant) -> str:
    return timezone.localtime(instant).isoformat()

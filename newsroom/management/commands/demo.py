"""`manage.py demo`: make this database a demo: the seeds, and a login that exists nowhere else."""

import secrets

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from newsroom import demo

LOGIN = "editor"
GROUPS = ("Editor", "Data desk")


class Command(BaseCommand):
    help = "Loads the seeds and makes the demo's login. With --clock only says at which instant the demo's clock must start."

    def add_arguments(self, parser):
        parser.add_argument("--clock", action="store_true", help="print the instant for NEWSROOM_CLOCK, and do nothing else")

    def handle(self, *, clock, **options):
        if clock:
            self.stdout.write(_written(demo.clock_start()))
            return
        call_command("seed", verbosity=options["verbosity"], stdout=self.stdout)
        password = make_editor()
        if options["verbosity"] > 0:
            self.stdout.write(f"\nlogin     {LOGIN}\npassword  {password}\nNEWSROOM_CLOCK={_written(demo.clock_start())}")


@transaction.atomic
def make_editor() -> str:
    """The demo's editor, made once; the password, or where to look if somebody has changed it."""
    kept = settings.DATA_DIR / "demo-password"
    if not kept.exists():
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(9))
    password = kept.read_text().strip()
    editor, created = get_user_model().objects.get_or_create(
        username=LOGIN, defaults={"is_staff": True, "first_name": "Demo", "last_name": "Editor"}
    )
    if created:
        editor.set_password(password)
        editor.save()
        editor.groups.set(Group.objects.filter(name__in=GROUPS))
    return password if editor.check_password(password) else "(the one you chose)"


def _written(instant) -> str:
    return timezone.localtime(instant).isoformat()

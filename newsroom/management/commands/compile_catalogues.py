"""Compiles the translations, .po to .mo, in Python: a machine that runs the paper needs no gettext."""

from pathlib import Path

import polib
from django.conf import settings
from django.core.management.base import BaseCommand


def compile_catalogues(folders) -> list[Path]:
    """Compile every catalogue under these folders whose .mo is missing or older; return those that were."""
    compiled = []
    for source in sorted(path for folder in folders for path in Path(folder).glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        fresh = target.with_suffix(".mo.new")  # processes that start together never see half a file
        polib.pofile(str(source), check_for_duplicates=True).save_as_mofile(str(fresh))
        fresh.replace(target)
        compiled.append(target)
    return compiled


class Command(BaseCommand):
    help = "Compile the translations in newsroom/locale that have changed."
    requires_system_checks = []

    def handle(self, **options):
        for target in compile_catalogues(settings.LOCALE_PATHS):
            self.stdout.write(f"compiled {target}")

"""`manage.py build_fonts`: make the paper's typefaces, before `collectstatic`."""

from django.conf import settings
from django.core.management.base import BaseCommand

from newsroom import fonts


class Command(BaseCommand):
    help = "Cuts the typefaces down to what the paper prints; does nothing where that is done."

    def handle(self, **options):
        made = fonts.build(settings.FONTS_DIR)
        size = sum(path.stat().st_size for path in made)
        self.stdout.write(f"Made {len(made)} typefaces, {size / 1024:.0f} KB." if made else "The typefaces are there already.")

"""manage.py reindex: makes the search index anew, as after a change of how words are read."""

from django.core.management.base import BaseCommand

from articles import index


class Command(BaseCommand):
    help = "Makes the search index anew from the published stories."

    def handle(self, **options):
        self.stdout.write(f"{index.rebuild_all()} stories can be found.")

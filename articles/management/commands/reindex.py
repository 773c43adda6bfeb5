"""manage.py reindex: makes the search indexes anew, the readers' and the desk's, as after a change of how words are read."""

from django.core.management.base import BaseCommand

from articles import desk_index, index


class Command(BaseCommand):
    help = "Makes the search indexes anew: the readers' from the published stories, the desk's from all."

    def handle(self, **options):
        self.stdout.write(f"{desk_index.rebuild_all()} stories can be found on the desk.")
        self.stdout.write(f"{index.rebuild_all()} stories can be found.")

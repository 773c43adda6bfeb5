"""Compares every story's rows of the read model `StatedClaim` with its text."""

from django.core.management.base import BaseCommand, CommandError

from articles import impact
from articles.models import Article


class Command(BaseCommand):
    help = "Compare what stories are said to state with their texts; exit with 1 if they differ."

    def add_arguments(self, parser):
        parser.add_argument("--repair", action="store_true", help="Read stories that differ again, and keep what they state.")

    def handle(self, repair, **options):
        wrong = [article for article in Article.objects.order_by("pk").iterator(500) if self.differs(article)]
        if repair:
            for article in wrong:
                impact.rebuild(article, anew=True)
            self.stdout.write(f"Stories repaired: {len(wrong)}.")
        elif wrong:
            raise CommandError(f"Stories that state something else than is kept: {len(wrong)}; --repair reads them again.")
        else:
            self.stdout.write("Every story states what is kept of it.")

    def differs(self, article):
        missing, gone = impact.compare(article)
        for mark, rows in (("missing", missing), ("too much", gone)):
            for row in rows:
                self.stdout.write(f"{article.pk} {article}: {mark}: {row.kind} “{row.surface}” in the {row.get_part_display()}")
        return bool(missing or gone)

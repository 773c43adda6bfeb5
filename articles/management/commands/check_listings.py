"""Compares every story's rows of the read model `Listing` with its links."""

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from articles import listing
from articles.models import Article, Listing


def stated(rows):
    return {(row.kind, row.target_id, row.language, row.published_at) for row in rows}


class Command(BaseCommand):
    help = "Compare the lists that stories stand in with their links; exit with 1 if they differ."

    def add_arguments(self, parser):
        parser.add_argument("--repair", action="store_true", help="Rebuild the rows of stories that differ.")

    def handle(self, repair, **options):
        wrong = [article for article in Article.objects.order_by("pk").iterator(500) if self.differs(article)]
        if repair:
            with transaction.atomic():
                for article in wrong:
                    listing.rebuild(article)
            self.stdout.write(f"Stories repaired: {len(wrong)}.")
        elif wrong:
            raise CommandError(f"Stories that stand elsewhere than their links say: {len(wrong)}; --repair rebuilds their rows.")
        else:
            self.stdout.write("Every story stands where its links say.")

    def differs(self, article):
        kept, wanted = stated(Listing.objects.filter(article=article)), stated(listing.rows_of(article))
        for mark, rows in (("missing", wanted - kept), ("too much", kept - wanted)):
            for kind, target, language, _time in sorted(rows):
                self.stdout.write(f"{article.pk} {article}: {mark}: {kind} {target} ({language})")
        return kept != wanted

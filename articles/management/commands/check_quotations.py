"""Compares the quotations that follow the text of every story with what its blocks say."""

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from articles import quoted
from articles.models import Article


class Command(BaseCommand):
    help = "Compare whom stories quote with the quotation blocks of their texts; exit with 1 if they differ."

    def add_arguments(self, parser):
        parser.add_argument("--repair", action="store_true", help="Note anew what the texts of stories that differ say.")

    def handle(self, repair, **options):
        wrong = [article for article in Article.objects.order_by("pk").iterator(500) if quoted.differs(article)]
        for article in wrong:
            self.stdout.write(f"{article.pk} {article}")
        if repair:
            with transaction.atomic():
                for article in wrong:
                    quoted.rebuild(article)
            self.stdout.write(f"Stories repaired: {len(wrong)}.")
        elif wrong:
            raise CommandError(f"Stories that quote otherwise than their texts: {len(wrong)}; --repair notes them anew.")
        else:
            self.stdout.write("Every story quotes whom its text quotes.")

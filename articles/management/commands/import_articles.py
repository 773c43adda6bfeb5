"""`manage.py import_articles FILE...`: stories as plain text, copied from a news platform, become drafts."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.urls import reverse

from articles.importers.platform_text import read_platform_text
from articles.importers.store import keep_draft
from articles.models import Article
from articles.models.links import LINKS
from teams.importers.records import Refused


class Command(BaseCommand):
    help = "Make a draft of each file: a story as copied from a news platform. All of them, or none if one is no such story."

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument(
            "--language", choices=Article.Language.values, default="", help="of the text; told from its words if not given"
        )

    @transaction.atomic
    def handle(self, *, files, language, **options):
        try:
            texts = [read_platform_text(file.read_bytes(), str(file)) for file in files]
            for text in texts:
                article, is_new = keep_draft(text, by=None, language=language)
                self.stdout.write(self.told(article, is_new))
        except (Refused, OSError) as error:
            raise CommandError(f"{error}. Nothing was imported.") from error

    def told(self, article, is_new):
        address = reverse("admin:articles_article_change", args=[article.pk])
        if article.binned_at:
            return f"In the bin, left there: {article.headline} (bring it back: {address})"
        if not is_new:
            return f"Already here, left alone: {article.headline} ({article.get_status_display()}, {address})"
        lines = [f"New draft: {article.headline} ({address})"]
        for model in LINKS:
            ties = model.objects.filter(article=article).select_related(model.TARGET)
            lines += [f"  {tie.role}: {tie.target} ({model.TARGET})" for tie in ties]
        return "\n".join(lines)

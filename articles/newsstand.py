"""The publishers side by side, each with the newest story that it has here."""

from django.db.models import OuterRef, Subquery

from articles.models import Article, Publisher
from articles.models.listings import ListKind


def publishers(language) -> list[Publisher]:
    """Publishers with `newest`, a story or None, in that edition [2 queries]."""
    newest = Article.objects.published().listed(ListKind.PUBLISHER, OuterRef("pk"), language).values("pk")[:1]
    rows = list(Publisher.objects.select_related("logo").defer("terms").annotate(newest_id=Subquery(newest)))
    stories = Article.objects.published().for_card().in_bulk([row.newest_id for row in rows if row.newest_id])
    for row in rows:
        row.newest = stories.get(row.newest_id)
    return rows

"""What waits on the desk when the demo opens: a story to review, one that was given to somebody, words between them."""

from datetime import timedelta

from articles import actions, first_drafts
from articles.drafting import PREVIEW
from articles.models import Article, Publisher
from newsroom import demo
from teams import clock
from teams.models import Match

MATCH = "inter-lazio-2025-11-09"


def lay_out(editor, reporter) -> None:
    """Once for a demo, through the verbs that people use; nothing where the seeds have no such match."""
    match = Match.objects.filter(slug=MATCH).first()
    publisher = Publisher.objects.filter(kind=Publisher.Kind.OWN).order_by("name").first()
    if match is None or publisher is None or Article.objects.filter(created_by=reporter).exists():
        return
    with clock.at(demo.seeding_time()):
        sent = first_drafts.begin(match, PREVIEW, "it", publisher, by=reporter)
        actions.send_for_review(sent, by=reporter, words="Bozza dalle righe. Chi ha tempo rilegga le serie della Lazio.")
        given = first_drafts.begin(match, PREVIEW, "en", publisher, by=reporter)
        actions.assign(given, by=editor, to=reporter, due_at=demo.STARTS + timedelta(hours=3))
        actions.comment(given, by=editor, words="For the English edition by noon, please: a livelier opening.", to=reporter)
        actions.comment(sent, by=reporter, words="È pronta: la mettiamo in prima pagina?", to=editor)

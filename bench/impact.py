"""`python -m bench.impact [STORIES]`: what reading adds to publishing, and how long a corrected match keeps the worker.

On a scratch database: a league, and so many stories of one match. Prints seconds, and each as so many times the same work
without it: publishing beside publishing without reading, the queue beside writing its rows alone.
"""

import os
import shutil
import statistics
import sys
import time
from datetime import timedelta
from pathlib import Path
from unittest import mock

ROOT = Path(__file__).resolve().parent.parent
STORIES = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
AIM = 5  # seconds for ten thousand stories
SAMPLES = 15
os.environ |= {"BENCH_ARTICLES": "impact", "DJANGO_SETTINGS_MODULE": "bench.settings"}
TEXT = (
    "<p>{home} batte {away} {score} in campionato: al {minute}' segna {scorer}, poi la squadra controlla.</p>"
    + "<p>{filler}</p>" * 5
)
FILLER = "Il pubblico ha applaudito a lungo, e il tecnico ha parlato della settimana che viene senza promettere niente. " * 6


def prepare():
    """The league, and a match with a goal."""
    shutil.rmtree(ROOT / "var" / "bench" / "impact", ignore_errors=True)
    import django

    django.setup()
    from django.core.management import call_command

    from bench.archive import fill
    from teams.models import MatchEvent

    call_command("migrate", verbosity=0)
    fill(500)
    return (
        MatchEvent.objects.standing()
        .filter(kind="goal", person__isnull=False, match__status="finished")
        .latest("match__kickoff", "pk")
    )


def story(event, number):
    from articles.models import Article, Publisher

    match = event.match
    told = {"home": match.home, "away": match.away, "score": match.score, "minute": event.minute, "scorer": event.person}
    return Article(
        headline=f"{match.home} - {match.away}, la serata {number}", slug=f"serata-{number}", language="it", kind="report",
        body=TEXT.format(filler=FILLER, **told), publisher=Publisher.objects.first(), status="published",
        published_at=match.kickoff + timedelta(hours=12),
    )  # fmt: skip


def timed(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def publishing(event):
    """The median of publishing a report, and without the reading."""
    from articles import actions, impact

    def publish(number):
        article = story(event, number)
        article.status, article.published_at = "draft", None
        article.save()
        return timed(lambda: actions.publish(article, by=None))

    publish(-1)  # builds the dictionary of names
    reading = statistics.median(publish(-2 - number) for number in range(SAMPLES))
    with mock.patch.object(impact, "rebuild"):
        plain = statistics.median(publish(-100 - number) for number in range(SAMPLES))
    return reading, plain


def stories_of(event):
    """So many stories, read once: the others state the same."""
    from articles import impact
    from articles.models import Article, StatedClaim

    articles = Article.objects.bulk_create([story(event, number) for number in range(STORIES)], batch_size=500)
    impact.rebuild(articles[0])
    rows = list(StatedClaim.objects.filter(article=articles[0]))
    for row in rows:
        row.pk = None
    copies = [StatedClaim(**{**_columns(row), "article_id": article.pk}) for article in articles[1:] for row in rows]
    StatedClaim.objects.bulk_create(copies, batch_size=500)
    return len(rows)


def _columns(row):
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if not field.primary_key}


def correction(event):
    """The goal is given to another, and the score is changed: the worker's seconds, and those of writing its rows alone."""
    from articles import impact
    from articles.models import Impact
    from teams import actions as facts
    from teams.models import Match

    match = Match.objects.get(pk=event.match_id)
    facts.cancel_event(event, reason="fuorigioco", by=None)
    match.home_goals, match.away_goals = match.home_goals + 1, match.away_goals + 2
    facts.save_match(match, by=None)
    seconds = timed(impact.review)
    rows = list(Impact.objects.all())
    again = [Impact(**{**_columns(row), "claim_id": None}) for row in rows]
    return seconds, len(rows), timed(lambda: Impact.objects.bulk_create(again, batch_size=500))


def main():
    event = prepare()
    reading, plain = publishing(event)
    print(
        f"publishing a report of 600 words: {reading * 1000:.0f} ms, "
        f"{reading / plain:.1f} x without reading it ({plain * 1000:.0f} ms)"
    )
    claims = stories_of(event)
    seconds, queued, writing = correction(event)
    print(f"{STORIES:,} stories of one match with {claims} claims each; {queued:,} sentences queued in {seconds:.1f} s,")
    print(f"{seconds / writing:.1f} x writing those rows alone ({writing:.1f} s)")
    aim = AIM * max(1, STORIES / 10_000)
    print("The aim is met." if seconds < aim else f"Missed: more than {aim:.0f} s.")
    return int(seconds >= aim)


if __name__ == "__main__":
    sys.exit(main())

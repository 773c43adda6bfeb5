"""`python -m bench.desk`: what the desk asks of the database with 20,000 people, 5,000 matches and 200,000 articles.

On a scratch database, made in some ten minutes, that stays in var/ until the migrations or bench/archive.py change. Prints
queries, milliseconds of database time, and these as so many times one row read by its number; `python -m bench.impact` measures
the queue of changed facts.
"""

import hashlib
import os
import shutil
import statistics
import sys
import time
from copy import copy
from datetime import timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ARTICLES, PEOPLE, MATCHES = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000, 20_000, 5_000
QUERIES, MILLISECONDS = 20, 60
ROUNDS, DRAFTS = 7, 300
LIST = "/admin/articles/article/"
os.environ |= {"BENCH_ARTICLES": f"desk-{ARTICLES}", "DJANGO_SETTINGS_MODULE": "bench.settings"}


def prepare():
    """The rows, made once."""
    folder = ROOT / "var" / "bench" / os.environ["BENCH_ARTICLES"]
    sources = [ROOT / "bench" / "archive.py", *sorted(ROOT.glob("*/migrations/*.py"))]
    made_from = hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()
    stamp = folder / "made-from"
    is_made = stamp.is_file() and stamp.read_text() == made_from
    if not is_made:
        shutil.rmtree(folder, ignore_errors=True)
    import django

    django.setup()
    if not is_made:
        print(f"Filling {folder.relative_to(ROOT)} with {ARTICLES:,} articles ...", flush=True)
        fill()
        stamp.write_text(made_from)


def fill():
    from django.core.management import call_command
    from django.db import connection
    from django.db.models import F

    from articles import desk_index
    from articles.models import Article
    from bench import archive
    from teams.models import Match, Person

    call_command("migrate", verbosity=0)
    archive.fill(ARTICLES)
    known, played = Person.objects.count(), list(Match.objects.filter(status="finished").order_by("pk"))
    names = ((n, f"Nome Altro{n}") for n in range(known + 1, PEOPLE + 1))
    Person.objects.bulk_create(Person(pk=n, name=name, surname=name.split()[1], slug=f"altro-{n}") for n, name in names)
    Match.objects.bulk_create(_earlier(played, MATCHES - Match.objects.count()), batch_size=500)
    _drafts(Article.objects.filter(pk__gt=ARTICLES - DRAFTS))
    Article.objects.alias(place=F("pk") % 50).filter(place=0).update(translated_from=F("pk") - 1)
    desk_index.rebuild_all()
    connection.cursor().execute("ANALYZE")


def _drafts(newest):
    """The newest stories are still written, some by each of three logins."""
    from django.contrib.auth.models import Group, User

    from articles.models import Listing, Membership

    Listing.objects.filter(article__in=newest).delete()
    newest.update(status="draft", published_at=None)
    for name, publisher, role in (("chief", None, "chief"), ("editor", 1, "editor"), ("reporter", 1, "reporter")):
        user = User.objects.create(username=name, is_staff=True)
        user.groups.set(Group.objects.filter(name={"chief": "Desk chief"}.get(role, role.capitalize())))
        Membership.objects.create(user=user, publisher_id=publisher, role=role)
        newest.filter(pk__endswith=str(len(name) % 10)).update(created_by=user)


def _earlier(played, count):
    """The matches of former years, as many as asked for: the same again, so many years before."""
    for n in range(count):
        again, years = copy(played[n % len(played)]), n // len(played) + 1
        again.pk, again.slug = 100_000 + n, f"{again.slug}-{years}"
        again.kickoff -= timedelta(days=364 * years)
        again.round, again.matchday = f"{years} years before", None
        yield again


def asked_by(work):
    """How many queries a piece of work makes, and the milliseconds that their rows take to be read once more, all of them."""
    from django.db import connection

    asked = []

    def note(execute, sql, params, many, context):
        asked.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        work()
    return len(asked), sum(read(sql, params) for sql, params in asked if sql.startswith(("SELECT", "(SELECT")))


def read(sql, params):
    from django.db import connection

    times = []
    for _round in range(ROUNDS):
        with connection.cursor() as cursor:
            begun = time.perf_counter()
            cursor.execute(sql, params)
            cursor.fetchall()
            times.append(time.perf_counter() - begun)
    return statistics.median(times) * 1000


def pages():
    """The pages of the desk that grow with the archive."""
    from articles.models import Article

    story = Article.objects.filter(status="published").order_by("-pk")[0]
    lists = {
        "list": "",
        "list, one word": "?q=rigore",
        "list, two words": "?q=traversa+portiere",
        "list, a name": "?q=firma+12",
        "list, while typing": "?q=r",
        "list, nothing found": "?q=catenaccio+zona",
        "list, mine": "?standing=mine",
        "list, drafts": "?standing=draft",
        "list, late": "?standing=late",
        "list, one publisher": "?publisher__id__exact=1",
    }
    return {
        "the first page": "/admin/",
        **{name: f"{LIST}{query}" for name, query in lists.items()},
        "a story": f"{LIST}{story.pk}/change/",
        "a new story": f"{LIST}add/",
        "its history": f"{LIST}{story.pk}/history/",
    }


def saving():
    """The median of saving a change of a story, and without its version."""
    from unittest import mock

    from articles import actions, versions
    from articles.models import Article

    def save(number):
        story = Article.objects.get(pk=ARTICLES - DRAFTS - number)
        story.standfirst = f"{story.standfirst} {time.time()}"[-400:]
        begun = time.perf_counter()
        actions.settle(actions.keep(story, by=None), by=None, modified=True)
        return time.perf_counter() - begun

    def median():
        return statistics.median(save(number % 5) for number in range(40))

    median()  # the first version of each is that of before
    kept = median()
    with mock.patch.object(versions, "remember"), mock.patch.object(versions, "remember_the_state_before"):
        return kept * 1000, median() * 1000


def measured(name):
    """(page, queries, milliseconds) of each page, asked by one login."""
    from django.contrib.auth.models import User
    from django.test import Client

    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(User.objects.get(username=name))
    for page, address in pages().items():
        if client.get(address).status_code != 200:
            sys.exit(f"{address} did not answer {name}")
        queries, milliseconds = asked_by(lambda address=address: client.get(address))
        yield page, queries, milliseconds


def main():
    prepare()
    plain = read("SELECT id, headline FROM articles_article WHERE id = %s", (ARTICLES // 2,))
    missed = []
    print(f"{'':12}{'':22}{'queries':>8}{'ms':>8}{'x plain':>9}")
    for name in ("chief", "editor", "reporter"):
        for page, queries, milliseconds in measured(name):
            print(f"{name:12}{page:22}{queries:8}{milliseconds:8.1f}{milliseconds / plain:9.0f}")
            if queries > QUERIES or milliseconds > MILLISECONDS:
                missed.append(f"{page} for {name}: {queries} queries, {milliseconds:.0f} ms")
    kept, without = saving()
    print(f"saving a change: {kept:.1f} ms, {kept / without:.2f} x without its version ({without:.1f} ms)")
    print("Every aim is met." if not missed else "Missed:\n  " + "\n  ".join(missed))
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())

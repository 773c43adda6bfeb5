"""Calls the site as a server would, one request after the other, and prints what each page costs as JSON."""

import gc
import json
import resource
import statistics
import sys
from io import BytesIO
from time import process_time
from urllib.parse import quote, unquote

from django.core.cache import cache
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.test.utils import CaptureQueriesContext

ROUNDS, CALLS = 4, 20
application = get_wsgi_application()


def request(address, **headers):
    """One request through WSGI: its CPU time in milliseconds, status, headers, body."""
    path, _, query = address.partition("?")
    answered = {}
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": unquote(path),
        "QUERY_STRING": query,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80",
        "HTTP_HOST": "127.0.0.1",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
        **headers,
    }
    begun = process_time()
    response = application(environ, lambda status, found, *_: answered.update(status=status, headers=dict(found)))
    body = b"".join(response)
    response.close()
    return (process_time() - begun) * 1000, answered["status"], answered["headers"], body


def addresses():
    """Some addresses of every kind of page; the busiest first."""
    from articles.models import Article
    from teams.models import Match, MatchEvent

    newest = list(Article.objects.published().in_language("it").newest_first()[:10])
    played = list(Match.objects.results()[:10])
    goals = [MatchEvent.objects.goals().filter(match=match).select_related("match").first() for match in played]
    goals = [goal for goal in goals if goal] or [MatchEvent.objects.select_related("match").first()]
    return {
        "one line": ["/one-line/"],
        "front": ["/it/"],
        "news": ["/it/news/"],
        "article": [article.get_absolute_url() for article in newest],
        "team": [f"/it/teams/squadra-{n}/" for n in range(10)],
        "player": [f"/it/players/{goal.person.slug}/" for goal in goals],
        "match": [match.get_absolute_url() for match in played],
        "event": [goal.get_absolute_url() for goal in goals],
        "season": ["/it/competitions/serie-a/2025-26/"],
        "season on a day": ["/it/competitions/serie-a/2025-26/?on=2025-11-05"],
        "teams": ["/it/teams/"],
        "matches": ["/it/matches/"],
        "publisher": ["/it/publishers/testata-2/"],
        "topic": ["/it/topics/tema-3/"],
        "author": ["/it/authors/firma-2/"],
        "search": [f"/it/search/?q={quote(words)}" for words in ("rigore", "gol traversa", "cognome12")],
        "front feed": ["/it/feed.rss"],
        "team feed": ["/it/teams/squadra-0/feed.rss"],
        "calendar": ["/it/teams/squadra-0/fixtures.ics"],
        "sitemap": ["/sitemap.xml"],
        "news sitemap": ["/news-sitemap.xml"],
    }


def price(calls):
    """What these requests ask of the database and answer, caches cold but Django's own tables warm."""
    found = []
    for address, headers in calls:
        request(address, **headers)
        cache.clear()
        with CaptureQueriesContext(connection) as asked:
            _ms, status, answered, body = request(address, **headers)
        found.append((len(asked), status.split()[0], len(body), answered))
    return found


def main():
    calls = {name: [(address, {}) for address in found] for name, found in addresses().items()}
    tag = price(calls["front feed"])[0][3]["ETag"]
    calls["front feed, unchanged"] = [(calls["front feed"][0][0], {"HTTP_IF_NONE_MATCH": tag})]
    pages = {}
    for name, found in calls.items():
        asked, statuses, sizes, _headers = zip(*price(found), strict=True)
        pages[name] = {"status": sorted(set(statuses)), "queries": max(asked), "bytes": max(sizes)}
    times = {name: [] for name in calls}
    gc.collect()
    for _ in range(ROUNDS):  # so that a busy moment of the machine does not fall on one page alone
        for name, found in calls.items():
            cache.clear()
            for turn in range(CALLS):
                address, headers = found[turn % len(found)]
                times[name].append(request(address, **headers)[0])
    for name, page in pages.items():
        page["ms"] = statistics.median(times[name])
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    json.dump({"pages": pages, "memory": memory}, sys.stdout)


main()
